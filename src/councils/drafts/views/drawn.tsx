// Keeps lots that were drawn, with every step, so that anybody can draw them again and get the same.
import type { Page } from '../../../platform/html/page.ts'
import { Section } from '../../../platform/html/pieces.tsx'
import type { drawIds } from '../../charters/index.ts'
import { draftWords } from '../words.ts'

export type Lots = ReturnType<typeof drawIds> & { seed: string; n: number }

export function Drawn({ page, answer }: { page: Page; answer: Lots }) {
  const { lang } = page
  return (
    <>
      <Section title={draftWords(lang, 'answer.drawn')}>
        <ol class="text">
          {answer.winners.map(id => (
            <li key={id}>
              <bdi>{id}</bdi>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={draftWords(lang, 'answer.draw.how')}>
        <p>{draftWords(lang, 'answer.draw.steps', { seed: answer.seed })}</p>
        <ol class="text">
          {answer.steps.map(step => (
            <li key={step.k}>
              <code dir="ltr">
                SHA-256({answer.seed}:{step.k}) = {step.hash.slice(0, 16)}…
              </code>{' '}
              {step.accepted ? (
                <>
                  {draftWords(lang, 'answer.draw.step', { index: step.index! + 1, of: step.of })} <bdi>{step.id}</bdi>
                </>
              ) : (
                draftWords(lang, 'answer.draw.again')
              )}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

// On a council's public page: what was decided on who sits there, and where that departs from a rule, with the published reason.
import { registerCouncilPart } from '../councils/index.ts'
import { longDate } from '../platform/clock.ts'
import { RuleLine } from '../platform/html/marks.tsx'
import type { Page } from '../platform/html/page.ts'
import { Section } from '../platform/html/pieces.tsx'
import { type PublicLine, publicLines } from './decision-store.ts'
import { publicBody, publicWords as w } from './words.ts'

/** Called once, when the room is put into the house. */
export function registerDecisionsOfCouncil(): void {
  registerCouncilPart<PublicLine>(publicLines, lines => {
    if (lines.length === 0) return null
    const decisions = [...new Set(lines.map(line => line.id))].map(id => lines.filter(line => line.id === id))
    return page => (
      <Section title={w(page.lang, 'title')} lead={w(page.lang, 'lead')} id="beslutninger">
        {decisions.map(of => (
          <Decided key={of[0]!.id} page={page} lines={of} />
        ))}
      </Section>
    )
  })
}

function Decided({ page, lines }: { page: Page; lines: readonly PublicLine[] }) {
  const { lang } = page
  const { body, decided_on, minute_ref } = lines[0]!
  return (
    <div>
      <h3>{longDate(decided_on, lang)}</h3>
      <p>{w(lang, 'line', { body: publicBody(lang, body), ref: minute_ref })}</p>
      {lines.map(({ strength, sentence, reason }) =>
        strength === null ? null : (
          <RuleLine
            key={sentence}
            force={strength}
            state={strength === 'must' ? 'broken' : 'departed'}
            quote={<span lang="da">{sentence}</span>}
          >
            <p>{w(lang, strength === 'must' ? 'broken' : 'departed')}</p>
            {reason && (
              <p>
                <b>{w(lang, strength === 'must' ? 'minutes' : 'reason')}</b> <bdi>{reason}</bdi>
              </p>
            )}
          </RuleLine>
        ),
      )}
    </div>
  )
}

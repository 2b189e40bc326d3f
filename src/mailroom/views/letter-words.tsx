// The words of a letter, as text and nothing else; what it repeats of earlier ones is folded away.
import type { Page } from '../../platform/html/page.ts'
import { Note, Section } from '../../platform/html/pieces.tsx'
import type { LetterFacts } from '../reading/facts.ts'
import { postWords as w } from '../words.ts'

export function LetterWords({ page, facts }: { page: Page; facts: Pick<LetterFacts, 'text' | 'quoted' | 'marks'> }) {
  const { lang } = page
  return (
    <Section title={w(lang, 'words')}>
      {facts.marks.length > 0 && (
        <Note>
          {facts.marks.map(mark => (
            <p key={mark}>{w(lang, `mark.${mark}`)}</p>
          ))}
        </Note>
      )}
      {facts.text === '' ? <p class="soft">{w(lang, 'words.none')}</p> : <Paragraphs text={facts.text} />}
      {facts.quoted !== '' && (
        <details>
          <summary>{w(lang, 'quoted')}</summary>
          <Paragraphs text={facts.quoted} />
        </details>
      )}
    </Section>
  )
}

const mostParagraphs = 500
function Paragraphs({ text }: { text: string }) {
  return (
    <div class="text">
      {text
        .split(/\n{2,}/)
        .slice(0, mostParagraphs)
        .map((paragraph, at) => (
          <p key={at} dir="auto" class="lines">
            {paragraph}
          </p>
        ))}
    </div>
  )
}

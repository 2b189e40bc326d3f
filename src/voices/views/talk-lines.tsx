// What was said, line by line, as the one who told may see it.
import { dayInWords } from '../../platform/html/dates.ts'
import type { Page } from '../../platform/html/page.ts'
import { Rows, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { directionOf, LANGS } from '../../platform/i18n.ts'
import type { OpenedLine } from '../read-voice.ts'
import type { Talk } from '../talk.ts'
import { hasMoved, inner } from '../voice.ts'
import { voiceWords as w } from '../words.ts'
import { Step } from './talk-step.tsx'

interface Props {
  readonly page: Page
  readonly talk: Talk
}
/** The lines this holder may see: never notes, and translations only beside what they belong to. */
function shownLines(talk: Talk): readonly OpenedLine[] {
  const all = talk.voice.lines.filter(line => !inner.has(line.kind) && line.kind !== 'translation')
  if (talk.reach === 'all' || talk.reach === 'thread') return all
  // A guest has not told it: of what others said they see the answers only.
  if (talk.guest) return all.filter(line => line.kind === 'answer' || line.by_guest === talk.guest?.id)
  return all.filter(line => line.kind !== 'wrote' || line.by_code === talk.holder)
}

export function Lines({ page, talk }: Props) {
  const { lang } = page
  const translations = talk.voice.lines.filter(line => line.kind === 'translation')
  return (
    <Section title={w(lang, 'talk.lines')}>
      <Rows>
        {shownLines(talk).map(line => (
          <Line
            key={line.id}
            page={page}
            talk={talk}
            line={line}
            translations={translations.filter(one => one.of_position === line.position)}
          />
        ))}
      </Rows>
    </Section>
  )
}

const told = { teller: 'line.told', person: 'line.told.person', guest: 'line.told.guest' } as const
/** Who wrote it, as this reader knows them. */
function wroteBy({ lang }: Page, { holder, guest, voice }: Talk, line: OpenedLine) {
  const by = voice.guests.find(one => one.id === line.by_guest)
  if (guest && by?.id === guest.id) return w(lang, 'line.wrote')
  if (by) return weave({ name: <bdi>{by.name}</bdi> }, tokens => w(lang, 'line.wrote.guest', tokens))
  if (!guest) return w(lang, line.by_code === holder ? 'line.wrote' : line.by_code === 'person' ? 'line.wrote.person' : 'line.wrote.teller')
  return w(lang, line.by_code === 'person' || !voice.consent ? 'line.wrote.person' : 'line.wrote.behalf')
}

const languageOf = (line: OpenedLine) => LANGS.find(one => one === line.language)
function Line({ page, talk, line, translations }: Props & { line: OpenedLine; translations: readonly OpenedLine[] }) {
  const { lang } = page
  const name = <bdi>{talk.names.get(line.by_person ?? '') ?? w(lang, 'somebody')}</bdi>
  const spoken = languageOf(line)
  const own = line.kind === 'told' || line.kind === 'wrote'
  const pictures = own ? talk.voice.pictures.filter(one => one.of_line === line.position).length : 0
  const heading =
    line.kind === 'told'
      ? w(lang, told[talk.holder])
      : line.kind === 'wrote'
        ? wroteBy(page, talk, line)
        : line.kind === 'reopened'
          ? w(lang, 'line.reopened')
          : hasMoved(line)
            ? w(lang, 'line.moved')
            : weave({ name }, tokens => w(lang, `line.${line.kind as 'answer' | 'handed' | 'paused'}`, tokens))
  return (
    <>
      <h3>{heading}</h3>
      <p class="soft">{dayInWords(lang, line.on_day)}</p>
      {line.kind !== 'reopened' && line.kind !== 'paused' && line.text !== '' && (
        <p class={own ? 'own lines' : 'lines'} dir={own || !spoken ? 'auto' : directionOf(spoken)} lang={own ? undefined : spoken}>
          {line.text}
        </p>
      )}
      {line.kind === 'answer' && !talk.guest && <Letters page={page} talk={talk} position={line.position} />}
      {pictures > 0 && <p class="soft">{w(lang, 'line.pictures', { n: pictures })}</p>}
      {talk.voice.handOvers.some(one => one.position === line.position && one.back_on !== null) && <p>{w(lang, 'line.handed.back')}</p>}
      {line.kind === 'paused' && <p>{w(lang, `pause.${line.text as 'teller_asked'}`)}</p>}
      {translations.map(one => (
        <div class="note" key={one.id}>
          <p class="soft">
            {weave({ name: <bdi>{talk.names.get(one.by_person ?? '') ?? ''}</bdi> }, tokens => w(lang, 'line.translation', tokens))}
          </p>
          <p class="lines" dir="auto" lang={languageOf(one)}>
            {one.text}
          </p>
        </div>
      ))}
    </>
  )
}

/** The same answer on paper, for whoever would rather hold it in the hand. */
function Letters({ page, talk, position }: Props & { position: number }) {
  const { lang } = page
  return (
    <details>
      <summary>{w(lang, 'line.letters')}</summary>
      <Step page={page} talk={talk} go="letter">
        <p class="why">{w(lang, 'line.letter.why')}</p>
        <p>
          <button type="submit" class="b quiet" name="answer" value={position}>
            {w(lang, 'line.letter')}
          </button>
        </p>
        <p>
          <button type="submit" class="link" name="answer" value={`${position}-large`}>
            {w(lang, 'line.letter.large')}
          </button>
        </p>
      </Step>
    </details>
  )
}

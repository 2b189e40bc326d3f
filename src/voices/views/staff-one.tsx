// One voice for staff: what stands and what is owed, what was said in the order it came, and what can be done now.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { ErrorSummary, type Filled } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip, Invented } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import type { Proof } from '../erase-ask.ts'
import type { EraseAsk } from '../erase-store.ts'
import type { Ground } from '../ground.ts'
import type { NextStep } from '../next-steps.ts'
import type { StaffPart } from '../parts.ts'
import { paths } from '../paths.ts'
import type { OpenedLine, Voice } from '../read-voice.ts'
import { hasMoved } from '../voice.ts'
import type { UnitHuman } from '../who-takes.ts'
import { type VoiceKey, voiceWords as w } from '../words.ts'
import { Danger, Facts } from './staff-facts.tsx'
import { StaffForms } from './staff-forms.tsx'
import { NextSteps } from './staff-next.tsx'

export interface OneVoice {
  readonly voice: Voice
  readonly ground: Ground
  readonly reach: 'own' | 'reason'
  readonly names: ReadonlyMap<string, string>
  /** Typed by whoever listened, who read it aloud and was told that it is right. */
  readonly readBack: boolean
  /** Colleagues it can be handed to. */
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly unit: string | null; readonly away: boolean }[]
  /** Units it can be handed to, with the human who answers there today. */
  readonly units: readonly UnitHuman[]
  readonly parts: readonly StaffPart[]
  /** What could be done next, the most urgent first. */
  readonly steps: readonly NextStep[]
  /** What is asked about erasing it for somebody without a code, and what this colleague can honestly have seen. */
  readonly erasing: { readonly ask: EraseAsk | null; readonly proofs: readonly Proof[] }
  readonly today: string
}
export interface OneProps {
  readonly page: Page
  readonly who: Principal
  readonly one: OneVoice
  readonly form: Filled
}

export function StaffVoicePage({ page, who, one, form }: OneProps) {
  const { lang } = page
  const { voice } = one
  const date = longDate(voice.row.received_on as never, lang)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.one.title', { date })}
      nav={staffNav(page, who, 'voices')}
      back={{ href: page.href(paths.list), label: w(lang, 'staff.list.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
      lead={
        <>
          {w(lang, `staff.kind.${voice.row.kind}`)} · {w(lang, `staff.state.${voice.row.state}`)}
          {voice.row.young && ` · ${w(lang, 'staff.list.young')}`}
          {voice.row.urgent && ` · ${w(lang, 'staff.list.urgent')}`} {voice.row.invented && <Invented />}
        </>
      }
      opening={<Owed page={page} one={one} />}
    >
      <div class="reading">
        <div>
          <Section title={w(lang, 'talk.lines')}>
            <ol class="list">
              {voice.lines
                .filter(line => line.kind !== 'translation')
                .map(line => (
                  <li key={line.id}>
                    <Line page={page} one={one} line={line} />
                  </li>
                ))}
            </ol>
          </Section>
          <Danger page={page} one={one} />
        </div>
        {one.reach === 'own' && (
          <div class="no-print">
            <NextSteps page={page} one={one} />
            <StaffForms page={page} who={who} one={one} form={form} />
          </div>
        )}
        <div>
          <Facts page={page} one={one} />
          {one.parts.map(part => part.view(page))}
        </div>
      </div>
    </StaffPage>
  )
}

/** What is owed, by whom and by when. */
function Owed({ page, one }: { page: Page; one: OneVoice }) {
  const { lang } = page
  const { owner, deputy } = one.voice
  return (
    <ul>
      {owner && deputy && (
        <li>{weave({ name: <bdi>{owner.name}</bdi>, deputy: <bdi>{deputy}</bdi> }, tokens => w(lang, 'staff.one.away', tokens))}</li>
      )}
      {one.voice.dues.map(due => (
        <li key={due.id}>
          <b>{w(lang, `staff.owed.${due.kind}` as VoiceKey, { date: longDate(due.dueOn, lang) })}</b>
          {due.dueOn < one.today && ` (${w(lang, 'staff.over')})`}
          {due.ownerId && one.names.get(due.ownerId) && (
            <>
              , <bdi>{one.names.get(due.ownerId)}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Line({ page, one, line }: { page: Page; one: OneVoice; line: OpenedLine }) {
  const { lang } = page
  const name = <bdi>{one.names.get(line.by_person ?? '') ?? ''}</bdi>
  const own = line.kind === 'told' || line.kind === 'wrote'
  const plain: Partial<Record<OpenedLine['kind'], VoiceKey>> = {
    told: 'staff.line.told',
    wrote: 'staff.line.wrote',
    reopened: 'line.reopened',
  }
  const named: Partial<Record<OpenedLine['kind'], VoiceKey>> = {
    answer: 'line.answer',
    handed: 'line.handed',
    paused: 'line.paused',
    note: 'staff.line.note',
    network: 'staff.line.network',
  }
  const guest = one.voice.guests.find(each => each.id === line.by_guest)
  const key =
    line.kind === 'wrote' && line.by_code === 'person' ? 'staff.line.wrote.person' : hasMoved(line) ? 'line.moved' : plain[line.kind]
  const language = LANGS.find(each => each === line.language)
  return (
    <>
      <h3>
        {guest
          ? weave({ name: <bdi>{guest.name}</bdi> }, tokens => w(lang, 'staff.line.wrote.guest', tokens))
          : key
            ? w(lang, key)
            : weave({ name }, tokens => w(lang, named[line.kind] ?? 'line.answer', tokens))}
      </h3>
      <p class="soft">
        {longDate(line.on_day as never, lang)}
        {own && language && ` · ${LANG_NAMES[language]}`}
        {line.kind === 'told' && line.by_person && (
          <>
            {' '}
            · {w(lang, 'staff.one.enteredBy')} {name}
          </>
        )}
      </p>
      {line.kind === 'paused' || line.kind === 'network' ? (
        <p>{w(lang, (line.kind === 'paused' ? `staff.pause.${line.text}` : `staff.network.not.${line.text}`) as VoiceKey)}</p>
      ) : (
        line.kind !== 'reopened' && (
          <p class={own ? 'own lines' : 'lines'} dir="auto">
            {line.text}
          </p>
        )
      )}
      {one.voice.handOvers.some(each => each.position === line.position && each.back_on !== null) && <p>{w(lang, 'line.handed.back')}</p>}
      {own && <Pictures page={page} one={one} line={line} />}
      {line.kind === 'answer' && line.how !== 'code' && line.how !== 'email' && (
        <p>
          <Chip>
            {line.passed_on
              ? w(lang, 'staff.line.passed', { date: longDate(line.passed_on as never, lang) })
              : w(lang, 'staff.line.toPass')}
          </Chip>
        </p>
      )}
      {line.kind === 'answer' && one.reach === 'own' && (
        <p class="no-print">
          <GoLink href={page.href(paths.letter(one.voice.row.id, line.position))}>{w(lang, 'staff.line.letter')}</GoLink>{' '}
          <GoLink href={page.href(`${paths.letter(one.voice.row.id, line.position)}?stor=1`)}>{w(lang, 'staff.line.letter.large')}</GoLink>
        </p>
      )}
      {one.voice.lines
        .filter(other => other.kind === 'translation' && other.of_position === line.position)
        .map(other => (
          <div class="note" key={other.id}>
            <p class="soft">
              {weave({ name: <bdi>{one.names.get(other.by_person ?? '') ?? ''}</bdi> }, tokens => w(lang, 'line.translation', tokens))}
            </p>
            <p class="lines" dir="auto">
              {other.text}
            </p>
          </div>
        ))}
    </>
  )
}

/** The pictures a line came with. */
function Pictures({ page, one, line }: { page: Page; one: OneVoice; line: OpenedLine }) {
  const { pictures, row } = one.voice
  const here = pictures.filter(picture => picture.of_line === line.position)
  // A reason opens the words; pictures have an address of their own, which asks whose it is.
  if (one.reach !== 'own') return here.length > 0 ? <p class="soft">{w(page.lang, 'line.pictures', { n: here.length })}</p> : null
  return (
    <>
      {pictures.map(
        (picture, at) =>
          picture.of_line === line.position && (
            <p key={picture.id}>
              <img
                src={page.href(paths.picture(row.id, picture.id))}
                width={picture.width}
                height={picture.height}
                alt={w(page.lang, 'staff.picture', { n: at + 1 })}
                loading="lazy"
              />
            </p>
          ),
      )}
    </>
  )
}

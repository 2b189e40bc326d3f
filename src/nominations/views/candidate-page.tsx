// One candidate for the staff: what is owed, what they told, how each nomination stands, and everything one can do.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { listInWords } from '../../platform/html/dates.ts'
import { ErrorSummary, type Filled } from '../../platform/html/fields.tsx'
import { telHref } from '../../platform/html/human.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip, Invented } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, GoLink, Note, Section } from '../../platform/html/pieces.tsx'
import { Slate } from '../../platform/html/work.tsx'
import type { Lang } from '../../platform/i18n.ts'
import type { Happened } from '../../platform/journal.ts'
import type { Principal } from '../../platform/principal.ts'
import type { Candidate, OneNomination } from '../candidate.ts'
import type { Ending } from '../keep-candidate.ts'
import type { Likeness } from '../merge-candidates.ts'
import { inForm } from '../one-of-many.ts'
import type { Ground, Keeping } from '../open-councils.ts'
import { paths } from '../paths.ts'
import { type NominationKey, nominationWords as w } from '../words.ts'
import { ConfirmTies, ResidencePart } from './candidate-confirm.tsx'
import { ContactForm, EraseForm, KeepForm, LinkForm, NotePart, SamePart, SpokenYes } from './candidate-forms.tsx'
import { LogPart } from './candidate-log.tsx'
import { NominationPart, TellPart } from './candidate-moves.tsx'
import { toldRows } from './everything.tsx'
import { nameOfCouncil } from './own-page.tsx'

export interface OneCandidate {
  readonly candidate: Candidate
  readonly ground: Ground
  readonly retention: ReadonlyMap<string, Keeping>
  readonly happened: readonly Happened[]
  readonly same: readonly Likeness[]
  /** Names of the staff who wrote contacts and notes. */
  readonly names: ReadonlyMap<string, string>
  /** The day everything is erased if nothing happens; null while something is open. */
  readonly eraseOn: string | null
  /** They have been told that they will be erased. */
  readonly ending: Ending | null
  /** Somebody who was suggested has been asked, and is erased on this day unless they answer. */
  readonly asked: boolean
  readonly unansweredOn: string
  readonly today: string
}
export interface PartProps {
  readonly page: Page
  readonly one: OneCandidate
  readonly form: Filled
}

export function CandidatePage({ page, who, one, form, saved }: PartProps & { who: Principal; saved: boolean }) {
  const { lang } = page
  const { candidate, ground } = one
  const { row } = candidate
  const waiting = row.said_yes_at === null
  const owed = candidate.nominations.filter(each => each.due)
  const part = { page, one, form }
  const asks = { [inForm('kontakt', 'how')]: w(lang, 'staff.contact.how'), [inForm('kontakt', 'result')]: w(lang, 'staff.contact.result') }
  return (
    <StaffPage
      page={page}
      title={row.name}
      nav={staffNav(page, who, 'candidates')}
      back={{ href: page.href(paths.candidates), label: w(lang, 'staff.one.back') }}
      faulty={form.errors.length > 0}
      above={
        <>
          <ErrorSummary form={form} labels={asks} />
          {saved && (
            <Note>
              <p role="status">{w(lang, owed.length > 0 ? 'staff.saved.next' : 'own.changed')}</p>
            </Note>
          )}
        </>
      }
      lead={waiting ? w(lang, 'staff.one.asked') : undefined}
    >
      <p>
        {candidate.nominations.map(each => (
          <Chip key={each.row.id}>
            {nameOfCouncil(ground, each.row.council, lang)}: {w(lang, `state.${each.row.state}`)}
          </Chip>
        ))}{' '}
        {row.invented && <Invented />}
      </p>
      <p class="filters no-print">
        <GoLink href={page.href(paths.thread(row.id))}>{w(lang, 'thread.open')}</GoLink>
        {one.same.length > 0 && <a href="#samme">{w(lang, 'staff.same')}</a>}
      </p>
      <Slate
        side={
          <>
            <Section title={w(lang, 'staff.one.next')}>
              {together(owed).map(same => (
                <Owed key={same[0]!.row.id} page={page} one={one} owed={same} />
              ))}
              {owed.length > 0 && <Reach lang={lang} candidate={candidate} />}
              {candidate.nominations.map(each => (
                <TellPart key={each.row.id} {...part} nomination={each} />
              ))}
              {one.eraseOn && <p>{w(lang, 'staff.keep', { date: longDate(one.eraseOn, lang) })}</p>}
            </Section>
            <ContactForm {...part} owed={owed.some(each => each.due!.kind !== 'nomination.answer')} />
            {one.ending && <KeepForm {...part} ending={one.ending} />}
            {waiting && <SpokenYes {...part} />}
          </>
        }
      >
        <Section title={w(lang, waiting ? 'staff.told.asked' : 'staff.told')}>
          <Answers items={toldRows(page, ground, candidate, true)} />
          <p>
            <GoLink href={page.href(paths.candidateForm(row.id, 'ret'))}>{w(lang, 'staff.told.edit')}</GoLink>
          </p>
        </Section>
        <ConfirmTies {...part} />
        <ResidencePart {...part} />
        {!waiting && (
          <Section title={w(lang, 'staff.nominations')}>
            {candidate.nominations.map(each => (
              <NominationPart key={each.row.id} {...part} nomination={each} />
            ))}
          </Section>
        )}
        <SamePart {...part} />
        <LogPart {...part} />
        <NotePart {...part} />
        <LinkForm {...part} />
        <EraseForm {...part} />
      </Slate>
    </StaffPage>
  )
}

/** What is owed by the same day is one thing to do, for however many councils. */
function together(owed: readonly OneNomination[]): OneNomination[][] {
  const kept = new Map<string, OneNomination[]>()
  for (const one of [...owed].sort((a, b) => a.due!.on.localeCompare(b.due!.on))) {
    const key = `${one.due!.kind} ${one.due!.on}`
    kept.set(key, [...(kept.get(key) ?? []), one])
  }
  return [...kept.values()]
}

/** What is owed, and by when; of somebody who has been asked, what happens without an answer. */
function Owed({ page, one, owed }: { page: Page; one: OneCandidate; owed: readonly OneNomination[] }) {
  const { lang } = page
  const { kind, on } = owed[0]!.due!
  const council = listInWords(
    lang,
    owed.map(each => nameOfCouncil(one.ground, each.row.council, lang)),
  )
  const asked = one.asked && kind === 'nomination.ask'
  return (
    <>
      {asked && <p>{w(lang, 'staff.one.waiting', { council, date: longDate(one.unansweredOn, lang) })}</p>}
      {!(asked && on === one.unansweredOn) && (
        <p>
          {w(lang, 'staff.one.owed', {
            council,
            what: w(lang, asked ? 'staff.owed.again' : (`staff.owed.${kind}` as NominationKey)),
            date: longDate(on, lang),
          })}{' '}
          {on < one.today && <b>{w(lang, 'staff.over')}</b>}
        </p>
      )}
    </>
  )
}

/** The way to the person beside what is owed them: whoever is to call has the number before the form. */
function Reach({ lang, candidate: { contact, wishes } }: { lang: Lang; candidate: Candidate }) {
  if (!contact?.reach) return null
  const href = telHref(contact.phone)
  const rest = [contact.email, contact.address, contact.through].filter(Boolean).join(', ')
  return (
    <p>
      <b>{w(lang, `reach.${contact.reach}`)}</b> {contact.phone && (href ? <a href={href}>{contact.phone}</a> : contact.phone)}
      {contact.phone && rest && ', '}
      {rest}
      {wishes?.interpreter && `. ${w(lang, 'work.language', { language: wishes.interpreter })}`}
    </p>
  )
}

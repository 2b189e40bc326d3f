// Everything we have about a person, to read: what they told us, what was written about them, who has read it.
import { longDate, longDateTime } from '../../platform/clock.ts'
import { listInWords } from '../../platform/html/dates.ts'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { type Answer, Answers, GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, type Lang } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import type { Candidate, Reader, Trace } from '../candidate.ts'
import { offerOf } from '../offer.ts'
import type { Ground } from '../open-councils.ts'
import { paths } from '../paths.ts'
import { type NominationKey, nominationWords as w } from '../words.ts'
import { nameOfCouncil } from './own-page.tsx'

/** The plain words of attribute=value, as the charters call it. */
export function wordsOfKind(ground: Ground, key: string, lang: Lang): string {
  const kind = offerOf(ground.all, true).kinds.find(one => one.key === key)
  return kind ? said(kind.words as never, lang) : key
}

/** What somebody told us, as rows to read; used on their own page and on the staff's. */
export function toldRows(page: Page, ground: Ground, candidate: Candidate, staff = false): Answer[] {
  const { lang } = page
  const label = (own: NominationKey, theirs: NominationKey) => w(lang, staff ? theirs : own)
  const { row, contact, wishes, motivation, declared, ties } = candidate
  const soft = <span class="soft">{w(lang, 'not.filled')}</span>
  const tied = [
    ...ties.map(tie => `${[tie.organisation, tie.role].filter(Boolean).join(', ')} (${wordsOfKind(ground, tie.kind, lang)})`),
    ...(declared?.keys ?? []).map(key => wordsOfKind(ground, key, lang)),
  ]
  const address = contact ? [contact.email, contact.phone, contact.address, contact.through].filter(Boolean).join('\n') : ''
  const rows: Answer[] = [
    // The staff's page has the name as its title.
    ...(staff ? [] : [{ label: w(lang, 'own.name'), value: <bdi>{row.name}</bdi> }]),
    {
      label: label('own.reach', 'staff.told.reach'),
      value: contact?.reach ? [w(lang, `reach.${contact.reach}`), address].filter(Boolean).join('\n') : soft,
    },
    { label: w(lang, 'q.language'), value: LANG_NAMES[row.language as Lang] ?? row.language },
    { label: label('own.ties', 'staff.told.ties'), value: tied.join('\n') || soft },
    { label: w(lang, 'own.residence'), value: row.residence === 'not_asked' ? soft : w(lang, `answer.${row.residence}`) },
    { label: label('summary.motivation', 'staff.q.motivation'), value: motivation ? <span class="own">{motivation}</span> : soft },
    { label: w(lang, 'summary.interpreter'), value: wishes?.interpreter || soft },
    {
      label: label('summary.needs', 'staff.q.needs'),
      value: wishes?.needs.map(one => w(lang, staff ? `staff.need.${one}` : `need.${one}`)).join('\n') || soft,
    },
    ...(row.suggested ? [{ label: w(lang, 'own.suggestedBy'), value: candidate.suggestedBy ?? w(lang, 'suggester.unknown') }] : []),
  ]
  const skipped = staff ? rows.filter(one => one.value === soft) : []
  // Whoever is to call reads what there is; what was skipped stands in one line.
  const list = listInWords(
    lang,
    skipped.map(one => String(one.label)),
  )
  return skipped.length > 0 ? [...rows.filter(one => one.value !== soft), { label: w(lang, 'not.filled'), value: list }] : rows
}

const actor = (lang: Lang, who: string): string => w(lang, `actor.${who.split(':')[0]}` as NominationKey)
/** Nobody is signed in yet when they type their code; afterwards it is known who it was. */
const actorOf = (lang: Lang, { kind, actor: who }: { kind: string; actor: string }): string =>
  actor(lang, kind === 'candidate.opened-own-page' ? 'subject' : who)

/** The page tells of so many readings; the file of all. */
export const mostReaders = 500
const readerRoles = [
  'secretary',
  'unitLeader',
  'caseworker',
  'outreachWorker',
  'politicalSecretariat',
  'administration',
  'operator',
] as const
/** By what they do here, as far as it lets them see candidates. */
function readerIn(lang: Lang, { actor: who, roles }: Reader): string {
  const role = readerRoles.find(one => roles.includes(one))
  return role ? w(lang, `reader.${role}`) : actor(lang, who)
}
export const pagesRead = [
  'candidate.read',
  'candidate.thread',
  'candidates.search',
  'candidates.alike',
  'slate',
  'slate-seat',
  'slate-decision',
  'slate-print',
  'work-list',
  'letters',
  'letter',
  'post.letter',
  'post.raw',
  'post.file',
] as const
const pageRead = (lang: Lang, action: string): string =>
  w(lang, (pagesRead as readonly string[]).includes(action) ? (`read.${action}` as NominationKey) : 'read.other')
/** Whoever works on a page opens it again with each step: one line says so. */
const onceAMinute = (readers: readonly Reader[]) => {
  const lines = new Map<string, Reader>()
  for (const one of readers) {
    const line = `${Math.floor(one.at.getTime() / 60_000)} ${one.actor} ${one.action}`
    if (!lines.has(line)) lines.set(line, one)
  }
  return [...lines.values()]
}

export function EverythingPage({ page, ground, candidate, trace }: { page: Page; ground: Ground; candidate: Candidate; trace: Trace }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'own.all')} lead={w(lang, 'own.all.lead')} neutral noindex back={{ href: page.href(paths.own) }}>
      <GoLink href={paths.everythingJson}>{w(lang, 'own.all.json')}</GoLink>
      <Section title={w(lang, 'own.have')}>
        <Answers items={toldRows(page, ground, candidate)} />
      </Section>
      <Section title={w(lang, 'own.councils')}>
        <Answers
          items={candidate.nominations.map(one => ({
            label: nameOfCouncil(ground, one.row.council, lang),
            value: [
              w(lang, `state.${one.row.state}`),
              longDate(one.row.received_on, lang),
              w(lang, `channel.${one.row.channel}`),
              one.reason,
            ]
              .filter(Boolean)
              .join('\n'),
          }))}
        />
      </Section>
      {candidate.contacts.length > 0 && (
        <Section title={w(lang, 'own.contacts')}>
          <Answers
            items={candidate.contacts.map(one => ({
              label: longDateTime(one.at, lang),
              value: [`${w(lang, `how.${one.how}`)}: ${w(lang, `result.${one.result}`)}`, one.text].filter(Boolean).join('\n'),
            }))}
          />
        </Section>
      )}
      {candidate.notes.length > 0 && (
        <Section title={w(lang, 'own.notes')}>
          <Answers items={candidate.notes.map(one => ({ label: longDateTime(one.at, lang), value: one.text }))} />
        </Section>
      )}
      <Section title={w(lang, 'own.history')}>
        <Prose>
          <ul>
            {trace.happened.map(one => (
              <li key={one.id}>
                {w(lang, 'own.reader', {
                  at: longDateTime(one.at, lang),
                  who: `${w(lang, eventKey(one.kind))} (${actorOf(lang, one)})`,
                })}
              </li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={w(lang, 'own.readers')}>
        {trace.readers.length === 0 ? (
          <p>{w(lang, 'own.readers.none')}</p>
        ) : (
          <Prose>
            <ul>
              {onceAMinute(trace.readers.slice(0, mostReaders)).map((one, at) => (
                <li key={at}>
                  {w(lang, 'own.reader.page', {
                    at: longDateTime(one.at, lang),
                    who: readerIn(lang, one),
                    page: pageRead(lang, one.action),
                  })}
                </li>
              ))}
            </ul>
            {trace.readers.length > mostReaders && <p>{w(lang, 'own.readers.more')}</p>}
          </Prose>
        )}
      </Section>
    </PublicPage>
  )
}
const events: readonly string[] = [
  'candidate.changed',
  'candidate.contacted',
  'candidate.noted',
  'candidate.invited',
  'candidate.reminded',
  'candidate.opened-own-page',
  'candidate.merged',
  'candidate.link-made',
  'candidate.warned',
  'candidate.kept',
  'candidate.residence-verified',
  'candidate.tie-confirmed',
  'nomination.received',
  'nomination.suggested',
  'nomination.accept',
  'nomination.contact',
  'nomination.talk',
  'nomination.propose',
  'nomination.take_back',
  'nomination.appoint',
  'nomination.reserve',
  'nomination.decline',
  'nomination.withdraw',
  'nomination.reopen',
  'nomination.answered',
]
/** What happened, in words. */
export const eventWords = (lang: Lang, kind: string): string => w(lang, eventKey(kind))
const eventKey = (kind: string): NominationKey => (events.includes(kind) ? `event.${kind}` : 'event.other') as NominationKey

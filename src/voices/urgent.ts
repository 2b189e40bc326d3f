// The clock of what is urgent: a human hears of it at once, the deputy when it has not been opened in time, then the leader.
import { colleaguesOf, markEscalated, nextInLine, openDues, settle, tellColleague } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { historyOf, record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { readerRoles } from './access.ts'
import { closedOf, ownerOf } from './closed-to.ts'
import { standingOf } from './ground.ts'
import { paths } from './paths.ts'
import { quiet } from './quiet.ts'
import { openedVoices, urgentUnopened } from './read-store.ts'
import { updateVoice } from './store.ts'
import { voiceWords as w } from './words.ts'

/**
 * Tells somebody by letter that something urgent waits. It says nothing of what, nor which one. Where no human has it, an office does: then
 * all who may read it are told, those who are away too when nobody else is left.
 */
export async function tellUrgent(tx: Tx, personId: string | null, closed: readonly string[] = []): Promise<void> {
  const all = await colleaguesOf(tx)
  const readers = all.filter(one => one.roles.some(role => readerRoles.includes(role)) && !closed.includes(one.id))
  const here = readers.filter(one => !one.away)
  const one = all.filter(each => each.id === personId)
  for (const to of one.length > 0 ? one : here.length > 0 ? here : readers)
    await tellColleague(tx, to, {
      subject: w('da', 'staff.letter.urgent.subject'),
      text: w('da', 'staff.letter.urgent', { url: `${tx.site.baseUrl}${paths.list}` }),
    })
}

/** Notes which voices a human has opened since the last round: reading a page writes only to the log of readings. */
async function noteOpened(tx: Tx, who: Principal): Promise<void> {
  for (const { id } of await openedVoices(tx)) {
    await updateVoice(tx, id, { opened_on: localDate(tx.now), arrived_at: null })
    await settle(quiet(tx), who, id, 'voice.open', 'opened')
    await record(quiet(tx), who, { kind: 'voice.opened', about: id })
  }
}

/** Passes on what is urgent and still closed: to the deputy after the municipality's minutes, to the leader after as many more. */
export async function escalateUrgent(tx: Tx, who: Principal): Promise<void> {
  await noteOpened(tx, who)
  const waiting = await urgentUnopened(tx)
  if (waiting.length === 0) return
  const ground = await standingOf(tx)
  const { urgentMinutes } = ground
  for (const one of waiting) {
    const minutes = (tx.now.getTime() - one.arrived_at.getTime()) / 60_000
    if (minutes < urgentMinutes) continue
    const [due] = await openDues(tx, { abouts: [one.id], kinds: ['voice.open'] })
    const closed = await closedOf(tx, one)
    const owner = due?.ownerId ?? one.owner_id
    const line = await nextInLine(tx, owner)
    const may = (id: string | null) => (id && !closed.includes(id) ? id : null)
    const toLeader = one.deputy_told && minutes >= 2 * urgentMinutes
    if (one.deputy_told && !toLeader) continue
    // Where the whole line is closed, somebody else who works with voices hears of it: never nobody.
    const other = closed.length > 0 ? (await ownerOf(tx, ground, [...closed, owner ?? ''])).personId : null
    const next = (toLeader ? may(line.leaderId) : (may(line.deputyId) ?? may(line.leaderId))) ?? other
    await tellUrgent(tx, next, closed)
    // After the last in line has heard, the minute it came is needed only to tell a reading from one before a recusal.
    const anew = toLeader && (await historyOf(tx, one.id)).some(event => event.kind === 'voice.recusal')
    await updateVoice(tx, one.id, toLeader ? { leader_told: true, ...(!anew && { arrived_at: null }) } : { deputy_told: true })
    if (due) await markEscalated(tx, due.id, toLeader ? 'leader' : 'deputy', next)
    await record(quiet(tx), who, { kind: 'voice.passed-on', about: one.id, facts: { to: toLeader ? 'leader' : 'deputy' } })
  }
}

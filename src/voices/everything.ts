// Everything kept about a voice as data, for whoever holds its code.
import { localDate } from '../platform/clock.ts'
import type { OwnPicture, Talk } from './talk.ts'
import type { Details } from './telling.ts'

/** What was told apart from the words. Where somebody told for this person, how to reach that somebody is theirs and stays with them. */
export function ownDetails({ voice, holder }: Pick<Talk, 'voice' | 'holder'>): Details {
  if (holder !== 'person' || !voice.consent) return voice.details
  return { ...voice.details, name: '', phone: '', address: '', email: null, through: '' }
}

/** What the file holds. Ids and hashes tell a person nothing and stay out. */
export function everythingAbout(talk: Talk, madeAt: Date, pictures: readonly OwnPicture[]): Record<string, unknown> {
  const { row, lines, consent, guests, handOvers, notified } = talk.voice
  const nameOf = (id: string | null) => (id ? (talk.names.get(id) ?? null) : null)
  return {
    made: madeAt.toISOString(),
    received: row.received_on,
    kind: row.kind,
    young: row.young,
    channel: row.channel,
    language: row.language,
    district: row.district,
    urgent: row.urgent,
    state: row.state,
    opened: row.opened_on,
    answered: row.answered_on,
    closed: row.closed_on,
    pausedUntil: row.paused_until,
    reply: row.reply,
    share: row.share,
    rightHelp: row.right_help,
    inTime: row.in_time,
    ...ownDetails(talk),
    lines: lines.map(line => ({
      number: line.position,
      kind: line.kind,
      by: line.by_person ? nameOf(line.by_person) : (guests.find(one => one.id === line.by_guest)?.name ?? line.by_code),
      on: line.on_day,
      language: line.language,
      how: line.how,
      passedOn: line.passed_on,
      text: line.text,
    })),
    consent: consent && { given: consent.given, covers: consent.covers, until: consent.until_day, withdrawn: consent.withdrawn_on },
    invited: guests.map(one => ({
      name: one.name,
      on: one.invited_on,
      by: one.by_person ? nameOf(one.by_person) : one.invited_by,
      sees: one.covers,
      until: one.until_day,
      came: one.opened_on,
      withdrawn: one.withdrawn_on,
    })),
    handOvers: handOvers.map(one => ({
      to: nameOf(one.to_person),
      on: one.on_day,
      promised: one.promised_on,
      kept: one.kept_on,
      tookOver: one.taken_on,
      takenBack: one.back_on,
    })),
    authoritiesTold: notified.map(one => ({ by: nameOf(one.by_person), on: localDate(one.at), route: one.route })),
    ...Object.assign({}, ...talk.parts.map(part => part.data)),
    pictures: pictures.map(({ line, jpeg }) => ({ ofLine: line, jpeg: jpeg.toString('base64') })),
    readBy: talk.seen.map(one => ({ at: one.at.toISOString(), roles: one.roles, guest: one.guest, unit: one.unit, reason: one.reason })),
  }
}

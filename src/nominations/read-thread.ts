// Reads a person's thread together from the letters, the contacts and what they did on their own page.
import { lettersOnThread } from '../mailroom/index.ts'
import { namesOf, openedLettersAbout } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { historyOf } from '../platform/journal.ts'
import type { Candidate } from './candidate.ts'
import { waitingMessages } from './message-store.ts'
import { type Entry, inOrder, standingOfLetter } from './thread.ts'

/** What the person did themselves, by the journal; what they were sent and told stands elsewhere in the thread. */
const theirs = new Set(['candidate.changed', 'nomination.accept', 'nomination.withdraw', 'candidate.claimed'])

export async function threadOf(tx: Tx, candidate: Candidate): Promise<Entry[]> {
  const { row, nominations, contacts } = candidate
  const letters = await openedLettersAbout(tx, row.id)
  const waiting = await waitingMessages(tx, row.id)
  const writers = [...letters.map(one => one.writtenBy), ...contacts.map(one => one.byPerson)].filter(id => id !== null)
  const names = await namesOf(tx, writers)
  const by = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const entries: Entry[] = []
  for (const { row: one } of nominations)
    entries.push({
      kind: 'received',
      id: one.id,
      at: one.received_at,
      text: null,
      channel: one.channel,
      council: one.council,
      suggested: row.suggested,
    })
  for (const one of letters)
    entries.push({
      kind: 'letter',
      id: one.id,
      at: one.writtenAt,
      // The letter itself only says that there is something to read; what was written is what people look for here.
      text: waiting.get(one.id)?.text ?? one.text,
      subject: one.subject,
      language: one.language,
      standing: standingOfLetter(one, tx.now),
      until: one.notBefore,
      auto: one.auto,
      by: by(one.writtenBy),
      postedOn: one.postedOn,
    })
  // That the house asked or answered by letter stands with the letter.
  for (const one of contacts.filter(each => each.text !== null || !['invited', 'answered'].includes(each.result) || each.how !== 'email'))
    entries.push({ kind: 'contact', id: one.id, at: one.at, text: one.text, how: one.how, result: one.result, by: by(one.byPerson) })
  for (const about of [row.id, ...nominations.map(one => one.row.id)])
    for (const event of await historyOf(tx, about))
      if (theirs.has(event.kind) && (event.actor.startsWith('subject:') || event.kind === 'candidate.claimed'))
        entries.push({ kind: 'own-page', id: event.id, at: event.at, text: null, event: event.kind })
  for (const one of await lettersOnThread(tx, row.id))
    entries.push({ kind: 'letter-in', id: one.id, at: one.arrivedAt, text: one.text, subject: one.subject })
  return inOrder(entries)
}

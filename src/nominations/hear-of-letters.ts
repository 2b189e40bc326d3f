// What becomes of our letters, as this room hears it: a message that left is a contact, one taken back was never written, a bounce is for whoever knows the person.
import { handOver, type LetterNews, openDues, registerLetterNews, registerThread } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { insertContact } from './contact-store.ts'
import { deleteMessage, messageOfLetter } from './message-store.ts'
import { owedKinds } from './nomination.ts'
import { paths } from './paths.ts'
import { candidateRow, nominationsOf } from './read-store.ts'
import { promiseKept } from './record-contact.ts'

async function hear(tx: Tx, who: Principal, { id, about, news }: LetterNews): Promise<void> {
  if (news === 'failed' || news === 'bounced') return await toWhomItConcerns(tx, about, news)
  const message = await messageOfLetter(tx, id)
  if (!message) return
  await deleteMessage(tx, message.id)
  if (news === 'withdrawn') return
  const how = news === 'posted' ? ('letter' as const) : ('page' as const)
  await insertContact(tx, { candidateId: about, byPerson: message.writtenBy, how, result: 'sent', text: message.text })
  await record(tx, who, { kind: 'candidate.contacted', about, facts: { how, result: 'sent', letter: id } })
  await promiseKept(tx, who, await nominationsOf(tx, [about]), null)
}

/** The one who owes the person the next step calls instead. */
async function toWhomItConcerns(tx: Tx, about: string, news: 'failed' | 'bounced'): Promise<void> {
  if (!(await candidateRow(tx, about))) return
  const ids = (await nominationsOf(tx, [about])).map(one => one.id)
  const owner = (await openDues(tx, { abouts: ids, kinds: owedKinds })).find(due => due.ownerId !== null)?.ownerId
  if (owner) await handOver(tx, about, owner, `letter.${news}`)
}

/** Called once, when the room is put into the house. */
export function registerLetterEars(): void {
  registerLetterNews(hear)
  registerThread('candidate', paths.thread)
}

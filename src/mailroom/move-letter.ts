// A human sends a letter on to another desk, or says that it is not for the councils. Everything can be undone while the letter is here.
import { settleAll } from '../people/index.ts'
import { addDays, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayReadPost } from './access.ts'
import { deskNamed } from './desks.ts'
import { keepDays } from './keep-days.ts'
import { keepShelfDue, passShelfDue } from './shelf-due.ts'
import { ownDesks } from './sort.ts'
import { factsOf, letterRow, writeDesk, writeFinished } from './sort-store.ts'

/** Desks a human can choose: those of the rooms, the shelf, and the way out. */
export const isDesk = (name: string): boolean => (ownDesks as readonly string[]).includes(name) || deskNamed(name) !== null

/** @throws Refusal when something has been made of the letter that stands, or it is erased */
export async function moveLetter(tx: Tx, who: Principal, { id, desk }: { id: string; desk: string }): Promise<{ from: string }> {
  if (!mayReadPost(who)) throw new NotAllowed()
  const row = await letterRow(tx, id, true)
  if (!row || !isDesk(desk)) throw new NotFound()
  if (row.desk === 'waiting') throw new Refusal(notYet)
  if (row.desk === desk) return { from: row.desk }
  const facts = await factsOf(tx, row)
  if (!facts && deskNamed(desk)) throw new Refusal(unreadable)
  const letter = facts && { id, mailbox: row.mailbox, thread: row.thread, arrivedAt: row.arrived_at, facts }
  const from = deskNamed(row.desk)
  if (from && letter && !(await from.leave(tx, who, letter))) throw new Refusal(stands)
  const eraseOn = desk === 'not-ours' ? addDays(localDate(tx.now), (await keepDays(tx)).released) : null
  await writeDesk(tx, id, {
    desk,
    by: who.personId,
    eraseOn,
    reasons: [
      { desk, why: ['staff'] },
      { desk: row.desk, why: ['staff'] },
      ...(row.reasons as never[]).filter((one: { desk: string }) => one.desk !== desk && one.desk !== row.desk),
    ],
  })
  await record(tx, who, { kind: desk === 'not-ours' ? 'letter.released' : 'letter.moved', about: id, facts: { from: row.desk, to: desk } })
  if (row.desk === 'shelf') await passShelfDue(tx, who, id, `moved to ${desk}`)
  if (desk === 'shelf') await keepShelfDue(tx, who, id)
  if (letter) await deskNamed(desk)?.take(tx, who, letter)
  return { from: row.desk }
}

/** Nothing more is to be done with the letter, or (again) there is. */
export async function finishLetter(tx: Tx, who: Principal, { id, finished }: { id: string; finished: boolean }): Promise<void> {
  if (!mayReadPost(who)) throw new NotAllowed()
  const row = await letterRow(tx, id, true)
  if (!row) throw new NotFound()
  if (row.desk === 'shelf' && finished) await passShelfDue(tx, who, id, 'finished')
  await writeFinished(tx, id, finished ? tx.now : null, finished ? who.personId : null)
  if (finished) await settleAll(tx, who, id, 'finished')
  await record(tx, who, { kind: finished ? 'letter.finished' : 'letter.reopened', about: id })
}

const notYet = {
  da: 'Brevet er lige kommet og bliver læst nu. Prøv igen om lidt.',
  en: 'The letter has just arrived and is being read. Try again in a moment.',
}
const stands = {
  da: 'Der er allerede oprettet noget ud fra brevet. Ret det dér. Brevet bliver på sagen.',
  en: 'Something has already been made from this letter. Change it there. The letter stays with the matter.',
}
const unreadable = {
  da: 'Brevet kunne ikke læses af maskinen, så det kan ikke sendes til et bord. Læs den rå tekst, og skriv oplysningerne ind selv.',
  en: 'The machine could not read this letter, so it cannot go to a desk. Read the raw text and enter the facts yourself.',
}

// Takes a letter back before it leaves, and writes down that a letter on paper was posted.
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { tellNews } from './letter-news.ts'
import { letterById, markPosted, withdrawUnsent } from './letter-store.ts'

interface One {
  /** The thing the page is about; a letter about another is not there. */
  readonly about: string
  readonly id: string
}

/** Takes the letter back, in the seconds before it leaves or before it was posted. The caller has asked whether this person may. */
export async function regretLetter(tx: Tx, who: Principal, { about, id }: One): Promise<void> {
  if (who.kind !== 'staff') throw new NotAllowed()
  const letter = await letterById(tx, id)
  if (!letter || letter.about !== about) throw new NotFound()
  if (!(await withdrawUnsent(tx, id))) throw new Refusal(tooLate)
  await record(tx, who, { kind: 'letter.regretted', about, facts: { letter: id } })
  await tellNews(tx, who, { id, about, news: 'withdrawn' })
}

/** The letter on paper was put in the post on that day. */
export async function postedLetter(tx: Tx, who: Principal, { about, id, on }: One & { readonly on: LocalDate }): Promise<void> {
  if (who.kind !== 'staff') throw new NotAllowed()
  const letter = await letterById(tx, id)
  if (!letter || letter.about !== about) throw new NotFound()
  const today = localDate(tx.now)
  if (on > today || on < addDays(localDate(letter.writtenAt), 0)) throw new Refusal([{ field: 'postedOn', message: notThatDay }])
  if (!(await markPosted(tx, id, on))) throw new Refusal(notPaper)
  await record(tx, who, { kind: 'letter.posted', about, facts: { letter: id, on } })
  await tellNews(tx, who, { id, about, news: 'posted' })
}

const tooLate = {
  da: 'Brevet er sendt og kan ikke tages tilbage. Ring eller skriv igen, hvis noget skal rettes.',
  en: 'The letter has left and cannot be taken back. Call or write again if something must be put right.',
}
const notThatDay = {
  da: 'Vælg den dag, brevet blev sendt: fra den dag, det blev skrevet, til i dag.',
  en: 'Choose the day the letter was posted: from the day it was written until today.',
}
const notPaper = { da: 'Brevet venter ikke på at blive sendt med posten.', en: 'The letter is not waiting to be posted.' }

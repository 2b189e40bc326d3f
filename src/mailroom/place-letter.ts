// Lays a letter that has been read on its desk; one that cannot be read goes to the shelf, where a human sees it as it came.
import { itemsOfKind } from '../municipalities/index.ts'
import { addDays, localDate } from '../platform/clock.ts'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import { parseAddress } from '../platform/mail/address.ts'
import { readOwnAddress } from '../platform/mail/own-address.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed } from '../platform/refusal.ts'
import { fetchKeys } from '../platform/sealed.ts'
import { allDesks, type DeskLetter, deskNamed, tellArrival } from './desks.ts'
import { keepDays } from './keep-days.ts'
import type { LetterFacts, ReadLetter } from './reading/facts.ts'
import { keepShelfDue } from './shelf-due.ts'
import { type DeskView, type Sorted, type SortGround, sort } from './sort.ts'
import { type LetterRow, letterRow, lockedRows, writeFiles, writeRead } from './sort-store.ts'

export interface Placed {
  readonly id: string
  readonly read: ReadLetter | { readonly fault: string }
  readonly trustedServer: string | null
}

/**
 * Once per letter, however often it was read: the second reading finds it placed and changes nothing. Returns how many were laid on a desk.
 * Letters that were read together are laid together: the disk is waited for once.
 */
export async function placeLetters(tx: Tx, who: Principal, letters: readonly Placed[]): Promise<number> {
  if (who.kind !== 'system') throw new NotAllowed()
  const ids = letters.map(letter => letter.id)
  const rows = await lockedRows(tx, ids)
  await fetchKeys(tx, ids)
  const senders = await sendersOf(tx, letters)
  let placed = 0
  for (const letter of letters) if (await placeLetter(tx, who, letter, rows.get(letter.id), senders)) placed++
  return placed
}

interface Senders {
  /** What each letter's sender is found by. */
  readonly of: ReadonlyMap<string, Buffer>
  /** Whom each desk knows, in hex. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>
}
/** Asked for all letters at once. */
async function sendersOf(tx: Tx, letters: readonly Placed[]): Promise<Senders> {
  const of = new Map<string, Buffer>()
  for (const { id, read } of letters) {
    const address = 'fault' in read || !read.facts.from ? null : parseAddress(read.facts.from.address)
    if (address) of.set(id, blindEmail(tx.keys.of(tx.municipalityId), address))
  }
  const known = new Map<string, ReadonlySet<string>>()
  for (const desk of allDesks()) known.set(desk.name, await desk.senders(tx, [...of.values()]))
  return { of, known }
}

async function placeLetter(
  tx: Tx,
  who: Principal,
  { id, read, trustedServer }: Placed,
  row: LetterRow | undefined,
  senders: Senders,
): Promise<string | null> {
  if (row?.desk !== 'waiting') return null
  if ('fault' in read) {
    const sorted: Sorted = { desk: 'shelf', why: ['unreadable'], others: [] }
    await writeRead(tx, id, { facts: null, fault: read.fault, thread: id, desk: 'shelf', reasons: [sorted], sender: null, eraseOn: null })
    await record(tx, who, { kind: 'letter.arrived', about: id, facts: { desk: 'shelf', mailbox: row.mailbox } })
    await keepShelfDue(tx, who, id)
    return 'shelf'
  }
  const { facts, files } = read
  const sender = senders.of.get(id) ?? null
  const ground = await groundOf(
    tx,
    row.mailbox,
    facts,
    desk => sender !== null && senders.known.get(desk)!.has(sender.toString('hex')),
    trustedServer,
  )
  const sorted = sort(facts, ground)
  const thread = ground.thread?.id ?? id
  const days = await keepDays(tx)
  const eraseOn = passing.has(sorted.desk) ? addDays(localDate(tx.now), days.passing) : null
  await writeRead(tx, id, {
    facts,
    fault: null,
    thread,
    desk: sorted.desk,
    reasons: [{ desk: sorted.desk, why: sorted.why }, ...sorted.others],
    sender,
    eraseOn,
  })
  await writeFiles(tx, id, files)
  await record(tx, who, {
    kind: 'letter.arrived',
    about: id,
    because: thread === id ? [] : [thread],
    facts: { desk: sorted.desk, mailbox: row.mailbox },
  })
  const letter: DeskLetter = { id, mailbox: row.mailbox, thread, arrivedAt: row.arrived_at, facts }
  if (sorted.desk === 'shelf') await keepShelfDue(tx, who, id)
  await deskNamed(sorted.desk)?.take(tx, who, letter)
  await tellArrival(tx, who, { ...letter, desk: sorted.desk, bounceOf: ground.bounceOf, bounce: facts.bounce })
  return sorted.desk
}

/** What machines and senders of bulk wrote is not kept for good. */
const passing: ReadonlySet<string> = new Set(['bounce', 'auto-reply', 'own', 'list', 'spam'])

async function groundOf(
  tx: Tx,
  mailbox: string,
  facts: LetterFacts,
  knows: (desk: string) => boolean,
  trustedServer: string | null,
): Promise<SortGround> {
  const boxes = await itemsOfKind(tx, 'mailbox')
  const box = boxes.find(one => one.slug === mailbox)
  const keys = tx.keys.of(tx.municipalityId)
  const own = facts.to.slice(0, 50).flatMap(to => readOwnAddress(keys, to) ?? [])
  const answered = own.find(one => one.kind === 'thread')
  const desks: DeskView[] = []
  for (const desk of allDesks())
    desks.push({
      desk: desk.name,
      words: await desk.words(tx, facts),
      sender: knows(desk.name),
      mailbox: box?.receives.some(what => what === desk.receives) ?? false,
    })
  return {
    thread: answered?.kind === 'thread' ? await threadOn(tx, answered.about) : null,
    bounceOf: own.find(one => one.kind === 'bounce')?.letter ?? null,
    desks,
    ownAddresses: boxes.map(one => one.address.toLowerCase()),
    trustedServer,
  }
}

/** The matter a reply address leads to: a letter that became something leads there too. Null when nobody keeps it any more. */
async function threadOn(tx: Tx, about: string): Promise<{ id: string; desk: string } | null> {
  const letter = await letterRow(tx, about)
  const id = letter?.thread ?? about
  for (const desk of allDesks()) if (await desk.keeps(tx, id)) return { id, desk: desk.name }
  return letter && letter.desk !== 'not-ours' ? { id, desk: letter.desk === 'waiting' ? 'shelf' : letter.desk } : null
}

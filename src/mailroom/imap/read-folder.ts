// Reads one folder to its end: each letter is kept and committed before anything is changed on the server.
import type { ImapFlow } from 'imapflow'
import { pile } from '../intake/index.ts'
import { fewestDays, type ImapPlace } from './place.ts'
import type { Trouble } from './tables.ts'

export interface Fetched {
  readonly uid: number
  readonly bytes: Uint8Array
}
/** What reading needs of the store. Each is durable when it returns. */
export interface Hands {
  /** How far the folder is read; from the start again when the UIDVALIDITY is another. */
  begin(folder: string, uidValidity: number): Promise<number>
  /** Keeps the letters, all or none; with `upTo`, everything up to that UID is kept now. */
  keep(folder: string, uidValidity: number, letters: readonly Fetched[], upTo: number | null): Promise<void>
}
export class MailTrouble extends Error {
  override readonly name = 'MailTrouble'
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** Our mark on a letter that is kept: a keyword of its own, so that read and unread stay what the people who use the mailbox make of it. */
const mark = '$Raadslag'
const day = 24 * 60 * 60_000
/** So many letters are kept before the server is told about them. */
const atOnce = 50

/**
 * Reads what is new, without changing what is unread. Letters that the server cannot give are left for the next round, and the ones after
 * them are kept all the same. Returns how many were kept.
 * @param held UIDs kept before in this connection above a gap, so that they are not fetched again
 * @throws MailTrouble when a letter cannot be had, or cannot be deleted safely; everything else was done
 */
export async function readFolder(
  client: ImapFlow,
  place: ImapPlace,
  folder: string,
  hands: Hands,
  held: Set<string>,
  now: () => Date,
  stopped: () => boolean,
): Promise<number> {
  const touches = place.done !== null || place.deleteAfterDays !== null
  const box = await client.mailboxOpen(folder, { readOnly: !touches })
  const uidValidity = Number(box.uidValidity)
  let last = await hands.begin(folder, uidValidity)
  const fresh = (await uidsOf(client, { uid: `${last + 1}:*` })).filter(uid => uid > last)
  const nameOf = (uid: number) => `${folder} ${uidValidity} ${uid}`
  let kept = 0
  let gap = false
  for (let at = 0; at < fresh.length && !stopped(); at += atOnce) {
    const done: number[] = []
    const wanted = fresh.slice(at, at + atOnce).filter(uid => !held.has(nameOf(uid)))
    let come: Fetched[] = []
    const keepPile = async () => {
      if (come.length === 0) return
      const letters = come
      come = []
      await hands.keep(folder, uidValidity, letters, gap ? null : letters.at(-1)!.uid)
      for (const { uid } of letters) {
        if (gap) held.add(nameOf(uid))
        else last = uid
        kept++
        done.push(uid)
      }
    }
    // While letters are kept the next is on its way.
    let coming = wanted.length > 0 ? fetched(client, wanted[0]!) : null
    for (const [turn, uid] of wanted.entries()) {
      if (stopped()) break
      const letter = await coming!.catch(async (error: unknown) => {
        // What has come is kept, so that a line that breaks again and again leads to the end all the same.
        await keepPile()
        throw error
      })
      const next = wanted[turn + 1]
      coming = next === undefined ? null : fetched(client, next)
      if (!client.usable) {
        await keepPile()
        throw new MailTrouble('away')
      }
      if (!letter || letter.source === undefined) {
        // What came before it is kept without a gap.
        await keepPile()
        // Gone since we asked, or a letter the server itself cannot read.
        gap ||= (await uidsOf(client, { uid: String(uid) })).length > 0
        continue
      }
      come.push({ uid, bytes: letter.source })
      const bytes = come.reduce((sum, one) => sum + one.bytes.length, 0)
      if (come.length >= pile.letters || bytes >= pile.bytes) await keepPile()
    }
    await keepPile()
    if (done.length > 0) await tidy(client, place, done)
  }
  if (touches && last > 0 && !stopped()) await catchUp(client, place, last, now())
  if (gap) throw new MailTrouble('letter')
  return kept
}

function fetched(client: ImapFlow, uid: number) {
  const coming = client.fetchOne(String(uid), { uid: true, source: true }, { uid: true })
  // Heard of by whoever waits for it; nobody may be waiting any more.
  coming.catch(() => {})
  return coming
}

/** Marks or moves letters that are kept. */
async function tidy(client: ImapFlow, { done }: ImapPlace, uids: readonly number[]): Promise<void> {
  const range = uids.join(',')
  if (done === 'flag') await client.messageFlagsAdd(range, [mark], { uid: true })
  else if (done && !(await client.messageMove(range, done.moveTo, { uid: true }))) throw new MailTrouble('no-folder')
}

/** Does what a broken connection left undone, and deletes what has stood its time. Only letters that are kept are touched. */
async function catchUp(client: ImapFlow, place: ImapPlace, last: number, now: Date): Promise<void> {
  const upTo = `1:${last}`
  if (place.done !== null) {
    const left = await uidsOf(client, place.done === 'flag' ? { uid: upTo, unKeyword: mark } : { uid: upTo })
    for (let at = 0; at < left.length; at += 500) await tidy(client, place, left.slice(at, at + 500))
  }
  if (place.deleteAfterDays === null) return
  const before = new Date(now.getTime() - Math.max(fewestDays, place.deleteAfterDays) * day)
  const old = (await uidsOf(client, { uid: upTo, before })).filter(uid => uid <= last)
  if (old.length === 0) return
  // Without UIDPLUS the server would delete everything anybody has marked for deletion, not only ours.
  if (!client.capabilities.has('UIDPLUS') && !client.capabilities.has('IMAP4rev2')) throw new MailTrouble('delete')
  for (let at = 0; at < old.length; at += 500) await client.messageDelete(old.slice(at, at + 500).join(','), { uid: true })
}

async function uidsOf(client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
  const found = await client.search(query, { uid: true })
  if (!client.usable) throw new MailTrouble('away')
  // "No such letters" is an empty list; false is a server that could not look.
  if (!Array.isArray(found)) throw new MailTrouble('other')
  return found.sort((a, b) => a - b)
}

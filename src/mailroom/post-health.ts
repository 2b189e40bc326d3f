// What an operator should know of the post: mailboxes that cannot be read, letters that wait too long, a shelf nobody looks at.
import type { Tx } from '../platform/db/act.ts'
import { folderStates } from './imap/store.ts'
import { oldestOn } from './letter-store.ts'

export interface PostAilment {
  readonly about: string
  readonly mend: string
}
const minute = 60_000
const day = 24 * 60 * minute
/** Sorting takes seconds; the shelf is looked at within two working days. */
const longWait = 10 * minute
const longShelf = 4 * day

const troubles: Readonly<Record<string, string>> = {
  'sign-in': 'the server does not let us in: see to the password or the OAuth client.',
  away: 'the server does not answer.',
  tls: 'the server’s certificate is not in order, or it offers no TLS.',
  'no-folder': 'the folder named in IMAP_URL is not there.',
  letter: 'the server cannot give one of its letters; the others are read.',
  delete: 'the server cannot delete single letters (UIDPLUS is missing): take deleteAfterDays away.',
  other: 'reading broke off; it is tried again.',
}

export async function postAilments(tx: Tx): Promise<PostAilment[]> {
  const found: PostAilment[] = []
  for (const { mailbox, folder, trouble, troubleSince } of await folderStates(tx))
    if (trouble)
      found.push({
        about: `mailbox ${mailbox}, folder ${folder}`,
        mend: `not read since ${troubleSince?.toISOString().slice(0, 16) ?? 'a while'}: ${troubles[trouble]}`,
      })
  const waiting = await oldestOn(tx, 'waiting')
  if (waiting && tx.now.getTime() - waiting.arrivedAt.getTime() > longWait)
    found.push({
      about: `${waiting.count} letters in`,
      mend: `waiting to be sorted since ${waiting.arrivedAt.toISOString().slice(0, 16)}: the site sorts them while it runs; "raadslag mail list" does it at once.`,
    })
  const shelf = await oldestOn(tx, 'shelf')
  if (shelf && tx.now.getTime() - shelf.arrivedAt.getTime() > longShelf)
    found.push({
      about: `${shelf.count} letters on the shelf`,
      mend: `the oldest since ${shelf.arrivedAt.toISOString().slice(0, 10)}: somebody who answers for the post looks at them under Post.`,
    })
  return found
}

// Which folders of which server a mailbox is read from, as the operator wrote it in IMAP_URL. Pure.

export interface ImapPlace {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  /** The server is on this machine: only then may the connection be without TLS. */
  readonly near: boolean
  readonly user: string
  /** null: signs in with a token. */
  readonly password: string | null
  /** The name of the mailbox in the municipality's data. */
  readonly mailbox: string
  /** The folders that are read; no other is ever opened. */
  readonly folders: readonly string[]
  /** What happens to a letter on the server once it is kept here: nothing, a mark of ours, or a move. */
  readonly done: null | 'flag' | { readonly moveTo: string }
  /** Days after which a kept letter is deleted on the server; null is never, less than 30 is not possible. */
  readonly deleteAfterDays: number | null
  /** Seconds between looks, for folders and servers that do not tell by themselves. */
  readonly pollSeconds: number
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])
export const fewestDays = 30

/**
 * Reads `imaps://user:password@host:port/Folder?mailbox=politik&folder=Mere&done=flag&deleteAfterDays=60&poll=60`.
 * @param mailboxes the mailboxes of the data: the one whose address is the user is meant when the address names none
 */
export function placeOf(text: string, mailboxes: readonly { readonly slug: string; readonly address: string }[]): ImapPlace {
  const url = new URL(text)
  const secure = url.protocol === 'imaps:'
  const user = decodeURIComponent(url.username)
  const asked = url.searchParams.get('mailbox')
  const own = mailboxes.find(one => one.address.toLowerCase() === user.toLowerCase()) ?? mailboxes[0]
  const path = decodeURIComponent(url.pathname.slice(1))
  const named = [...(path === '' ? [] : [path]), ...url.searchParams.getAll('folder')]
  const done = url.searchParams.get('done')
  const days = Number(url.searchParams.get('deleteAfterDays') ?? Number.NaN)
  const poll = Number(url.searchParams.get('poll') ?? '60')
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    near: loopback.has(url.hostname),
    user,
    password: url.password === '' ? null : decodeURIComponent(url.password),
    mailbox: asked ?? own?.slug ?? user,
    folders: named.length > 0 ? [...new Set(named)] : ['INBOX'],
    done: done === 'flag' ? 'flag' : done?.startsWith('move:') ? { moveTo: done.slice(5) } : null,
    deleteAfterDays: Number.isInteger(days) ? Math.max(fewestDays, days) : null,
    pollSeconds: poll >= 1 && poll <= 3_600 ? poll : 60,
  }
}

/** Milliseconds before the next try after so many failures in a row: a second, doubled each time, at most five minutes, a little scattered. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = 5 * 60_000
  return Math.min(longest, 1_000 * 2 ** Math.min(failures - 1, 20)) * (0.8 + 0.4 * chance)
}

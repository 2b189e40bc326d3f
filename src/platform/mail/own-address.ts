// The addresses we make up for one letter or one thread, and how we know them again when something is written to them.
import type { MunicipalityKeys } from '../crypto/keys.ts'
import { shortToken, shortTokenFits } from '../crypto/token.ts'
import { isId } from '../ids.ts'
import { checkAddress } from './address.ts'

/** What an address of ours leads to: the thread of a thing, or the one letter a bounce is about. */
export type OwnAddress = { readonly kind: 'thread'; readonly about: string } | { readonly kind: 'bounce'; readonly letter: string }

// Addresses lose their case on the way and are read aloud, so ids travel in lower-case letters and digits without i, l, o and u.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const shape = /^[^+@]+\+([0-9a-hjkmnp-tv-z]{26})\.([0-9a-hjkmnp-tv-z]{16})@[^@]+$/
const longestLocal = 64
const purposes = { thread: 'mail thread', bounce: 'mail bounce' } as const

/** The address an answer goes to: `local+<thing>.<token>@domain`. The plain address when there is no room for more. */
export function threadAddress(keys: MunicipalityKeys, base: string, about: string): string {
  return marked(keys, base, 'thread', about)
}
/** The envelope sender of one letter, where its bounces come to: `b+<letter>.<token>@domain`. */
export function bounceAddress(keys: MunicipalityKeys, base: string, letter: string): string {
  return marked(keys, base, 'bounce', letter)
}

function marked(keys: MunicipalityKeys, base: string, kind: OwnAddress['kind'], id: string): string {
  const at = base.lastIndexOf('@')
  const local = `${base.slice(0, at)}+${packed(id)}.${shortToken(keys, purposes[kind], id)}`
  return local.length > longestLocal ? base : `${local}${base.slice(at)}`
}

/** What the address leads to, or null when we did not make it: a changed letter anywhere makes it a stranger's. */
export function readOwnAddress(keys: MunicipalityKeys, address: string): OwnAddress | null {
  const [, code, token] = shape.exec(address.trim().toLowerCase()) ?? []
  const id = code === undefined ? null : unpacked(code)
  if (id === null || token === undefined) return null
  if (shortTokenFits(keys, purposes.thread, id, token)) return { kind: 'thread', about: id }
  if (shortTokenFits(keys, purposes.bounce, id, token)) return { kind: 'bounce', letter: id }
  return null
}

/** The address without what we or anybody put after the plus: the mailbox itself. */
export function plainMailbox(address: string): string {
  const checked = checkAddress(address.trim())
  const bare = checked.ok ? checked.address : address.trim()
  return bare.replace(/\+[^@]*(?=@)/, '').toLowerCase()
}

/** The letter a Message-ID of ours names (`<letter@domain>`); only a claim, since anybody who got the letter knows it. */
export function letterOfMessageId(messageId: string): string | null {
  const id = /^<?([0-9a-f-]{36})@[^\s<>@]+>?$/i.exec(messageId.trim())?.[1]?.toLowerCase()
  return id && isId(id) ? id : null
}

function packed(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`)
  let code = ''
  for (let at = 0; at < 26; at++) {
    code = alphabet[Number(rest & 31n)]! + code
    rest >>= 5n
  }
  return code
}
function unpacked(code: string): string | null {
  let whole = 0n
  for (const sign of code) whole = (whole << 5n) | BigInt(alphabet.indexOf(sign))
  if (whole >> 128n) return null
  const hex = whole.toString(16).padStart(32, '0')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  return isId(id) ? id : null
}

// Decides what is one e-mail address we will write to. Strict on purpose: recipient strings are where letters get diverted.
import { domainToASCII } from 'node:url'

/** Why a text is not an address we can write to. */
type AddressFault = 'empty' | 'control' | 'several' | 'no-at' | 'local' | 'domain' | 'too-long'

// Letters, digits and the signs allowed without quotes, in parts between single dots (RFC 5322 dot-atom).
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u
const MAX = 254
const MAX_LOCAL = 64

type Checked = { ok: true; address: string } | { ok: false; fault: AddressFault }

/**
 * Checks that the text is exactly one bare address: no name, no quotes, no comments, no list, no line break, at most 254 characters.
 * The domain comes back in lower case as it is sent (punycode); the local part stays as written.
 */
export function checkAddress(text: string): Checked {
  if (text === '') return { ok: false, fault: 'empty' }
  if (text.length > MAX) return { ok: false, fault: 'too-long' }
  if (UNSEEN.test(text)) return { ok: false, fault: 'control' }
  if (/[,;<>]|\s\S+@/.test(text)) return { ok: false, fault: 'several' }
  const at = text.indexOf('@')
  if (at < 0) return { ok: false, fault: 'no-at' }
  if (text.includes('@', at + 1)) return { ok: false, fault: 'several' }
  const local = text.slice(0, at)
  if (local.length > MAX_LOCAL || !LOCAL.test(local)) return { ok: false, fault: 'local' }
  const domain = asciiDomain(text.slice(at + 1))
  if (domain === null) return { ok: false, fault: 'domain' }
  const address = `${local}@${domain}`
  return address.length > MAX ? { ok: false, fault: 'too-long' } : { ok: true, address }
}

/** The address as we store and send it, or null when it is not one (see `checkAddress` for why). The text is not trimmed here. */
export function parseAddress(text: string): string | null {
  const checked = checkAddress(text)
  return checked.ok ? checked.address : null
}

/**
 * The form under which two spellings of one mailbox meet: lower case, Unicode form C, punycode domain.
 * Not for sending: the local part belongs to the receiver. A text that is no address is folded as it stands.
 */
export function sameMailbox(text: string): string {
  const trimmed = text.trim()
  return (parseAddress(trimmed) ?? trimmed).normalize('NFC').toLowerCase()
}

/** The domain in lower case as it is sent (punycode), or null when no letter can be delivered there (IP addresses and single names included). */
function asciiDomain(domain: string): string | null {
  // Nothing but letters, digits, hyphen and dot in ASCII: the mapping below would otherwise decode %-signs and read numbers as IP addresses.
  if (!/^(?:[A-Za-z0-9.-]|[^\p{ASCII}])+$/u.test(domain)) return null
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  if (labels.length < 2 || ascii.length > 253 || !labels.every(label => LABEL.test(label))) return null
  const top = labels.at(-1)!
  return /^[a-z]{2,}$|^xn--/.test(top) ? ascii : null
}

/**
 * A name that may stand beside an address in a header: one line, no characters that end a header, quote or look like an address,
 * no change of direction, at most 64 characters. Encoding for the wire is the mail library's work; '' means send without a name.
 */
export function headerName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Surrogate}]/gu, '')
    .replace(/[@＠﹫"\\<>()[\],;:]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return [...plain].slice(0, 64).join('').trim()
}

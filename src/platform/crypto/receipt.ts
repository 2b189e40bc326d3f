// Receipt codes: 95 bits a person can write down, read aloud and type in again, and find their way back with.
import { createHmac } from 'node:crypto'
import type { MunicipalityKeys } from './keys.ts'

/** A well-formed receipt code, 20 symbols without hyphens. It is a secret: never logged, never in an address. */
export type ReceiptCode = string & { readonly receiptCode: true }

/** What was typed: a code to look for, or not the form of one. The form says nothing about whether a code exists. */
export type ParsedReceipt = { ok: true; code: ReceiptCode } | { ok: false; fault: 'format' }

// Crockford's base 32: no I, L, O, U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DATA = 19
const LENGTH = 20
const GROUP = 4
// A prime below 32 keeps the check symbol within the alphabet; weights that differ notice two symbols changing places.
const MODULUS = 31
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
// What people put between the groups: white space, hyphens and dashes, dots, marks of direction.
const BETWEEN = /[\s\p{Cf}\p{Pd}\u2212_.]+/gu
const LONGEST_INPUT = 200
const FIGURE = /[2-9]/
// What is read as one of these figures, or may be: nearly every code has one, and most of what people write has none.
const MAY_HOLD_FIGURE = /[2-9²³¼½¾]|[^ -ÿ\s]/

function checkSymbol(data: string): string {
  let sum = 0
  for (let at = 0; at < DATA; at++) sum += (at + 1) * ALPHABET.indexOf(data[at]!)
  return ALPHABET[sum % MODULUS]!
}

/**
 * The receipt code that belongs to a form key: the same key always gives the same code, so that sending a form again shows it again.
 * @param formKey the secret key of the form, at least 128 bits of chance (see `signed-form.ts`)
 */
export function makeReceipt(keys: MunicipalityKeys, formKey: string): ReceiptCode {
  if (formKey.length < 16) throw new RangeError('a form key carries at least 128 bits')
  const bytes = createHmac('sha256', keys.receiptMaker).update(formKey, 'utf8').digest()
  let bits = BigInt(`0x${bytes.toString('hex', 0, 12)}`) >> 1n
  let data = ''
  for (let at = 0; at < DATA; at++) {
    data = ALPHABET[Number(bits & 31n)]! + data
    bits >>= 5n
  }
  return (data + checkSymbol(data)) as ReceiptCode
}

/** The code as it is shown: XXXX-XXXX-XXXX-XXXX-XXXX. */
export function showReceipt(code: ReceiptCode): string {
  return code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-')
}

/** Upper case, Western digits, no gaps, and what is easily mistaken read as what was meant. */
const folded = (text: string): string => read(text.normalize('NFKC').replace(BETWEEN, ''))
function read(signs: string): string {
  return signs
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
    .replace(/[OIL]/g, symbol => MISREAD[symbol]!)
}

/** Reads what somebody typed: lower case, spaces, hyphens or none, O for 0, I and L for 1 are all fine. */
export function parseReceipt(text: string): ParsedReceipt {
  if (text.length > LONGEST_INPUT) return { ok: false, fault: 'format' }
  const code = folded(text)
  const formed = code.length === LENGTH && [...code].every(symbol => ALPHABET.includes(symbol)) && checkSymbol(code) === code[DATA]
  return formed ? { ok: true, code: code as ReceiptCode } : { ok: false, fault: 'format' }
}

/** Whether a text carries the code somewhere, in any way of writing it. A text that does is not accepted: codes belong in nobody's records. */
export function carriesReceipt(text: string, code: ReceiptCode): boolean {
  // Letters that stand for several can make a short text longer; plain ones cannot.
  if (text.length < LENGTH && /^[ -~]*$/.test(text)) return false
  if (!MAY_HOLD_FIGURE.test(text) && FIGURE.test(code)) return false
  return folded(text).includes(code)
}

/** The letters and digits of a text, read as those of a code: whatever stands between them is nothing. */
const signsOf = (text: string): string => read(text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ''))

/** Whether the signs of this code stand in the text one after the other, whatever else than letters and digits stands between them. */
export function spellsReceipt(text: string, code: ReceiptCode): boolean {
  return signsOf(text).includes(code)
}

/** Every run of twenty signs in a text that has the form of a code, whatever stands between them. */
export function* codesIn(text: string): Generator<ReceiptCode> {
  const signs = signsOf(text)
  // How many signs before this place could all stand in a code: a text has few runs that are long enough.
  let run = 0
  for (let at = 0; at < signs.length; at++) {
    run = ALPHABET.includes(signs[at]!) ? run + 1 : 0
    if (run < LENGTH) continue
    const code = signs.slice(at + 1 - LENGTH, at + 1)
    if (checkSymbol(code) === code[DATA]) yield code as ReceiptCode
  }
}

/** What a code is stored and found by. The code itself is stored nowhere. */
export function receiptIndex(keys: MunicipalityKeys, code: ReceiptCode): Buffer {
  return createHmac('sha256', keys.receiptPepper).update(code, 'ascii').digest()
}

// Splits a secret into parts for paper: any few of them give it back, fewer say nothing at all (Shamir's scheme over GF(256)).
import { createHash } from 'node:crypto'
import { chance } from './chance.ts'

/** What is wrong with a part, in one line that says what to do. */
export class ShareFault extends Error {
  override readonly name = 'ShareFault'
}

const FORM = 1
const SECRET = 32
const MARK = 4
const CHECK = 4
const BYTES = 3 + MARK + SECRET + CHECK
// Crockford's base 32: no I, L, O, U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SYMBOLS = Math.ceil((BYTES * 8) / 5)

/** Two numbers of the field multiplied, bit by bit: no table, so nothing is told by where memory is read. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 0; bit < 8; bit++) {
    product ^= -(b & 1) & a
    a = (a << 1) ^ (-(a >> 7) & 0x11b)
    b >>= 1
  }
  return product
}
/** What a number must be multiplied with to give 1: its 254th power. */
function inverse(a: number): number {
  let power = 1
  for (let n = 0; n < 254; n++) power = times(power, a)
  return power
}

/** The parts of a secret of 32 bytes, as they are written on paper. `mark` names the secret, so that parts of two are not mixed. */
export function splitSecret(
  secret: Uint8Array,
  { parts, needed, mark, random = chance }: { parts: number; needed: number; mark: string; random?: (size: number) => Uint8Array },
): string[] {
  if (secret.length !== SECRET) throw new RangeError(`a secret has ${SECRET} bytes`)
  if (!(Number.isInteger(needed) && Number.isInteger(parts) && needed >= 2 && parts >= needed && parts <= 16))
    throw new ShareFault('Give 2 to 16 parts, and how many of them are needed: at least 2, at most all.')
  // For every byte a curve of its own: the secret is where it crosses 0, each part one point on it.
  const curves = Array.from({ length: needed - 1 }, () => random(SECRET))
  return Array.from({ length: parts }, (_, n) => {
    const x = n + 1
    const point = Buffer.alloc(SECRET)
    for (let at = 0; at < SECRET; at++) {
      let y = 0
      for (const curve of [...curves].reverse()) y = times(y, x) ^ curve[at]!
      point[at] = times(y, x) ^ secret[at]!
    }
    return written({ needed, x, mark: markOf(mark), point })
  })
}

/** The secret that parts belong to. @throws ShareFault naming the part that is wrong, or how many are missing */
export function joinSecret(texts: readonly string[]): { readonly secret: Buffer; readonly mark: string } {
  const parts = texts.map((text, at) => read(text, at + 1))
  const [first] = parts
  if (!first) throw new ShareFault('Give the parts, one on each line.')
  const other = parts.findIndex(part => part.needed !== first.needed || !part.mark.equals(first.mark))
  if (other >= 0) throw new ShareFault(`Part ${other + 1} belongs to another key than part 1.`)
  const points = [...new Map(parts.map(part => [part.x, part])).values()]
  if (points.length < first.needed) throw new ShareFault(`${first.needed} different parts are needed; ${points.length} given.`)
  const used = points.slice(0, first.needed)
  const secret = Buffer.alloc(SECRET)
  for (const one of used) {
    let weight = 1
    for (const two of used) if (two !== one) weight = times(weight, times(two.x, inverse(two.x ^ one.x)))
    for (let at = 0; at < SECRET; at++) secret[at] = secret[at]! ^ times(weight, one.point[at]!)
  }
  return { secret, mark: first.mark.toString('hex') }
}

interface Part {
  readonly needed: number
  readonly x: number
  readonly mark: Buffer
  readonly point: Buffer
}
const markOf = (fingerprint: string) => Buffer.from(fingerprint, 'hex').subarray(0, MARK)
const checkOf = (body: Uint8Array) => createHash('sha256').update('raadslag part ').update(body).digest().subarray(0, CHECK)

/** In groups of five, as people copy them. */
function written({ needed, x, mark, point }: Part): string {
  const body = Buffer.concat([Buffer.from([FORM, needed, x]), mark, point])
  let bits = BigInt(`0x${Buffer.concat([body, checkOf(body)]).toString('hex')}`) << BigInt(SYMBOLS * 5 - BYTES * 8)
  let text = ''
  for (let n = 0; n < SYMBOLS; n++) {
    text = ALPHABET[Number(bits & 31n)]! + text
    bits >>= 5n
  }
  return text.match(/.{1,5}/g)!.join('-')
}
function read(text: string, number: number): Part {
  const symbols = [...text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')].map(symbol =>
    ALPHABET.indexOf(symbol),
  )
  if (symbols.length !== SYMBOLS || symbols.includes(-1))
    throw new ShareFault(`Part ${number} has ${symbols.length} signs and must have ${SYMBOLS} letters and digits. Type it again.`)
  const bits = symbols.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n) >> BigInt(SYMBOLS * 5 - BYTES * 8)
  const bytes = Buffer.from(bits.toString(16).padStart(BYTES * 2, '0'), 'hex')
  const body = bytes.subarray(0, BYTES - CHECK)
  if (!checkOf(body).equals(bytes.subarray(BYTES - CHECK)))
    throw new ShareFault(`Part ${number} has a sign that is not as it was written. Compare it with the paper.`)
  if (body[0] !== FORM || body[2] === 0) throw new ShareFault(`Part ${number} was made by a newer version of this program.`)
  return { needed: body[1]!, x: body[2]!, mark: body.subarray(3, 3 + MARK), point: body.subarray(3 + MARK) }
}

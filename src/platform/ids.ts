// Makes and recognises identities: sortable ones for most things, pure chance for voices (a sortable id is a clock).
import { randomBytes, randomUUID } from 'node:crypto'

/** The identity of one thing. `Id<'seat'>` and `Id<'council'>` do not mix; a plain string (a row, a form) fits both. */
export type Id<Kind extends string = string> = string & { readonly kindOfId?: Kind }

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const CHANCE_BITS = 74n
const CHANCE_MASK = (1n << CHANCE_BITS) - 1n
const LOWER_62 = (1n << 62n) - 1n

let lastMillisecond = -1
let lastChance = 0n

function freshChance(): bigint {
  // The top bit stays 0, so that counting up within one millisecond has room.
  return BigInt(`0x${randomBytes(10).toString('hex')}`) & (CHANCE_MASK >> 1n)
}

function nextChance(millisecond: number): bigint {
  if (millisecond !== lastMillisecond) return freshChance()
  const step = BigInt(`0x${randomBytes(4).toString('hex')}`) + 1n
  const next = lastChance + step
  return next > CHANCE_MASK ? freshChance() : next
}

/**
 * A UUID version 7 (RFC 9562): sorts by the time given, in the order of making within one millisecond of one process.
 * It tells when it was made; use `uuid4` for voices and everything hanging on them.
 * @throws RangeError when `now` is no time between 1970 and the year 10889
 */
export function uuid7<Kind extends string = string>(now: Date): Id<Kind> {
  const millisecond = now.getTime()
  if (!(millisecond >= 0 && millisecond < 2 ** 48)) throw new RangeError('uuid7 needs a time from 1970 on')
  lastChance = nextChance(millisecond)
  lastMillisecond = millisecond
  const time = millisecond.toString(16).padStart(12, '0')
  const high = (lastChance >> 62n).toString(16).padStart(3, '0')
  const low = ((lastChance & LOWER_62) | (2n << 62n)).toString(16).padStart(16, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`
}

/** A UUID version 4: 122 bits of chance, tells nothing. For voices and everything hanging on them. */
export function uuid4<Kind extends string = string>(): Id<Kind> {
  return randomUUID()
}

/** Whether the text is an identity as we write them: version 4 or 7, lower case. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && CANONICAL.test(text)
}

// Makes and recognises identities: sortable ones for most things, pure chance for voices (a sortable id is a clock).
import { randomUUID } from 'node:crypto'
import { chance } from './crypto/chance.ts'

/** The identity of one thing. `Id<'seat'>` and `Id<'council'>` do not mix; a plain string (a row, a form) fits both. */
export type Id<Kind extends string = string> = string & { readonly kindOfId?: Kind }

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

// The 74 bits of chance after the time, in three parts that fit a number: 12, 30 and 32 bits.
let lastMillisecond = -1
let high = 0
let middle = 0
let low = 0
/** What stands before the low bits: the same for nearly all that are made in one millisecond. */
let head = ''

function drawChance(): void {
  const bytes = chance(10)
  // The top bit stays 0, so that counting up within one millisecond has room.
  high = bytes.readUInt16BE(0) & 0x7ff
  middle = bytes.readUInt32BE(2) & 0x3fff_ffff
  low = bytes.readUInt32BE(6)
}
function countUp(): void {
  low += chance(4).readUInt32BE(0) + 1
  if (low <= 0xffff_ffff) return
  low -= 0x1_0000_0000
  if (++middle <= 0x3fff_ffff) return
  middle = 0
  if (++high > 0xfff) drawChance()
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
function headOf(millisecond: number): string {
  const time = hex(millisecond, 12)
  const rest = hex(middle + 0x8000_0000, 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(high, 3)}-${rest.slice(0, 4)}-${rest.slice(4)}`
}

/**
 * A UUID version 7 (RFC 9562): sorts by the time given, in the order of making within one millisecond of one process.
 * It tells when it was made; use `uuid4` for voices and everything hanging on them.
 * @throws RangeError when `now` is no time between 1970 and the year 10889
 */
export function uuid7<Kind extends string = string>(now: Date): Id<Kind> {
  const millisecond = now.getTime()
  if (!(millisecond >= 0 && millisecond < 2 ** 48)) throw new RangeError('uuid7 needs a time from 1970 on')
  const before = middle
  if (millisecond === lastMillisecond) countUp()
  else drawChance()
  if (millisecond !== lastMillisecond || middle !== before) head = headOf(millisecond)
  lastMillisecond = millisecond
  return `${head}${hex(low, 8)}`
}

/** A UUID version 4: 122 bits of chance, tells nothing. For voices and everything hanging on them. */
export function uuid4<Kind extends string = string>(): Id<Kind> {
  return randomUUID()
}

/** Whether the text is an identity as we write them: version 4 or 7, lower case. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && CANONICAL.test(text)
}

// Random bytes for keys and identities, drawn from the system many at a time: a draw costs more than the bytes.
import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafeSlow(4_096)
let used = pool.length

/** `size` random bytes (at most 256), of the same source as `randomBytes`. Handed out once: what was given is wiped here. */
export function chance(size: number): Buffer {
  if (!(size > 0 && size <= 256)) throw new RangeError('chance gives 1 to 256 bytes at a time')
  if (used + size > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const given = Buffer.from(pool.subarray(used, used + size))
  pool.fill(0, used, used + size)
  used += size
  return given
}

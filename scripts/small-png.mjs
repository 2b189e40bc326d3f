// Makes a picture of a page small: the few colours of a page become a palette of at most 256.
import { deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

/** A PNG as a browser writes it (8 bits, red green blue with or without alpha, not interlaced), as one with a palette. */
export function smallPng(png) {
  const { width, height, channels, data } = parts(png)
  const pixels = unfiltered(data, width, height, channels)
  const { palette, indexes } = coloured(pixels, width * height, channels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) indexes.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function parts(png) {
  const data = []
  let head
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') head = body
    if (type === 'IDAT') data.push(body)
    at += 12 + length
  }
  if (head?.[8] !== 8 || (head[9] !== 2 && head[9] !== 6) || head[12] !== 0) throw new Error('not a picture as the browser writes it')
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    channels: head[9] === 6 ? 4 : 3,
    data: inflateSync(Buffer.concat(data)),
  }
}

/** Undoes what each row was written relative to: the pixel to the left, the row above, their mean, or whichever is nearest (Paeth). */
function unfiltered(data, width, height, channels) {
  const stride = width * channels
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= channels ? out[at - channels] : 0
      const up = y > 0 ? out[at - stride] : 0
      const corner = x >= channels && y > 0 ? out[at - stride - channels] : 0
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter]
      out[at] = (data[y * (stride + 1) + 1 + x] + guess) & 255
    }
  }
  return out
}
function nearest(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** The most used colours that differ enough to be seen apart, at most 256; every other one becomes the palette's colour nearest to it. */
function coloured(pixels, count, channels) {
  const used = new Map()
  const colourAt = n => (pixels[n * channels] << 16) | (pixels[n * channels + 1] << 8) | pixels[n * channels + 2]
  for (let n = 0; n < count; n++) used.set(colourAt(n), (used.get(colourAt(n)) ?? 0) + 1)
  const byUse = [...used].sort((one, other) => other[1] - one[1]).map(([colour]) => colour)
  let kept = byUse
  for (let near = 6; kept.length > 256; near *= 1.5) kept = apart(byUse, near)
  const index = new Map(kept.map((colour, at) => [colour, at]))
  for (const colour of used.keys()) if (!index.has(colour)) index.set(colour, nearestColour(kept, colour))
  const palette = Buffer.alloc(kept.length * 3)
  for (const [at, colour] of kept.entries()) palette.writeUIntBE(colour, at * 3, 3)
  const indexes = Buffer.alloc(count)
  for (let n = 0; n < count; n++) indexes[n] = index.get(colourAt(n))
  return { palette, indexes }
}
/** Leaves out what is nearer than `near` to a colour that is used more; a colour of a small sign stays, however rare. */
function apart(colours, near) {
  const kept = []
  for (const colour of colours) if (!kept.some(other => far(other, colour) <= near * near)) kept.push(colour)
  return kept
}
function nearestColour(kept, colour) {
  let best = 0
  for (let at = 1; at < kept.length; at++) if (far(kept[at], colour) < far(kept[best], colour)) best = at
  return best
}
function far(one, other) {
  let sum = 0
  for (const shift of [16, 8, 0]) sum += (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2
  return sum
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  let crc = 0xffffffff
  for (const byte of named) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8)
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, named.length + 4)
  return out
}

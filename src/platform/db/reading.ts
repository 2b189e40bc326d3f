// A connection's own socket, which reads into the same bytes again and again: otherwise each answer, however short, is read into 64 kB made for it, and a search makes the collector look through everything.
import { type OnReadOpts, Socket, type SocketConstructorOpts } from 'node:net'

/** Room at first, enough for what most are asked; and once more came at a time than it holds. */
const atFirst = 8 * 1_024
const atMost = 64 * 1_024
/** The kind of a message, and its length without the kind. */
const head = 5

/**
 * For a connection's messages, unless they are in cipher (`ssl`): what is read then is no message yet. Whole messages only are handed on,
 * and only until the next are read: whoever keeps bytes of them copies them.
 */
export const streamOf = (connection?: { readonly ssl?: unknown }): Socket => (connection?.ssl ? new Socket() : readingSocket())

function readingSocket(): Socket {
  let bytes = Buffer.allocUnsafeSlow(atFirst)
  // How much of a message that is not whole yet stands at the beginning.
  let begun = 0
  const heard = (size: number) => {
    const end = begun + size
    let whole = 0
    let next = head
    while (whole + head <= end) {
      next = 1 + bytes.readUInt32BE(whole + 1)
      if (whole + next > end) break
      whole += next
      next = head
    }
    try {
      if (whole > 0) socket.emit('data', bytes.subarray(0, whole))
    } finally {
      begun = end - whole
      // A message may be longer than anything read at a time; when it is over, its room goes.
      const usual = Math.min(end === bytes.length ? atMost : bytes.length, atMost)
      const room = Math.max(next, usual)
      if (room === bytes.length) bytes.copyWithin(0, whole, end)
      else {
        const other = Buffer.allocUnsafeSlow(room)
        bytes.copy(other, 0, whole, end)
        bytes = other
      }
    }
    return true
  }
  const onread: OnReadOpts = { buffer: () => bytes.subarray(begun), callback: heard }
  const socket: Socket = new Socket({ onread } as SocketConstructorOpts)
  return socket
}

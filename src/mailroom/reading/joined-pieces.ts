// How the reader's process joins the pieces of a letter: in one step. Node's own Blob takes seconds for the lines of a long letter.

/** What the parser uses of a Blob: made of pieces, read once. */
class JoinedPieces {
  readonly #pieces: readonly (Uint8Array | ArrayBuffer | string)[]
  constructor(pieces: readonly (Uint8Array | ArrayBuffer | string)[] = []) {
    this.#pieces = pieces
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    const most = this.#pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length * 3 : piece.byteLength), 0)
    const whole = new Uint8Array(most)
    let at = 0
    for (const piece of this.#pieces) {
      if (typeof piece === 'string') at += piece === '\n' ? newLine(whole, at) : utf8.encodeInto(piece, whole.subarray(at)).written
      else {
        whole.set(piece instanceof Uint8Array ? piece : new Uint8Array(piece), at)
        at += piece.byteLength
      }
    }
    return whole.buffer.slice(0, at)
  }
}
const utf8 = new TextEncoder()
function newLine(whole: Uint8Array, at: number): number {
  whole[at] = 10
  return 1
}

/** For a process that reads letters and does nothing else. */
export function joinPiecesAtOnce(): void {
  Object.defineProperty(globalThis, 'Blob', { value: JoinedPieces, configurable: true, writable: true })
}

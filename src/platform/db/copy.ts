// Fetches what queries find as PostgreSQL's own bytes, by COPY: the driver reads rows as text only, and bytes would come as hexadecimal digits.
import pg from 'pg'
import { askingAll } from './wanted.ts'

/** What several queries found, in the binary form of COPY, each row behind the number of its query; read with `copiedRows`. */
export interface Copied {
  readonly buffer: ArrayBuffer
  /** Where it ends. */
  readonly size: number
}

const atFirst = 256 * 1_024

/** Gathers the parts of copies: the driver uses its own buffer again for what comes next. */
class Gathered {
  #bytes: Uint8Array<ArrayBuffer>
  size = 0
  constructor(buffer: ArrayBuffer) {
    this.#bytes = new Uint8Array(buffer)
  }
  add(part: Uint8Array): void {
    if (this.size + part.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.size + part.length))
      larger.set(this.#bytes.subarray(0, this.size))
      this.#bytes = larger
    }
    this.#bytes.set(part, this.size)
    this.size += part.length
  }
  get buffer(): ArrayBuffer {
    return this.#bytes.buffer
  }
}

class Copy extends pg.Query {
  readonly #gathered: Gathered
  constructor(query: string, gathered: Gathered) {
    super(`copy (${query}) to stdout (format binary)`)
    this.#gathered = gathered
  }
  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    this.#gathered.add(chunk)
  }
}

/**
 * What the queries, of one column each, find of these ids. `into` is used again when it is large enough: making room for every answer anew
 * costs more than filling it.
 */
export async function copyOut(
  client: pg.PoolClient,
  ids: readonly string[],
  queries: readonly string[],
  into = new ArrayBuffer(atFirst),
): Promise<Copied> {
  const gathered = new Gathered(into)
  await new Promise<void>((resolve, reject) => {
    const heard = (error: Error | null) => (error ? reject(error) : resolve())
    client.query(Object.assign(new Copy(askingAll(ids, queries), gathered), { callback: heard }))
  })
  return { buffer: gathered.buffer, size: gathered.size }
}

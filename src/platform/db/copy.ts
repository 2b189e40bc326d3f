// Fetches what a query finds as PostgreSQL's own bytes, by COPY: the driver reads rows as text only, and bytes would come as hexadecimal digits.
import pg from 'pg'

const atFirst = 256 * 1_024

/** Gathers the parts of a copy: the driver uses its own buffer again for what comes next. */
class Copy extends pg.Query {
  bytes = new Uint8Array(atFirst)
  size = 0
  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    if (this.size + chunk.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.size + chunk.length))
      larger.set(this.bytes.subarray(0, this.size))
      this.bytes = larger
    }
    this.bytes.set(chunk, this.size)
    this.size += chunk.length
  }
}

/** What the query finds, in the binary form of COPY: one array of its own, which may be given away. */
export function copyOut(client: pg.PoolClient, query: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const copy = new Copy(`copy (${query}) to stdout (format binary)`)
    const heard = (error: Error | null) => (error ? reject(error) : resolve(copy.bytes.subarray(0, copy.size)))
    client.query(Object.assign(copy, { callback: heard }))
  })
}

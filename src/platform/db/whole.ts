// A transaction that asked nothing leaves whole: begin, its one write and commit are one message, so PostgreSQL answers once instead of three times.
import pg from 'pg'
import utils from 'pg/lib/utils.js'

/** How a transaction begins. */
export interface Opening {
  readonly begin: string
  /** Sets the municipality for this transaction only. */
  readonly municipality: string
}

/** The messages of PostgreSQL's extended protocol, as the driver writes them; its types leave them out. */
interface Wire {
  parse(statement: { text: string; name?: string }): void
  bind(portal: { statement?: string; values?: readonly unknown[]; valueMapper?: (value: unknown) => unknown }): void
  execute(portal: object): void
  sync(): void
  readonly stream: { cork(): void; uncork(): void }
}

/** The commands each connection has prepared, each under its own words as a name. */
const commands = new WeakMap<Wire, Set<string>>()

class Whole extends pg.Query {
  readonly #opening: Opening
  readonly #name: string
  readonly #values: readonly unknown[]
  #ended = ''
  constructor(opening: Opening, name: string, values: readonly unknown[]) {
    super('')
    this.#opening = opening
    this.#name = name
    this.#values = values
    this.submit = connection => this.#send(connection as unknown as Wire)
  }
  /** After a fault PostgreSQL passes over the rest, the commit too, and answers for it at the sync. */
  #send(wire: Wire): void {
    wire.stream.cork()
    command(wire, this.#opening.begin)
    wire.parse({ text: this.#opening.municipality })
    wire.bind({})
    wire.execute({})
    wire.bind({ statement: this.#name, values: this.#values, valueMapper: utils.prepareValue })
    wire.execute({})
    command(wire, 'commit')
    wire.sync()
    wire.stream.uncork()
  }
  handleDataRow(): void {}
  handleCommandComplete({ text }: { text: string }): void {
    this.#ended = text
  }
  handleReadyForQuery(): void {
    const { callback } = this as unknown as { callback: (error: null, ended: string) => void }
    callback(null, this.#ended)
  }
}

function command(wire: Wire, text: string): void {
  const known = commands.get(wire) ?? new Set()
  commands.set(wire, known)
  if (!known.has(text)) wire.parse({ text, name: text })
  known.add(text)
  wire.bind({ statement: text })
  wire.execute({})
}

/** Sends a transaction of one write that is prepared under this name; the command it ended by. Rejects with the first fault: then a rollback is still to be asked for. */
export function sendWhole(client: pg.PoolClient, opening: Opening, name: string, values: readonly unknown[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const callback = (error: Error | null, ended: string) => (error ? reject(error) : resolve(ended))
    client.query(Object.assign(new Whole(opening, name, values), { callback }))
  })
}

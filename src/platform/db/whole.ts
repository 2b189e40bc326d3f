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
  bind(portal: { statement?: string; values?: readonly unknown[] }): void
  execute(portal: object): void
  close(statement: { type: 'S'; name: string }): void
  sync(): void
  readonly stream: { cork(): void; uncork(): void }
}

/** The commands each connection is known to have prepared, each under its own words as a name. */
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
    // Before anything is sent: a value that cannot be written leaves nothing half said.
    this.#values = values.map(value => utils.prepareValue(value))
    this.submit = connection => this.#send(connection as unknown as Wire)
  }
  /** After a fault PostgreSQL passes over the rest, the commit too, and answers for it at the sync. */
  #send(wire: Wire): void {
    wire.stream.cork()
    for (const text of [this.#opening.begin, 'commit']) prepare(wire, text)
    command(wire, this.#opening.begin)
    wire.parse({ text: this.#opening.municipality })
    wire.bind({})
    wire.execute({})
    wire.bind({ statement: this.#name, values: this.#values })
    wire.execute({})
    command(wire, 'commit')
    wire.sync()
    wire.stream.uncork()
  }
  handleDataRow(): void {}
  handleCommandComplete({ text }: { text: string }): void {
    this.#ended = text
  }
  handleReadyForQuery(wire: unknown): void {
    commands.set(wire as Wire, (commands.get(wire as Wire) ?? new Set()).add(this.#opening.begin).add('commit'))
    const { callback } = this as unknown as { callback: (error: null, ended: string) => void }
    callback(null, this.#ended)
  }
}

/** Prepares a command, unless it is known to be: whether a transaction that failed came so far, nobody can tell, so it is forgotten first. */
function prepare(wire: Wire, text: string): void {
  if (commands.get(wire)?.has(text)) return
  wire.close({ type: 'S', name: text })
  wire.parse({ text, name: text })
}

function command(wire: Wire, text: string): void {
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

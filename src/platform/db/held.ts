// Writes nobody waits for, put together into one statement. Written out by hand: building and walking a tree for rows of fixed columns cost more than sending them.
import type { Compilable } from 'kysely'

/** The place of a value in a statement; what is shared stands there once, and so must be of one type wherever it is used. */
type Param = (value: unknown, shared?: boolean) => string

/** One write that is held; `text` asks `param` for the place of each value. */
export interface HeldWrite {
  /** The table it writes, with its schema when that is not the usual one. */
  readonly table: string
  text(param: Param): string
  /** Hears the rows of the answer, at the latest before the commit's own: such a write is a statement by itself. */
  readonly heard?: (rows: readonly Record<string, unknown>[]) => void
  /** Whether PostgreSQL looks at this one before those that leave with it: of all that is refused at once, its fault is what must be told. */
  readonly first?: boolean
}

/** Names that have been looked at: there are as many as the schema has, and each is asked for again with every write. */
const names = new Map<string, string>()
function quoted(name: string): string {
  const known = names.get(name)
  if (known) return known
  if (!/^[a-z_][a-z0-9_.]*$/.test(name)) throw new Error(`not a name of a table or column: ${name}`)
  const made = `"${name.replaceAll('.', '"."')}"`
  names.set(name, made)
  return made
}

/** Rows to insert; all have the columns of the first, and a value left undefined there takes the column's default. */
export function inserting<Row extends object>(table: string, rows: readonly [Row, ...Row[]] | readonly Row[]): HeldWrite {
  const first = rows[0]
  if (!first) throw new Error(`no row to insert into ${table}`)
  const columns = (Object.keys(first) as (keyof Row & string)[]).filter(column => first[column] !== undefined)
  for (const row of rows.slice(1))
    for (const [column, value] of Object.entries(row))
      if (value !== undefined && !columns.includes(column as never)) throw new Error(`rows of ${table} differ in ${column}`)
  return {
    table,
    text: param => {
      // Whose rows they are and when they are written is the same nearly everywhere.
      const place = (value: unknown, column: string) => param(value, column === 'municipality_id' || value instanceof Date)
      const lists = rows.map(row => `(${columns.map(column => place(row[column] ?? null, column)).join(', ')})`)
      return `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${lists.join(', ')}`
    },
  }
}

/** Any other write, as a query that is ready: a change, an insert that minds conflicts. */
export function asking(table: string, query: Compilable): HeldWrite {
  const { sql: text, parameters } = query.compile()
  // Every value is a parameter, so a dollar with a number stands for nothing else.
  return { table, text: param => text.replace(/\$(\d+)/g, (_, place) => param(parameters[Number(place) - 1])) }
}

/** What is held as the statements it leaves in, in its order: those nobody hears of together, each other one by itself. */
export function statements(writes: readonly HeldWrite[]): { text: string; values: unknown[]; heard?: HeldWrite['heard'] }[] {
  const made: { text: string; values: unknown[]; heard?: HeldWrite['heard'] }[] = []
  let silent: HeldWrite[] = []
  const end = () => {
    if (silent.length > 0) made.push(together(silent))
    silent = []
  }
  for (const write of writes)
    if (write.heard) {
      end()
      const { param, values } = params()
      made.push({ text: write.text(param), values, heard: write.heard })
    } else silent.push(write)
  end()
  return made
}

/**
 * The writes as one statement with its values. It ends with an insert where there is one: that part PostgreSQL runs before those beside it,
 * and it is answered without a row. Moments are written as text here: the driver's own way is slow, and most are the same.
 */
export function together(writes: readonly HeldWrite[]): { text: string; values: unknown[] } {
  const { param, values } = params()
  const texts = writes.map(write => write.text(param))
  const first = writes.findIndex(write => write.first)
  const end = first >= 0 ? first : texts.findLastIndex(text => text.startsWith('insert '))
  const beside = texts.map((text, at) => `"held_${at}" as (${text})`).filter((_, at) => at !== end)
  const own = texts[end] ?? 'select 1 as done'
  return { text: beside.length > 0 ? `with ${beside.join(', ')} ${own}` : own, values }
}

function params(): { param: Param; values: unknown[] } {
  const values: unknown[] = []
  const moments = new Map<Date, string>()
  const places = new Map<unknown, string>()
  const momentOf = (value: Date): string => {
    const known = moments.get(value) ?? value.toISOString()
    moments.set(value, known)
    return known
  }
  const param = (value: unknown, shared = false) => {
    const known = shared ? places.get(value) : undefined
    if (known) return known
    values.push(value instanceof Date ? momentOf(value) : value)
    const place = `$${values.length}`
    if (shared) places.set(value, place)
    return place
  }
  return { param, values }
}

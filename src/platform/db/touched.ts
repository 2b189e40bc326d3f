// Which tables a transaction reads and writes: kept pages and what is remembered are made anew by it.
import type { KyselyPlugin, OperationNode, TableNode } from 'kysely'

/** Tables read and written in the transaction under way. */
export interface Touched {
  readonly read: Set<string>
  readonly written: Set<string>
  /** Further lists that what is read is noted in, for as long as they stand here. */
  readonly also: Set<Set<string>>
}
export const nothingTouched = (): Touched => ({ read: new Set(), written: new Set(), also: new Set() })
/** Notes that a table is read. */
export function noteRead({ read, also }: Touched, table: string): void {
  read.add(table)
  for (const list of also) list.add(table)
}
/** Notes that a table is written, and so read. */
export function noteWritten(touched: Touched, table: string): void {
  const name = table.slice(table.lastIndexOf('.') + 1)
  noteRead(touched, name)
  touched.written.add(name)
}

/** Notes every table that a statement of Kysely reads or writes. */
export function watchTables(touched: () => Touched): KyselyPlugin {
  return {
    transformQuery({ node }) {
      note(node, touched())
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

const writing = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])

/** Notes every table of a statement; those that it, or a part of it, writes are noted as written too. */
function note(node: OperationNode, touched: Touched): void {
  if (node.kind === 'TableNode') {
    noteRead(touched, nameOf(node))
    return
  }
  if (writing.has(node.kind)) touched.written.add(nameOf(targetOf(node)))
  for (const key in node) {
    const child = (node as unknown as Record<string, unknown>)[key]
    if (typeof child !== 'object' || child === null) continue
    if ('kind' in child) note(child as OperationNode, touched)
    else if (Array.isArray(child)) for (const one of child) if (typeof one === 'object' && one !== null && 'kind' in one) note(one, touched)
  }
}

const nameOf = (node: OperationNode): string => (node as TableNode).table.identifier.name
/** The table a writing part writes: the first one in its target. */
function targetOf(node: OperationNode): OperationNode {
  const { into, table, from } = node as unknown as Record<string, OperationNode>
  let target = into ?? table ?? from
  while (target && target.kind !== 'TableNode') target = firstNode(target)
  if (!target) throw new Error('a statement that writes names its table')
  return target
}
const firstNode = (node: OperationNode): OperationNode | undefined =>
  Object.values(node)
    .flat()
    .find(value => value !== null && typeof value === 'object' && 'kind' in value)

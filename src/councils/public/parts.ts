// Parts that rooms downstream put on a council's public page. They read public tables only: the page is kept.
import type { VNode } from 'preact'
import type { Tx } from '../../platform/db/act.ts'
import type { Page } from '../../platform/html/page.ts'
import type { BesideList } from '../council-store.ts'

export type CouncilPart = (page: Page) => VNode
interface Source {
  readonly list: (tx: Tx, council: string) => BesideList
  readonly draw: (rows: readonly unknown[]) => CouncilPart | null
}
const sources: Source[] = []

/**
 * Called once by a room, when it is put into the house: what it has for a council as one query, and how its rows are drawn. The query is
 * asked together with the council's own, so that the page costs no further statement; moments in it come as text.
 */
export function registerCouncilPart<Row>(
  list: (tx: Tx, council: string) => unknown,
  draw: (rows: readonly Row[]) => CouncilPart | null,
): void {
  sources.push({ list: list as Source['list'], draw: draw as Source['draw'] })
}
/** The queries of all rooms for one council. */
export const partLists = (tx: Tx, council: string): BesideList[] => sources.map(({ list }) => list(tx, council))
/** The parts, from the rows of these queries in their order. */
export const partsFrom = (lists: readonly (readonly unknown[])[]): CouncilPart[] =>
  sources.flatMap(({ draw }, at) => draw(lists[at] ?? []) ?? [])

// Parts that rooms downstream put on a council's public page. They read public tables only: the page is kept.
import type { VNode } from 'preact'
import type { Tx } from '../../platform/db/act.ts'
import type { Page } from '../../platform/html/page.ts'

export type CouncilPart = (page: Page) => VNode
type Make = (tx: Tx, council: string) => Promise<CouncilPart | null>
const makers: Make[] = []

/** Called once by a room, when it is put into the house. */
export function registerCouncilPart(make: Make): void {
  makers.push(make)
}
export async function councilPartsOf(tx: Tx, council: string): Promise<CouncilPart[]> {
  const parts: CouncilPart[] = []
  for (const make of makers) {
    const part = await make(tx, council)
    if (part) parts.push(part)
  }
  return parts
}

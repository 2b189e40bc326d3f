// What rooms downstream tell of a candidate: parts of their own page, and whether something has been begun with them.
import type { VNode } from 'preact'
import type { Tx } from '../platform/db/act.ts'
import type { Page } from '../platform/html/page.ts'

export type OwnPart = (page: Page) => VNode
type Make = (tx: Tx, candidateId: string) => Promise<OwnPart | null>

const makers: Make[] = []

/** Called once by a room, when it is put into the house. */
export function registerOwnPart(make: Make): void {
  makers.push(make)
}
export async function ownPartsOf(tx: Tx, candidateId: string): Promise<OwnPart[]> {
  const parts: OwnPart[] = []
  for (const make of makers) {
    const part = await make(tx, candidateId)
    if (part) parts.push(part)
  }
  return parts
}

type Merged = (tx: Tx, merged: { readonly keep: string; readonly drop: string }) => Promise<void>
const ears: Merged[] = []

/** Hears that two candidates were found to be one, before the other is erased. */
export function registerMerged(hear: Merged): void {
  ears.push(hear)
}
export async function tellMerged(tx: Tx, keep: string, drop: string): Promise<void> {
  for (const hear of ears) await hear(tx, { keep, drop })
}

type Begun = (tx: Tx, candidateId: string) => Promise<boolean>
const beginners: Begun[] = []

/** Says whether a room has begun something with a candidate, so that they cannot just go again. */
export function registerBegun(begun: Begun): void {
  beginners.push(begun)
}
export async function hasBegun(tx: Tx, candidateId: string): Promise<boolean> {
  for (const begun of beginners) if (await begun(tx, candidateId)) return true
  return false
}

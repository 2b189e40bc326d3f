// Whose a receipt code can be: rooms register how they find their own, so that one door opens for every code.
import type { VNode } from 'preact'
import type { Tx } from '../platform/db/act.ts'
import type { Page } from '../platform/html/page.ts'
import type { Answer } from '../platform/http/route.ts'
import type { Lang } from '../platform/i18n.ts'
import type { Principal } from '../platform/principal.ts'

/** What a code opens: a session that leads to an address, or a page shown at once that leaves nothing on the device; on a shared computer it ends by itself. */
export type Opened = { readonly token: string; readonly to: string } | { readonly show: (page: Page, shared: boolean) => VNode | Answer }

export interface CodeOwner {
  readonly name: string
  /** Looks for the code by what it is found by. The same statement whether it exists or not; null when it is not theirs, expired or erased. */
  open(tx: Tx, who: Principal, index: Buffer, lang: Lang): Promise<Opened | null>
}
const owners = new Map<string, CodeOwner>()

/** Called once by each room that gives receipts, when it is put into the house. */
export function registerCodeOwner(owner: CodeOwner): void {
  owners.set(owner.name, owner)
}
export const allOwners = (): readonly CodeOwner[] => [...owners.values()]

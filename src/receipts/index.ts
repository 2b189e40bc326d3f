// The door of this room: one address for every receipt code, whichever room gave it.
import type { Room } from '../platform/room.ts'
import { receiptRoutes } from './routes.tsx'

export { openByCode } from './open.ts'
export { type CodeOwner, registerCodeOwner } from './owners.ts'
export { receiptPath, sharedReceiptPath } from './paths.ts'

export const receipts: Room = { name: 'receipts', routes: receiptRoutes, jobs: [] }

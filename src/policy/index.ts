// The door of this room: what the municipality has promised, or has been proposed to.
import type { Room } from '../platform/room.ts'
import { policyRoutes } from './routes.tsx'

export const policy: Room = { name: 'policy', routes: policyRoutes, jobs: [] }

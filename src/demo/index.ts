// The door of the demonstration: its invented cast, and the practice made of it.
import type { Room } from '../platform/room.ts'
import { practiceRoutes } from './routes.tsx'

export { fill } from './fill.ts'

export const demo: Room = { name: 'demo', routes: practiceRoutes, jobs: [] }

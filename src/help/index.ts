// The door of this room: help now.
import { registerSetUp } from '../people/index.ts'
import type { Room } from '../platform/room.ts'
import { helpRoutes } from './routes.tsx'
import { numberSteps } from './set-up-steps.ts'

registerSetUp('help', numberSteps)
export const help: Room = { name: 'help', routes: helpRoutes, jobs: [] }

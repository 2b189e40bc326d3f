// The door of this room: help now.
import type { Room } from '../platform/room.ts'
import { helpRoutes } from './routes.tsx'

export const help: Room = { name: 'help', routes: helpRoutes, jobs: [] }

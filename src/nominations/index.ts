// The door of this room: people who want to sit in a council, and what became of their wish.
import type { Room } from '../platform/room.ts'
import { publicRoutes } from './routes-public.tsx'

export { type Receipt, type Received, receiveNomination } from './receive-nomination.ts'

export const room: Room = { name: 'nominations', routes: [...publicRoutes], jobs: [] }

// The door of this room: the front page and the frame around every page.
import type { Room } from '../platform/room.ts'
import { homeRoutes } from './routes.tsx'

export { frame } from './frame.ts'
export { noPage } from './views/no-page.tsx'
export const home: Room = { name: 'home', routes: homeRoutes, jobs: [] }

// The door of this room: from one voice to a theme, and what staff learn from it.
import type { Room } from '../platform/room.ts'
import { registerThemesOfCouncil } from './council-part.tsx'
import { themeJobs } from './jobs.ts'
import { noteRoutes } from './routes-notes.tsx'
import { publicRoutes } from './routes-public.tsx'
import { summaryRoutes } from './routes-summaries.tsx'
import { themeRoutes } from './routes-themes.tsx'
import { registerParts } from './talk-part.ts'
import { registerThemeWork } from './work-words.ts'

export { approveSummary } from './approve-summary.ts'
export { gather } from './gather.ts'
export { noteCouncilSaid, publishNote, useNote, writeNote } from './notes.ts'
export { publishWeek } from './publish.ts'

export { approveTheme, closeTheme, noteCame, raiseTheme } from './theme-deeds.ts'
export { noteSpoken, writeSummary } from './write-summary.ts'
export { beginNewTheme, offerTheme } from './write-theme.ts'

registerParts()
registerThemesOfCouncil()
registerThemeWork()
export const themes: Room = {
  name: 'themes',
  routes: [...publicRoutes, ...summaryRoutes, ...themeRoutes, ...noteRoutes],
  jobs: themeJobs,
}

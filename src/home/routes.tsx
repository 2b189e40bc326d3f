// The addresses of this room.
import { anybody, get, nothing } from '../platform/http/route.ts'
import { FrontPage } from './views/front.tsx'

export const homeRoutes = [get({ path: '/', may: anybody, load: nothing, kept: true, view: page => <FrontPage page={page} /> })]

// The address of this room.
import { itemsOfKind } from '../municipalities/index.ts'
import { anybody, get } from '../platform/http/route.ts'
import { HelpPage } from './views/help.tsx'

export const helpRoutes = [
  get({
    path: '/hjaelp',
    may: anybody,
    kept: true,
    load: async tx => await itemsOfKind(tx, 'help'),
    view: (page, numbers) => <HelpPage page={page} numbers={numbers} />,
  }),
]

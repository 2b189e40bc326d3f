// The public addresses of councils: all, one, its charter, and the same as open data.
import { anybody, file, get } from '../../platform/http/route.ts'
import { councilsAsData } from './open-data.ts'
import { listedCouncils, shownCouncil } from './read.ts'
import { CharterPage } from './views/charter.tsx'
import { CouncilPage } from './views/council.tsx'
import { CouncilList } from './views/list.tsx'

const open = { may: anybody, kept: true }

export const publicRoutes = [
  get({ ...open, path: '/raad', load: listedCouncils, view: (page, councils) => <CouncilList page={page} councils={councils} /> }),
  get({
    ...open,
    path: '/raad/:raad',
    load: async (tx, _who, { params }) => await shownCouncil(tx, params.raad!, { parts: true }),
    view: (page, shown) => <CouncilPage page={page} shown={shown} />,
  }),
  get({
    ...open,
    path: '/raad/:raad/vedtaegt',
    load: async (tx, _who, { params }) => await shownCouncil(tx, params.raad!),
    view: (page, shown) => <CharterPage page={page} shown={shown} />,
  }),
  get({
    ...open,
    path: '/raad/:raad/vedtaegt/:udgave{[0-9]{1,4}}',
    load: async (tx, _who, { params }) => await shownCouncil(tx, params.raad!, { version: Number(params.udgave) }),
    view: (page, shown) => <CharterPage page={page} shown={shown} />,
  }),
  get({
    ...open,
    path: '/api/v1/councils',
    load: listedCouncils,
    view: (_page, councils) => file('application/json; charset=utf-8', JSON.stringify(councilsAsData(councils))),
  }),
]

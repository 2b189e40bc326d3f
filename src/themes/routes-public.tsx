// The public addresses of themes. They read the published tables and nothing else.
import { anybody, file, get } from '../platform/http/route.ts'
import { themesFeed } from './feed.ts'
import { paths } from './paths.ts'
import { allPublic, onePublic, themesAsData } from './public-read.ts'
import { publicQuarters } from './quarter-figures.ts'
import { FiguresPublic, ThemePublic, ThemesPublic } from './views/public-pages.tsx'
import { themeWords as w } from './words.ts'

const open = { may: anybody, kept: true }

export const publicRoutes = [
  get({ ...open, path: paths.all, load: allPublic, view: (page, all) => <ThemesPublic page={page} all={all} /> }),
  get({ ...open, path: paths.figures, load: publicQuarters, view: (page, quarters) => <FiguresPublic page={page} quarters={quarters} /> }),
  get({
    ...open,
    path: paths.feed,
    load: allPublic,
    view: ({ municipality }, { themes }, _form, { origin }) =>
      file(
        'application/atom+xml; charset=utf-8',
        themesFeed({ base: origin, title: `${w('da', 'feed.title')} · ${municipality.name}`, author: municipality.name }, themes),
      ),
  }),
  get({
    ...open,
    path: paths.data,
    load: allPublic,
    view: (_page, all) => file('application/json; charset=utf-8', JSON.stringify(themesAsData(all))),
  }),
  get({
    ...open,
    path: '/temaer/:slug',
    load: async (tx, _who, { params }) => await onePublic(tx, params.slug!),
    view: (page, shown) => <ThemePublic page={page} shown={shown} />,
  }),
]

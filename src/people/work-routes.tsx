// The address of the work list.
import { get } from '../platform/http/route.ts'
import { namedOnPage } from '../platform/journal.ts'
import { peoplePaths } from './paths.ts'
import { WorkPage } from './views/work-page.tsx'
import { maySeeAllWork, workList } from './work.ts'

export const workRoutes = [
  get({
    path: peoplePaths.work,
    may: who => who.kind === 'staff',
    load: async (tx, who, { query }) =>
      who.kind === 'staff' ? { list: await workList(tx, who, query.get('hvis') === 'alle' && maySeeAllWork(who)) } : { list: null },
    reads: ({ list }) =>
      list && [
        { about: null, action: 'work-list', reason: list.everybody ? 'everybody' : 'own' },
        ...namedOnPage(
          list.rows.flatMap(row => row.words?.shows ?? []),
          'work-list',
        ),
      ],
    view: (page, { list }, _form, _asked, who) => <WorkPage page={page} who={who} list={list!} />,
  }),
]

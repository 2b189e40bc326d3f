// The address where whoever works here or sits in a council notes that they have notified about a child.
import { z } from 'zod'
import { type LocalDate, localDate } from '../platform/clock.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, day, text } from '../platform/http/form.ts'
import { type Asked, file, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { NotFound } from '../platform/refusal.ts'
import { dropOwnNotified, lastDayOf, mayNoteNotified, noteOwnNotified, type OwnNotes, ownNotes } from './own-notified.ts'
import { paths } from './paths.ts'
import { routesOfNotice } from './tables.ts'
import { NotifiedPage } from './views/notified-page.tsx'

const view = (page: Page, own: OwnNotes, form: Filled, _asked: Asked, who: Principal) => (
  <NotifiedPage page={page} who={who} own={own} form={form} />
)
const part = { may: mayNoteNotified, load: ownNotes } as const
const back = () => paths.notified

export const notifiedRoutes = [
  get({ ...part, path: paths.notified, view }),
  get({
    ...part,
    path: `${paths.notified}/fil`,
    view: (_page, { notes, keepDays }) =>
      file(
        'application/json; charset=utf-8',
        JSON.stringify(
          notes.map(one => ({
            on: localDate(one.at),
            at: one.at.toISOString(),
            route: one.route,
            keptUntil: keepDays === null ? null : lastDayOf(one, keepDays),
          })),
          null,
          2,
        ),
        { headers: { 'content-disposition': 'attachment; filename="mine-underretninger.json"' } },
      ),
  }),
  post({
    ...part,
    path: paths.notified,
    input: z.object({ day: day('needed'), time: text(5, 'needed'), route: choice(routesOfNotice) }),
    deed: (tx, who, { input }) => noteOwnNotified(tx, who, { ...input, day: input.day as LocalDate }),
    then: back,
    form: { view },
  }),
  post({
    ...part,
    path: `${paths.notified}/fjern`,
    input: z.object({ note: text(40, 'needed') }),
    async deed(tx, who, { input }) {
      if (mayNoteNotified(who) && !isId(input.note)) throw new NotFound()
      await dropOwnNotified(tx, who, { id: input.note })
    },
    then: back,
    form: { view },
  }),
]

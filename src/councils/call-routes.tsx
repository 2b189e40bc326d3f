// The staff's addresses of a council's public call.
import { z } from 'zod'
import { day } from '../platform/http/form.ts'
import { type AnyRoute, get, post } from '../platform/http/route.ts'
import { mayRecordEvents } from './access.ts'
import { councilPaths } from './paths.ts'
import { closeCall, setCall } from './set-call.ts'
import { type ForCouncil, loadForCouncil } from './staff-loads.ts'
import { CallPage } from './views/call-page.tsx'

const form = {
  view: (page, thing: ForCouncil, filled, _asked, who) => <CallPage page={page} who={who} thing={thing} form={filled} />,
} satisfies Parameters<typeof post<ForCouncil, unknown, unknown>>[0]['form']
const common = { may: mayRecordEvents, load: loadForCouncil }
const path = councilPaths.call(':raad')
const home = (_: unknown, { thing }: { thing: ForCouncil }) => councilPaths.call(thing.council.slug)

export const callRoutes: readonly AnyRoute[] = [
  get({ ...common, path, view: form.view }),
  post({
    ...common,
    path,
    input: z.object({ startsOn: day('needed'), deadlineOn: day('optional') }),
    deed: (tx, who, { thing, input }) =>
      setCall(tx, who, { council: thing.council.slug, startsOn: input.startsOn!, deadlineOn: input.deadlineOn ?? null }),
    then: home,
    form,
  }),
  post({
    ...common,
    path: councilPaths.closeCall(':raad'),
    input: z.object({}),
    deed: (tx, who, { thing }) => closeCall(tx, who, { council: thing.council.slug }),
    then: home,
    form,
  }),
]

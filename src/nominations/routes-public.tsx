// The addresses where somebody nominates themselves or another: one address through the whole form.
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { firstOf } from '../platform/http/form.ts'
import { type Asked, anybody, get, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { type Shown, stepOf } from './answers.ts'
import { nominationForm, type Sent } from './form-input.ts'
import { walk } from './form-walk.ts'
import { groundOf, retentionOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { publicCallOf } from './public-call.ts'
import { CallClosedPage } from './views/call-closed.tsx'
import { PassOnPage, ReceiptPage } from './views/join-done.tsx'
import { ReachStep } from './views/join-reach.tsx'
import { StartStep, WhoStep } from './views/join-steps.tsx'
import { SummaryStep } from './views/join-summary.tsx'
import type { Joining } from './views/joining.tsx'

async function joining(tx: Tx, _who: Principal, asked: Asked): Promise<Joining | null> {
  const ground = await groundOf(tx)
  const slug = asked.params.raad
  const council = slug ? (ground.open.find(one => one.slug === slug) ?? null) : null
  if (slug && !ground.all.some(one => one.slug === slug)) return null
  const call = slug ? await publicCallOf(tx, slug) : null
  return { ground, council, call, origin: asked.origin, retention: new Map() }
}
/** The form shown again may be the summary, which tells how long things are kept. */
async function joiningAgain(tx: Tx, who: Principal, asked: Asked): Promise<Joining | null> {
  const thing = await joining(tx, who, asked)
  return thing && { ...thing, retention: await retentionOf(tx) }
}

/** The page to show again: the one with the field to mend, else the one that was sent. */
function shownAgain(form: Filled): Exclude<Shown, 'pass-on'> {
  const fields = form.errors.map(error => error.field).filter(field => field !== '' && field !== 'again')
  const step = firstOf(form.values.step)
  if (fields.length > 0) return stepOf(fields)
  return step === 'who' || step === 'reach' || step === 'summary' ? step : 'start'
}

function step(page: Page, joining: Joining, form: Filled, shown: Exclude<Shown, 'pass-on'>, flow: string) {
  const props = { page, joining, form, flow }
  switch (shown) {
    case 'start':
      return <StartStep {...props} />
    case 'who':
      return <WhoStep {...props} />
    case 'reach':
      return <ReachStep {...props} />
    case 'summary':
      return <SummaryStep {...props} />
  }
}
const view = (page: Page, thing: Joining, form: Filled) =>
  thing.call && !thing.council && form.errors.length === 0 ? (
    <CallClosedPage page={page} call={thing.call} others={thing.ground.open} />
  ) : (
    step(page, thing, form, shownAgain(form), firstOf(form.values.flow))
  )

const joinAt = (path: string) => [
  get({ path, may: anybody, load: joining, view }),
  post({
    path,
    may: anybody,
    load: joining,
    input: nominationForm,
    deed: (tx, who, { input, asked }: { thing: Joining; input: Sent; asked: Asked }) => walk(tx, who, { sent: input, asked }),
    then(walked, { page, thing, input, asked }) {
      if (walked.show === 'receipt') return <ReceiptPage page={page} receipt={walked.receipt} named={input.answers.suggester !== ''} />
      if (walked.show === 'pass-on')
        return <PassOnPage page={page} address={asked.origin.replace(/^https?:\/\//, '') + page.href(paths.join)} />
      return step(page, { ...thing, retention: walked.retention }, { values: { ...input.values }, errors: [] }, walked.show, walked.flow)
    },
    form: { load: joiningAgain, view },
  }),
]

export const publicRoutes = [...joinAt(paths.join), ...joinAt('/raad/:raad/bliv-medlem')]

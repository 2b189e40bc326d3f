// The addresses where somebody tells: one for everybody, and one for a computer that many people use.
import type { VNode } from 'preact'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import { renderPage } from '../platform/html/layout.tsx'
import type { Page } from '../platform/html/page.ts'
import { firstOf } from '../platform/http/form.ts'
import { type Asked, anybody, file, get, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { NotFound } from '../platform/refusal.ts'
import { receiptPath } from '../receipts/index.ts'
import { type Sent, tellingForm } from './form-input.ts'
import { type Ground, groundFor, groundOf } from './ground.ts'
import { paths } from './paths.ts'
import { mostBytes } from './picture.ts'
import { makePictures, takePictures } from './posted-pictures.ts'
import { type Walked, walk } from './tell-walk.ts'
import { kindOf, type Step, stepOf, steps } from './telling.ts'
import { endsShared } from './views/shared-end.ts'
import { KeptPage, LostPage, ReceiptPage, SharedGonePage } from './views/tell-done.tsx'
import { MoreStep, ReplyStep, SummaryStep } from './views/tell-more.tsx'
import { NotOpenPage, StartStep } from './views/tell-start.tsx'
import { whoOf } from './views/telling.tsx'
import { voiceWords as w } from './words.ts'

const load = (tx: Tx, _who: Principal, { lang }: Asked): Promise<Ground> => groundOf(tx, lang)

/** The page to show again: the one with the field to mend, else the one that was sent. */
function shownAgain(form: Filled): Step {
  const fields = form.errors.map(error => error.field).filter(field => field !== '' && field !== 'again')
  if (fields.length > 0) return stepOf(fields)
  return steps.find(step => step === firstOf(form.values.step)) ?? 'start'
}
function drawn(page: Page, ground: Ground, form: Filled, shown: Step, flow: string, shared: boolean): VNode {
  const props = { page, ground: groundFor(ground, kindOf(whoOf(form))), form, flow, shared }
  switch (shown) {
    case 'start':
      return <StartStep {...props} />
    case 'more':
      return <MoreStep {...props} />
    case 'reply':
      return <ReplyStep {...props} />
    case 'summary':
      return <SummaryStep {...props} />
  }
}
function telling(path: string, shared: boolean) {
  const dress = (page: Page, node: VNode, status?: number) => (shared ? endsShared(page, node, status) : node)
  const view = (page: Page, ground: Ground, form: Filled) =>
    ground.open
      ? dress(page, drawn(page, ground, form, shownAgain(form), firstOf(form.values.flow), shared), form.errors.length > 0 ? 422 : 200)
      : dress(page, <NotOpenPage page={page} ground={ground} />)
  return [
    get({ path, nameless: true, may: anybody, load, view }),
    post({
      path,
      nameless: true,
      may: anybody,
      load,
      input: tellingForm,
      maxBytes: 131_072,
      fileBytes: mostBytes,
      // Pictures are made anew before a transaction is opened.
      async waits(input: Sent, asked: Asked) {
        if (input.step === 'summary' && input.go === '') await makePictures(asked)
      },
      async deed(tx, who, { thing, input, asked }: { thing: Ground; input: Sent; asked: Asked }): Promise<Walked | 'end'> {
        if (!thing.open) throw new NotFound()
        if (shared && input.go === 'end') return 'end'
        return await walk(tx, who, { sent: input, asked, shared, pictures: takePictures(tx, asked) })
      },
      then(walked, { page, thing, input, asked }) {
        if (walked === 'end') return `${paths.shared}/slut`
        return dress(page, after(page, thing, input, asked, walked, shared))
      },
      form: { view },
    }),
  ]
}

function after(page: Page, ground: Ground, input: Sent, asked: Asked, walked: Walked, shared: boolean): VNode {
  if (walked.show === 'kept') return <KeptPage page={page} receipt={walked.receipt} shared={shared} />
  if (walked.show === 'lost') return <LostPage page={page} flow={walked.flow} shared={shared} />
  if (walked.show === 'receipt')
    return (
      <ReceiptPage
        page={page}
        ground={groundFor(ground, kindOf(input.telling.who))}
        receipt={walked.receipt}
        flow={walked.flow}
        shared={shared}
        address={asked.origin.replace(/^https?:\/\//, '') + receiptPath}
        urgent={input.telling.urgent}
        noCode={!walked.receipt.answered}
        changed={walked.receipt.changed}
      />
    )
  const values = { ...input.values, ...('change' in walked ? walked.change : {}) }
  const errors = 'not' in walked && walked.not ? [{ field: 'again', message: w(page.lang, walked.not) }] : []
  return drawn(page, ground, { values, errors }, walked.show, walked.flow, shared)
}

export const tellRoutes = [
  ...telling(paths.tell, false),
  ...telling(paths.shared, true),
  get({
    path: `${paths.shared}/slut`,
    nameless: true,
    may: anybody,
    load,
    view: page =>
      file('text/html; charset=utf-8', renderPage(<SharedGonePage page={page} />, page.assets), {
        headers: { 'content-language': page.lang, 'clear-site-data': '"cache", "cookies", "storage"' },
      }),
  }),
]

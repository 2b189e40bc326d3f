// The public addresses around a call: its paper, its short address, and "Which council fits me?".
import { z } from 'zod'
import { itemsOfKind, shortAddresses } from '../municipalities/index.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { list, optionalChoice } from '../platform/http/form.ts'
import { type AnyRoute, anybody, file, get, post } from '../platform/http/route.ts'
import { pdfAnswer } from '../platform/paper/pdf-answer.ts'
import { residences } from './answers.ts'
import { callPaper } from './call-paper.ts'
import { fits } from './fit.ts'
import { type Ground, groundOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { publicCallOf } from './public-call.ts'
import { FitPage, FitResultPage } from './views/fit-pages.tsx'

const paper = (look: 'poster' | 'slips', name: string) =>
  get({
    path: look === 'poster' ? paths.poster(':raad') : paths.slips(':raad'),
    may: anybody,
    kept: true,
    load: async (tx, _who, { params }) => await publicCallOf(tx, params.raad!),
    view: (page, call, _form, { origin }) => pdfAnswer(callPaper(page, call, origin, look), `${name}-${call.council.slug}-${page.lang}`),
  })

const fitView = (page: Page, ground: Ground, form: Filled) => <FitPage page={page} open={ground.open} form={form} />

export const callRoutes: readonly AnyRoute[] = [
  paper('poster', 'plakat'),
  paper('slips', 'sedler'),
  get({ path: paths.fit, may: anybody, load: groundOf, view: fitView }),
  post({
    path: paths.fit,
    may: anybody,
    load: groundOf,
    input: z.object({ about: list(80), kinds: list(120), residence: optionalChoice(residences) }),
    // Reckons and forgets: no answer is written anywhere.
    deed: async (_tx, _who, { thing, input }) => fits(thing.open, input),
    then: (found, { page }) => <FitResultPage page={page} found={found} />,
    form: { view: fitView },
  }),
  get({
    path: '/:kort{[a-z][0-9]?}',
    may: anybody,
    kept: true,
    // Also an address the council no longer has: it may hang on a wall.
    load: async (tx, _who, { params }) => {
      const slug = (await shortAddresses(tx)).get(String(params.kort))
      return (await itemsOfKind(tx, 'council')).find(one => one.slug === slug) ?? null
    },
    view: (page, council) =>
      file('text/plain; charset=utf-8', '', { status: 302, headers: { location: page.href(paths.joinCouncil(council.slug)) } }),
  }),
]

// The addresses of this room.
import { z } from 'zod'
import { type ItemContent, itemsOfKind } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { day, text } from '../platform/http/form.ts'
import { type AnyRoute, anybody, get, post } from '../platform/http/route.ts'
import { mayConfirmNumbers } from './access.ts'
import { confirmNumber, withdrawNumber } from './confirm-number.ts'
import { helpPaths } from './paths.ts'
import { HelpPage } from './views/help.tsx'
import { NumbersPage } from './views/numbers-page.tsx'

const numbersOf = async (tx: Tx): Promise<ItemContent['help'][]> => await itemsOfKind(tx, 'help')
const numbersForm = {
  view: (page, numbers: ItemContent['help'][], form, _asked, who) => <NumbersPage page={page} who={who} numbers={numbers} form={form} />,
} satisfies Parameters<typeof post<ItemContent['help'][], unknown, unknown>>[0]['form']

export const helpRoutes: readonly AnyRoute[] = [
  get({
    path: helpPaths.help,
    may: anybody,
    kept: true,
    load: numbersOf,
    view: (page, numbers) => <HelpPage page={page} numbers={numbers} />,
  }),
  get({ path: helpPaths.numbers, may: mayConfirmNumbers, load: numbersOf, view: numbersForm.view }),
  post({
    path: helpPaths.numbers,
    may: mayConfirmNumbers,
    load: numbersOf,
    input: z.object({ number: text(60, 'needed'), phone: text(20), by: text(120, 'needed'), on: day('needed') }),
    deed: (tx, who, { input }) => confirmNumber(tx, who, { ...input, on: input.on! }),
    then: () => helpPaths.numbers,
    form: numbersForm,
  }),
  post({
    path: helpPaths.withdraw,
    may: mayConfirmNumbers,
    load: numbersOf,
    input: z.object({ number: text(60, 'needed') }),
    deed: (tx, who, { input }) => withdrawNumber(tx, who, input),
    then: () => helpPaths.numbers,
    form: numbersForm,
  }),
]

// The addresses of setting up.
import { z } from 'zod'
import { itemsOfKind } from '../municipalities/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { day, text, tick } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, said } from '../platform/refusal.ts'
import { mayConfirmAuthority, maySetUp } from './access.ts'
import { confirmAuthority, setClosingDays, withdrawAuthority } from './authority.ts'
import { peoplePaths } from './paths.ts'
import { setUpSteps } from './set-up.ts'
import { type Authority, AuthorityPage, ClosingDaysPage, SetUpPage } from './views/set-up.tsx'

async function loadAuthority(tx: Tx): Promise<Authority> {
  const authority = (await itemsOfKind(tx, 'municipality'))[0]?.authority
  return { confirmed: authority?.state === 'confirmed', by: authority?.by ?? null, on: authority?.on ?? null }
}
async function loadClosingDays(tx: Tx): Promise<{ days: string }> {
  const days = (await itemsOfKind(tx, 'municipality'))[0]?.closingDays ?? []
  return { days: days.map(one => `${one.on} ${said(one.name as never, 'da')}`).join('\n') }
}
const authorityForm = {
  view: (
    page: Parameters<typeof AuthorityPage>[0]['page'],
    authority: Authority,
    form: Parameters<typeof AuthorityPage>[0]['form'],
    _a: Asked,
    who: Principal,
  ) => <AuthorityPage page={page} who={who} authority={authority} form={form} />,
}
const notSure = { da: 'Sæt hak, når du har kommunens ord for det.', en: "Tick when you have the municipality's word for it." }

export const setUpRoutes = [
  get({
    path: peoplePaths.setUp,
    may: maySetUp,
    load: setUpSteps,
    view: (page, steps, _f, _a, who) => <SetUpPage page={page} who={who} steps={steps} />,
  }),
  get({
    path: peoplePaths.authority,
    may: mayConfirmAuthority,
    load: loadAuthority,
    view: (page, authority, form, _a, who) => <AuthorityPage page={page} who={who} authority={authority} form={form} />,
  }),
  post({
    path: peoplePaths.authority,
    may: mayConfirmAuthority,
    load: loadAuthority,
    input: z.object({ by: text(200, 'needed'), on: day('needed'), sure: tick }),
    deed: (tx, who, { input }) => {
      if (!input.sure) throw new Refusal([{ field: 'sure', message: notSure }])
      return confirmAuthority(tx, who, { by: input.by, on: input.on! })
    },
    then: () => peoplePaths.authority,
    form: authorityForm,
  }),
  post({
    path: `${peoplePaths.authority}/tilbage`,
    may: mayConfirmAuthority,
    load: loadAuthority,
    input: z.object({}),
    deed: (tx, who) => withdrawAuthority(tx, who),
    then: () => peoplePaths.authority,
    form: authorityForm,
  }),
  get({
    path: peoplePaths.closingDays,
    may: maySetUp,
    load: loadClosingDays,
    view: (page, { days }, form, _a, who) => <ClosingDaysPage page={page} who={who} days={days} form={form} />,
  }),
  post({
    path: peoplePaths.closingDays,
    may: maySetUp,
    load: loadClosingDays,
    input: z.object({ days: text(5_000) }),
    deed: (tx, who, { input }) => setClosingDays(tx, who, { text: input.days }),
    then: () => peoplePaths.setUp,
    form: { view: (page, { days }: { days: string }, form, _a, who) => <ClosingDaysPage page={page} who={who} days={days} form={form} /> },
  }),
]

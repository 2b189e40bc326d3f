// The staff's addresses of themes.
import { z } from 'zod'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { day, list, text, tick } from '../platform/http/form.ts'
import { type AnyRoute, type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { mayApproveTheme, maySeeThemes, maySetThemes } from './access.ts'
import { paths } from './paths.ts'
import { approveTheme, closeTheme, noteCame, raiseTheme, reopenTheme, returnTheme } from './theme-deeds.ts'
import { shownTheme, themeList, writableTheme } from './theme-list.ts'
import { ThemeFormPage, type Writable } from './views/theme-form.tsx'
import { type ShownTheme, ThemePage } from './views/theme-page.tsx'
import { ThemesPage } from './views/themes-page.tsx'
import { beginNewTheme, offerTheme, writeTheme } from './write-theme.ts'

const load = (tx: Tx, who: Principal, { params, lang }: Asked) =>
  isId(params.tema) ? shownTheme(tx, who, params.tema, lang) : Promise.resolve(null)
const view = (page: Page, thing: ShownTheme, form: Filled, _asked: Asked, who: Principal) => (
  <ThemePage page={page} who={who} form={form} shown={thing} />
)
const fields = z.object({
  title: text(120, 'needed'),
  question: text(400, 'needed'),
  words: text(3_000, 'needed'),
  councils: list(80),
  district: text(80),
  showCount: tick,
  seen: list(300),
})
const asWords = ({ district, ...input }: z.infer<typeof fields>) => ({ ...input, district: district || null })
const formView = (page: Page, thing: Writable, form: Filled, _asked: Asked, who: Principal) => (
  <ThemeFormPage page={page} who={who} form={form} writable={thing} />
)
const loadForm = (tx: Tx, who: Principal, { params }: Asked) =>
  isId(params.tema) && maySetThemes(who) ? writableTheme(tx, params.tema) : Promise.resolve(null)

const at = '/arbejdsrum/temaer/tema/:tema'
const steps = { hides: true, load, form: { view } } as const
const id = (thing: ShownTheme) => thing.one.theme.id
const back = (_done: unknown, { thing }: { thing: ShownTheme }) => paths.theme(id(thing))
const approves = (who: Principal, { invented }: ShownTheme) => mayApproveTheme(who, invented)
const sets = (who: Principal) => maySetThemes(who)

export const themeRoutes: readonly AnyRoute[] = [
  get({
    path: paths.staff,
    may: maySeeThemes,
    load: themeList,
    view: (page, all, _form, _asked, who) => <ThemesPage page={page} who={who} list={all} />,
  }),
  get({ path: paths.fresh, may: maySetThemes, load: tx => writableTheme(tx, null), view: formView }),
  post({
    path: paths.fresh,
    may: maySetThemes,
    load: tx => writableTheme(tx, null),
    input: fields,
    deed: (tx, who, { input }) => beginNewTheme(tx, who, asWords(input)),
    then: made => paths.theme(made),
    form: { view: formView },
  }),
  get({
    path: at,
    may: (who: Principal) => maySeeThemes(who),
    hides: true,
    load,
    // The words of each text that stands on the page are somebody's: each is a reading of their voice.
    reads: thing => (thing.can.texts ? thing.one.gathered.map(one => ({ about: one.voice_id, action: 'summary.read' })) : []),
    view,
  }),
  get({ path: `${at}/ret`, may: maySetThemes, hides: true, load: loadForm, view: formView }),
  post({
    path: `${at}/ret`,
    may: maySetThemes,
    hides: true,
    load: loadForm,
    input: fields,
    deed: (tx, who, { thing, input }) => writeTheme(tx, who, { id: thing.theme!.id, ...asWords(input) }),
    then: (_done, { thing }) => paths.theme(thing.theme!.id),
    form: { view: formView },
  }),
  post({
    ...steps,
    may: sets,
    path: `${at}/send`,
    input: z.object({}),
    deed: (tx, who, { thing }) => offerTheme(tx, who, { id: id(thing) }),
    then: back,
  }),
  post({
    ...steps,
    may: approves,
    path: `${at}/godkend`,
    input: z.object({}),
    deed: (tx, who, { thing }) => approveTheme(tx, who, { id: id(thing) }),
    then: back,
  }),
  post({
    ...steps,
    may: approves,
    path: `${at}/tilbage`,
    input: z.object({ back: text(1_000, 'needed') }),
    deed: (tx, who, { thing, input }) => returnTheme(tx, who, { id: id(thing), words: input.back }),
    then: back,
  }),
  post({
    ...steps,
    may: sets,
    path: `${at}/raad`,
    input: z.object({ council: text(80, 'needed'), meetingOn: day('optional') }),
    deed: (tx, who, { thing, input }) => raiseTheme(tx, who, { id: id(thing), ...input }),
    then: back,
  }),
  post({
    ...steps,
    may: sets,
    path: `${at}/svar`,
    input: z.object({ came: text(2_000, 'needed') }),
    deed: (tx, who, { thing, input }) => under('came', () => noteCame(tx, who, { id: id(thing), words: input.came })),
    then: back,
  }),
  post({
    ...steps,
    may: sets,
    path: `${at}/luk`,
    input: z.object({ closing: text(2_000, 'needed') }),
    deed: (tx, who, { thing, input }) => under('closing', () => closeTheme(tx, who, { id: id(thing), words: input.closing })),
    then: back,
  }),
  post({
    ...steps,
    may: sets,
    path: `${at}/aabn`,
    input: z.object({}),
    deed: (tx, who, { thing }) => reopenTheme(tx, who, { id: id(thing) }),
    then: back,
  }),
]

/** A refusal about the words is shown at the field they were written in. */
async function under<T>(field: string, deed: () => Promise<T>): Promise<T> {
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.shortcomings.map(one => (one.field === 'words' ? { ...one, field } : one)))
  }
}

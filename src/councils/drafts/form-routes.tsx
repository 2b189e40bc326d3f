// The addresses where a draft is written: its seats, its rules, the rest, and a pasted charter.
import { z } from 'zod'
import type { Tx } from '../../platform/db/act.ts'
import type { Filled } from '../../platform/html/filled.ts'
import type { Page } from '../../platform/html/page.ts'
import { text } from '../../platform/http/form.ts'
import { type AnyRoute, type Asked, file, get, post } from '../../platform/http/route.ts'
import type { Principal } from '../../platform/principal.ts'
import { NotAllowed } from '../../platform/refusal.ts'
import { mayDraft } from './access.ts'
import { changeDraft } from './change-draft.ts'
import { fieldsFrom, type LooseForm, looseForm } from './fields.ts'
import { type DraftSeen, loadDraft, loadDraftSeen, type OneDraft } from './loads.ts'
import { inPlainWords, pasted, withGroup, withoutPart, withRule } from './next-document.ts'
import { loadGroup, loadRule, type OneGroup, type OneRule } from './part-loads.ts'
import { draftPaths } from './paths.ts'
import { restIn } from './rest-form.ts'
import { DraftPage } from './views/draft-page.tsx'
import { GroupPage } from './views/group-page.tsx'
import { RestPage } from './views/rest-page.tsx'
import { RulePage } from './views/rule-page.tsx'
import { PastePage } from './views/small-pages.tsx'

const raad = ':raad'
/** A charter with its quoted sentences, with room to spare. */
const mostBytes = 262_144
type Document = Record<string, unknown>
/** What "in plain words" answers; null when the draft was saved. */
type Words = readonly string[] | null

/** Reading a form refuses too; whoever may not write is told that first. */
const onlyDrafters = (who: Principal) => {
  if (!mayDraft(who)) throw new NotAllowed()
}
const langOf = (asked: Asked) => (asked.lang === 'da' ? 'da' : 'en')
const save = async (tx: Tx, who: Principal, thing: OneDraft, revision: number, document: Document): Promise<Words> => {
  await changeDraft(tx, who, { council: thing.slug, revision, document })
  return null
}
/** The posted fields, to fill the form again. */
const typed = (input: object): Filled => ({ values: input as Filled['values'], errors: [] })

interface Context<T> {
  readonly page: Page
  readonly thing: T
  readonly input: LooseForm
  readonly who: Principal
}
/** The draft after saving; else the words, as a page or (for the script) as lines. */
const next = <T extends OneDraft>(lines: Words, { page, thing, input, who }: Context<T>, view: typeof groupView) => {
  if (lines === null) return draftPaths.draft(thing.slug)
  if (input.as === 'lines') return file('application/json; charset=utf-8', JSON.stringify({ lines }))
  return view(page, thing as never, typed(input), who, lines)
}

const groupView = (page: Page, thing: OneGroup, form: Filled, who: Principal, words: Words = null) => (
  <GroupPage page={page} who={who} thing={thing} form={form} words={words} />
)
const ruleView = (page: Page, thing: OneRule, form: Filled, who: Principal, words: Words = null) => (
  <RulePage page={page} who={who} thing={thing} form={form} words={words} />
)
const pasteView = (page: Page, thing: OneDraft, form: Filled, who: Principal, words: Words = null) => (
  <PastePage page={page} who={who} thing={thing} form={form} words={words} />
)

const pasteForm = z.object({
  document: text(60_000, 'needed'),
  revision: looseForm.shape.revision,
  do: looseForm.shape.do,
  as: looseForm.shape.as,
})

export const formRoutes: readonly AnyRoute[] = [
  get({
    path: draftPaths.group(raad, ':sted'),
    may: mayDraft,
    load: loadGroup,
    view: (page, thing, form, _asked, who) => groupView(page, thing, form, who),
  }),
  post({
    path: draftPaths.group(raad, ':sted'),
    may: mayDraft,
    load: loadGroup,
    maxBytes: mostBytes,
    input: looseForm,
    deed: async (tx, who, { thing, input, asked }): Promise<Words> => {
      onlyDrafters(who)
      const fields = fieldsFrom(input)
      if (input.do === 'save') return await save(tx, who, thing, input.revision, withGroup(thing, fields))
      const known = new Set(thing.charter.groups.map(group => group.id))
      const own = (atom: string) =>
        thing.group ? atom.endsWith(`:${thing.group.id}`) : /^(size|elig):/.test(atom) && !known.has(atom.slice(5))
      return inPlainWords(() => withGroup(thing, fields, 'so far'), langOf(asked), own)
    },
    then: (lines, context) => next(lines, context, groupView),
    form: { view: (page, thing: OneGroup, form, _asked, who) => groupView(page, thing, form, who) },
  }),
  get({
    path: draftPaths.rule(raad, ':sted'),
    may: mayDraft,
    load: loadRule,
    view: (page, thing, form, _asked, who) => ruleView(page, thing, form, who),
  }),
  post({
    path: draftPaths.rule(raad, ':sted'),
    may: mayDraft,
    load: loadRule,
    maxBytes: mostBytes,
    input: looseForm,
    deed: async (tx, who, { thing, input, asked }): Promise<Words> => {
      onlyDrafters(who)
      const fields = fieldsFrom(input)
      if (input.do === 'save') return await save(tx, who, thing, input.revision, withRule(thing, fields))
      const known = new Set(thing.charter.rules.map(rule => rule.id))
      const own = (atom: string) => (thing.rule ? atom === thing.rule.id : !/^(size|elig):/.test(atom) && !known.has(atom))
      return inPlainWords(() => withRule(thing, fields, 'so far'), langOf(asked), own)
    },
    then: (lines, context) => next(lines, context, ruleView as never),
    form: { view: (page, thing: OneRule, form, _asked, who) => ruleView(page, thing, form, who) },
  }),
  get({
    path: draftPaths.rest(raad),
    may: mayDraft,
    load: loadDraft,
    view: (page, thing, form, _asked, who) => <RestPage page={page} who={who} thing={thing} form={form} />,
  }),
  post({
    path: draftPaths.rest(raad),
    may: mayDraft,
    load: loadDraft,
    input: looseForm,
    deed: (tx, who, { thing, input }) =>
      save(tx, who, thing, input.revision, restIn(fieldsFrom(input), thing.charter, thing.draft.document)),
    then: (_, { thing }) => draftPaths.draft(thing.slug),
    form: { view: (page, thing: OneDraft, form, _asked, who) => <RestPage page={page} who={who} thing={thing} form={form} /> },
  }),
  get({
    path: draftPaths.paste(raad),
    may: mayDraft,
    load: loadDraft,
    view: (page, thing, form, _asked, who) => pasteView(page, thing, form, who),
  }),
  post({
    path: draftPaths.paste(raad),
    may: mayDraft,
    load: loadDraft,
    maxBytes: mostBytes,
    input: pasteForm,
    deed: async (tx, who, { thing, input, asked }): Promise<Words> => {
      onlyDrafters(who)
      const document = () => pasted(input.document, thing.slug)
      return input.do === 'save' ? await save(tx, who, thing, input.revision, document()) : inPlainWords(document, langOf(asked))
    },
    then: (lines, context) => next(lines, context as never, pasteView as never),
    form: { view: (page, thing: OneDraft, form, _asked, who) => pasteView(page, thing, form, who) },
  }),
  post({
    path: draftPaths.remove(raad),
    may: mayDraft,
    load: loadDraft,
    input: z.object({ revision: looseForm.shape.revision, part: text(300, 'needed') }),
    deed: async (tx, who, { thing, input }) => {
      onlyDrafters(who)
      return await save(tx, who, thing, input.revision, withoutPart(thing, input.part))
    },
    then: (_, { thing }) => draftPaths.draft(thing.slug),
    form: {
      load: loadDraftSeen,
      view: (page, thing: DraftSeen, form, _asked, who) => <DraftPage page={page} who={who} thing={thing} form={form} />,
    },
  }),
]

// The addresses of charters for the staff: versions, the draft, what changed, and the decision.
import { z } from 'zod'
import { choice, day, text, tick } from '../../platform/http/form.ts'
import { type AnyRoute, get, nothing, post } from '../../platform/http/route.ts'
import { mayAdopt, mayDraft } from './access.ts'
import { adopt } from './adopt.ts'
import { dropDraft } from './change-draft.ts'
import { adoptingBodies } from './draft.ts'
import { looseForm } from './fields.ts'
import { formRoutes } from './form-routes.tsx'
import { councilTypes } from './founding.ts'
import { type DraftSeen, loadChanges, loadDraftSeen, loadVersions, type Versions } from './loads.ts'
import { foundCouncil, openDraft } from './open-draft.ts'
import { draftPaths } from './paths.ts'
import { trialRoutes } from './trial-routes.tsx'
import { DraftPage } from './views/draft-page.tsx'
import { AdoptPage, ChangesPage, FoundPage } from './views/small-pages.tsx'
import { VersionsPage } from './views/versions-page.tsx'

const raad = ':raad'
const revision = looseForm.shape.revision
const versionsForm = {
  load: loadVersions,
  view: (page, thing: Versions, form, _asked, who) => <VersionsPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']
const draftForm = {
  load: loadDraftSeen,
  view: (page, thing: DraftSeen, form, _asked, who) => <DraftPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']

export const draftRoutes: readonly AnyRoute[] = [
  get({
    path: draftPaths.found,
    may: mayDraft,
    load: nothing,
    view: (page, _thing, form, _asked, who) => <FoundPage page={page} who={who} form={form} />,
  }),
  post({
    path: draftPaths.found,
    may: mayDraft,
    load: nothing,
    input: z.object({
      name: text(100, 'needed'),
      type: choice(councilTypes),
      summary: text(300, 'needed'),
      purposes: text(4_000, 'needed'),
    }),
    deed: (tx, who, { input }) =>
      foundCouncil(tx, who, {
        ...input,
        purposes: input.purposes
          .split('\n')
          .map(line => line.trim())
          .filter(Boolean),
      }),
    then: council => draftPaths.draft(council),
    form: { view: (page, _thing: unknown, form, _asked, who) => <FoundPage page={page} who={who} form={form} /> },
  }),
  get({ path: draftPaths.versions(raad), may: mayDraft, load: loadVersions, view: versionsForm.view }),
  post({
    path: draftPaths.draft(raad),
    may: mayDraft,
    load: loadVersions,
    input: z.object({}),
    deed: (tx, who, { thing }) => openDraft(tx, who, { council: thing.slug, version: null }),
    then: (_, { thing }) => draftPaths.draft(thing.slug),
    form: versionsForm,
  }),
  get({ path: draftPaths.draft(raad), may: mayDraft, load: loadDraftSeen, view: draftForm.view }),
  get({
    path: draftPaths.changes(raad),
    may: mayDraft,
    load: loadChanges,
    view: (page, thing, form, _asked, who) => <ChangesPage page={page} who={who} thing={thing} form={form} />,
  }),
  get({
    path: draftPaths.adopt(raad),
    may: mayAdopt,
    load: loadDraftSeen,
    view: (page, thing, form, _asked, who) => <AdoptPage page={page} who={who} thing={thing} form={form} />,
  }),
  post({
    path: draftPaths.adopt(raad),
    may: mayAdopt,
    load: loadDraftSeen,
    input: z.object({
      revision,
      body: choice(adoptingBodies),
      decidedOn: day('needed'),
      minuteRef: text(200, 'needed'),
      validFrom: day('needed'),
      seen: tick,
    }),
    deed: (tx, who, { thing, input }) =>
      adopt(tx, who, { council: thing.slug, ...input, decidedOn: input.decidedOn!, validFrom: input.validFrom! }),
    then: (_, { thing }) => draftPaths.versions(thing.slug),
    form: { view: (page, thing: DraftSeen, form, _asked, who) => <AdoptPage page={page} who={who} thing={thing} form={form} /> },
  }),
  post({
    path: draftPaths.drop(raad),
    may: mayDraft,
    load: loadDraftSeen,
    input: z.object({ revision }),
    deed: (tx, who, { thing, input }) => dropDraft(tx, who, { council: thing.slug, revision: input.revision }),
    then: (_, { thing }) => (thing.draft.founding ? draftPaths.councils : draftPaths.versions(thing.slug)),
    form: draftForm,
  }),
  ...formRoutes,
  ...trialRoutes,
]

// The addresses where a draft is tried: whom it affects, the invented people, questions to the engine and its answers.
import { z } from 'zod'
import { choice, text } from '../../platform/http/form.ts'
import { type AnyRoute, get, post } from '../../platform/http/route.ts'
import { NotAllowed } from '../../platform/refusal.ts'
import { mayDraft } from './access.ts'
import { loadAffected } from './affected-load.ts'
import { askTrial, stopTrial } from './ask-trial.ts'
import { keepPool } from './change-draft.ts'
import { fieldsFrom, looseForm } from './fields.ts'
import { draftPaths } from './paths.ts'
import { invented, pastedPeople } from './pool.ts'
import { trialOperations } from './tables.ts'
import { loadTrial, loadTrials, type OneTrial, type Trials } from './trial-loads.ts'
import { letEngineWork, stopWork } from './trial-outside.ts'
import { AffectedPage } from './views/affected-page.tsx'
import { TrialPage } from './views/trial-page.tsx'
import { TrialsPage } from './views/trials-page.tsx'

const raad = ':raad'
const lotsFrom = ({ leaving, n, seed }: { leaving: string; n: string; seed: string }) => ({
  leaving,
  n: /^\d+$/.test(n) ? Number(n) : null,
  seed: seed.trim(),
})
const trialsForm = {
  load: loadTrials,
  view: (page, thing: Trials, form, _asked, who) => <TrialsPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']

export const trialRoutes: readonly AnyRoute[] = [
  get({
    path: draftPaths.affected(raad),
    may: mayDraft,
    load: loadAffected,
    reads: ({ slug }) => ({ about: null, action: 'charter-affected', reason: slug }),
    view: (page, thing, form, _asked, who) => <AffectedPage page={page} who={who} thing={thing} form={form} />,
  }),
  get({ path: draftPaths.trials(raad), may: mayDraft, load: loadTrials, view: trialsForm.view }),
  post({
    path: draftPaths.pool(raad),
    may: mayDraft,
    load: loadTrials,
    maxBytes: 262_144,
    input: z.object({ how: choice(['some', 'many', 'pasted', 'none'] as const), people: text(60_000) }),
    deed: async (tx, who, { thing, input }) => {
      if (!mayDraft(who)) throw new NotAllowed()
      const each = input.how === 'many' ? 4 : 1
      const pool =
        input.how === 'none' ? [] : input.how === 'pasted' ? pastedPeople(input.people, thing.charter) : invented(thing.charter, each)
      await keepPool(tx, who, { council: thing.slug, pool })
    },
    then: (_, { thing }) => draftPaths.trials(thing.slug),
    form: trialsForm,
  }),
  post({
    path: draftPaths.ask(raad),
    may: mayDraft,
    load: loadTrials,
    maxBytes: 262_144,
    input: looseForm.extend({ operation: choice(trialOperations), leaving: text(200), n: text(6), seed: text(200) }),
    deed: (tx, who, { thing, input }) => {
      const fields = fieldsFrom(input)
      const slate = thing.draft.pool.flatMap((one, at) =>
        fields.one(`seat-${at}`) === '' ? [] : [{ id: one.id, seat: fields.one(`seat-${at}`) }],
      )
      return askTrial(tx, who, { council: thing.slug, revision: input.revision, operation: input.operation, slate, ...lotsFrom(input) })
    },
    then: (asked, { thing }) => draftPaths.trial(thing.slug, asked.id),
    outside: async (ctx, { who }, asked) => {
      await letEngineWork(ctx, who, asked)
      return { to: draftPaths.trial(asked.council, asked.id) }
    },
    form: trialsForm,
  }),
  get({
    path: draftPaths.trial(raad, ':svar'),
    may: mayDraft,
    load: loadTrial,
    view: (page, thing, form, _asked, who) => <TrialPage page={page} who={who} thing={thing} form={form} />,
  }),
  post({
    path: draftPaths.stop(raad, ':svar'),
    may: mayDraft,
    load: loadTrial,
    input: z.object({}),
    deed: (tx, who, { thing }) => stopTrial(tx, who, { council: thing.slug, trial: thing.trial.id }),
    then: (trial, { thing }) => draftPaths.trial(thing.slug, trial),
    outside: async (_ctx, { thing }, trial) => {
      stopWork(trial)
      return { to: draftPaths.trial(thing.slug, trial) }
    },
    form: { view: (page, thing: OneTrial, form, _asked, who) => <TrialPage page={page} who={who} thing={thing} form={form} /> },
  }),
]

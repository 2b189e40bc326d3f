// The addresses of this room.
import { type AnyRoute, get, post } from '../platform/http/route.ts'
import { namedOnPage, readingsOfAll } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { mayCompose, mayDecide, maySeeSlates } from './access.ts'
import { waitingFor } from './answers.ts'
import type { Composed } from './composed.ts'
import { decide } from './decide.ts'
import { deviate } from './deviate.ts'
import {
  closeInput,
  decisionInput,
  nameInput,
  newSlateInput,
  nothingInput,
  offInput,
  putInput,
  reasonInput,
  revisionInput,
  stepInput,
} from './form-input.ts'
import { loadDecision, loadName, loadPrint, loadPut, loadReason, loadSlate, loadSlates, loadWhole } from './loads.ts'
import { namePerson } from './name-person.ts'
import { openSlate } from './open-slate.ts'
import { slatePaths } from './paths.ts'
import { place, takeOff } from './place.ts'
import { closeSlate, propose, takeBack } from './propose.ts'
import { readOffer } from './seat-offers.ts'
import { readChange, takeStep } from './take-step.ts'
import { useCharter } from './use-charter.ts'
import { DecidedAlready, DecisionPage, type DecisionShown } from './views/decision-page.tsx'
import { PrintPage } from './views/print-page.tsx'
import { PutPage, type PutShown } from './views/put-page.tsx'
import { SlatePage, type SlateShown } from './views/slate-page.tsx'
import { SlatesPage, type SlatesShown } from './views/slates-page.tsx'
import { NamePage, type NameShown, ReasonPage, type ReasonShown } from './views/small-pages.tsx'

const at = {
  slate: slatePaths.slate(':id'),
  put: slatePaths.put(':id', ':person'),
  name: '/arbejdsrum/indstillinger/:id/ny/:group',
  reason: '/arbejdsrum/indstillinger/:id/grund/:atom',
}
const composes = (who: Principal, whole: Composed) => mayCompose(who, whole.slate.body)
/** The slate, and everybody the page names. */
const reads = (whole: Composed, action: string, shown: Iterable<string>) => [
  { about: whole.slate.id, action },
  ...namedOnPage(shown, action, whole.slate.id),
]
const proposed = (whole: Composed) => whole.placed.filter(one => !one.sits).map(one => one.person)
const noSeat = { da: 'Vælg en plads.', en: 'Choose a seat.' }

const slatesForm = {
  view: (page, thing: SlatesShown, form, _asked, who) => <SlatesPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<SlatesShown, unknown, unknown>>[0]['form']
const slateForm = {
  load: loadSlate,
  view: (page, thing: SlateShown, form, _asked, who) => <SlatePage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']
const putForm = {
  load: loadPut,
  view: (page, thing: PutShown, form, _asked, who) => <PutPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']
const decisionForm = {
  view: (page, thing: DecisionShown, form, _asked, who) =>
    thing.whole.slate.state === 'decided' ? (
      <DecidedAlready page={page} who={who} thing={thing} />
    ) : (
      <DecisionPage page={page} who={who} thing={thing} form={form} />
    ),
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']
const back = (_: unknown, { thing }: { thing: Composed }) => slatePaths.slate(thing.slate.id)

export const slateRoutes: readonly AnyRoute[] = [
  get({ path: slatePaths.list, may: maySeeSlates, load: loadSlates, view: slatesForm.view }),
  post({
    path: slatePaths.list,
    may: maySeeSlates,
    load: loadSlates,
    input: newSlateInput,
    deed: async (tx, who, { thing, input }) => {
      const chosen = thing.choices.find(one => one.key === input.council)
      if (!chosen) throw new Refusal([{ field: 'council', message: { da: 'Vælg et råd.', en: 'Choose a council.' } }])
      return await openSlate(tx, who, { council: chosen.council.slug, body: chosen.body, startsOn: input.startsOn })
    },
    then: id => slatePaths.slate(id),
    form: slatesForm,
  }),
  get({
    path: at.slate,
    may: maySeeSlates,
    hides: true,
    load: loadSlate,
    reads: ({ whole }) => reads(whole, 'slate', whole.people.keys()),
    view: slateForm.view,
  }),
  get({
    path: at.put,
    may: (who, { whole }) => composes(who, whole),
    load: loadPut,
    reads: ({ whole, somebody, offers }) =>
      readingsOfAll([somebody.id, ...offers.flatMap(one => one.taken?.id ?? [])], 'slate-seat', whole.slate.id),
    view: putForm.view,
  }),
  post({
    path: at.put,
    may: (who, { whole }) => composes(who, whole),
    load: loadPut,
    input: putInput,
    deed: async (tx, who, { thing, input }) => {
      const seat = readOffer(input.seat)
      if (!seat) throw new Refusal([{ field: 'seat', message: noSeat }])
      await place(tx, who, { slate: thing.whole.slate.id, person: thing.somebody.id, ...seat })
    },
    then: (_, { thing }) => slatePaths.slate(thing.whole.slate.id),
    form: putForm,
  }),
  post({
    path: slatePaths.off(':id'),
    may: composes,
    load: loadWhole,
    input: offInput,
    deed: (tx, who, { thing, input }) => takeOff(tx, who, { slate: thing.slate.id, person: input.person }),
    then: back,
    form: slateForm,
  }),
  get({
    path: at.name,
    may: (who, { whole }) => composes(who, whole),
    load: loadName,
    view: (page, thing, form, _asked, who) => <NamePage page={page} who={who} thing={thing} form={form} />,
  }),
  post({
    path: at.name,
    may: (who, { whole }) => composes(who, whole),
    load: loadName,
    input: nameInput,
    deed: (tx, who, { thing, input }) => namePerson(tx, who, { slate: thing.whole.slate.id, group: thing.group.id, seat: null, ...input }),
    then: (_, { thing }) => slatePaths.slate(thing.whole.slate.id),
    form: { view: (page, thing: NameShown, form, _asked, who) => <NamePage page={page} who={who} thing={thing} form={form} /> },
  }),
  get({
    path: at.reason,
    may: (who, { whole }) => composes(who, whole),
    load: loadReason,
    view: (page, thing, form, _asked, who) => <ReasonPage page={page} who={who} thing={thing} form={form} />,
  }),
  post({
    path: at.reason,
    may: (who, { whole }) => composes(who, whole),
    load: loadReason,
    input: reasonInput,
    deed: (tx, who, { thing, input }) => deviate(tx, who, { slate: thing.whole.slate.id, atom: thing.reason.atom, ...input }),
    then: (_, { thing }) => slatePaths.slate(thing.whole.slate.id),
    form: { view: (page, thing: ReasonShown, form, _asked, who) => <ReasonPage page={page} who={who} thing={thing} form={form} /> },
  }),
  post({
    path: slatePaths.step(':id'),
    may: composes,
    load: loadWhole,
    input: stepInput,
    deed: (tx, who, { thing, input }) =>
      takeStep(tx, who, { slate: thing.slate.id, revision: input.revision, changes: input.change.flatMap(one => readChange(one) ?? []) }),
    then: back,
    form: slateForm,
  }),
  post({
    path: slatePaths.propose(':id'),
    may: composes,
    load: loadWhole,
    input: revisionInput,
    deed: (tx, who, { thing, input }) => propose(tx, who, { slate: thing.slate.id, revision: input.revision }),
    then: back,
    form: slateForm,
  }),
  post({
    path: slatePaths.takeBack(':id'),
    may: composes,
    load: loadWhole,
    input: nothingInput,
    deed: (tx, who, { thing }) => takeBack(tx, who, { slate: thing.slate.id }),
    then: back,
    form: slateForm,
  }),
  post({
    path: slatePaths.charter(':id'),
    may: composes,
    load: loadWhole,
    input: nothingInput,
    deed: (tx, who, { thing }) => useCharter(tx, who, { slate: thing.slate.id }),
    then: back,
    form: slateForm,
  }),
  post({
    path: slatePaths.close(':id'),
    may: composes,
    load: loadWhole,
    input: closeInput,
    deed: (tx, who, { thing, input }) => closeSlate(tx, who, { slate: thing.slate.id, why: input.why }),
    then: back,
    form: slateForm,
  }),
  get({
    path: slatePaths.decide(':id'),
    may: (who, { whole }) => mayDecide(who, whole.slate),
    load: loadDecision,
    reads: ({ whole }) =>
      reads(whole, 'slate-decision', whole.slate.state === 'decided' ? [] : [...proposed(whole), ...waitingFor(whole).map(one => one.id)]),
    view: decisionForm.view,
  }),
  post({
    path: slatePaths.decide(':id'),
    may: (who, { whole }) => mayDecide(who, whole.slate),
    load: loadDecision,
    input: decisionInput,
    isolation: 'serializable',
    deed: (tx, who, { thing, input }) => decide(tx, who, { slate: thing.whole.slate.id, ...input, explanation: input.explanation || null }),
    then: (_, { thing }) => slatePaths.slate(thing.whole.slate.id),
    form: decisionForm,
  }),
  get({
    path: slatePaths.print(':id'),
    may: maySeeSlates,
    hides: true,
    load: loadPrint,
    reads: ({ whole }) => reads(whole, 'slate-print', proposed(whole)),
    view: (page, thing, _form, _asked, who) => <PrintPage page={page} who={who} thing={thing} />,
  }),
]

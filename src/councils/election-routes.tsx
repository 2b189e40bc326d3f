// The staff's addresses of elections and of substitutes.
import { z } from 'zod'
import { choice, day, text, whole } from '../platform/http/form.ts'
import { type AnyRoute, get, post } from '../platform/http/route.ts'
import { mayKeepSeats, mayRecordElections, maySeeSeats } from './access.ts'
import { callIn } from './call-in.ts'
import { electionKinds, electionOutcomes } from './election.ts'
import { councilPaths } from './paths.ts'
import { recordElection } from './record-election.ts'
import { standFor } from './stand-for.ts'
import { type ForElection, loadForElection, loadSubstitute, type OneSubstitute } from './substitute-loads.ts'
import { ElectionPage } from './views/election-page.tsx'
import { readPlace, SubstitutePage } from './views/substitute-page.tsx'

const raad = ':raad'
const seating = ':seating'
const home = ({ council }: { council: { slug: string } }) => councilPaths.council(council.slug)

const electionForm = {
  view: (page, thing: ForElection, form, _asked, who) => <ElectionPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<ForElection, unknown, unknown>>[0]['form']
const substituteForm = {
  load: loadSubstitute,
  view: (page, thing: OneSubstitute, form, _asked, who) => <SubstitutePage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']

/** A number that may be left out. */
const count = z.preprocess(value => [value].flat()[0] || null, z.union([z.null(), whole(0, 9_999_999)])) as unknown as z.ZodType<
  number | null
>
const place = text(120, 'needed').refine(value => /^\d{1,4} \S/.test(value), { error: 'choose' })

export const electionRoutes: readonly AnyRoute[] = [
  get({
    path: councilPaths.elections(raad),
    may: maySeeSeats,
    load: loadForElection,
    reads: ({ council }) => ({ about: null, action: 'election', reason: council.slug }),
    view: electionForm.view,
  }),
  post({
    path: councilPaths.elections(raad),
    may: mayRecordElections,
    load: loadForElection,
    input: z.object({
      group: text(100, 'needed'),
      kind: choice(electionKinds),
      outcome: choice(electionOutcomes),
      standing: text(20_000),
      seats: whole(1, 500),
      votesCast: count,
      heldOn: day('needed'),
      seatsFrom: day('optional'),
      body: text(200, 'needed'),
      minuteRef: text(200),
      reason: text(1_000),
    }),
    deed: (tx, who, { thing, input }) => recordElection(tx, who, { council: thing.council.slug, ...input, heldOn: input.heldOn! }),
    then: (_, { thing }) => councilPaths.elections(thing.council.slug),
    form: electionForm,
  }),
  get({
    path: councilPaths.substitute(raad, seating),
    may: mayKeepSeats,
    load: loadSubstitute,
    reads: thing => ({ about: thing.seating.memberId, action: 'seat' }),
    view: substituteForm.view,
  }),
  post({
    path: councilPaths.substitute(raad, seating),
    may: mayKeepSeats,
    load: loadSubstitute,
    input: z.object({ place, outOfTurn: text(500) }),
    deed: (tx, who, { thing, input }) =>
      callIn(tx, who, {
        council: thing.council.slug,
        member: thing.seating.memberId,
        ...readPlace(input.place),
        outOfTurn: input.outOfTurn,
      }),
    then: (_, { thing }) => home(thing),
    form: substituteForm,
  }),
  post({
    path: councilPaths.standFor(raad, seating),
    may: mayKeepSeats,
    load: loadSubstitute,
    input: z.object({ standsFor: place }),
    deed: (tx, who, { thing, input }) => standFor(tx, who, { seating: thing.seating.id, ...readPlace(input.standsFor) }),
    then: (_, { thing }) => home(thing),
    form: substituteForm,
  }),
]

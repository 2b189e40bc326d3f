// The staff's addresses of this room.
import { z } from 'zod'
import { localDate } from '../platform/clock.ts'
import { choice, day, text, tick, whole } from '../platform/http/form.ts'
import { type AnyRoute, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import { namedOnPage } from '../platform/journal.ts'
import { decodeTable } from '../platform/text/read-table.ts'
import { mayKeepSeats, mayRecordEvents, maySeeOwnSeat, maySeeSeats } from './access.ts'
import { callIn } from './call-in.ts'
import { callRoutes } from './call-routes.tsx'
import { chooseShown } from './choose-shown.ts'
import { correctSeating } from './correct-seating.ts'
import { importMembers, previewMembers } from './import-members.ts'
import { linkPerson } from './link-person.ts'
import { ownSeats } from './own-seats.ts'
import { councilPaths } from './paths.ts'
import { recordEvent } from './record-event.ts'
import { seeResidence } from './see-residence.ts'
import {
  type ForCouncil,
  loadForCouncil,
  loadRecorded,
  loadSeating,
  loadSeatLogin,
  loadStaffCouncil,
  loadStaffCouncils,
  type OneSeating,
  type SeatLogin,
  type StaffCouncil,
} from './staff-loads.ts'
import { councilEvents, leavingReasons } from './tables.ts'
import { vacate } from './vacate.ts'
import { StaffCouncilPage } from './views/council-page.tsx'
import { CouncilsPage } from './views/councils-page.tsx'
import { ImportPage } from './views/import-page.tsx'
import { LoginPage } from './views/login-page.tsx'
import { OwnSeatsPage } from './views/own-seats.tsx'
import { CorrectPage, EventPage, LeavePage } from './views/write-down.tsx'

const raad = ':raad'
const id = text(60, 'needed').refine(isId, { error: 'choose' })
const home = ({ council }: { council: { slug: string } }) => councilPaths.council(council.slug)
/** A table of 200 members with room to spare. */
const mostBytes = 262_144

const councilForm = {
  load: loadStaffCouncil,
  view: (page, thing: StaffCouncil, form, _asked, who) => <StaffCouncilPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<unknown, unknown, unknown>>[0]['form']
const leaveForm = {
  view: (page, thing: OneSeating, form, _asked, who) => <LeavePage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<OneSeating, unknown, unknown>>[0]['form']
const correctForm = {
  view: (page, thing: OneSeating, form, _asked, who) => <CorrectPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<OneSeating, unknown, unknown>>[0]['form']
const loginForm = {
  view: (page, thing: SeatLogin, form, _asked, who) => <LoginPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<SeatLogin, unknown, unknown>>[0]['form']
const eventForm = {
  view: (page, thing: ForCouncil, form, _asked, who) => <EventPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<ForCouncil, unknown, unknown>>[0]['form']
const importForm = {
  view: (page, thing: ForCouncil, form, _asked, who) => <ImportPage page={page} who={who} thing={thing} form={form} />,
} satisfies Parameters<typeof post<ForCouncil, unknown, unknown>>[0]['form']

export const staffRoutes: readonly AnyRoute[] = [
  ...callRoutes,
  get({
    path: councilPaths.own,
    may: maySeeOwnSeat,
    load: ownSeats,
    view: (page, seats, _form, _asked, who) => <OwnSeatsPage page={page} who={who} seats={seats} />,
  }),
  get({
    path: councilPaths.list,
    may: maySeeSeats,
    load: loadStaffCouncils,
    view: (page, thing, _form, _asked, who) => <CouncilsPage page={page} who={who} thing={thing} />,
  }),
  get({
    path: councilPaths.council(raad),
    may: maySeeSeats,
    load: loadStaffCouncil,
    reads: ({ council, sitting, past }) => [
      { about: null, action: 'seats', reason: council.slug },
      ...namedOnPage(
        [...sitting, ...past].map(one => one.memberId),
        'seats',
        council.slug,
      ),
    ],
    view: councilForm.view,
  }),
  get({
    path: councilPaths.leave(raad, ':seating'),
    may: mayKeepSeats,
    load: loadSeating,
    reads: ({ seating }) => ({ about: seating.memberId, action: 'seat' }),
    view: leaveForm.view,
  }),
  post({
    path: councilPaths.leave(raad, ':seating'),
    may: mayKeepSeats,
    load: loadSeating,
    input: z.object({ on: day('needed'), reason: choice(leavingReasons) }),
    deed: (tx, who, { thing, input }) => vacate(tx, who, { seating: thing.seating.id, on: input.on!, reason: input.reason }),
    then: (_, { thing }) => home(thing),
    form: leaveForm,
  }),
  get({
    path: councilPaths.correct(raad, ':seating'),
    may: mayKeepSeats,
    load: loadRecorded,
    reads: ({ seating }) => ({ about: seating.memberId, action: 'seat' }),
    view: correctForm.view,
  }),
  post({
    path: councilPaths.correct(raad, ':seating'),
    may: mayKeepSeats,
    load: loadRecorded,
    input: z.object({ from: day('needed'), termTo: day('optional'), never: tick, stays: tick }),
    deed: (tx, who, { thing, input }) => correctSeating(tx, who, { seating: thing.seating.id, ...input, from: input.from! }),
    then: (_, { thing }) => home(thing),
    form: correctForm,
  }),
  get({ path: councilPaths.event(raad), may: mayRecordEvents, load: loadForCouncil, view: eventForm.view }),
  post({
    path: councilPaths.event(raad),
    may: mayRecordEvents,
    load: loadForCouncil,
    input: z.object({ event: choice(councilEvents), on: day('needed'), body: text(200), minuteRef: text(200), reason: text(1_000) }),
    deed: (tx, who, { thing, input }) => recordEvent(tx, who, { council: thing.council.slug, ...input, on: input.on! }),
    then: (_, { thing }) => home(thing),
    form: eventForm,
  }),
  get({ path: councilPaths.import(raad), may: mayKeepSeats, load: loadForCouncil, view: importForm.view }),
  post({
    path: councilPaths.import(raad),
    may: mayKeepSeats,
    load: loadForCouncil,
    maxBytes: mostBytes,
    input: z.object({ asOf: day('needed'), list: text(200_000), save: tick }),
    deed: async (tx, who, { thing, input, asked }) => {
      const file = asked.form?.files.file
      const given = {
        council: thing.council.slug,
        asOf: input.asOf!,
        text: file && file.bytes.length > 0 ? decodeTable(file.bytes) : input.list,
      }
      if (!input.save) return { preview: { ...(await previewMembers(tx, who, given)), text: given.text, asOf: given.asOf } }
      await importMembers(tx, who, given)
      return { preview: null }
    },
    then: ({ preview }, { page, thing, who }) =>
      preview ? <ImportPage page={page} who={who} thing={{ ...thing, preview }} form={{ values: {}, errors: [] }} /> : home(thing),
    form: importForm,
  }),
  get({
    path: councilPaths.login(raad, ':seating'),
    may: mayKeepSeats,
    load: loadSeatLogin,
    reads: ({ seating }) => ({ about: seating.memberId, action: 'seat' }),
    view: loginForm.view,
  }),
  post({
    path: councilPaths.login(raad, ':seating'),
    may: mayKeepSeats,
    load: loadSeatLogin,
    input: z.object({ person: id }),
    deed: (tx, who, { thing, input }) => linkPerson(tx, who, { member: thing.seating.memberId, person: input.person }),
    then: (_, { thing }) => home(thing),
    form: loginForm,
  }),
  post({
    path: councilPaths.logout(raad, ':seating'),
    may: mayKeepSeats,
    load: loadSeatLogin,
    input: z.object({}),
    deed: (tx, who, { thing }) => linkPerson(tx, who, { member: thing.seating.memberId, person: null }),
    then: (_, { thing }) => home(thing),
    form: loginForm,
  }),
  post({
    path: councilPaths.shown(raad),
    may: mayKeepSeats,
    load: loadStaffCouncil,
    input: z.object({ member: id, shown: choice(['named', 'unnamed'] as const) }),
    deed: (tx, who, { input }) => chooseShown(tx, who, input),
    then: (_, { thing }) => home(thing),
    form: councilForm,
  }),
  post({
    path: councilPaths.residence(raad),
    may: mayKeepSeats,
    load: loadStaffCouncil,
    input: z.object({ member: id }),
    deed: (tx, who, { input }) => seeResidence(tx, who, { member: input.member, on: localDate(tx.now) }),
    then: (_, { thing }) => home(thing),
    form: councilForm,
  }),
  post({
    path: councilPaths.callIn(raad),
    may: mayKeepSeats,
    load: loadStaffCouncil,
    input: z.object({ member: id, group: text(100, 'needed'), seat: whole(1, 1_000) }),
    deed: (tx, who, { thing, input }) => callIn(tx, who, { council: thing.council.slug, ...input }),
    then: (_, { thing }) => home(thing),
    form: councilForm,
  }),
]

// The addresses of people: the register, one person, units and contacts.
import { z } from 'zod'
import type { Tx } from '../platform/db/act.ts'
import { choice, choices, day, email, text, tick } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import { type Principal, roles } from '../platform/principal.ts'
import { beAbsent, comeBack } from './absence.ts'
import {
  mayChangePerson,
  mayEmploy,
  mayEndRole,
  mayGrant,
  mayHoldContacts,
  mayLetGo,
  maySeePeople,
  maySeePerson,
  maySetAbsence,
  maySetUnits,
} from './access.ts'
import { changePerson } from './change-person.ts'
import { enrol } from './enrol.ts'
import { holdContact } from './hold-contact.ts'
import { hoursOf } from './hours.ts'
import { letGo } from './let-go.ts'
import { peoplePaths } from './paths.ts'
import { everybody, type OnePerson, onePerson } from './people-read.ts'
import { endRole, grantRole } from './roles.ts'
import { setUnit } from './set-unit.ts'
import { ContactHoldPage, UnitPage, weekDays } from './views/lead-pages.tsx'
import { PeoplePage } from './views/people-page.tsx'
import { NewPersonPage, PersonPage } from './views/person-page.tsx'

const facts = { name: text(120, 'needed'), phone: text(40), helpsWith: text(200), unit: text(80), shown: tick }
const idOrNull = z.preprocess(value => (isId(value) ? value : null), z.string().nullable()) as z.ZodType<string | null>

const loadPerson = async (tx: Tx, who: Principal, { params }: Asked) => {
  const one = await onePerson(tx, params.person!)
  // Whoever may not see people learns of nobody.
  return one && maySeePerson(who, one.person.id) ? one : null
}
const personForm = {
  view: (
    page: Parameters<typeof PersonPage>[0]['page'],
    one: OnePerson,
    form: Parameters<typeof PersonPage>[0]['form'],
    _asked: Asked,
    who: Principal,
  ) => <PersonPage page={page} who={who} one={one} form={form} />,
}
const person = peoplePaths.person(':person')
const backToPerson = (_done: unknown, { thing }: { thing: OnePerson }) => peoplePaths.person(thing.person.id)
const heldBy = ({ everybody: all, person: { id } }: OnePerson) => all.roles.get(id) ?? []

const loadUnit = async (tx: Tx, _who: Principal, { params }: Asked) => {
  const all = await everybody(tx)
  const unit = all.units.find(one => one.slug === params.enhed)
  return unit ? { all, unit } : null
}
const loadContact = async (tx: Tx, _who: Principal, { params }: Asked) => {
  const all = await everybody(tx)
  const line = all.contacts.find(one => one.contact.slug === params.kontakt)
  return line ? { all, line } : null
}
const clock = text(5)
const weekdays = choices(weekDays)

export const registerRoutes = [
  get({
    path: peoplePaths.people,
    may: maySeePeople,
    load: everybody,
    view: (page, all, _f, _a, who) => <PeoplePage page={page} who={who} all={all} />,
  }),
  get({
    path: peoplePaths.newPerson,
    may: mayEmploy,
    load: everybody,
    view: (page, all, form, _a, who) => <NewPersonPage page={page} who={who} all={all} form={form} />,
  }),
  post({
    path: peoplePaths.newPerson,
    may: mayEmploy,
    load: everybody,
    input: z.object({ ...facts, email: email('needed'), roles: choices(roles) }),
    deed: (tx, who, { input }) =>
      enrol(tx, who, {
        ...input,
        email: input.email!,
        phone: input.phone || null,
        helpsWith: input.helpsWith || null,
        unit: input.unit || null,
      }),
    then: id => peoplePaths.person(id),
    form: {
      view: (page, all: Awaited<ReturnType<typeof everybody>>, form, _a, who) => (
        <NewPersonPage page={page} who={who} all={all} form={form} />
      ),
    },
  }),
  get({
    path: peoplePaths.unit(':enhed'),
    may: maySetUnits,
    load: loadUnit,
    view: (page, { all, unit }, form, _a, who) => <UnitPage page={page} who={who} all={all} unit={unit} form={form} />,
  }),
  post({
    path: peoplePaths.unit(':enhed'),
    may: maySetUnits,
    load: loadUnit,
    input: z.object({ leader: idOrNull, deputy: idOrNull }),
    deed: (tx, who, { thing, input }) => setUnit(tx, who, { slug: thing.unit.slug, leaderId: input.leader, deputyId: input.deputy }),
    then: () => peoplePaths.people,
    form: {
      view: (page, { all, unit }: NonNullable<Awaited<ReturnType<typeof loadUnit>>>, form, _a, who) => (
        <UnitPage page={page} who={who} all={all} unit={unit} form={form} />
      ),
    },
  }),
  get({
    path: peoplePaths.contact(':kontakt'),
    may: mayHoldContacts,
    load: loadContact,
    view: (page, { all, line }, form, _a, who) => <ContactHoldPage page={page} who={who} all={all} line={line} form={form} />,
  }),
  post({
    path: peoplePaths.contact(':kontakt'),
    may: mayHoldContacts,
    load: loadContact,
    input: z.object({
      person: idOrNull,
      deputy: idOrNull,
      phone: text(40),
      email: email('optional'),
      days1: weekdays,
      from1: clock,
      to1: clock,
      days2: weekdays,
      from2: clock,
      to2: clock,
    }),
    deed: (tx, who, { thing, input }) =>
      holdContact(tx, who, {
        contact: thing.line.contact.slug,
        personId: input.person,
        deputyId: input.deputy,
        phone: input.phone || null,
        email: input.email,
        hours: hoursOf(input),
      }),
    then: () => peoplePaths.people,
    form: {
      view: (page, { all, line }: NonNullable<Awaited<ReturnType<typeof loadContact>>>, form, _a, who) => (
        <ContactHoldPage page={page} who={who} all={all} line={line} form={form} />
      ),
    },
  }),
  get({
    path: person,
    may: (who, one) => maySeePerson(who, one.person.id),
    load: loadPerson,
    view: (page, one, form, _a, who) => <PersonPage page={page} who={who} one={one} form={form} />,
  }),
  post({
    path: `${person}/oplysninger`,
    may: (who, one) => mayChangePerson(who, one.person.id),
    load: loadPerson,
    input: z.object({ ...facts, email: email('optional') }),
    deed: (tx, who, { thing, input }) =>
      changePerson(tx, who, {
        personId: thing.person.id,
        name: input.name,
        email: input.email ?? thing.person.email,
        phone: input.phone || null,
        helpsWith: input.helpsWith || null,
        unit: input.unit || null,
        shown: input.shown,
      }),
    then: backToPerson,
    form: personForm,
  }),
  post({
    path: `${person}/roller`,
    may: (who, one) => roles.some(role => mayGrant(who, one.person.id, role)),
    load: loadPerson,
    input: z.object({ role: choice(roles), from: day('optional'), to: day('optional') }),
    deed: (tx, who, { thing, input }) => grantRole(tx, who, { personId: thing.person.id, ...input }),
    then: backToPerson,
    form: personForm,
  }),
  post({
    path: `${person}/roller/slut`,
    may: (who, one) => one.grants.some(grant => mayEndRole(who, one.person.id, grant.role)),
    load: loadPerson,
    input: z.object({ grant: text(40, 'needed') }),
    deed: (tx, who, { thing, input }) => endRole(tx, who, { personId: thing.person.id, grantId: input.grant }),
    then: backToPerson,
    form: personForm,
  }),
  post({
    path: `${person}/fravaer`,
    may: (who, one) => maySetAbsence(who, one.person.id, one.unit?.leaderId ?? null),
    load: loadPerson,
    input: z.object({ awayFrom: day('needed'), awayTo: day('needed'), deputy: idOrNull }),
    deed: (tx, who, { thing, input }) =>
      beAbsent(tx, who, { personId: thing.person.id, from: input.awayFrom!, to: input.awayTo!, deputyId: input.deputy }),
    then: backToPerson,
    form: personForm,
  }),
  post({
    path: `${person}/fravaer/slet`,
    may: (who, one) => maySetAbsence(who, one.person.id, one.unit?.leaderId ?? null),
    load: loadPerson,
    input: z.object({ absence: text(40, 'needed') }),
    deed: (tx, who, { thing, input }) => comeBack(tx, who, { personId: thing.person.id, absenceId: input.absence }),
    then: backToPerson,
    form: personForm,
  }),
  post({
    path: `${person}/fratraed`,
    may: (who, one) => mayLetGo(who, one.person.id, heldBy(one)),
    load: loadPerson,
    input: z.object({}),
    deed: (tx, who, { thing }) => letGo(tx, who, { personId: thing.person.id }),
    then: () => peoplePaths.people,
    form: personForm,
  }),
]

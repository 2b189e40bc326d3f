// Every night each council is looked over: terms about to end, seats held past their term, residence to be seen again, seats that are empty
// and councils below their minimum. What is found is owed; what has been mended is settled. Looking twice changes nothing.
import { itemOf } from '../municipalities/index.ts'
import { openDues, owe, type Rule, settle } from '../people/index.ts'
import { addMonths, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Principal } from '../platform/principal.ts'
import { charterInForce } from './charter-in-force.ts'
import { councilThing } from './council-store.ts'
import { brokenNow, type Council, councilsOf } from './councils.ts'
import { residencesSeenBefore } from './member-store.ts'
import { asksResidence } from './residence.ts'
import { seatPlan } from './seat-plan.ts'
import type { NamedSeating } from './seating.ts'
import { allSeatings, seatingsById } from './store.ts'
import { alertMinimum, oweForVacancy, vacancyDues } from './vacancy.ts'

export const nightDues = { ending: 'council.terms-ending', past: 'council.past-term', residence: 'member.residence-recheck' } as const
/** How long before a term ends somebody must begin to find the next ones. */
const monthsAhead = 4
const daysForPast = 20
const daysForResidence = 10

export async function checkCouncils(tx: Tx, who: Principal): Promise<void> {
  const today = localDate(tx.now)
  const councils = await councilsOf(tx)
  for (const council of councils) await checkOne(tx, who, council, today)
  await askResidence(tx, who, councils, today)
  await closeFilled(tx, who, councils, today)
}

async function checkOne(tx: Tx, who: Principal, council: Council, today: LocalDate): Promise<void> {
  const all = await allSeatings(tx, council.slug)
  if (all.length === 0) return
  const about = await councilThing(tx, council.slug)
  if (council.status.state === 'abolished' || council.status.state === 'paused') {
    for (const kind of [nightDues.ending, nightDues.past, vacancyDues.minimum]) await settle(tx, who, about, kind, 'no-longer')
    return
  }
  const sitting = all.filter(one => one.from <= today && (one.endedOn === null || one.endedOn > today) && lasts(one, today))
  await terms(tx, who, about, sitting, all, today)
  // A council that was never full is still being put together: that is shown elsewhere and nothing is overdue.
  if (council.status.state === 'recruiting' && !all.some(one => one.endedOn !== null)) return
  const broken = await brokenNow(tx, council.slug, today)
  await alertMinimum(tx, who, council.slug, broken)
  const short = new Set(broken.map(reason => reason.atom))
  if (council.charter)
    for (const place of seatPlan(council.charter.charter, sitting))
      if (place.voting && place.needed && short.has(`size:${place.group}`)) await emptySeat(tx, who, place, sitting, all, today)
}

const lasts = (one: NamedSeating, today: LocalDate) => one.staysOn || one.termTo === null || one.termTo >= today

/** Terms that end soon with nobody to follow, and seats that are held past their term. */
async function terms(
  tx: Tx,
  who: Principal,
  about: string,
  sitting: readonly NamedSeating[],
  all: readonly NamedSeating[],
  today: LocalDate,
): Promise<void> {
  const followed = (one: NamedSeating) =>
    all.some(next => next.group === one.group && next.seat === one.seat && next.from > today && next.id !== one.id)
  const dated = sitting.filter(one => one.termTo !== null && one.endedOn === null && !followed(one))
  const ending = dated.filter(one => one.termTo! >= today && one.termTo! <= addMonths(today, monthsAhead))
  const past = dated.filter(one => one.termTo! < today)
  const [open] = await openDues(tx, { abouts: [about], kinds: [nightDues.ending] })
  const first = ending.map(one => one.termTo!).sort()[0]
  // Terms that end later are owed for themselves when their time comes.
  if (open && open.dueOn !== first) await settle(tx, who, about, nightDues.ending, first ? 'passed' : 'filled')
  if (first)
    await owe(tx, who, {
      kind: nightDues.ending,
      about,
      owner: null,
      receivedOn: today,
      dueOn: first,
      rule: await termRule(tx, ending[0]!, today),
    })
  if (past.length === 0) await settle(tx, who, about, nightDues.past, 'filled')
  else
    await owe(tx, who, {
      kind: nightDues.past,
      about,
      owner: null,
      receivedOn: today,
      workingDays: daysForPast,
      rule: await termRule(tx, past[0]!, today),
    })
}

async function termRule(tx: Tx, one: NamedSeating, on: LocalDate): Promise<Rule> {
  const charter = (await charterInForce(tx, one.council, on))?.charter
  const said = charter?.groups.find(group => group.id === one.group)?.term ?? charter?.term
  return { id: said?.source?.ref ?? 'term', force: 'must', ...(said?.source?.text ? { quote: said.source.text } : {}) }
}

/** A seat the charter asks for that somebody has left and nobody has taken, also when the day was written down beforehand. */
async function emptySeat(
  tx: Tx,
  who: Principal,
  place: { readonly group: string; readonly seat: number },
  sitting: readonly NamedSeating[],
  all: readonly NamedSeating[],
  today: LocalDate,
): Promise<void> {
  const here = (one: { group: string; seat: number }) => one.group === place.group && one.seat === place.seat
  if (sitting.some(here)) return
  const last = all.filter(one => here(one) && one.endedOn !== null && one.endedOn <= today).at(-1)
  if (last) await oweForVacancy(tx, who, last)
}

/** What was owed for an empty seat is done when its group is full enough again, however that came about. */
async function closeFilled(tx: Tx, who: Principal, councils: readonly Council[], today: LocalDate): Promise<void> {
  const open = await openDues(tx, { kinds: [vacancyDues.seat] })
  const states = new Map(councils.map(council => [council.slug, council.status.state]))
  const broken = new Map<string, Set<string>>()
  const left = await seatingsById(
    tx,
    open.map(due => due.about),
  )
  // A seating that was corrected owes nothing; the one that stands for it does.
  for (const { about } of open) if (!left.some(one => one.id === about)) await settle(tx, who, about, vacancyDues.seat, 'no-longer')
  for (const one of left) {
    if (!broken.has(one.council)) broken.set(one.council, new Set((await brokenNow(tx, one.council, today)).map(reason => reason.atom)))
    const over = states.get(one.council) === 'abolished'
    if (over || !broken.get(one.council)!.has(`size:${one.group}`))
      await settle(tx, who, one.id, vacancyDues.seat, over ? 'no-longer' : 'filled')
  }
}

/** Asks again whether members still live here, where that is a condition; settles it for whoever was seen or sits no more. */
async function askResidence(tx: Tx, who: Principal, councils: readonly Council[], today: LocalDate): Promise<void> {
  const months = (await itemOf(tx, 'promise', 'residence_recheck_months'))?.value ?? 12
  const asking = councils.filter(one => one.facts.procedure.leavesOnMovingOut.value || (one.charter && asksResidence(one.charter.charter)))
  const members = await residencesSeenBefore(
    tx,
    asking.filter(one => one.status.state !== 'abolished').map(one => one.slug),
    addMonths(today, -months),
    today,
  )
  for (const about of members)
    await owe(tx, who, {
      kind: nightDues.residence,
      about,
      owner: null,
      receivedOn: today,
      workingDays: daysForResidence,
      rule: { id: 'A29', force: 'must' },
    })
  for (const due of await openDues(tx, { kinds: [nightDues.residence] }))
    if (!members.includes(due.about)) await settle(tx, who, due.about, nightDues.residence, 'seen')
}

// Keeps the seats of a council with names, terms and what can be written down of each; and who could be called in.
import { longDate } from '../../platform/clock.ts'
import { Hidden } from '../../platform/html/fields.tsx'
import { RuleLine, seatSpan } from '../../platform/html/marks.tsx'
import { FORM_KEY_FIELD, type Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink, Section } from '../../platform/html/pieces.tsx'
import { type PlaceRow, Places } from '../../platform/html/work.tsx'
import { said } from '../../platform/refusal.ts'
import type { SubstituteOffer } from '../call-in.ts'
import type { Seat } from '../councils.ts'
import { councilPaths } from '../paths.ts'
import { linesOf } from '../public/seat-lines.ts'
import type { NamedSeating } from '../seating.ts'
import type { StaffCouncil } from '../staff-loads.ts'
import { councilWords } from '../words.ts'

interface Props {
  page: Page
  thing: StaffCouncil
}

export function SeatSections({ page, thing }: Props) {
  const { lang } = page
  const groups = [...new Set(thing.seats.map(seat => seat.group))]
  return (
    <>
      {groups.map(group => {
        const seats = thing.seats.filter(seat => seat.group === group)
        const span = seats[0]!.voting ? `${seatSpan(seats.map(seat => seat.number))}: ` : ''
        return (
          <Section key={group} title={`${span}${said(seats[0]!.groupName, lang)}`}>
            <Places
              rows={linesOf(seats).map(({ seats: [seat, ...others], state }) => {
                if (others.length > 0) return emptyRow(page, thing, [seat, ...others], state)
                const seating = thing.sitting.find(one => one.id === seat.seatingId)
                return {
                  n: seat.voting ? seat.number : seat.substitute ? `S${seat.seat}` : `T${seat.seat}`,
                  state,
                  who: seating ? <bdi>{seating.name}</bdi> : councilWords(lang, 'seats.vacant'),
                  note: seating && notes(page, thing, seating).join(' '),
                  actions:
                    thing.mayKeep &&
                    (seating ? (
                      <Actions page={page} thing={thing} seating={seating} seat={seat} />
                    ) : (
                      <Fill page={page} thing={thing} seat={seat} />
                    )),
                }
              })}
            />
          </Section>
        )
      })}
    </>
  )
}

/** Empty seats of a kind in one row: how many, and the way to the first of them. */
function emptyRow(page: Page, thing: StaffCouncil, seats: [Seat, ...Seat[]], state: 'vacant' | 'allowed' | 'filled'): PlaceRow {
  const [seat] = seats
  return {
    n: seat.voting ? seat.number : seat.substitute ? `S${seat.seat}` : `T${seat.seat}`,
    span: seat.voting ? seatSpan(seats.map(one => one.number)) : undefined,
    state,
    who: councilWords(page.lang, 'seats.vacant.many', { count: seats.length }),
    actions: thing.mayKeep && <Fill page={page} thing={thing} seat={seat} />,
  }
}

/** A seat with a vote is filled by a proposal. */
function Fill({ page, thing, seat }: Props & { seat: Seat }) {
  if (!seat.voting || !seat.needed) return null
  const { slug, charter } = thing.council
  const elected = charter?.charter.groups.find(group => group.id === seat.group)?.filled_by === 'elected'
  return (
    <p>
      <a href={page.href(elected ? councilPaths.elections(slug) : councilPaths.slates(slug))}>
        {elected ? councilWords(page.lang, 'do.election') : councilWords(page.lang, 'seats.fill', { n: seat.number })}
      </a>
    </p>
  )
}

function notes(page: Page, { today, members, council }: StaffCouncil, seating: NamedSeating): string[] {
  const { lang } = page
  const say = councilWords
  const day = (date: string) => longDate(date, lang)
  const { termTo, staysOn, endedOn } = seating
  const term =
    endedOn !== null
      ? say(lang, 'seats.leaves', { day: day(endedOn) })
      : termTo === null
        ? say(lang, 'seats.until')
        : termTo < today
          ? say(lang, 'seats.over')
          : say(lang, staysOn ? 'seats.toFollowed' : 'seats.to', { day: day(termTo) })
  const shown = seating.protectedAddress ? 'seats.protected' : seating.shown === 'named' ? 'seats.named' : 'seats.unnamed'
  const seen = members.get(seating.memberId)?.residenceSeenOn ?? null
  const residence = council.facts.procedure.leavesOnMovingOut.value
    ? [seen ? say(lang, 'seats.residence', { day: day(seen) }) : say(lang, 'seats.residence.never')]
    : []
  return [
    say(lang, 'seats.from', { day: day(seating.from) }),
    term,
    say(lang, shown),
    ...residence,
    ...(seating.personId ? [say(lang, 'seats.linked')] : []),
  ]
}

function Actions({ page, thing, seating, seat }: Props & { seating: NamedSeating; seat: Seat }) {
  const { lang } = page
  const { slug } = thing.council
  const say = councilWords
  const name = <span class="sr"> {seating.name}</span>
  return (
    <div class="filters">
      {seating.endedOn === null && (
        <a href={page.href(councilPaths.leave(slug, seating.id))}>
          {say(lang, 'seats.leave')}
          {name}
        </a>
      )}
      <a href={page.href(councilPaths.correct(slug, seating.id))}>
        {say(lang, 'seats.correct')}
        {name}
      </a>
      {(seat.substitute || seat.voting) && (
        <a href={page.href(councilPaths.substitute(slug, seating.id))}>
          {say(lang, seat.substitute ? 'sub.open' : 'sub.line')}
          {name}
        </a>
      )}
      <a href={page.href(councilPaths.login(slug, seating.id))}>
        {say(lang, 'seats.login')}
        {name}
      </a>
      {!seating.protectedAddress && (
        <Small
          page={page}
          action={councilPaths.shown(slug)}
          fields={{ member: seating.memberId, shown: seating.shown === 'named' ? 'unnamed' : 'named' }}
        >
          {say(lang, seating.shown === 'named' ? 'seats.hide' : 'seats.show')}
          {name}
        </Small>
      )}
      {thing.council.facts.procedure.leavesOnMovingOut.value && seat.voting && (
        <Small page={page} action={councilPaths.residence(slug)} fields={{ member: seating.memberId }}>
          {say(lang, 'seats.seenResidence')}
          {name}
        </Small>
      )}
    </div>
  )
}

/** A button that reads as a link, with what it sends. */
function Small({
  page,
  action,
  fields,
  children,
}: {
  page: Page
  action: string
  fields: Record<string, string>
  children: preact.ComponentChildren
}) {
  return (
    <form method="post" action={page.href(action)}>
      <Hidden name={FORM_KEY_FIELD} value={page.formKey?.() ?? ''} />
      {Object.entries(fields).map(([key, value]) => (
        <Hidden key={key} name={key} value={value} />
      ))}
      <button type="submit" class="link">
        {children}
      </button>
    </form>
  )
}

/** Whose turn it is, by the charter's own rule. */
export function turnWords(lang: Page['lang'], { substitute, place, way, turn, breaks }: SubstituteOffer): string {
  // A name in another script must not turn the sentence around it.
  const name = `\u2068${substitute.name}\u2069`
  const n = place.number
  if (breaks.length > 0) return councilWords(lang, 'sub.breaks', { name, n })
  if (way === 'personal') return councilWords(lang, 'sub.personal', { name, n })
  if (turn > 1) return councilWords(lang, 'sub.later', { name, n, turn })
  return councilWords(lang, way === 'ordered' ? 'sub.turn' : 'sub.offer', { name, n })
}

/** Only when a seat is empty that somebody has left or the charter asks for. */
export function Substitutes({ page, thing }: Props) {
  const { lang } = page
  const say = councilWords
  const { council, offers, mayKeep, sitting } = thing
  const lacking = thing.seats.some(seat => seat.voting && seat.needed && !seat.filled)
  if ((!lacking && offers.length === 0) || sitting.length === 0 || !mayKeep) return null
  const anybody = thing.seats.some(seat => seat.substitute && seat.filled)
  return (
    <Section title={say(lang, 'sub.title')}>
      {offers.length === 0 && (
        <EmptyState
          title={say(lang, anybody ? 'sub.byRule' : 'sub.none')}
          next={say(lang, anybody ? 'sub.byRule.next' : 'sub.none.next')}
          action={<GoLink href={page.href(councilPaths.slates(council.slug))}>{say(lang, 'sub.propose')}</GoLink>}
        />
      )}
      <ul class="list">
        {offers.map(offer => (
          <Offer key={`${offer.substitute.id} ${offer.place.number}`} page={page} slug={council.slug} offer={offer} />
        ))}
      </ul>
    </Section>
  )
}

function Offer({ page, slug, offer }: { page: Page; slug: string; offer: SubstituteOffer }) {
  const { lang } = page
  const { substitute, place, breaks, turn } = offer
  const { name } = substitute
  return (
    <li>
      <p>{turnWords(lang, offer)}</p>
      {breaks.map(reason => (
        <RuleLine
          key={reason.atom}
          force="must"
          state={reason.state === 'undocumented' ? 'undocumented' : 'broken'}
          quote={reason.source?.text}
        />
      ))}
      {turn === 1 ? (
        <Small
          page={page}
          action={councilPaths.callIn(slug)}
          fields={{ member: substitute.memberId, group: place.group, seat: String(place.seat) }}
        >
          {councilWords(lang, 'sub.do', { name })}
        </Small>
      ) : (
        <a href={page.href(councilPaths.substitute(slug, substitute.id))}>{councilWords(lang, 'sub.look', { name })}</a>
      )}
    </li>
  )
}

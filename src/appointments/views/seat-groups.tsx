// Keeps the seats of a slate, group by group, with the rules beside them.
import type { ComponentChildren } from 'preact'
import type { Reason } from '../../councils/charters/index.ts'
import { longDate } from '../../platform/clock.ts'
import { Hidden } from '../../platform/html/fields.tsx'
import { Folded, FoldedSection } from '../../platform/html/folded.tsx'
import { Quote, seatSpan } from '../../platform/html/marks.tsx'
import { FORM_KEY_FIELD, type Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { type PlaceRow, Places } from '../../platform/html/work.tsx'
import type { Composed } from '../composed.ts'
import { slatePaths } from '../paths.ts'
import { qualifications } from '../qualifications.ts'
import type { ShownGroup, ShownSeat, ShownSlate } from '../shown.ts'
import { bodyWords, engineLang, slateWords } from '../words.ts'
import { RuleBeside } from './rule-beside.tsx'

interface Props {
  page: Page
  whole: Composed
  shown: ShownSlate
  editable: boolean
}

export function SeatGroups(props: Props) {
  const { page, whole, shown, editable } = props
  return (
    <>
      {shown.reasons.length > 0 && (
        <Section title={slateWords(page.lang, 'rules.all')}>
          {shown.reasons.map(reason => (
            <RuleBeside key={reason.atom} page={page} whole={whole} reason={reason} seats={[]} editable={editable} />
          ))}
        </Section>
      )}
      {shown.groups.map(group => (
        <Group key={group.id} {...props} group={group} />
      ))}
    </>
  )
}

function Group({ group, ...props }: Props & { group: ShownGroup }) {
  const { page, whole, editable } = props
  const { lang } = page
  const numbers = group.seats.map(seat => seat.place.number)
  const title = group.voting
    ? slateWords(lang, 'group.title', { seats: seatSpan(numbers), count: numbers.length, name: group.name })
    : group.name
  const lead = slateWords(lang, 'group.lead', { body: bodyWords(lang, group.body), filled: group.filled, total: group.total })
  const rows = together(group.seats).map(([seat, ...others]) => rowOf(props, group, seat, others))
  // What somebody else fills is looked up and not worked on; a rule that is broken there is never folded away.
  if (!group.mine && group.reasons.length === 0 && group.seats.every(seat => seat.reasons.length === 0))
    return (
      <FoldedSection title={title} says={`${lead} ${slateWords(lang, 'group.elsewhere')}`}>
        <Places rows={rows} />
      </FoldedSection>
    )
  return (
    <Section title={title} lead={group.mine ? lead : `${lead} ${slateWords(lang, 'group.elsewhere')}`}>
      {around(group.reasons, <Places rows={rows} />, (reason, children) => (
        <RuleBeside page={page} whole={whole} reason={reason} seats={group.voting ? numbers : []} editable={editable} quoted={false}>
          {children}
        </RuleBeside>
      ))}
      <InTheirWords page={page} group={group} />
    </Section>
  )
}

/** The sentences the rules of a group come from, each once however many seats it concerns. */
function InTheirWords({ page, group }: { page: Page; group: ShownGroup }) {
  const { lang } = page
  const seats = new Map<string, number[]>()
  for (const { source } of group.reasons)
    if (source?.text)
      seats.set(
        source.text,
        group.seats.map(seat => seat.place.number),
      )
  for (const { place, reasons } of group.seats)
    for (const { reason } of reasons) {
      const text = reason.source?.text
      if (text) seats.set(text, [...(seats.get(text) ?? []), place.number])
    }
  if (seats.size === 0) return null
  return (
    <Folded title={slateWords(lang, 'rule.quotes')} says={slateWords(lang, 'rule.quotes.says', { count: seats.size })}>
      {[...seats].map(([text, numbers]) => (
        <p key={text}>
          {group.voting && <b>{slateWords(lang, 'rule.quotes.seats', { seats: seatSpan(numbers), count: new Set(numbers).size })} </b>}
          <Quote>{text}</Quote>
        </p>
      ))}
    </Folded>
  )
}

/** Empty seats of a kind stand in one row, where the first of them is; a seat with a rule of its own, or with somebody, stands alone. */
function together(seats: readonly ShownSeat[]): [ShownSeat, ...ShownSeat[]][] {
  const rows: [ShownSeat, ...ShownSeat[]][] = []
  const plain = (seat: ShownSeat) => !seat.placed && !seat.gone && seat.reasons.length === 0
  for (const seat of seats) {
    const alike = plain(seat) ? rows.find(([first]) => plain(first) && first.state === seat.state) : undefined
    if (alike) alike.push(seat)
    else rows.push([seat])
  }
  return rows
}

/** Rules of several seats run along the rows they concern: each is drawn around the next. */
function around(
  reasons: readonly Reason[],
  rows: ComponentChildren,
  draw: (reason: Reason, children: ComponentChildren) => ComponentChildren,
): ComponentChildren {
  return reasons.reduceRight<ComponentChildren>((inside, reason) => draw(reason, inside), rows)
}

function rowOf({ page, whole, editable }: Props, group: ShownGroup, seat: ShownSeat, others: readonly ShownSeat[]): PlaceRow {
  const { lang } = page
  const { place, placed, somebody } = seat
  const own = editable && group.mine
  return {
    n: group.voting ? place.number : placed ? (place.substitute ? 'S' : 'T') : String(place.number),
    span: group.voting && others.length > 0 ? seatSpan([seat, ...others].map(one => one.place.number)) : undefined,
    state: seat.state,
    who:
      others.length > 0 ? (
        slateWords(lang, 'seat.vacant.many', { count: others.length + 1 })
      ) : somebody ? (
        <bdi>{somebody.name}</bdi>
      ) : (
        slateWords(lang, seat.gone ? 'seat.gone' : 'seat.vacant')
      ),
    note: noteOf(page, whole, seat),
    actions:
      own &&
      (placed || seat.gone
        ? !placed?.sits && <Actions page={page} whole={whole} seat={seat} />
        : group.voting &&
          whole.free.length > 0 && (
            <p>
              <a href="#kandidater">{slateWords(lang, 'seat.fill', { n: place.number })}</a>
            </p>
          )),
    ...(seat.reasons.length > 0
      ? {
          rules: seat.reasons.map(({ reason, about }) => (
            <RuleBeside
              key={reason.atom}
              about={about}
              page={page}
              whole={whole}
              reason={reason}
              seats={group.voting ? [place.number] : []}
              editable={editable}
              quoted={false}
            />
          )),
        }
      : {}),
  }
}

function noteOf(page: Page, whole: Composed, { placed, somebody }: ShownSeat): string | undefined {
  const { lang } = page
  if (!placed || !somebody) return undefined
  if (placed.sits) return slateWords(lang, 'group.sits')
  const { named } = somebody
  if (named?.need) return slateWords(lang, 'seat.need', { need: sentence(named.need), day: longDate(named.until!, lang) })
  return qualifications(whole.charter, somebody.person, engineLang(lang))
}
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

function Actions({ page, whole, seat }: { page: Page; whole: Composed; seat: ShownSeat }) {
  const { lang } = page
  const { slate } = whole
  const person = seat.placed?.person ?? slate.seats.find(one => one.group === seat.place.group && one.seat === seat.place.seat)!.person
  const name = seat.somebody?.name ?? ''
  return (
    <div class="filters">
      {seat.somebody && (
        <a href={page.href(slatePaths.put(slate.id, person))}>
          {slateWords(lang, 'seat.move')}
          <span class="sr"> {name}</span>
        </a>
      )}
      <form method="post" action={page.href(slatePaths.off(slate.id))}>
        <Hidden name={FORM_KEY_FIELD} value={page.formKey?.() ?? ''} />
        <Hidden name="person" value={person} />
        <button type="submit" class="link">
          {slateWords(lang, 'seat.off')}
          <span class="sr"> {name}</span>
        </button>
      </form>
    </div>
  )
}

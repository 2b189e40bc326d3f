// The seats of a council, drawn and listed with what an empty one breaks, and its rules with the force they have.
import { longDate } from '../../../platform/clock.ts'
import { NameOf } from '../../../platform/html/human.tsx'
import { RuleLine, seatSpan } from '../../../platform/html/marks.tsx'
import { GoLink, Section } from '../../../platform/html/pieces.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { SeatDiagram, SeatList, type SeatRow } from '../../../platform/html/seats.tsx'
import { said } from '../../../platform/refusal.ts'
import { type PlainRule, plainRules, type Reason } from '../../charters/index.ts'
import type { Seat } from '../../councils.ts'
import { standsInWords } from '../rule-in-words.ts'
import { type SeatGroup, type SeatLine, seatGroups, stateOf } from '../seat-lines.ts'
import { CitedIn } from './cited.tsx'
import { type CouncilProps, wordsOf } from './props.ts'
import { RuleText } from './rule-words.tsx'

/** Who sits there is told of a council that has begun to look; of others it is not known. */
export const isKnown = ({ status, seats }: CouncilProps['shown']): boolean =>
  status.state === 'recruiting' || seats.some(seat => seat.filled)

export function CouncilRing({ page, shown }: CouncilProps) {
  const { seats, status } = shown
  const voting = seats.filter(seat => seat.voting)
  if (voting.length === 0 || status.state === 'abolished') return null
  const advisers = seats.filter(seat => !seat.voting && !seat.substitute)
  return (
    <SeatDiagram
      seats={voting.map(seat => ({ n: seat.number, group: seat.group, state: seat.filled ? 'filled' : 'vacant' }))}
      advisers={advisers.length > 0 ? advisers.map(seat => ({ state: stateOf(seat) })) : undefined}
      filled={voting.filter(seat => seat.filled).length}
      total={voting.length}
      groupNames={Object.fromEntries(voting.map(seat => [seat.group, said(seat.groupName, page.lang)]))}
    />
  )
}

/** Who sits there, with what is wished for and what an empty seat breaks; folded are those without a vote, and the rules that stand as they should. */
export function CouncilSeats({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { seats, status, charter } = shown
  const sits = status.state !== 'abolished'
  const voting = sits ? seats.filter(seat => seat.voting) : []
  const advisers = voting.length > 0 ? seats.filter(seat => !seat.voting && !seat.substitute) : []
  const substitutes = voting.length > 0 ? seats.filter(seat => seat.substitute && seat.filled) : []
  if (!charter) return null
  const beside = besideGroups(shown, [...voting, ...advisers, ...substitutes])
  const tells = toldOf(shown)
  return (
    <Section title={t('seats')} id="pladser">
      {voting.length > 0 && (
        <div class="cols even">
          <Groups page={page} shown={shown} groups={seatGroups(voting)} />
        </div>
      )}
      <Folded page={page} shown={shown} seats={advisers} title={t('advisers')} />
      <Folded page={page} shown={shown} seats={substitutes} title={t('substitutes')} />
      <Rules page={page} shown={shown} wanted={rule => !beside(rule) && tells(rule)} />
      <Rules page={page} shown={shown} wanted={rule => !beside(rule) && !tells(rule)} fold />
      <p>
        <GoLink href={page.href(`/raad/${shown.facts.slug}/vedtaegt`)}>{t('rules.all')}</GoLink>
      </p>
    </Section>
  )
}

/** Seats nobody can come forward for, with every rule of theirs. */
function Folded({ page, shown, seats, title }: CouncilProps & { seats: readonly Seat[]; title: string }) {
  if (seats.length === 0) return null
  const groups = seatGroups(seats)
  return (
    <details>
      <summary>
        {title}: {wordsOf(page)('seats.filled', { count: seats.filter(seat => seat.filled).length })}
      </summary>
      <div class="cols even">
        <Groups page={page} shown={shown} groups={groups} all bare={groups.length === 1} />
      </div>
    </details>
  )
}

/** The groups with their seats and rules: what is told of them, or `all`; `bare` without their name. */
function Groups({ page, shown, groups, all, bare }: CouncilProps & { groups: readonly SeatGroup[]; all?: boolean; bare?: boolean }) {
  const t = wordsOf(page)
  const tells = toldOf(shown)
  const term = ({ since, until }: NonNullable<SeatGroup['term']>) =>
    until
      ? t('seat.since.until', { on: longDate(since, page.lang), until: longDate(until, page.lang) })
      : t('seat.since', { on: longDate(since, page.lang) })
  const row = (group: SeatGroup, { seats, state }: SeatLine): SeatRow => {
    const seat = seats[0]!
    const n = seat.voting ? seat.number : 'T'
    if (state === 'filled')
      return {
        n,
        state,
        who: seat.name === null ? t('seat.hidden') : <NameOf name={seat.name} invented={page.municipality.demo} />,
        note: !group.term && seat.since && term({ since: seat.since, until: seat.until }),
      }
    return {
      n,
      state,
      span: seat.voting && seats.length > 1 ? seatSpan(seats.map(one => one.number)) : undefined,
      who: <b>{t('seats.vacant', { count: seats.length })}</b>,
      note: state === 'allowed' && t('seats.optional'),
    }
  }
  return (
    <>
      {groups.map(group => (
        <div key={group.group}>
          {!bare && (
            <h3>
              <SaidIn text={group.name} lang={page.lang} />
            </h3>
          )}
          {group.term && <p class="soft">{term(group.term)}</p>}
          <SeatList rows={group.lines.map(line => row(group, line))} />
          <Rules page={page} shown={shown} wanted={rule => (all || tells(rule)) && isOf(rule, group.group)} />
        </div>
      ))}
    </>
  )
}

const isOf = (rule: PlainRule, group: string) => rule.groups.length === 1 && rule.groups[0] === group

/** What a visitor should see at once: a wish, and what an empty seat breaks. */
const toldOf = (shown: CouncilProps['shown']) => {
  const open = broken(shown)
  return (rule: PlainRule) => rule.strength === 'should' || open.has(rule.atom)
}

/** Told of one group alone, it stands beside the seats of that group. */
const besideGroups = (shown: CouncilProps['shown'], seats: readonly Seat[]) => {
  const tells = toldOf(shown)
  return (rule: PlainRule) => seats.some(seat => (tells(rule) || !seat.voting) && isOf(rule, seat.group))
}

/** What is broken, of a council of which it is known who sits there. */
const broken = (shown: CouncilProps['shown']) => new Map(isKnown(shown) ? shown.broken.map(reason => [reason.atom, reason]) : [])

/**
 * Rules with their force; a sentence that gives several stands once. A reader of Danish has the sentence itself,
 * and beside the seats their number: the same is not said a second and a third time.
 */
function Rules({ page, shown, wanted, fold }: CouncilProps & { wanted: (rule: PlainRule) => boolean; fold?: boolean }) {
  const { lang } = page
  const { charter } = shown.charter!
  const filled = new Map(charter.groups.map(group => [group.id, shown.seats.filter(seat => seat.group === group.id && seat.filled).length]))
  const open = broken(shown)
  const stands = (reason: Reason) =>
    lang === 'da' || lang === 'en'
      ? reason[lang].split(lang === 'da' ? ' Der står: »' : ' The text says: “')[0]
      : standsInWords(charter, reason, filled, lang)
  const groups = bySentence(plainRules(charter, lang === 'da' ? 'da' : 'en').filter(wanted), rule => open.has(rule.atom))
  if (groups.length === 0) return null
  const lines = (
    <div class="cols even">
      {groups.map(same => {
        const [{ atom, strength, sentence, ref }] = same
        return (
          <RuleLine
            key={atom}
            force={strength}
            state={open.has(atom) ? 'open' : 'stated'}
            quote={sentence ?? undefined}
            source={!sentence && ref ? <CitedIn page={page} shown={shown} of={[ref]} /> : undefined}
          >
            {!(sentence && lang === 'da') &&
              same.map(rule => (
                <div key={rule.atom}>
                  <p>
                    <RuleText charter={charter} rule={rule} lang={lang} />
                  </p>
                  {open.has(rule.atom) && <p class="soft">{stands(open.get(rule.atom)!)}</p>}
                </div>
              ))}
          </RuleLine>
        )
      })}
    </div>
  )
  if (!fold) return lines
  return (
    <details>
      <summary>{wordsOf(page)('rules.more', { count: groups.length })}</summary>
      {lines}
    </details>
  )
}

/** What is read out of one sentence with one force, and stands alike, together. Who may take a seat stands with its number; the charter's own page has every rule. */
function bySentence(rules: readonly PlainRule[], isBroken: (rule: PlainRule) => boolean): [PlainRule, ...PlainRule[]][] {
  const found = new Map<string, [PlainRule, ...PlainRule[]]>()
  for (const rule of rules) {
    if (rule.strength === 'hint' || rule.kind === 'elig') continue
    const key = rule.sentence ? JSON.stringify([rule.strength, isBroken(rule), rule.sentence]) : rule.atom
    const same = found.get(key)
    if (same) same.push(rule)
    else found.set(key, [rule])
  }
  return [...found.values()]
}

// The seats of a council, drawn and listed with what an empty one breaks, and its rules with the force they have.
import { longDate } from '../../../platform/clock.ts'
import { NameOf } from '../../../platform/html/human.tsx'
import { RuleLine, seatSpan } from '../../../platform/html/marks.tsx'
import { Section } from '../../../platform/html/pieces.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { SeatDiagram, SeatList, type SeatRow } from '../../../platform/html/seats.tsx'
import { said } from '../../../platform/refusal.ts'
import { type PlainRule, plainRules, type Reason } from '../../charters/index.ts'
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

export function CouncilSeats({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { seats, status } = shown
  const voting = seats.filter(seat => seat.voting)
  if (voting.length === 0 || status.state === 'abolished') return null
  const advisers = seats.filter(seat => !seat.voting && !seat.substitute)
  const substitutes = seats.filter(seat => seat.substitute && seat.filled)
  return (
    <>
      <Section title={t('seats')} id="pladser">
        <Groups page={page} shown={shown} groups={seatGroups(voting)} />
      </Section>
      {advisers.length > 0 && (
        <Section title={t('advisers')}>
          <Groups page={page} shown={shown} groups={seatGroups(advisers)} />
        </Section>
      )}
      {substitutes.length > 0 && (
        <Section title={t('substitutes')}>
          <Groups page={page} shown={shown} groups={seatGroups(substitutes)} />
        </Section>
      )}
    </>
  )
}

function Groups({ page, shown, groups }: CouncilProps & { groups: readonly SeatGroup[] }) {
  const t = wordsOf(page)
  const beside = besideSeats({ page, shown })
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
    <div class="cols even">
      {groups.map(group => (
        <section key={group.group}>
          {(groups.length > 1 || group.lines[0]!.seats[0]!.voting) && (
            <h3>
              <SaidIn text={group.name} lang={page.lang} />
            </h3>
          )}
          {group.term && <p class="soft">{term(group.term)}</p>}
          <SeatList rows={group.lines.map(line => row(group, line))} />
          {beside.has(`size:${group.group}`) && <Rules page={page} shown={shown} wanted={atom => atom === `size:${group.group}`} />}
        </section>
      ))}
    </div>
  )
}

/** The rule of the group's size, beside its seats while one of them is empty; the other rules stand below. */
const besideSeats = ({ shown }: CouncilProps) =>
  new Set(isKnown(shown) ? shown.broken.map(reason => reason.atom).filter(atom => atom.startsWith('size:')) : [])

/** The rules that make the council what it is, each with its force; a sentence that gives several stands once. */
export function CouncilRules({ page, shown }: CouncilProps) {
  const beside = besideSeats({ page, shown })
  return <Rules page={page} shown={shown} wanted={atom => !beside.has(atom)} />
}

function Rules({ page, shown, wanted }: CouncilProps & { wanted: (atom: string) => boolean }) {
  const { lang } = page
  const { charter } = shown.charter!
  const filled = new Map(charter.groups.map(group => [group.id, shown.seats.filter(seat => seat.group === group.id && seat.filled).length]))
  const broken = new Map(isKnown(shown) ? shown.broken.map(reason => [reason.atom, reason]) : [])
  const stands = (reason: Reason) =>
    lang === 'da' || lang === 'en'
      ? reason[lang].split(lang === 'da' ? ' Der står: »' : ' The text says: “')[0]
      : standsInWords(charter, reason, filled, lang)
  const rules = plainRules(charter, lang === 'da' ? 'da' : 'en').filter(rule => wanted(rule.atom))
  return (
    <div class="cols even">
      {bySentence(rules, rule => broken.has(rule.atom)).map(same => {
        const [{ atom, strength, sentence, ref }] = same
        return (
          <RuleLine
            key={atom}
            force={strength}
            state={broken.has(atom) ? 'open' : 'stated'}
            quote={sentence ?? undefined}
            source={!sentence && ref ? <CitedIn page={page} shown={shown} of={[ref]} /> : undefined}
          >
            {same.map(rule => (
              <div key={rule.atom}>
                <p>
                  <RuleText charter={charter} rule={rule} lang={lang} />
                </p>
                {broken.has(rule.atom) && <p class="soft">{stands(broken.get(rule.atom)!)}</p>}
              </div>
            ))}
          </RuleLine>
        )
      })}
    </div>
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

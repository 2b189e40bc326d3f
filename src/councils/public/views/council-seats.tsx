// The seats of a council, drawn and listed, and its rules with the force they have.
import { longDate } from '../../../platform/clock.ts'
import { NameOf } from '../../../platform/html/human.tsx'
import { RuleLine } from '../../../platform/html/marks.tsx'
import { Section } from '../../../platform/html/pieces.tsx'
import { SeatDiagram, SeatList } from '../../../platform/html/seats.tsx'
import { said } from '../../../platform/refusal.ts'
import { plainRules } from '../../charters/index.ts'
import type { Seat } from '../../councils.ts'
import { standsInWords } from '../rule-in-words.ts'
import { CitedIn } from './cited.tsx'
import { type CouncilProps, wordsOf } from './props.ts'
import { RuleText } from './rule-words.tsx'

export function CouncilSeats({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { seats, status } = shown
  const voting = seats.filter(seat => seat.voting)
  if (voting.length === 0 || status.state === 'abolished') return null
  const advisers = seats.filter(seat => !seat.voting && !seat.substitute)
  const substitutes = seats.filter(seat => seat.substitute && seat.filled)
  const names = Object.fromEntries(voting.map(seat => [seat.group, said(seat.groupName, page.lang)]))
  const row = (seat: Seat) => ({
    n: seat.voting ? seat.number : 'T',
    state: seat.filled ? ('filled' as const) : seat.needed ? ('vacant' as const) : ('allowed' as const),
    who: seat.filled ? (
      seat.name === null ? (
        t('seat.hidden')
      ) : (
        <NameOf name={seat.name} invented={page.municipality.demo} />
      )
    ) : (
      <b>{t('seat.vacant')}</b>
    ),
    note: (
      <>
        {said(seat.groupName, page.lang)}
        {seat.since &&
          ` · ${seat.until ? t('seat.since.until', { on: longDate(seat.since, page.lang), until: longDate(seat.until, page.lang) }) : t('seat.since', { on: longDate(seat.since, page.lang) })}`}
      </>
    ),
  })
  return (
    <>
      <SeatDiagram
        seats={voting.map(seat => ({ n: seat.number, group: seat.group, state: seat.filled ? 'filled' : 'vacant' }))}
        advisers={
          advisers.length > 0 ? advisers.map(seat => ({ state: seat.filled ? 'filled' : seat.needed ? 'vacant' : 'allowed' })) : undefined
        }
        filled={voting.filter(seat => seat.filled).length}
        total={voting.length}
        groupNames={names}
      />
      <Section title={t('seats')} lead={t('seats.lead')} id="pladser">
        <SeatList rows={voting.map(row)} />
      </Section>
      {advisers.length > 0 && (
        <Section title={t('advisers')}>
          <SeatList rows={advisers.map(row)} />
        </Section>
      )}
      {substitutes.length > 0 && (
        <Section title={t('substitutes')}>
          <SeatList rows={substitutes.map(row)} />
        </Section>
      )}
    </>
  )
}

/** The rules that make the council what it is, each with its force; a vacancy shows the rule it breaks. */
export function CouncilRules({ page, shown }: CouncilProps) {
  const { lang } = page
  const { charter } = shown.charter!
  const filled = new Map(charter.groups.map(group => [group.id, shown.seats.filter(seat => seat.group === group.id && seat.filled).length]))
  const broken = new Map(shown.broken.map(reason => [reason.atom, reason]))
  const known = shown.status.state === 'recruiting' || shown.seats.some(seat => seat.filled)
  return (
    <div class="cols even">
      {plainRules(charter, lang === 'da' ? 'da' : 'en')
        // Who may take a seat stands with its number; the charter's own page has every rule.
        .filter(rule => rule.strength !== 'hint' && rule.kind !== 'elig')
        .map(rule => {
          const reason = known ? broken.get(rule.atom) : undefined
          return (
            <RuleLine
              key={rule.atom}
              force={rule.strength}
              state={reason ? 'open' : 'stated'}
              quote={rule.sentence ?? undefined}
              source={!rule.sentence && rule.ref ? <CitedIn page={page} shown={shown} of={[rule.ref]} /> : undefined}
            >
              <p>
                <RuleText charter={charter} rule={rule} lang={lang} />
              </p>
              {reason && <p class="soft">{lang === 'da' || lang === 'en' ? reason[lang] : standsInWords(charter, reason, filled, lang)}</p>}
            </RuleLine>
          )
        })}
    </div>
  )
}

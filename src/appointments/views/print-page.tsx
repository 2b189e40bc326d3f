// Keeps the recommendation as it is printed for the body that decides: who, which rules, what is open, and room for the decision.
import { plainRules } from '../../councils/charters/index.ts'
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Composed } from '../composed.ts'
import { slatePaths } from '../paths.ts'
import { shownSlate } from '../shown.ts'
import type { StoredVerdict } from '../verdict.ts'
import { bodyWords, engineLang, slateWords } from '../words.ts'

export interface PrintShown {
  readonly whole: Composed
  /** As it was judged when it was proposed, if it was. */
  readonly verdict: StoredVerdict
  /** The last day of each seat's term, by "group|seat"; null until somebody follows. */
  readonly until: ReadonlyMap<string, string | null>
}

export function PrintPage({ page, who, thing }: { page: Page; who: Principal; thing: PrintShown }) {
  const { lang } = page
  const { whole, verdict } = thing
  const { slate } = whole
  const say = slateWords
  const shown = shownSlate({ ...whole, verdict }, engineLang(lang))
  const body = bodyWords(lang, slate.body)
  const mine = shown.groups.filter(group => group.mine)
  const vacant = mine.flatMap(group => group.seats.filter(seat => seat.place.needed && !seat.placed).map(seat => ({ group, seat })))
  return (
    <StaffPage
      page={page}
      title={say(lang, 'print.title', { council: said(whole.councilName, lang) })}
      lead={say(lang, 'print.to', { body })}
      nav={staffNav(page, who, 'slates')}
      back={{ href: page.href(slatePaths.slate(slate.id)) }}
      above={
        <p class="soft">
          {say(lang, 'print.from', { number: slate.number, day: longDate(slate.startsOn, lang), version: whole.rules.version })}
        </p>
      }
    >
      <p class="soft screen-only">{say(lang, 'print.how')}</p>
      <Section title={say(lang, 'print.proposal', { body })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(lang, 'print.seat')}</th>
              <th scope="col">{say(lang, 'print.name')}</th>
              <th scope="col">{say(lang, 'print.group')}</th>
              <th scope="col">{say(lang, 'print.until')}</th>
            </tr>
          </thead>
          <tbody>
            {mine.flatMap(group =>
              group.seats
                .filter(seat => seat.placed && !seat.placed.sits)
                .map(seat => {
                  const until = seat.somebody?.named?.until ?? thing.until.get(`${group.id}|${seat.place.seat}`) ?? null
                  return (
                    <tr key={`${group.id} ${seat.place.seat}`}>
                      <td>{group.voting ? seat.place.number : 'T'}</td>
                      <td>
                        <bdi>{seat.somebody?.name}</bdi>
                        {seat.somebody?.named?.need && <small> {seat.somebody.named.need}</small>}
                      </td>
                      <td>{group.name}</td>
                      <td>{until ? longDate(until, lang) : say(lang, 'print.untilFollowed')}</td>
                    </tr>
                  )
                }),
            )}
          </tbody>
        </table>
      </Section>
      <Section title={say(lang, 'print.rules')}>
        <Rules page={page} whole={whole} verdict={verdict} />
      </Section>
      <Section title={say(lang, 'print.missing')}>
        {vacant.length === 0 ? (
          <p>{say(lang, 'print.missing.none')}</p>
        ) : (
          <ul class="list">
            {vacant.map(({ group, seat }) => (
              <li key={`${group.id} ${seat.place.seat}`}>
                {say(lang, 'put.seat', { n: seat.place.number })} · {group.name}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say(lang, 'print.decision')}>
        <p>☐ {say(lang, 'print.asProposed')}</p>
        <p>☐ {say(lang, 'print.otherwise')}</p>
        <p class="write-line" />
        <p class="write-line" />
        <p class="write-line">{say(lang, 'print.date')}</p>
        <p class="write-line">{say(lang, 'print.signature')}</p>
      </Section>
    </StaffPage>
  )
}

function Rules({ page, whole, verdict }: { page: Page; whole: Composed; verdict: StoredVerdict }) {
  const { lang } = page
  const say = slateWords
  const own = new Set(whole.charter.groups.filter(group => group.appointed_by === whole.slate.body).map(group => group.id))
  const lines = plainRules(whole.charter, engineLang(lang)).filter(
    line => line.groups.length === 0 || line.groups.some(group => own.has(group)),
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(lang, 'print.rule')}</th>
          <th scope="col">{say(lang, 'print.stands')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.atom}>
            <td>
              <b>{say(lang, `print.force.${line.strength}`)}</b> {line.sentence ? <Quote>{line.sentence}</Quote> : line.text}
            </td>
            <td>{standsNow(page, whole, verdict, line.atom)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function standsNow({ lang }: Page, { slate }: Composed, verdict: StoredVerdict, atom: string): string {
  const reasons = verdict.reasons.filter(one => one.atom === atom || one.atom.startsWith(`${atom}[`))
  const reason = reasons.find(one => one.state !== 'open') ?? reasons[0]
  if (!reason) return slateWords(lang, 'print.kept')
  if (reason.strength === 'should') {
    const why = reasons.flatMap(one => slate.deviations.get(one.atom) ?? []).join(' ')
    return why ? slateWords(lang, 'print.departs', { reason: why }) : slateWords(lang, 'print.departs.none')
  }
  return slateWords(lang, `print.${reason.state}`)
}

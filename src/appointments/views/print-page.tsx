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
import type { Decision } from '../decision-store.ts'
import { slatePaths } from '../paths.ts'
import { shownSlate } from '../shown.ts'
import { type StoredVerdict, sentenceOf } from '../verdict.ts'
import { bodyWords, engineLang, slateWords } from '../words.ts'

export interface PrintShown {
  readonly whole: Composed
  /** As it was judged when it was proposed, if it was. */
  readonly verdict: StoredVerdict
  /** The last day of each seat's term, by "group|seat"; null until somebody follows. */
  readonly until: ReadonlyMap<string, string | null>
  /** What the body decided, once it has. */
  readonly decision: Decision | null
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
      <Standing page={page} thing={thing} />
      <p class="soft no-print">{say(lang, 'print.how')}</p>
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
        <Room page={page} thing={thing} />
      </Section>
    </StaffPage>
  )
}

/** A sheet travels without its page: what has not been sent says so on the paper itself. */
function Standing({ page, thing }: { page: Page; thing: PrintShown }) {
  const { state } = thing.whole.slate
  if (state === 'proposed' || state === 'decided') return null
  return (
    <p>
      <b>{slateWords(page.lang, state === 'open' ? 'print.draft' : 'print.closed')}</b>
    </p>
  )
}

/** Room for the decision, or the decision. */
function Room({ page, thing }: { page: Page; thing: PrintShown }) {
  const { lang } = page
  const { decision } = thing
  const say = slateWords
  if (decision) return <p>{say(lang, 'print.decided', { day: longDate(decision.decidedOn, lang), ref: decision.minuteRef })}</p>
  return (
    <>
      <p>☐ {say(lang, 'print.asProposed')}</p>
      <p>☐ {say(lang, 'print.otherwise')}</p>
      <table>
        <tbody>
          {(['print.changes', 'print.minuteRef', 'print.date', 'print.signature'] as const).map(key => (
            <tr key={key}>
              <th scope="row">{say(lang, key)}</th>
              <td>&nbsp;</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Rules({ page, whole, verdict }: { page: Page; whole: Composed; verdict: StoredVerdict }) {
  const { lang } = page
  const say = slateWords
  const own = new Set(whole.charter.groups.filter(group => group.appointed_by === whole.slate.body).map(group => group.id))
  const lines = plainRules(whole.charter, engineLang(lang)).filter(
    line => line.groups.length === 0 || line.groups.some(group => own.has(group)),
  )
  // One sentence may ask several things; it is printed once, with everything that stands against it.
  const sentences = [...new Set(lines.map(line => line.sentence ?? line.text))]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(lang, 'print.rule')}</th>
          <th scope="col">{say(lang, 'print.stands')}</th>
        </tr>
      </thead>
      <tbody>
        {sentences.map(sentence => {
          const asked = lines.filter(line => (line.sentence ?? line.text) === sentence)
          return (
            <tr key={sentence}>
              <td>
                <b>{say(lang, `print.force.${asked[0]!.strength}`)}</b> {asked[0]!.sentence ? <Quote>{sentence}</Quote> : sentence}
              </td>
              <td>
                {standsNow(
                  page,
                  whole,
                  verdict,
                  asked.map(line => line.atom),
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function standsNow(page: Page, whole: Composed, verdict: StoredVerdict, atoms: readonly string[]): string {
  const { lang } = page
  const reasons = verdict.reasons.filter(one => atoms.some(atom => one.atom === atom || one.atom.startsWith(`${atom}[`)))
  if (reasons.length === 0) return slateWords(lang, 'print.kept')
  return reasons
    .map(reason => {
      const sentence = sentenceOf(whole.charter, reason, engineLang(lang))
      if (reason.strength === 'hint') return sentence
      if (reason.strength === 'must') return slateWords(lang, `print.${reason.state}`)
      const why = whole.slate.deviations.get(reason.atom)
      return why ? slateWords(lang, 'print.departs', { reason: why }) : slateWords(lang, 'print.departs.none')
    })
    .join(' ')
}

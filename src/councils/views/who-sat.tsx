// Keeps "Hvem sad her den …": the question, its answer with the rules of that day, and everybody who has left.
import { localDate, longDate } from '../../platform/clock.ts'
import { DateField, Form, Submit } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import type { OnRecord } from '../on-record.ts'
import { councilPaths } from '../paths.ts'
import type { StaffCouncil } from '../staff-loads.ts'
import { councilWords } from '../words.ts'

export function WhoSat({ page, thing }: { page: Page; thing: StaffCouncil }) {
  const { lang } = page
  const say = councilWords
  const form = { values: { den: thing.asked.on, kendt: thing.asked.known }, errors: [] }
  return (
    <Section title={say(lang, 'who.title')} lead={say(lang, 'who.lead')} id="hvem">
      <Form action={`${page.href(councilPaths.council(thing.council.slug))}#hvem`} method="get">
        <DateField form={form} name="den" label={say(lang, 'who.on')} as="detail" />
        <DateField form={form} name="kendt" label={say(lang, 'who.known')} why={say(lang, 'who.known.why')} as="detail" optional />
        <Submit quiet label={say(lang, 'who.do')} />
      </Form>
      {thing.record && <Answer page={page} record={thing.record} />}
    </Section>
  )
}

function Answer({ page, record }: { page: Page; record: OnRecord }) {
  const { lang } = page
  const say = councilWords
  const day = longDate(record.on, lang)
  const sat = record.seats.filter(seat => seat.seating)
  return (
    <>
      <p>{sat.length > 0 ? say(lang, 'who.answer', { day }) : say(lang, 'who.nobody', { day })}</p>
      {localDate(record.knownAt) !== localDate(page.now) && (
        <p class="soft">{say(lang, 'who.knownAt', { day: longDate(localDate(record.knownAt), lang) })}</p>
      )}
      {sat.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too
        <section class="scroll" tabIndex={0} aria-label={say(lang, 'who.title')}>
          <table class="blocks">
            <thead>
              <tr>
                {(['col.name', 'col.seat', 'col.group', 'col.from'] as const).map(key => (
                  <th scope="col" key={key}>
                    {say(lang, key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sat.map(seat => (
                <tr key={seat.seating!.id}>
                  <th scope="row">
                    <bdi>{seat.seating!.name}</bdi>
                  </th>
                  <td data-of={`${say(lang, 'col.seat')}: `}>{seat.voting ? seat.number : seat.substitute ? 'S' : 'T'}</td>
                  <td data-of={`${say(lang, 'col.group')}: `}>{said(seat.groupName, lang)}</td>
                  <td data-of={`${say(lang, 'col.from')}: `}>{longDate(seat.seating!.from, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p>
        {record.rules
          ? say(lang, 'who.rules', { version: record.rules.version, from: longDate(record.rules.validFrom, lang) })
          : say(lang, 'who.noRules')}
      </p>
    </>
  )
}

export function FormerSeats({ page, thing }: { page: Page; thing: StaffCouncil }) {
  const { lang } = page
  const say = councilWords
  if (thing.past.length === 0) return null
  return (
    <Section title={say(lang, 'history.seats')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too */}
      <section class="scroll" tabIndex={0} aria-label={say(lang, 'history.seats')}>
        <table class="blocks">
          <thead>
            <tr>
              <th scope="col">{say(lang, 'col.name')}</th>
              <th scope="col">{say(lang, 'col.from')}</th>
              <th scope="col">{say(lang, 'past.left')}</th>
              <th scope="col">{say(lang, 'col.reason')}</th>
              {thing.mayKeep && <td />}
            </tr>
          </thead>
          <tbody>
            {thing.past.map(one => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                </th>
                <td data-of={`${say(lang, 'col.from')}: `}>{longDate(one.from, lang)}</td>
                <td data-of={`${say(lang, 'past.left')}: `}>{longDate(one.endedOn!, lang)}</td>
                <td data-of={`${say(lang, 'col.reason')}: `}>{one.reason && say(lang, `reason.${one.reason}`)}</td>
                {thing.mayKeep && (
                  <td>
                    {/* A hidden name beside it would widen the whole page on a telephone. */}
                    <a
                      href={page.href(councilPaths.correct(thing.council.slug, one.id))}
                      aria-label={`${say(lang, 'seats.correct')} ${one.name}`}
                    >
                      {say(lang, 'seats.correct')}
                    </a>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

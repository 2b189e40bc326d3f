// Keeps the page of one substitute: the seat they can be called in for, and whom they stand in for.
import { staffNav } from '../../people/index.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { ErrorSummary, Form, Submit, TextArea } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { RuleLine } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { councilPaths } from '../paths.ts'
import type { OneSubstitute } from '../substitute-loads.ts'
import { councilWords } from '../words.ts'
import { turnWords } from './seat-sections.tsx'

interface Props {
  page: Page
  thing: OneSubstitute
  form: Filled
}
/** A seat as it stands in a form: group and number. */
const placeValue = (place: { readonly group: string; readonly seat: number }) => `${place.seat} ${place.group}`
export const readPlace = (value: string) => {
  const [seat = '', ...group] = value.split(' ')
  return { group: group.join(' '), seat: Number(seat) }
}

export function SubstitutePage({ page, who, thing, form }: Props & { who: Principal }) {
  const { lang } = page
  const { council, seating } = thing
  const say = councilWords
  return (
    <StaffPage
      page={page}
      title={say(lang, thing.line ? 'sub.line.title' : 'sub.page.title', { name: seating.name })}
      lead={say(lang, thing.line ? 'sub.line.lead' : 'sub.page.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {thing.line ? <Line page={page} line={thing.line} /> : <CallIn page={page} thing={thing} form={form} />}
      {thing.places.length > 0 && <StandsFor page={page} thing={thing} form={form} />}
    </StaffPage>
  )
}

/** Who steps in for a member, the first first. */
function Line({ page, line }: { page: Page; line: NonNullable<OneSubstitute['line']> }) {
  const { lang } = page
  if (line.length === 0) return <EmptyState title={councilWords(lang, 'sub.line.none')} next={councilWords(lang, 'sub.line.none.next')} />
  return (
    <ol class="list">
      {line.map(one => (
        <li key={one.name}>
          <bdi>{one.name}</bdi>
        </li>
      ))}
    </ol>
  )
}

function CallIn({ page, thing, form }: Props) {
  const { lang } = page
  const say = councilWords
  const { seating, offers, council } = thing
  if (offers.length === 0)
    return (
      <Section title={say(lang, 'sub.call')}>
        <EmptyState title={say(lang, 'sub.call.none', { name: seating.name })} next={say(lang, 'sub.call.none.next')} />
      </Section>
    )
  const names = new Map(council.charter!.charter.groups.map(group => [group.id, group.name?.[lang] ?? group.name?.da ?? group.id]))
  const filled: Filled = { ...form, values: { place: placeValue(offers[0]!.place), ...form.values } }
  return (
    <Section title={say(lang, 'sub.call')}>
      {offers.map(offer => (
        <div key={placeValue(offer.place)}>
          <p>{turnWords(lang, offer)}</p>
          {offer.breaks.map(reason => (
            <RuleLine
              key={reason.atom}
              force="must"
              state={reason.state === 'undocumented' ? 'undocumented' : 'broken'}
              quote={reason.source?.text}
            >
              <p>{reason[lang === 'da' ? 'da' : 'en']}</p>
            </RuleLine>
          ))}
        </div>
      ))}
      <Form page={page} action={page.href(councilPaths.substitute(council.slug, seating.id))}>
        <Choice
          form={filled}
          name="place"
          legend={say(lang, 'sub.place')}
          options={offers.map(({ place }) => ({
            value: placeValue(place),
            label: say(lang, 'seats.place', { n: place.number, group: names.get(place.group) ?? place.group }),
          }))}
        />
        {offers.some(offer => offer.turn > 1) && (
          <TextArea
            form={filled}
            name="outOfTurn"
            label={say(lang, 'sub.outOfTurn')}
            why={say(lang, 'sub.outOfTurn.why')}
            rows={3}
            maxLength={500}
          />
        )}
        <Submit label={say(lang, 'sub.call.do', { name: seating.name })} under={say(lang, 'sub.call.under', { name: seating.name })} />
      </Form>
    </Section>
  )
}

function StandsFor({ page, thing, form }: Props) {
  const { lang } = page
  const say = councilWords
  const { seating, places, standsFor, council } = thing
  const now = places.find(place => place.group === standsFor?.group && place.seat === standsFor.seat)
  const filled: Filled = { ...form, values: { standsFor: now ? placeValue(now) : '', ...form.values } }
  return (
    <Section title={say(lang, 'sub.for')}>
      <p>{now ? say(lang, 'sub.for.now', { name: seating.name, n: now.number }) : say(lang, 'sub.for.nobody', { name: seating.name })}</p>
      <Form page={page} action={page.href(councilPaths.standFor(council.slug, seating.id))}>
        <Choice
          form={filled}
          name="standsFor"
          legend={say(lang, 'sub.place')}
          options={places.map(place => ({
            value: placeValue(place),
            label: say(lang, 'seats.place', { n: place.number, group: said(place.groupName, lang) }),
          }))}
        />
        <Submit label={say(lang, 'sub.for.do')} />
      </Form>
    </Section>
  )
}

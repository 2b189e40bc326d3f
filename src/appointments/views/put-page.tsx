// Keeps the choice of a seat for somebody, with what the charter says of each.
import { type SeatPlace, saidWords } from '../../councils/index.ts'
import { staffNav } from '../../people/index.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { ErrorSummary, Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { forceClass, Mark, type MarkKind, seatSpan } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink, Remark } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Composed, Somebody } from '../composed.ts'
import { slatePaths } from '../paths.ts'
import { qualifications } from '../qualifications.ts'
import { hasNamesake } from '../same-name.ts'
import { offerKey, oncePerKind, type SeatOffer } from '../seat-offers.ts'
import { sentenceOf, standing } from '../verdict.ts'
import { engineLang, slateWords } from '../words.ts'

export interface PutShown {
  readonly whole: Composed
  readonly somebody: Somebody
  readonly offers: readonly SeatOffer[]
}

export function PutPage({ page, who, thing, form }: { page: Page; who: Principal; thing: PutShown; form: Filled }) {
  const { lang } = page
  const { whole, somebody, offers } = thing
  const back = page.href(slatePaths.slate(whole.slate.id))
  const now = whole.placed.find(one => one.person === somebody.id)
  const sits = now && whole.plan.find(place => place.group === now.group && place.seat === now.seat)
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, 'put.title', { name: somebody.name })}
      lead={[qualifications(whole.charter, somebody.person, engineLang(lang)), slateWords(lang, 'put.lead')].filter(Boolean).join(' ')}
      nav={staffNav(page, who, 'slates')}
      back={{ href: back }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {hasNamesake(whole, somebody) && <Remark>{slateWords(lang, 'put.namesake', { name: somebody.name })}</Remark>}
      {sits && <p>{slateWords(lang, 'put.sits', { name: somebody.name, n: sits.number })}</p>}
      {offers.length === 0 ? (
        <EmptyState
          title={slateWords(lang, 'put.none')}
          next={slateWords(lang, 'side.cannot')}
          action={<GoLink href={back}>{slateWords(lang, 'work.open')}</GoLink>}
        />
      ) : (
        <Form page={page} action={page.href(slatePaths.put(whole.slate.id, somebody.id))}>
          <Hidden name="person" value={somebody.id} />
          <Choice
            form={form}
            name="seat"
            legend={slateWords(lang, 'put.do')}
            options={oncePerKind(offers).map(({ offer, numbers }) => ({
              value: offerKey(offer.place),
              label: `${offer.extra ? slateWords(lang, 'put.extra') : slateWords(lang, numbers.length > 1 ? 'put.seat.of' : 'put.seat', { n: offer.place.number, seats: seatSpan(numbers) })} · ${groupName(whole, offer.place, engineLang(lang))}`,
              hint: <Hint page={page} offer={offer} moves={now !== undefined} whole={whole} />,
            }))}
          />
          <Submit label={slateWords(lang, 'put.do')} />
        </Form>
      )}
    </StaffPage>
  )
}

function groupName({ charter }: Composed, place: SeatPlace, lang: 'da' | 'en'): string {
  return said(saidWords(charter.groups.find(group => group.id === place.group)?.name, place.group), lang)
}

function Hint({ page, offer, moves, whole }: { page: Page; offer: SeatOffer; moves: boolean; whole: Composed }) {
  const { lang } = page
  const { taken, breaks } = offer
  return (
    <>
      {taken && (
        <>
          {slateWords(lang, moves ? 'put.taken' : 'put.takenOff', { name: taken.name })}
          <br />
        </>
      )}
      {breaks.length === 0 && slateWords(lang, 'put.fits')}
      {breaks.map(({ reason, about }, at) => {
        const { force, state } = standing(about ? { ...reason, state: about.state } : reason)
        return (
          <span key={reason.atom} class={force}>
            {at > 0 && <br />}
            <Mark kind={forceClass(force, state) as MarkKind} />{' '}
            {about?.[engineLang(lang)] ?? sentenceOf(whole.charter, reason, engineLang(lang))}
          </span>
        )
      })}
    </>
  )
}

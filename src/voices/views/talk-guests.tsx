// Who takes part beside the teller: who was invited and until when, inviting one more, and what a guest reads at the top of their own page.
import { dayInWords } from '../../platform/html/dates.ts'
import { Choice, type Filled, Submit, TextField } from '../../platform/html/fields.tsx'
import { NameOf } from '../../platform/html/human.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { canWithdraw, guestCovers, guestDays, guestState } from '../guest.ts'
import type { Guest } from '../guest-store.ts'
import { paths } from '../paths.ts'
import type { Talk } from '../talk.ts'
import { voiceWords as w } from '../words.ts'
import { Step } from './talk-step.tsx'

interface Props {
  readonly page: Page
  readonly talk: Talk
}

/** On the page of whoever it is about: who takes part, and one more. */
export function Guests({ page, talk, form }: Props & { form: Filled }) {
  const { lang } = page
  const { guests } = talk.voice
  const faulty = form.errors.some(error => error.field.startsWith('guest'))
  return (
    <Section title={w(lang, 'guest.title')} lead={w(lang, 'guest.lead')}>
      {talk.invited && <InviteLink page={page} {...talk.invited} until={guests.at(-1)?.link_until ?? talk.today} />}
      {guests.map(guest => (
        <OneGuest key={guest.id} page={page} talk={talk} guest={guest} />
      ))}
      <details open={faulty}>
        <summary>{w(lang, 'guest.invite')}</summary>
        <Step page={page} talk={talk} go="invite">
          <GuestFields page={page} form={form} />
          <Submit label={w(lang, 'guest.go')} quiet />
        </Step>
      </details>
    </Section>
  )
}

/** Who, what they may see, and how long: the same for the teller and for staff who invite for them. */
export function GuestFields({ page, form, name, why }: { page: Page; form: Filled; name?: string; why?: string }) {
  const { lang } = page
  return (
    <>
      <TextField
        form={form}
        name="guestName"
        label={name ?? w(lang, 'guest.name')}
        why={why ?? w(lang, 'guest.name.why')}
        as="detail"
        width="half"
        maxLength={120}
      />
      <Choice
        form={form}
        name="guestCovers"
        as="detail"
        legend={w(lang, 'guest.covers')}
        why={w(lang, 'guest.covers.why')}
        options={guestCovers.map(value => ({ value, label: w(lang, `guest.covers.${value}`) }))}
      />
      <Choice
        form={form}
        name="guestDays"
        as="detail"
        legend={w(lang, 'guest.days')}
        options={guestDays.map(value => ({ value, label: w(lang, `guest.days.${value}`) }))}
      />
    </>
  )
}

/** The link as it is shown once. */
function InviteLink({ page, token, origin, until }: { page: Page; token: string; origin: string; until: string }) {
  const { lang } = page
  return (
    <section class="fact" role="status">
      <h3>{w(lang, 'guest.link')}</h3>
      <p class="lines" id="invitation">
        <bdi dir="ltr">
          {origin}
          {page.href(paths.invited(token))}
        </bdi>
      </p>
      <p>{weave({ date: <b>{dayInWords(lang, until)}</b> }, tokens => w(lang, 'guest.link.text', tokens))}</p>
    </section>
  )
}

function OneGuest({ page, talk, guest }: Props & { guest: Guest }) {
  const { lang } = page
  const state = guestState(guest, talk.today)
  const day = <b>{dayInWords(lang, state === 'invited' ? guest.link_until : guest.until_day)}</b>
  return (
    <>
      <p>
        {weave({ name: <bdi>{guest.name}</bdi>, date: day }, tokens => w(lang, `guest.is.${state}`, tokens))}
        {canWithdraw(state) && <span class="soft"> {w(lang, 'guest.sees', { what: w(lang, `guest.covers.${guest.covers}`) })}</span>}
        {guest.invited_by === 'staff' && <span class="soft"> {w(lang, 'guest.by.staff')}</span>}
      </p>
      {canWithdraw(state) && (
        <Step page={page} talk={talk} go="uninvite">
          <p>
            <button type="submit" class="b quiet" name="answer" value={guest.id}>
              {w(lang, 'guest.remove', { name: guest.name })}
            </button>
          </p>
        </Step>
      )}
    </>
  )
}

/** What a guest reads first: who answers, what they see, and until when. */
export function GuestStanding({ page, talk, guest }: Props & { guest: Guest }) {
  const { lang } = page
  const { owner } = talk.voice
  const name = owner && <NameOf name={owner.name.split(' ')[0]!} invented={owner.invented} />
  return (
    <section class="fact">
      <h2>{name ? weave({ name }, tokens => w(lang, 'talk.who', tokens)) : w(lang, 'talk.who.office')}</h2>
      <WhatYouSee page={page} guest={guest} />
    </section>
  )
}
export function WhatYouSee({ page, guest }: { page: Page; guest: Guest }) {
  const { lang } = page
  return (
    <>
      <p>{w(lang, `guest.you.${guest.covers}`)}</p>
      <p>{weave({ date: <b>{dayInWords(lang, guest.until_day)}</b> }, tokens => w(lang, 'guest.you.until', tokens))}</p>
    </>
  )
}

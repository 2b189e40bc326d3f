// The network of the person, for staff: who takes part, inviting for them with their yes, or why it is not possible.
import { staffNav } from '../../people/index.ts'
import { addDays, type LocalDate, longDate } from '../../platform/clock.ts'
import { Choice, type Filled, Form, Submit, Tick } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import type { Principal } from '../../platform/principal.ts'
import { hows } from '../erase-ask.ts'
import { canWithdraw, guestState, linkDays, type NoNetwork, noNetworkReasons } from '../guest.ts'
import { paths } from '../paths.ts'
import type { Voice } from '../read-voice.ts'
import { voiceWords as w } from '../words.ts'
import type { OneVoice } from './staff-one.tsx'
import { GuestFields } from './talk-guests.tsx'

/** One line for the facts: who takes part, why nobody can, or that nobody has asked yet. */
export function networkLine(lang: Page['lang'], voice: Voice, today: string): string {
  const there = voice.guests.filter(one => canWithdraw(guestState(one, today)))
  if (there.length > 0)
    return there.map(one => `${one.name}: ${w(lang, `guest.covers.${one.covers}`)}, ${longDate(one.until_day as never, lang)}`).join('\n')
  const not = voice.lines.findLast(line => line.kind === 'network')
  return not ? w(lang, `staff.network.not.${not.text as NoNetwork}`) : w(lang, 'staff.network.none')
}

export function NetworkForms({ page, one, form }: { page: Page; one: OneVoice; form: Filled }) {
  const { lang } = page
  const { row, guests } = one.voice
  const there = guests.filter(guest => canWithdraw(guestState(guest, one.today)))
  return (
    <>
      <p>{w(lang, 'staff.network.lead')}</p>
      {there.map(guest => (
        <Form page={page} action={page.href(paths.form(row.id, 'inviteret-slut'))} key={guest.id}>
          <input type="hidden" name="guest" value={guest.id} />
          <p>
            {weave(
              { name: <bdi>{guest.name}</bdi>, date: longDate((guest.opened ? guest.until_day : guest.link_until) as never, lang) },
              tokens => w(lang, `guest.is.${guestState(guest, one.today)}`, tokens),
            )}
          </p>
          <Submit label={w(lang, 'guest.remove', { name: guest.name })} quiet />
        </Form>
      ))}
      <Form page={page} action={page.href(paths.form(row.id, 'inviter'))}>
        <GuestFields page={page} form={form} name={w(lang, 'staff.network.name')} why={w(lang, 'staff.network.name.why')} />
        <Choice
          form={form}
          name="saidHow"
          as="detail"
          legend={w(lang, 'staff.network.saidHow')}
          options={hows.map(value => ({ value, label: w(lang, `staff.network.how.${value}`) }))}
        />
        <Tick form={form} name="sure" label={w(lang, 'staff.network.sure')} />
        <Submit label={w(lang, 'guest.go')} quiet />
      </Form>
      {there.length === 0 && (
        <Form page={page} action={page.href(paths.form(row.id, 'netvaerk'))}>
          <Choice
            form={form}
            name="noNetwork"
            as="detail"
            legend={w(lang, 'staff.network.not')}
            why={w(lang, 'staff.network.not.why')}
            options={noNetworkReasons.map(value => ({ value, label: w(lang, `staff.network.not.${value}`) }))}
          />
          <Submit label={w(lang, 'staff.network.not.go')} quiet />
        </Form>
      )}
    </>
  )
}

/** The link of an invitation made for a teller, shown once. */
export function StaffLinkPage(props: { page: Page; who: Principal; id: string; name: string; address: string; today: string }) {
  const { page, who, id, name, address, today } = props
  const { lang } = page
  const until = longDate(addDays(today as LocalDate, linkDays), lang)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.network.link', { name })}
      lead={w(lang, 'staff.network.link.text', { date: until })}
      nav={staffNav(page, who, 'voices')}
    >
      <section class="slip fact">
        <p class="lines" id="invitation">
          <bdi dir="ltr">{address}</bdi>
        </p>
      </section>
      <GoLink href={page.href(paths.one(id))}>{w(lang, 'talk.again')}</GoLink>
    </StaffPage>
  )
}

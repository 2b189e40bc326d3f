// Where staff enter what they were told on the telephone, at the counter, in a letter or in the street; and what they then read aloud.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { showReceipt } from '../../platform/crypto/receipt.ts'
import { answersOf, Choice, DateField, ErrorSummary, type Filled } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import type { Ground, Keeping } from '../open-councils.ts'
import { paths } from '../paths.ts'
import type { Receipt } from '../receive-nomination.ts'
import { nominationWords as w } from '../words.ts'
import { ReachesNobody } from './joining.tsx'
import { LegalText } from './legal.tsx'
import { AnswersForm } from './own-change.tsx'
import { WhomAndWhere } from './whom-and-where.tsx'

/** The channels staff enter from; the web enters itself. */
const enteredBy = ['phone', 'counter', 'letter', 'email', 'outreach'] as const

export function EnterPage({ page, who, ground, form }: { page: Page; who: Principal; ground: Ground; form: Filled }) {
  const { lang } = page
  const filled = { ...form, values: { forWhom: 'self', channel: 'phone', language: lang, ...form.values } }
  const chosen = answersOf(form, 'councils')
  const asked = ground.enterable.filter(one => chosen.length === 0 || chosen.includes(one.slug))
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.new.title')}
      lead={w(lang, 'staff.new.lead')}
      nav={staffNav(page, who, 'candidates')}
      back={{ href: page.href(paths.candidates), label: w(lang, 'staff.one.back') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <ReachesNobody page={page} />
      <AnswersForm
        page={page}
        form={filled}
        councils={asked}
        staff
        submit={w(lang, 'staff.new.save')}
        before={
          <>
            <Choice
              form={filled}
              name="channel"
              legend={w(lang, 'staff.new.channel')}
              options={enteredBy.map(value => ({ value, label: w(lang, `channel.${value}`) }))}
            />
            <DateField
              form={filled}
              name="receivedOn"
              label={w(lang, 'staff.new.received')}
              why={w(lang, 'staff.new.received.why')}
              optional
            />
            <WhomAndWhere lang={lang} form={filled} ground={ground} councils={ground.enterable} whom={w(lang, 'staff.new.whom')} />
          </>
        }
      />
    </StaffPage>
  )
}

/** What staff tell the person at the end of the call: the code, and by which day somebody contacts them. */
export function EnteredPage({
  page,
  who,
  receipt,
  mayOpen,
}: {
  page: Page
  who: Principal
  receipt: Pick<Receipt, 'code' | 'candidateId' | 'contactBy'>
  mayOpen: boolean
}) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.new.done')}
      lead={w(lang, 'staff.new.by', { date: longDate(receipt.contactBy, lang) })}
      nav={staffNav(page, who, 'candidates')}
    >
      {receipt.code && (
        <Section title={w(lang, 'staff.new.code')}>
          <p class="name">
            <bdi dir="ltr" id="kode">
              {showReceipt(receipt.code)}
            </bdi>
          </p>
          <p>{w(lang, 'staff.new.code.text')}</p>
        </Section>
      )}
      <p>
        <ButtonLink href={page.href(mayOpen ? paths.candidate(receipt.candidateId) : paths.candidates)}>
          {w(lang, mayOpen ? 'staff.new.open' : 'staff.one.back')}
        </ButtonLink>
      </p>
    </StaffPage>
  )
}

/** A slip with a personal link, shown once, to print and hand over. */
export function SlipPage({
  page,
  who,
  name,
  address,
  until,
  back,
  asked,
  retention,
}: {
  page: Page
  who: Principal
  name: string
  address: string
  until: string
  back: string
  /** They have not said yes yet. */
  asked: boolean
  /** What they must be told when they are asked for the first time. */
  retention: ReadonlyMap<string, Keeping> | null
}) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.link.made', { name })}
      nav={staffNav(page, who, 'candidates')}
      back={{ href: page.href(back), label: w(lang, 'back') }}
    >
      <div class="fact">
        <p>{w(lang, asked ? 'staff.link.slip' : 'staff.link.slip.own')}</p>
        <p>
          <bdi dir="ltr" class="break" id="link">
            {address}
          </bdi>
        </p>
        <p>{w(lang, 'staff.link.until', { date: longDate(until, lang) })}</p>
      </div>
      {retention && (
        <Section title={w(lang, 'legal.title')}>
          <LegalText page={page} retention={retention} to="asked" />
        </Section>
      )}
    </StaffPage>
  )
}

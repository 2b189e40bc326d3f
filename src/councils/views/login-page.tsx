// Keeps the page where a seat is linked to whoever signs in as its member.
import { peoplePaths, staffNav } from '../../people/index.ts'
import { ErrorSummary, Form, SelectField, Submit } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { councilPaths } from '../paths.ts'
import type { SeatLogin } from '../staff-loads.ts'
import { councilWords } from '../words.ts'

export function LoginPage({ page, who, thing, form }: { page: Page; who: Principal; thing: SeatLogin; form: Filled }) {
  const { lang } = page
  const { council, seating, logins } = thing
  const action = page.href(councilPaths.login(council.slug, seating.id))
  const linked = seating.personId !== null
  // A name in another script must not turn the sentence around it.
  const isolated = (name: string) => `\u2068${name}\u2069`
  const now = logins.find(one => one.id === seating.personId)
  return (
    <StaffPage
      page={page}
      title={councilWords(lang, 'login.title', { name: isolated(seating.name) })}
      lead={councilWords(lang, 'login.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {linked && (
        <Form page={page} action={page.href(councilPaths.logout(council.slug, seating.id))}>
          <p>{councilWords(lang, 'login.now', { name: isolated(now?.name ?? '…') })}</p>
          <Submit quiet label={councilWords(lang, 'login.undo')} />
        </Form>
      )}
      {!linked && logins.length === 0 && (
        <EmptyState
          title={councilWords(lang, 'login.nobody')}
          next={councilWords(lang, 'login.nobody.next')}
          action={<GoLink href={page.href(peoplePaths.people)}>{councilWords(lang, 'login.people')}</GoLink>}
        />
      )}
      {!linked && logins.length > 0 && (
        <Form page={page} action={action}>
          <SelectField
            form={form}
            name="person"
            label={councilWords(lang, 'login.who')}
            why={councilWords(lang, 'login.why')}
            options={logins.map(one => ({ value: one.id, label: `${one.name} (${one.email})` }))}
          />
          <Submit label={councilWords(lang, 'login.do')} />
        </Form>
      )}
    </StaffPage>
  )
}

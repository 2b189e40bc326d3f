// The pages of signing in: ask for a link, look in the inbox, press the button.
import { ErrorSummary, type Filled, Form, Hidden, Submit, TextField } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, GoLink, Note, Section } from '../../platform/html/pieces.tsx'
import { peoplePaths, signInPath } from '../paths.ts'
import type { InventedPerson } from '../sign-in-as.ts'
import { peopleWords } from '../words.ts'
import { SignInAs } from './sign-in-as.tsx'

export type SignInFault = 'unknown' | 'denied' | 'away' | 'stale'
export interface SignInState {
  readonly oidc: boolean
  readonly backTo: string | null
  readonly fault: SignInFault | null
  /** The name of whoever is signed in already. */
  readonly name: string | null
  /** People of a demonstration or a practice; empty otherwise. */
  readonly invented: readonly InventedPerson[]
}

export function SignInPage({ page, state, form }: { page: Page; state: SignInState; form: Filled }) {
  const { lang } = page
  const words = (key: Parameters<typeof peopleWords>[1]) => peopleWords(lang, key)
  const oidcPath = state.backTo ? `${peoplePaths.signInOidc}?til=${encodeURIComponent(state.backTo)}` : peoplePaths.signInOidc
  const ask = (
    <Form page={page} action={page.href(peoplePaths.signIn)}>
      {state.backTo && <Hidden name="til" value={state.backTo} />}
      <TextField form={form} name="email" kind="email" label={words('signIn.email')} why={words('signIn.email.why')} autocomplete="email" />
      <Submit label={words('signIn.send')} quiet={state.oidc || state.invented.length > 0} />
    </Form>
  )
  return (
    <PublicPage
      page={page}
      title={words('signIn.title')}
      lead={words('signIn.lead')}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
      exit={false}
      noindex
    >
      {state.fault && (
        <Note>
          <p role="alert">{words(`signIn.fault.${state.fault}`)}</p>
        </Note>
      )}
      {state.name && (
        <p>
          {peopleWords(lang, 'signIn.already', { name: state.name })}{' '}
          <GoLink href={page.href(peoplePaths.work)}>{words('signIn.toWork')}</GoLink>
        </p>
      )}
      {state.oidc && (
        <p class="act">
          <ButtonLink href={page.href(oidcPath)}>{words('signIn.oidc')}</ButtonLink>
        </p>
      )}
      <SignInAs page={page} people={state.invented} />
      {state.oidc || state.invented.length > 0 ? <Section title={words('signIn.or')}>{ask}</Section> : ask}
    </PublicPage>
  )
}

/** What everybody reads after asking, known or not. */
export function LinkSentPage({ page, until, kept, backTo }: { page: Page; until: string; kept: boolean; backTo: string | null }) {
  const { lang } = page
  return (
    <PublicPage
      page={page}
      title={peopleWords(lang, 'signIn.sent.title')}
      lead={peopleWords(lang, 'signIn.sent.lead', { until })}
      exit={false}
      noindex
    >
      {kept && <p>{peopleWords(lang, 'signIn.sent.kept')}</p>}
      <p>{peopleWords(lang, 'signIn.sent.nothing')}</p>
      <p>
        <GoLink href={page.href(backTo ? signInPath(backTo) : peoplePaths.signIn)}>{peopleWords(lang, 'signIn.again')}</GoLink>
      </p>
    </PublicPage>
  )
}

/** The button that uses the link; a link that no longer works leads to a new one. */
export function LinkPage({ page, works, link }: { page: Page; works: boolean; link: string }) {
  const { lang } = page
  if (!works)
    return (
      <PublicPage page={page} title={peopleWords(lang, 'link.dead.title')} lead={peopleWords(lang, 'link.dead.lead')} exit={false} noindex>
        <p>
          <GoLink href={page.href(peoplePaths.signIn)}>{peopleWords(lang, 'link.dead.again')}</GoLink>
        </p>
      </PublicPage>
    )
  return (
    <PublicPage page={page} title={peopleWords(lang, 'link.title')} lead={peopleWords(lang, 'link.lead')} exit={false} noindex>
      <Form page={page} action={page.href(peoplePaths.signInLink(link))}>
        <Submit label={peopleWords(lang, 'link.button')} />
      </Form>
    </PublicPage>
  )
}

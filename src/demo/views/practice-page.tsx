// The page of the practice: what it is and the way in; inside it, the way back and the way to begin anew.
import { staffNav } from '../../people/index.ts'
import { Form, Submit } from '../../platform/html/fields.tsx'
import { PublicPage, StaffPage } from '../../platform/html/layout.tsx'
import { FRAME_PATHS, type Page } from '../../platform/html/page.ts'
import { GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { practicePaths } from '../paths.ts'
import { practiceWords } from '../words.ts'

export interface PracticeState {
  /** The page is shown inside the practice. */
  readonly inside: boolean
  /** Whoever asks may begin anew. */
  readonly mayBegin: boolean
}

export function PracticePage({ page, who, state }: { page: Page; who: Principal; state: PracticeState }) {
  const { lang } = page
  const w = (key: Parameters<typeof practiceWords>[1]) => practiceWords(lang, key)
  const back = (
    <Form page={page} action={page.href(practicePaths.end)}>
      <Submit label={w('back')} />
    </Form>
  )
  if (who.kind !== 'staff')
    return (
      <PublicPage page={page} title={w('title')} lead={w('notStaff.lead')} exit={false} noindex>
        {back}
      </PublicPage>
    )
  return (
    <StaffPage page={page} title={w('title')} lead={w(state.inside ? 'in.lead' : 'lead')} nav={staffNav(page, who, 'setUp')}>
      {state.inside ? (
        <>
          {back}
          <Section title={w('roles')}>
            <p>{w('roles.text')}</p>
            <p>
              <GoLink href={`${page.href(FRAME_PATHS.signIn)}#proev`}>{w('roles.link')}</GoLink>
            </p>
          </Section>
          {state.mayBegin && (
            <Section title={w('anew.title')}>
              <p>{w('anew.text')}</p>
              <Form page={page} action={page.href(practicePaths.anew)}>
                <Submit label={w('anew.button')} quiet />
              </Form>
            </Section>
          )}
        </>
      ) : (
        <>
          <Form page={page} action={page.href(practicePaths.page)}>
            <Submit label={w('begin')} under={w('begin.under')} />
          </Form>
          <Section title={w('what.title')}>
            <Prose>
              <ul>
                {(['same', 'apart', 'letters', 'shared', 'back'] as const).map(key => (
                  <li key={key}>{w(`what.${key}`)}</li>
                ))}
              </ul>
            </Prose>
          </Section>
        </>
      )}
    </StaffPage>
  )
}

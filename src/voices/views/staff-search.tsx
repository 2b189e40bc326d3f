// Searching for staff: the field, how far it is, and what was found; never a word of what was told.
import { staffNav } from '../../people/index.ts'
import { ErrorSummary, type Filled, Form, Submit, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { mostShown } from '../find-voices.ts'
import { paths } from '../paths.ts'
import type { Found } from '../routes-search.tsx'
import { voiceWords as w } from '../words.ts'
import { Voices } from './staff-list.tsx'

interface Props {
  readonly page: Page
  readonly who: Principal
}
export function SearchPage({ page, who, form }: Props & { form: Filled }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.search.title')}
      lead={w(lang, 'staff.search.lead')}
      nav={staffNav(page, who, 'voices')}
      back={{ href: page.href(paths.list), label: w(lang, 'staff.list.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page} action={page.href(paths.search)}>
        <TextField form={form} name="q" label={w(lang, 'staff.search.words')} why={w(lang, 'staff.search.words.why')} maxLength={120} />
        <Submit label={w(lang, 'staff.search.go')} />
      </Form>
    </StaffPage>
  )
}

export function FoundPage({ page, who, found }: Props & { found: Found }) {
  const { lang } = page
  const { search, voices, today } = found
  const far = { searched: search.searched, total: search.total, found: search.found.length }
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.search.found.title')}
      nav={staffNav(page, who, 'voices')}
      back={{ href: page.href(paths.search), label: w(lang, 'staff.search.again') }}
      lead={<bdi dir="auto">»{search.question}«</bdi>}
    >
      <p role="status">{w(lang, `staff.search.${search.state}`, far)}</p>
      {search.state === 'going' && (
        <>
          <progress value={search.searched} max={Math.max(1, search.total)} aria-label={w(lang, 'staff.search.going', far)} />
          <Form page={page} action={page.href(paths.stop(search.id))}>
            <Submit label={w(lang, 'staff.search.stop')} quiet />
          </Form>
        </>
      )}
      {search.found.length > mostShown && <p>{w(lang, 'staff.search.many', { shown: mostShown })}</p>}
      {voices.length > 0 && <Voices page={page} voices={voices} today={today} caption={w(lang, 'staff.search.found.title')} />}
      {voices.length === 0 && search.state === 'done' && (
        <EmptyState title={w(lang, 'staff.search.none')} next={w(lang, 'staff.search.none.next')} />
      )}
      <p>
        <GoLink href={page.href(paths.list)}>{w(lang, 'staff.enter.done.list')}</GoLink>
      </p>
    </StaffPage>
  )
}

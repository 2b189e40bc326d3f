// The ways to one's own page: the code of the receipt, and the button behind a personal link.
import { ErrorSummary, type Filled, Form, Submit, TextField } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { nominationWords as w } from '../words.ts'

/** Where the code is typed in. What was typed is not shown again: somebody may look over the shoulder. */
export function CodePage({ page, form }: { page: Page; form: Filled }) {
  const { lang } = page
  const empty = { ...form, values: {} }
  return (
    <PublicPage
      page={page}
      title={w(lang, 'code.title')}
      lead={w(lang, 'code.lead')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={empty} />}
    >
      <Form page={page}>
        <TextField form={empty} name="code" label={w(lang, 'q.code')} why={w(lang, 'q.code.why')} dir="ltr" maxLength={80} />
        <Submit label={w(lang, 'code.go')} />
      </Form>
      <p>{w(lang, 'code.lost')}</p>
    </PublicPage>
  )
}

/** Behind a personal link stands a button: programs that look at links in mail open nothing. */
export function LinkPage({ page, form }: { page: Page; form: Filled }) {
  const { lang } = page
  return (
    <PublicPage
      page={page}
      title={w(lang, 'link.title')}
      lead={w(lang, 'link.lead')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page}>
        <Submit label={w(lang, 'link.go')} />
      </Form>
    </PublicPage>
  )
}

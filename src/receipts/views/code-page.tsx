// Where a receipt code is typed in.
import { ErrorSummary, type Filled, Form, NotWrittenDown, Submit, TextField } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { receiptPath, sharedReceiptPath } from '../paths.ts'
import { receiptWords as w } from '../words.ts'

/** What was typed is not shown again: somebody may look over the shoulder. */
export function CodePage({ page, form, shared }: { page: Page; form: Filled; shared: boolean }) {
  const { lang } = page
  const empty = { ...form, values: {} }
  return (
    <PublicPage
      page={page}
      title={w(lang, 'title')}
      lead={w(lang, 'lead')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={empty} />}
    >
      <Form page={page} action={page.href(shared ? sharedReceiptPath : receiptPath)}>
        <NotWrittenDown />
        <TextField form={empty} name="code" label={w(lang, 'ask')} why={w(lang, 'ask.why')} dir="ltr" maxLength={80} />
        <Submit label={w(lang, 'go')} />
      </Form>
      <p>{w(lang, 'lost')}</p>
    </PublicPage>
  )
}

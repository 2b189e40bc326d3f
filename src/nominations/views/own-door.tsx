// The way to one's own page by a personal link: the button behind it.
import { type Filled, Form, Submit } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { nominationWords as w } from '../words.ts'

/** Behind a personal link stands a button: programs that look at links in mail open nothing. */
export function LinkPage({ page, form }: { page: Page; form: Filled }) {
  const { lang } = page
  // Nothing was typed here that could be mended: a link that leads nowhere is told of, without a button.
  if (form.errors.length > 0)
    return <PublicPage page={page} title={w(lang, 'question.gone.title')} lead={w(lang, 'link.dead')} neutral noindex />
  return (
    <PublicPage page={page} title={w(lang, 'link.title')} lead={w(lang, 'link.lead')} neutral noindex>
      <Form page={page}>
        <Submit label={w(lang, 'link.go')} />
      </Form>
    </PublicPage>
  )
}

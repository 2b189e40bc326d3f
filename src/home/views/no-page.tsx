// The pages of "no": not found, not permitted, not possible now; each says what to do and leads to a human.

import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { NoPage } from '../../platform/http/house.ts'

export function noPage(page: Page, no: NoPage) {
  return (
    <PublicPage page={page} title={no.title} noindex>
      <p class="lead">
        {no.text} {no.reference && <b>{no.reference}</b>}
      </p>
    </PublicPage>
  )
}

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
      {no.typed && (
        <>
          <p>
            <b>{no.typed.label}</b>
          </p>
          {no.typed.texts.map(text => (
            <div class="field" key={text}>
              <textarea readOnly rows={Math.min(12, 2 + Math.ceil(text.length / 60))} dir="auto" aria-label={no.typed!.label}>
                {text}
              </textarea>
            </div>
          ))}
        </>
      )}
      {no.again && (
        <p>
          <a href={no.again.href}>{no.again.label}</a>
        </p>
      )}
    </PublicPage>
  )
}

// Keeps what the pages of a draft have in common: where one is, and what went wrong.
import type { ComponentChildren } from 'preact'
import { staffNav } from '../../../people/index.ts'
import { ErrorSummary } from '../../../platform/html/fields.tsx'
import type { Filled } from '../../../platform/html/filled.ts'
import { StaffPage } from '../../../platform/html/layout.tsx'
import type { Page } from '../../../platform/html/page.ts'
import type { Principal } from '../../../platform/principal.ts'
import type { OneDraft } from '../loads.ts'
import { draftPaths } from '../paths.ts'
import { draftWords } from '../words.ts'

export interface DraftProps<T extends OneDraft = OneDraft> {
  readonly page: Page
  readonly who: Principal
  readonly thing: T
  readonly form: Filled
}

/** A page below the draft; leads back to it. */
export function DraftFrame({
  page,
  who,
  thing,
  form,
  title,
  lead,
  children,
}: DraftProps & { title: string; lead?: ComponentChildren; children: ComponentChildren }) {
  return (
    <StaffPage
      page={page}
      title={title}
      lead={lead}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(draftPaths.draft(thing.slug)), label: draftWords(page.lang, 'back.draft') }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
      script={page.assets.draftScript}
    >
      {children}
    </StaffPage>
  )
}

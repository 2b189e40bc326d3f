// Keeps the staff's page of a council's charters: every version, and the draft of the next.
import { staffNav } from '../../../people/index.ts'
import { longDate, longDateTime } from '../../../platform/clock.ts'
import { ErrorSummary, Form, Submit } from '../../../platform/html/fields.tsx'
import type { Filled } from '../../../platform/html/filled.ts'
import { StaffPage } from '../../../platform/html/layout.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { EmptyState, GoLink, Section } from '../../../platform/html/pieces.tsx'
import type { Principal } from '../../../platform/principal.ts'
import { said } from '../../../platform/refusal.ts'
import type { VersionStanding } from '../../charter-in-force.ts'
import type { Versions } from '../loads.ts'
import { draftPaths } from '../paths.ts'
import { draftWords } from '../words.ts'

export function VersionsPage({ page, who, thing, form }: { page: Page; who: Principal; thing: Versions; form: Filled }) {
  const { lang } = page
  const { slug, name, versions, draft } = thing
  return (
    <StaffPage
      page={page}
      title={draftWords(lang, 'versions.title', { council: said(name, lang) })}
      lead={draftWords(lang, 'versions.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(draftPaths.council(slug)), label: said(name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {draft ? (
        <Section title={draftWords(lang, 'versions.draft')}>
          <p>{draftWords(lang, 'versions.draft.text', { when: longDateTime(draft.changedAt, lang) })}</p>
          <p>
            <GoLink href={page.href(draftPaths.draft(slug))}>{draftWords(lang, 'versions.draft.go')}</GoLink>
          </p>
        </Section>
      ) : (
        <Form page={page} action={page.href(draftPaths.draft(slug))}>
          <Submit label={draftWords(lang, 'versions.begin')} under={draftWords(lang, 'versions.begin.under')} />
        </Form>
      )}
      <Section title={draftWords(lang, 'versions.list')}>
        {versions.length === 0 && <EmptyState title={draftWords(lang, 'versions.none')} next={draftWords(lang, 'versions.none.next')} />}
        <ul class="list">
          {versions.map(one => (
            <li key={one.version}>
              <h3>
                <a href={page.href(draftPaths.shown(slug, one.version))}>{draftWords(lang, 'versions.one', { version: one.version })}</a>
              </h3>
              <p>
                {when(one, lang)} {adoptedBy(one, lang)}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </StaffPage>
  )
}

function when({ standing, validFrom, validTo }: VersionStanding, lang: Page['lang']): string {
  const from = longDate(validFrom, lang)
  if (standing === 'never') return draftWords(lang, 'versions.never')
  if (standing === 'coming') return draftWords(lang, 'versions.coming', { from })
  return standing === 'past' && validTo
    ? draftWords(lang, 'versions.fromTo', { from, to: longDate(validTo, lang) })
    : draftWords(lang, 'versions.from', { from })
}

function adoptedBy({ adopted }: VersionStanding, lang: Page['lang']): string {
  return adopted.on && adopted.body
    ? draftWords(lang, 'versions.adopted', {
        body: draftWords(lang, `body.${adopted.body}`),
        on: longDate(adopted.on, lang),
        ref: adopted.caseRef ?? '–',
      })
    : draftWords(lang, 'versions.adopted.unknown')
}

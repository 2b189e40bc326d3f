// What the check found in a text, each with what to do, and a box for what may stay.
import { answersOf, type Filled } from '../../platform/html/fields.tsx'
import { Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { type Finding, goes, markOf } from '../find-persons.ts'
import { themeWords as w } from '../words.ts'

/** Stands inside the form, so that the boxes are sent with it. `read`: for whoever only looks. */
export function Checked({ page, findings, form, read }: { page: Page; findings: readonly Finding[]; form: Filled; read?: boolean }) {
  const { lang } = page
  const seen = new Set(answersOf(form, 'seen'))
  return (
    <Section title={w(lang, 'check.title')} lead={w(lang, 'check.help')}>
      {findings.length === 0 && <p>{w(lang, 'check.none')}</p>}
      {findings.length > 0 && (
        <ul class="list" id="f-seen">
          {findings.map((finding, at) => (
            <li key={markOf(finding)}>
              <p>
                {goes(finding.kind) && <Mark kind="broken" />} <b dir="auto">»{finding.words}«</b>
              </p>
              <p>{w(lang, `check.${finding.kind}`)}</p>
              {!goes(finding.kind) && !read && (
                <label class="opt" for={`f-seen-${at}`}>
                  <input type="checkbox" id={`f-seen-${at}`} name="seen" value={markOf(finding)} checked={seen.has(markOf(finding))} />
                  <span>
                    {w(lang, 'check.see')} <span class="sr">»{finding.words}«</span>
                  </span>
                </label>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

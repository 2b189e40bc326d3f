// Keeps what was found about a draft: each in a sentence one can read aloud.
import { Form, Hidden, Submit } from '../../../platform/html/fields.tsx'
import { RuleLine } from '../../../platform/html/marks.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { Section } from '../../../platform/html/pieces.tsx'
import { said } from '../../../platform/refusal.ts'
import type { DraftSeen } from '../loads.ts'
import { draftPaths } from '../paths.ts'
import { draftWords } from '../words.ts'

export function Findings({ page, thing }: { page: Page; thing: DraftSeen }) {
  const { lang } = page
  const { findings, slug, draft } = thing
  const ask = findings.some(one => one.kind === 'unasked' || one.kind === 'undecided')
  return (
    <Section title={draftWords(lang, findings.length > 0 ? 'draft.found' : 'draft.found.none')} id="fundet">
      {findings.map(one => (
        <RuleLine
          key={said(one.text, 'da')}
          force={one.kind === 'law' || one.kind === 'contradiction' ? 'must' : 'hint'}
          state={one.kind === 'law' || one.kind === 'contradiction' ? 'broken' : 'stated'}
          source={one.source ?? undefined}
        >
          <p>
            <b>{draftWords(lang, `draft.kind.${one.kind}`)}.</b> {said(one.text, lang)}
          </p>
        </RuleLine>
      ))}
      {ask && (
        <Form page={page} action={page.href(draftPaths.ask(slug))}>
          <Hidden name="operation" value="possible" />
          <Hidden name="revision" value={String(draft.revision)} />
          <Submit quiet label={draftWords(lang, 'draft.examine')} />
        </Form>
      )}
    </Section>
  )
}

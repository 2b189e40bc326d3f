// Keeps the choice of what kind of rule to add: seven links, each with an example.
import type { Page } from '../../../platform/html/page.ts'
import { draftPaths } from '../paths.ts'
import { ruleKindList } from '../rule-form.ts'
import { draftWords } from '../words.ts'

export function KindChoice({ page, slug }: { page: Page; slug: string }) {
  const { lang } = page
  return (
    <>
      <h3>{draftWords(lang, 'draft.add.rule')}</h3>
      <ul class="text">
        {ruleKindList.map(kind => (
          <li key={kind}>
            <a href={page.href(draftPaths.rule(slug, `ny-${kind}`))}>{draftWords(lang, `kind.${kind}`)}</a>{' '}
            <span class="soft">{draftWords(lang, `kind.${kind}.eg`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

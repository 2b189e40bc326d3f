// How strongly a sentence is put: the word of force, with the line's style doing the same in black and white.
import { Mark, type MarkKind } from '../../platform/html/marks.tsx'
import type { Lang } from '../../platform/i18n.ts'
import { policyWords } from '../words.ts'

const marks: Record<string, MarkKind> = { must: 'open', must_where_possible: 'open', decides: 'open', promise: 'open', should: 'should' }

export function Force({ force, lang }: { force: string; lang: Lang }) {
  const kind = marks[force] ?? 'hint'
  return (
    <p class={`label ${kind}`}>
      <Mark kind={kind} />
      <span>{policyWords(lang, `force.${force}` as never)}</span>
    </p>
  )
}

// What a fact on a council's page rests on: a line a reader can follow, and the sentence itself with its meaning.
import { Sources } from '../../../municipalities/index.ts'
import { Quote } from '../../../platform/html/marks.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { weave } from '../../../platform/html/say.ts'
import { type CouncilProps, wordsOf } from './props.ts'

export function CitedIn({ page, shown, of }: CouncilProps & { of: readonly string[] }) {
  const t = wordsOf(page)
  return <>{weave({ list: <Sources page={page} book={shown.sources} of={of} /> }, ({ list }) => t('sources', { list: list! }))}</>
}

/** A sentence in its own Danish; to a reader of another language what it means stands below. */
export function QuotedIn({ page, text }: Pick<CouncilProps, 'page'> & { text: { readonly da: string } }) {
  return (
    <>
      <p>
        <Quote>{text.da}</Quote>
      </p>
      {page.lang !== 'da' && (
        <p class="soft">
          <SaidIn text={text} />
        </p>
      )}
    </>
  )
}

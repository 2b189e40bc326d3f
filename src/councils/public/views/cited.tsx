// What a fact on a council's page rests on, in a line a reader can follow.
import { Sources } from '../../../municipalities/index.ts'
import { weave } from '../../../platform/html/say.ts'
import { type CouncilProps, wordsOf } from './props.ts'

export function CitedIn({ page, shown, of }: CouncilProps & { of: readonly string[] }) {
  const t = wordsOf(page)
  return <>{weave({ list: <Sources page={page} book={shown.sources} of={of} /> }, ({ list }) => t('sources', { list: list! }))}</>
}

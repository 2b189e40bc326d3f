// What staff are asked of whoever did not fill in the form themselves: whom it is about, and for which councils.
import type { Filled } from '../../platform/html/fields.tsx'
import { Checks, Choice, TextField } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import type { Ground } from '../open-councils.ts'
import { nominationWords as w } from '../words.ts'
import { nameOfCouncil } from './own-page.tsx'

interface WhomAndWhereProps {
  readonly lang: Page['lang']
  readonly form: Filled
  readonly ground: Ground
  /** The councils one can choose, by their slugs. */
  readonly councils: readonly { readonly slug: string }[]
  /** The question whom it is about. */
  readonly whom: string
}

export function WhomAndWhere({ lang, form, ground, councils, whom }: WhomAndWhereProps) {
  return (
    <>
      <Choice
        form={form}
        name="forWhom"
        legend={whom}
        options={[
          { value: 'self', label: w(lang, 'staff.new.self') },
          {
            value: 'other',
            label: w(lang, 'staff.new.other'),
            hint: w(lang, 'staff.new.other.hint'),
            under: <TextField form={form} name="suggester" label={w(lang, 'staff.new.suggester')} as="detail" optional maxLength={120} />,
          },
        ]}
      />
      <Checks
        form={form}
        name="councils"
        legend={w(lang, 'q.councils')}
        options={councils.map(one => ({ value: one.slug, label: nameOfCouncil(ground, one.slug, lang) }))}
      />
    </>
  )
}

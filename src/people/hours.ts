// Opening hours as two rows of a form, and as the municipality's data hold them.
import type { ItemContent } from '../municipalities/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { danishTime } from '../platform/text/read-table.ts'

type Stretches = NonNullable<ItemContent['contact']['hours']>
type Day = Stretches[number]['days'][number]
interface Rows {
  readonly days1: readonly Day[]
  readonly from1: string
  readonly to1: string
  readonly days2: readonly Day[]
  readonly from2: string
  readonly to2: string
}

/** The hours written in the form; null when nothing is. Refuses a time that is none, and days without times. */
export function hoursOf(rows: Rows): Stretches | null {
  const stretches: Stretches = []
  const wrong: { field: string; message: typeof noTime }[] = []
  for (const n of [1, 2] as const) {
    const [days, from, to] = [rows[`days${n}`], rows[`from${n}`], rows[`to${n}`]]
    if (days.length === 0 && from === '' && to === '') continue
    const [opens, closes] = [danishTime(from), danishTime(to)]
    if (!opens) wrong.push({ field: `from${n}`, message: noTime })
    if (!closes) wrong.push({ field: `to${n}`, message: noTime })
    if (days.length === 0) wrong.push({ field: `days${n}`, message: noDays })
    if (opens && closes && days.length > 0) {
      if (closes <= opens) wrong.push({ field: `to${n}`, message: backwards })
      stretches.push({ days: [...days], from: opens, to: closes })
    }
  }
  if (wrong.length > 0) throw new Refusal(wrong)
  return stretches.length > 0 ? stretches : null
}

const noTime = { da: 'Skriv et klokkeslæt, fx 10 eller 14.30.', en: 'Write a time, e.g. 10 or 14:30.' }
const noDays = { da: 'Vælg de dage, tiden gælder.', en: 'Choose the days these hours apply to.' }
const backwards = { da: 'Lukketid skal ligge efter åbningstid.', en: 'Closing time must come after opening time.' }

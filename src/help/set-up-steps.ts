// What the first week still lacks of the numbers to call.
import { itemsOfKind } from '../municipalities/index.ts'
import type { SetUpStep } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { helpPaths } from './paths.ts'
import { bothWords } from './staff-words.ts'

export async function numberSteps(tx: Tx): Promise<SetUpStep[]> {
  const left = (await itemsOfKind(tx, 'help')).filter(one => !one.shown).length
  const step = { key: 'help numbers', title: bothWords('setUp.title'), text: bothWords('setUp.text', { n: left }) }
  return [{ ...step, done: left === 0, href: helpPaths.numbers, by: 'operator' }]
}

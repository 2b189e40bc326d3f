// What this room needs from the municipality before it is whole: where to notify about a child.
import type { SetUpStep } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { standingOf } from './ground.ts'
import { voiceWords as w } from './words.ts'

export async function voiceSteps(tx: Tx): Promise<SetUpStep[]> {
  const { childChannel } = await standingOf(tx)
  const both = (key: 'setUp.child' | 'setUp.child.text') => ({ da: w('da', key), en: w('en', key) })
  return [
    {
      key: 'child welfare notification',
      done: childChannel !== null,
      title: both('setUp.child'),
      text: both('setUp.child.text'),
      href: null,
      by: 'operator',
    },
  ]
}

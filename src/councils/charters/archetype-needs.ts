// What nobody can lack who is to sit in a group: the plain tests that its eligibility and the binding `every` rules put to everyone there.
import type { Predicate } from './charter.ts'
import type { Compiled } from './compile.ts'
import { predicateOf } from './predicate.ts'

/** One test on one attribute, or the denial of one. */
export type Need = { attr: string; holds: (value: unknown) => boolean }

/** The tests for a group; whatever is not plainly demanded of each person is left out. */
export function needsOf(compiled: Compiled, group: number): Need[] {
  return demandsOn(compiled, group).flatMap(plainTests).map(needOf)
}

/** Whether the person satisfies everything demanded of each person in the group. */
export function fitsGroup(compiled: Compiled, group: number): (person: { id: string }) => boolean {
  const tests = demandsOn(compiled, group).map(predicateOf)
  return person => tests.every(test => test(person))
}

function demandsOn({ groups, atoms }: Compiled, group: number): Predicate[] {
  const eligible = groups[group]!.eligible
  const everyone = atoms.flatMap(({ rule, strength, scope }) =>
    rule?.kind === 'every' && strength === 'must' && scope & (1 << group) ? [rule.who] : [],
  )
  return eligible ? [eligible, ...everyone] : everyone
}

/** The parts of a condition that must each hold, as far as they ask about one attribute. */
function plainTests(predicate: Predicate): Predicate[] {
  if ('all' in predicate) return predicate.all.flatMap(plainTests)
  if ('any' in predicate) return predicate.any.length === 1 ? plainTests(predicate.any[0]!) : []
  if (!('not' in predicate)) return [predicate]
  const denied = predicate.not
  if ('any' in denied) return denied.any.flatMap(part => plainTests({ not: part }))
  if ('not' in denied) return plainTests(denied.not)
  return 'attr' in denied ? [predicate] : []
}

function needOf(test: Predicate): Need {
  const inner = 'not' in test ? test.not : test
  const { attr } = inner as { attr: string }
  const holds = predicateOf(test)
  return { attr, holds: value => holds({ id: '', [attr]: value as string }) }
}

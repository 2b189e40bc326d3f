// How large a charter may be: far beyond any council's, and small enough that every question about it ends.
import type { Charter, Predicate } from './charter.ts'
import type { Fault } from './fault.ts'

/** Values asked about in all conditions together, and values that `cover` rules want present. */
const mostTests = 400
const mostCovered = 400

export function sizeFaults(charter: Charter): Fault[] {
  let tests = 0
  for (const [at, group] of charter.groups.entries()) {
    tests += group.eligible ? testsIn(group.eligible) : 0
    if (tests > mostTests) return [{ path: ['groups', at, 'eligible'], message: tooMany }]
  }
  let covered = 0
  for (const [at, rule] of charter.rules.entries()) {
    tests += 'who' in rule ? testsIn(rule.who) : 0
    if (tests > mostTests) return [{ path: ['rules', at, 'who'], message: tooMany }]
    covered += rule.kind === 'cover' ? rule.values.length : 0
    if (covered > mostCovered)
      return [
        {
          path: ['rules', at, 'values'],
          message: `the charter wants more than ${mostCovered} values covered; no council can be judged on so many`,
        },
      ]
  }
  return []
}

const tooMany = `the conditions of the charter ask about more than ${mostTests} values in all; give the persons one attribute that says it instead`

function testsIn(predicate: Predicate): number {
  if ('all' in predicate) return predicate.all.reduce((sum, part) => sum + testsIn(part), 0)
  if ('any' in predicate) return predicate.any.reduce((sum, part) => sum + testsIn(part), 0)
  if ('not' in predicate) return testsIn(predicate.not)
  return 'hasAny' in predicate ? predicate.hasAny.length : 1
}

// Attributes a charter asks about that look like slips of the pen.
import type { Charter, Person } from './charter.ts'
import type { Goal } from './goals.ts'
import { nearest } from './nearest.ts'
import type { Fault, Path } from './parse.ts'
import { attributesOf } from './predicate.ts'

type Given = { people: readonly Person[]; archetypes: readonly object[] | undefined; goals: readonly Goal[] }

/** An attribute nobody has, spelt almost like one that somebody has and no rule asks about, is a slip of the pen. */
export function misspeltAttributes(charter: Charter, { people, archetypes, goals }: Given): Fault[] {
  const present = new Set<string>()
  for (const person of people) for (const attr in person) present.add(attr)
  for (const person of archetypes ?? []) for (const attr in person) present.add(attr)
  const asked: { attr: string; path: Path }[] = []
  for (const [at, group] of charter.groups.entries())
    for (const attr of group.eligible ? attributesOf(group.eligible) : []) asked.push({ attr, path: ['charter', 'groups', at, 'eligible'] })
  const ofRule = (rule: Charter['rules'][number] | Goal) => ('who' in rule ? attributesOf(rule.who) : 'attr' in rule ? [rule.attr] : [])
  for (const [at, rule] of charter.rules.entries()) for (const attr of ofRule(rule)) asked.push({ attr, path: ['charter', 'rules', at] })
  for (const [at, goal] of goals.entries()) for (const attr of ofRule(goal)) asked.push({ attr, path: ['goals', at] })
  const used = new Set(asked.map(each => each.attr))
  const letters = (word: string) => word.replace(/\d/g, '')
  const spare = [...present].filter(attr => !used.has(attr) && attr !== 'id')
  return asked.flatMap(({ attr, path }) => {
    if (present.has(attr) || attr.length < 4) return []
    const meant = nearest(attr, spare)
    return meant && letters(meant) !== letters(attr)
      ? [{ path, message: `no person has the attribute "${attr}"; did you mean "${meant}"?` }]
      : []
  })
}

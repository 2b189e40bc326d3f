// What is wrong with an answer, found without the engine: for catching planted faults.
import { atomNames, brokenBy, type Doc, type Folk, together, verdict } from './oracle.ts'

type Answer = { ok: boolean; seating: Record<string, string> | null; broken: string[]; conflict: string[]; wishes: string[] }

/** Everything wrong with a `check` answer; empty when it is right. */
export function complaints(doc: Doc, people: Folk[], slate: string[], answer: Answer): string[] {
  const truth = verdict(doc, people, slate)
  const found: string[] = []
  const strength = new Map(atomNames(doc).map(atom => [atom.name, atom.strength]))
  if (answer.ok !== truth.ok) found.push('ok')
  if (answer.broken.length !== truth.broken.length) found.push('broken: not the fewest')
  const rest = [...strength].filter(([name, force]) => force === 'must' && !answer.broken.includes(name)).map(([name]) => name)
  if (!together(doc, people, slate, rest)) found.push('broken: giving these up does not help')
  if (answer.wishes.length !== truth.wishes.length) found.push('wishes')
  if (answer.ok) {
    if (!answer.seating) return [...found, 'no seating']
    const seated = slate.map(id => ({ person: people.find(p => p.id === id)!, group: answer.seating![id]! }))
    if (seated.some(s => !doc.groups.some(g => g.id === s.group))) found.push('seating: nowhere')
    const broken = brokenBy(doc, seated)
    if ([...broken].some(name => strength.get(name) === 'must')) found.push('seating: not lawful')
    if (answer.wishes.join() !== [...strength.keys()].filter(name => strength.get(name) === 'should' && broken.has(name)).join())
      found.push('seating: other wishes')
  } else {
    if (together(doc, people, slate, answer.conflict)) found.push('conflict: possible together')
    for (const atom of answer.conflict)
      if (
        !together(
          doc,
          people,
          slate,
          answer.conflict.filter(a => a !== atom),
        )
      )
        found.push('conflict: not minimal')
  }
  return found
}

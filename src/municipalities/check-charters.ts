// Charter versions in council files: validity in order, and the engine's own verdict on the document.
import type { Reading } from './data.ts'
import type { Fault } from './faults.ts'
import type { CharterCheck } from './schema-charter.ts'

/** Faults of the charters; `charterCheck` is the engine's judgement of a document and may be absent. */
export function checkCharters({ councils, fault }: Reading, charterCheck: CharterCheck | undefined): Fault[] {
  return councils.flatMap(({ file, data: council }) =>
    council.charters.flatMap((charter, at) => {
      const faults: Fault[] = []
      const path = ['charters', at]
      if (charter.document.id !== council.slug)
        faults.push(fault(file, [...path, 'document', 'id'], `The document belongs to "${council.slug}"; its id must be the same.`))
      if (charter.validTo !== null && charter.validTo < charter.validFrom)
        faults.push(fault(file, [...path, 'validTo'], 'The last day lies before the first.'))
      const before = council.charters[at - 1]
      if (before && (before.validTo === null || before.validTo >= charter.validFrom || before.version >= charter.version)) {
        faults.push(
          fault(
            file,
            [...path, 'validFrom'],
            `Version ${before.version} is still valid on this day: end it first, and number versions upwards.`,
          ),
        )
      }
      // The engine answers that nobody can meet it; in a file it is a slip of the pen, and told at its line.
      for (const list of ['groups', 'rules'] as const)
        for (const [place, one] of charter.document[list].entries())
          if ('min' in one && 'max' in one && typeof one.min === 'number' && typeof one.max === 'number' && one.max < one.min)
            faults.push(fault(file, [...path, 'document', list, place, 'max'], `must be at least min, which is ${one.min}`))
      for (const found of charterCheck?.(charter.document) ?? [])
        faults.push(fault(file, [...path, 'document', ...found.path], found.message))
      return faults
    }),
  )
}

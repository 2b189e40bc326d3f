// Which groups of a charter nobody can come into by a nomination: councillors and municipal staff come by their office. Pure.
import { type Charter, evidence, type Person } from '../councils/charters/index.ts'
import { asPerson, offerOf } from '../nominations/index.ts'

/** Whoever ticked everything the form offers would still not fit these groups. */
export function byOffice(charter: Charter): ReadonlySet<string> {
  const { kinds } = offerOf([{ charter }])
  // Of an attribute with one value only, several cannot be ticked: it stays unknown, which closes nothing.
  const declared = kinds.filter(kind => !kind.key.includes('==') || kinds.filter(one => one.attr === kind.attr).length === 1)
  const { person } = asPerson({
    id: 'anybody',
    residence: 'yes',
    verified: 'yes',
    declared: declared.map(kind => kind.key),
    answered: ['roles'],
    ties: [],
  })
  const everything: Person = { ...person, local: true }
  const closed = charter.groups.filter(
    group => group.appointed_by === 'administration' || (group.eligible && evidence(group.eligible, everything) === 'no'),
  )
  return new Set(closed.map(group => group.id))
}

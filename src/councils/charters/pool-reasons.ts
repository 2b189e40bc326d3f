// Why a pool cannot make a lawful council, in sentences: who is missing where, and which demands share too few people.
import type { Person, Reason } from './charter.ts'
import type { Compiled } from './compile.ts'
import { meaningOf, nameOf, range } from './plain.ts'

/** A reason for each atom in `broken`, and for a conflict of sizes the sentence that counts who could sit there. */
export function poolReasons(compiled: Compiled, pool: readonly Person[], broken: readonly number[], conflict: readonly number[]): Reason[] {
  return broken.map(at => {
    const atom = compiled.atoms[at]!
    const { da, en } = atom.kind === 'size' ? saySize(compiled, pool, atom.group, conflict) : sayRule(compiled, pool, at)
    const source = (atom.rule ?? compiled.groups[atom.group])?.source ?? compiled.charter.source ?? null
    const quote = source?.text ? { da: ` Der står: »${source.text}«`, en: ` The text says: “${source.text}”` } : { da: '', en: '' }
    const groups = compiled.groups.filter((_, g) => atom.scope & (1 << g)).map(group => group.id)
    return { atom: atom.name, da: da + quote.da, en: en + quote.en, source, strength: atom.strength, groups, people: [], state: 'open' }
  })
}

function saySize(compiled: Compiled, pool: readonly Person[], at: number, conflict: readonly number[]): { da: string; en: string } {
  const { groups, atoms, eligible } = compiled
  const inConflict = conflict.filter(each => atoms[each]!.kind === 'size').map(each => atoms[each]!.group)
  const together = inConflict.includes(at) ? inConflict : [at]
  const fit = pool.filter(person => together.some(group => eligible[group]!(person))).length
  const need = together.reduce((sum, group) => sum + groups[group]!.min, 0)
  const list = (lang: 'da' | 'en') => together.map(group => `»${nameOf(groups[group]!, lang)}«`).join(lang === 'da' ? ' og ' : ' and ')
  if (fit >= need) {
    const group = groups[at]!
    return {
      da: `Der kan ikke sættes ${range(group.min, group.max, 'da')} personer i »${nameOf(group, 'da')}«, uden at andre krav brydes.`,
      en: `“${nameOf(group, 'en')}” cannot have ${range(group.min, group.max, 'en')} persons without breaking other demands.`,
    }
  }
  return {
    da: `${list('da')} skal ${together.length > 1 ? 'tilsammen ' : ''}have mindst ${need} personer, men kun ${fit} i puljen kan sidde der.`,
    en: `${list('en')} ${together.length > 1 ? 'together need' : 'needs'} at least ${need} persons, but only ${fit} in the pool can sit there.`,
  }
}

function sayRule(compiled: Compiled, pool: readonly Person[], at: number): { da: string; en: string } {
  const { rule, value } = compiled.atoms[at]!
  if (!rule) return { da: compiled.atoms[at]!.name, en: compiled.atoms[at]!.name }
  const measure = compiled.measures(Math.max(1, pool.length))[at]
  const count =
    measure && 'weigh' in measure && (rule.kind === 'count' || rule.kind === 'cover')
      ? pool.filter(person => measure.weigh(person) > 0).length
      : null
  const what = value === null ? { da: '', en: '' } : { da: ` (»${value}«)`, en: ` (“${value}”)` }
  const number = count === null ? { da: '', en: '' } : { da: ` I puljen er der ${count}.`, en: ` The pool has ${count}.` }
  return {
    da: `Puljen kan ikke opfylde dette${what.da}: ${meaningOf(compiled.charter, rule, 'da')}${number.da}`,
    en: `The pool cannot meet this${what.en}: ${meaningOf(compiled.charter, rule, 'en')}${number.en}`,
  }
}

// The sentence for each broken atom, in Danish and English, with the source it rests on and the seats it belongs beside.
import type { Person, Reason, ReasonState, Rule, Scalar } from './charter.ts'
import type { Compiled } from './compile.ts'
import type { Judgement } from './judge.ts'
import { canMend } from './mend.ts'
import { label, meaningOf, nameOf, phrase, range } from './plain.ts'
import { carries, evidence, own, predicateOf, valuesOf } from './predicate.ts'

type Said = { da: string; en: string; people?: Person[]; undocumented?: boolean }

/** Reasons for every broken atom of a judgement, in the charter's order. */
export function reasonsOf(judged: Judgement): Reason[] {
  return judged.broken.map(at => reasonFor(judged, at))
}

function reasonFor(judged: Judgement, at: number): Reason {
  const { compiled } = judged
  const atom = compiled.atoms[at]!
  const { da, en, people = [], undocumented = false } = sayAtom(judged, at)
  const state: ReasonState = undocumented ? 'undocumented' : canMend(judged, at) ? 'open' : 'broken'
  const source = (atom.rule ?? compiled.groups[atom.group])?.source ?? compiled.charter.source ?? null
  const quote = source?.text ? { da: ` Der står: »${source.text}«`, en: ` The text says: “${source.text}”` } : { da: '', en: '' }
  const groups = atom.kind === 'unique' ? [] : compiled.groups.filter((_, g) => atom.scope & (1 << g)).map(group => group.id)
  return {
    atom: atom.name,
    da: da + quote.da,
    en: en + quote.en,
    source,
    strength: atom.strength,
    groups,
    people: [...new Set(people.map(person => person.id))],
    state,
  }
}

function sayAtom(judged: Judgement, at: number): Said {
  const { compiled, entries, seats, twice } = judged
  const atom = compiled.atoms[at]!
  if (atom.kind === 'unique') {
    const people = entries.filter(entry => twice.includes(entry.person.id)).map(entry => entry.person)
    return { da: 'Den samme person står mere end én gang på listen.', en: 'The same person is on the slate more than once.', people }
  }
  const scope = entries.filter((_, entry) => atom.scope & (1 << seats[entry]!)).map(entry => entry.person)
  if (atom.kind === 'size') return saySize(compiled, atom.group, scope.length)
  if (atom.kind === 'elig') return sayEligible(compiled, atom.group, scope)
  return sayRule(compiled, atom.rule!, atom.value, scope)
}

function saySize({ groups }: Compiled, at: number, sitting: number): Said {
  const group = groups[at]!
  const [da, en] = [nameOf(group, 'da'), nameOf(group, 'en')]
  if (sitting < group.min) {
    const lacking = group.min - sitting
    return {
      da: `Der mangler ${lacking} ${lacking === 1 ? 'person' : 'personer'} i gruppen »${da}«: ${sitting} af ${range(group.min, group.max, 'da')} pladser er besat.`,
      en: `“${en}” needs ${lacking} more: ${sitting} of ${range(group.min, group.max, 'en')} seats are filled.`,
    }
  }
  const over = sitting - (group.max ?? sitting)
  return {
    da: `Der er ${over} for mange i gruppen »${da}«: ${sitting} personer til ${range(group.min, group.max, 'da')} pladser.`,
    en: `“${en}” has ${over} too many: ${sitting} persons for ${range(group.min, group.max, 'en')} seats.`,
  }
}

function sayEligible(compiled: Compiled, at: number, sitting: Person[]): Said {
  const { charter, groups, eligible } = compiled
  const group = groups[at]!
  const out = sitting.filter(person => !eligible[at]!(person))
  const asked = group.eligible!
  const undocumented = out.length > 0 && out.every(person => evidence(asked, person) === 'unknown')
  const [da, en] = [phrase(charter, asked, 'da'), phrase(charter, asked, 'en')]
  const count = out.length
  return undocumented
    ? {
        da: `Det er ikke dokumenteret, at ${people(count, 'da')} i gruppen »${nameOf(group, 'da')}« opfylder kravet. Kravet til hver person er: ${da}.`,
        en: `It is not documented that ${people(count, 'en')} in “${nameOf(group, 'en')}” meet the requirement. The requirement for each person is: ${en}.`,
        people: out,
        undocumented,
      }
    : {
        da: `${people(count, 'da')} i gruppen »${nameOf(group, 'da')}« opfylder ikke kravet. Kravet til hver person er: ${da}.`,
        en: `${people(count, 'en')} in “${nameOf(group, 'en')}” ${count === 1 ? 'does' : 'do'} not meet the requirement. The requirement for each person is: ${en}.`,
        people: out,
      }
}

function people(count: number, lang: 'da' | 'en'): string {
  return lang === 'da' ? `${count} ${count === 1 ? 'person' : 'personer'}` : `${count} ${count === 1 ? 'person' : 'persons'}`
}

function sayRule({ charter }: Compiled, rule: Rule, value: Scalar | null, scope: Person[]): Said {
  const da = meaningOf(charter, rule, 'da')
  const en = meaningOf(charter, rule, 'en')
  const now = (daNow: string, enNow: string, more: Partial<Said> = {}): Said => ({ da: `${da} ${daNow}`, en: `${en} ${enNow}`, ...more })
  switch (rule.kind) {
    case 'total':
      return now(`Nu er der ${scope.length}.`, `Now there are ${scope.length}.`)
    case 'count':
    case 'share': {
      const who = predicateOf(rule.who)
      const yes = scope.filter(who)
      const unknown = scope.filter(person => !who(person) && evidence(rule.who, person) === 'unknown')
      const needed = rule.kind === 'share' ? Number.POSITIVE_INFINITY : (rule.min ?? 0)
      const over = rule.kind === 'count' && yes.length >= needed
      const possible = yes.length + unknown.length
      const enough =
        !over &&
        unknown.length > 0 &&
        (rule.kind === 'count'
          ? possible >= needed
          : rule.strict
            ? possible * rule.min[1] > rule.min[0] * scope.length
            : possible * rule.min[1] >= rule.min[0] * scope.length)
      const [lackDa, lackEn] = unknown.length
        ? [` For ${people(unknown.length, 'da')} er det ikke dokumenteret.`, ` For ${people(unknown.length, 'en')} it is not documented.`]
        : ['', '']
      const of = rule.kind === 'share' ? [` af ${scope.length}`, ` of ${scope.length}`] : ['', '']
      return now(`Nu er det ${yes.length}${of[0]}.${lackDa}`, `Now it is ${yes.length}${of[1]}.${lackEn}`, {
        people: over ? yes : unknown,
        undocumented: enough,
      })
    }
    case 'every': {
      const who = predicateOf(rule.who)
      const out = scope.filter(person => !who(person))
      const undocumented = out.length > 0 && out.every(person => evidence(rule.who, person) === 'unknown')
      return undocumented
        ? now(`Det er ikke dokumenteret for ${people(out.length, 'da')}.`, `It is not documented for ${people(out.length, 'en')}.`, {
            people: out,
            undocumented,
          })
        : now(`Det gør ${people(out.length, 'da')} ikke.`, `${people(out.length, 'en')} ${out.length === 1 ? 'does' : 'do'} not.`, {
            people: out,
          })
    }
    case 'max_same': {
      const counts = new Map<unknown, Person[]>()
      for (const person of scope)
        for (const each of valuesOf(own(person, rule.attr))) counts.set(each, [...(counts.get(each) ?? []), person])
      const over = [...counts].filter(([, list]) => list.length > rule.max)
      const shown = over.map(([each, list]) => `${each}: ${list.length}`).join(', ')
      return now(`Nu: ${shown}.`, `Now: ${shown}.`, { people: over.flatMap(([, list]) => list) })
    }
    case 'balance': {
      const [a, b] = rule.values.map(each => scope.filter(person => carries(own(person, rule.attr), each)).length)
      const unknown = scope.filter(person => own(person, rule.attr) === null || own(person, rule.attr) === undefined)
      const gap = Math.abs(a! - b!) - rule.max_diff
      return now(`Nu er det ${a} og ${b}.`, `Now it is ${a} and ${b}.`, {
        people: unknown,
        undocumented: unknown.length >= gap && unknown.length > 0,
      })
    }
    case 'cover': {
      const found = scope.filter(person => carries(own(person, rule.attr), value!)).length
      const unknown = scope.filter(person => own(person, rule.attr) === null || own(person, rule.attr) === undefined)
      const name = { da: label(charter, 'da', rule.attr, value!), en: label(charter, 'en', rule.attr, value!) }
      return now(`»${name.da}« findes hos ${found}.`, `“${name.en}” is found with ${found}.`, {
        people: unknown,
        undocumented: unknown.length > 0 && found + unknown.length >= rule.each_min,
      })
    }
  }
}

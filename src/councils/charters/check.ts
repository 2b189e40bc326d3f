// Is this slate lawful under this charter? The verdict, with the seating, what breaks, and why.
import type { Charter, Person, Reason, Seating, Slate, Verdict } from './charter.ts'
import { compile } from './compile.ts'
import { conflictOf, entriesOf, type Judgement, judge, situation } from './judge.ts'
import { plainRules } from './plain.ts'
import { reasonsOf } from './reasons.ts'

/**
 * Judges a slate. Pure. `broken` is the smallest set of `must` atoms whose removal makes the slate valid, with as few
 * `elig`/`unique` among them as possible; `conflict` a minimal set of `must` atoms that cannot hold together for this slate.
 * Unknown ids give `error: 'unknown-person'`. Throws `UnknownSeat` when the slate names a group the charter does not have.
 */
export function check(charter: Charter, people: Iterable<Person>, slate: Slate): Verdict {
  const compiled = compile(charter)
  const { entries, unknown } = entriesOf(compiled, people, slate)
  if (unknown.length > 0) return { ...nothing, error: 'unknown-person', unknown }
  const given = situation(compiled, entries)
  const judged = judge(given)
  const atoms = judged.broken.map(at => compiled.atoms[at]!)
  const of = (strength: string) => atoms.filter(atom => atom.strength === strength).map(atom => atom.name)
  const broken = of('must')
  const ok = broken.length === 0
  const conflict = ok ? [] : conflictOf(judged).map(at => compiled.atoms[at]!.name)
  const placing = placingOf(judged)
  return {
    ok,
    seating: ok ? placing : null,
    broken,
    conflict,
    wishes: of('should'),
    reasons: reasonsOf(judged),
    hints: of('hint'),
    placing,
    conflict_text: ok ? null : conflictText(charter, conflict),
  }
}

const nothing: Verdict = {
  ok: false,
  seating: null,
  broken: [],
  conflict: [],
  wishes: [],
  reasons: [],
  hints: [],
  placing: {},
  conflict_text: null,
}

function placingOf({ compiled, entries, seats }: Judgement): Seating {
  const seating: Seating = Object.create(null)
  for (const [at, entry] of entries.entries()) seating[entry.person.id] = compiled.groups[seats[at]!]!.id
  return seating
}

/** A conflict as sentences a secretary can read aloud. */
export function conflictText(charter: Charter, conflict: string[]): { da: string; en: string } {
  const said = (lang: 'da' | 'en') => {
    const lines = plainRules(charter, lang)
    return conflict.map(atom => {
      if (atom === 'unique') return lang === 'da' ? 'Ingen kan sidde på to pladser.' : 'Nobody can hold two seats.'
      const line = lines.find(each => each.atom === atom) ?? lines.find(each => atom.startsWith(`${each.atom}[`))
      return line?.text ?? atom
    })
  }
  const join = (lang: 'da' | 'en', lead: string) =>
    `${lead} ${said(lang)
      .map(line => `»${line.replace(/[.]$/, '')}«`)
      .join(', ')}.`
  return conflict.length === 1
    ? { da: join('da', 'Dette kan ikke opfyldes:'), en: join('en', 'This cannot be met:') }
    : { da: join('da', 'Disse krav kan ikke opfyldes samtidig:'), en: join('en', 'These cannot all be met at once:') }
}

/**
 * The verdict as one appointing body must see it: only the groups it appoints, and the rules that touch them. Empty seats
 * of other bodies never count against it, so an undesignated adviser never blocks the council's own seats.
 */
export function checkFor(body: string, charter: Charter, people: Iterable<Person>, slate: Slate): Verdict {
  const view = viewFor(body, charter)
  const others = new Set(view.groups.filter(group => group.appointed_by !== body).map(group => group.id))
  const verdict = check(view, people, slate)
  if (verdict.error) return verdict
  const theirs = (atom: string) => others.has(atom.replace(/^(size|elig):/, '')) && /^(size|elig):/.test(atom)
  const broken = verdict.broken.filter(atom => !theirs(atom))
  const ok = broken.length === 0
  return {
    ...verdict,
    ok,
    seating: ok ? verdict.placing : null,
    broken,
    conflict: ok ? [] : verdict.conflict,
    conflict_text: ok ? null : verdict.conflict_text,
    reasons: verdict.reasons.filter((reason: Reason) => !theirs(reason.atom)),
  }
}

const views = new WeakMap<Charter, Map<string, Charter>>()

function viewFor(body: string, charter: Charter): Charter {
  const known = views.get(charter) ?? new Map<string, Charter>()
  views.set(charter, known)
  const seen = known.get(body)
  if (seen) return seen
  const own = new Set(charter.groups.filter(group => group.appointed_by === body).map(group => group.id))
  const view: Charter = {
    ...charter,
    groups: charter.groups.map(group => (own.has(group.id) ? group : { ...group, min: 0 })),
    rules: charter.rules.filter(rule => !rule.in || rule.in.some(group => own.has(group))),
  }
  known.set(body, view)
  return view
}

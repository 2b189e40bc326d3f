// The words the charter engine uses: persons, slates, atoms, verdicts and reasons.

import type { Strength } from './schema.ts'
import type { Source } from './schema-parts.ts'

export type { Charter, Group, Predicate, Rule, Strength } from './schema.ts'
export type { Source, Words } from './schema-parts.ts'

export type Scalar = string | number | boolean
/** null or missing: not documented. An empty list is a documented "none". */
export type Attribute = Scalar | readonly Scalar[] | null | undefined
/** One person as the engine sees them: an id and attributes, never a name. */
export type Person = { readonly id: string; readonly [attribute: string]: Attribute }
/** A person on a slate; `seat` fixes the group. */
export type Placed = string | { id: string; seat?: string | null | undefined }
export type Slate = readonly Placed[]
/** Who sits in which group. */
export type Seating = Record<string, string>

/** `open`: later filling of empty seats can mend it. `undocumented`: it would hold if what is missing were documented. */
export type ReasonState = 'broken' | 'open' | 'undocumented'
export type Reason = {
  atom: string
  da: string
  en: string
  source: Source | null
  strength: Strength
  /** The groups beside which a page shows the reason. */
  groups: string[]
  /** The persons it is about, where it is about somebody. */
  people: string[]
  state: ReasonState
}

/** What `check` answers. `ok` looks at `must` only. */
export type Verdict = {
  ok: boolean
  seating: Seating | null
  broken: string[]
  conflict: string[]
  wishes: string[]
  reasons: Reason[]
  /** Broken hints: shown, nothing needed. */
  hints: string[]
  /** The seating the verdict is about, also when the slate is not ok. */
  placing: Seating
  /** The conflict as sentences to read aloud; null when there is none. */
  conflict_text: { da: string; en: string } | null
  /** Set when the slate names somebody who is not among the people; nothing else is then judged. */
  error?: 'unknown-person'
  unknown?: string[]
}

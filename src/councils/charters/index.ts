// The door of the charter engine.
export type {
  Attribute,
  Charter,
  Group,
  Person,
  Placed,
  Predicate,
  Reason,
  ReasonState,
  Rule,
  Seating,
  Slate,
  Source,
  Strength,
  Verdict,
  Words,
} from './charter.ts'
export { check, checkFor } from './check.ts'
export { holdsSubstitutes } from './compile.ts'
export { UnknownSeat } from './judge.ts'
export { type Mendable, mendable } from './mend.ts'
export { CharterFault, type Fault, faultLine, parseCharter, readCharter } from './parse.ts'
export { meaningOf, type PlainRule, plainRules } from './plain.ts'
export { type Evidence, evidence } from './predicate.ts'
export { charterSchema } from './schema.ts'

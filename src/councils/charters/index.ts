// The door of the charter engine.
export { archetypesOf, describe } from './archetypes.ts'
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
export { check, checkFor, conflictText } from './check.ts'
export { charterCommand } from './command.ts'
export { holdsSubstitutes } from './compile.ts'
export { conditionInWords, type Joins, type Leaf } from './condition-words.ts'
export { type Difference, type Direction, differences, restOfCharter } from './difference.ts'
export { DocumentFault, type ReadDocument, readDocument } from './document.ts'
export { type Archetype, type Explanation, explain, type Recruitment } from './explain.ts'
export { againstFrame, type Frame, type FrameBreach, readFrame } from './frame.ts'
export { frameCommand } from './frame-command.ts'
export { type Goal, goalSchema } from './goals.ts'
export { implies } from './implies.ts'
export { UnknownSeat } from './judge.ts'
export { drawIds, drawSlate, ticket } from './lottery.ts'
export { type Mendable, mendable } from './mend.ts'
export { CharterFault, type Fault, faultLine, parseCharter, readCharter } from './parse.ts'
export { joins, type Lang, label, meaningOf, type PlainRule, phrase, plainRules, range } from './plain.ts'
export { type Evidence, evidence } from './predicate.ts'
export { type Proposal, type ProposedSlate, propose } from './propose.ts'
export { readQuestion } from './question.ts'
export { candidatesFor, type Replacement, replace } from './replace.ts'
export { charterSchema } from './schema.ts'
export { TooMuchToSearch } from './seat.ts'
export { type AskOptions, Cancelled, closeSolver, warmSolver } from './solver.ts'

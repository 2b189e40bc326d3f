// `raadslag charter …`: one document in, one JSON answer out; unusable input gives one line and exit 2.
import { check } from './check.ts'
import { DocumentFault, readDocument } from './document.ts'
import { explain, notInTime } from './explain.ts'
import { drawIds, drawSlate } from './lottery.ts'
import { nearest } from './nearest.ts'
import { type Fault, faultLine } from './parse.ts'
import { propose } from './propose.ts'
import { type Operation, operations, type Question, readQuestion } from './question.ts'
import { replace } from './replace.ts'
import { TooMuchToSearch } from './seat.ts'
import type { AskOptions } from './solver.ts'

export type CommandResult = { exit: 0 | 2; out: string; err: string }

/**
 * Answers one question about a charter. `text` is the document. Exit 0: answered, whatever the answer; 2: the input cannot be
 * used, and `err` names the line or the field. Never throws and never hangs: a question that takes too long is answered with
 * `undecided`.
 */
export async function charterCommand(operation: string, text: string, options: AskOptions = {}): Promise<CommandResult> {
  if (!isOperation(operation)) {
    const meant = nearest(operation, operations)
    return refused(`unknown operation "${operation}"; ${meant ? `did you mean "${meant}"?` : `there are ${operations.join(', ')}`}`)
  }
  try {
    const document = readDocument(text)
    const asked = readQuestion(operation, document.data)
    if ('faults' in asked) return refused(faultWithLine(asked.faults, document.lineOf))
    const answer = await answerTo(operation, asked.question, options)
    const notes = asked.notes.map(note => `note: ${note}\n`).join('')
    const unknown = (answer as { unknown?: string[] }).unknown
    if (unknown) {
      const list = unknown.map(id => JSON.stringify(id)).join(', ')
      return { exit: 2, out: line({ error: 'unknown-person', unknown }), err: `${notes}unknown person: ${list.slice(0, 300)}\n` }
    }
    return { exit: 0, out: line(answer), err: notes }
  } catch (error) {
    if (error instanceof DocumentFault) return refused(error.message)
    if (error instanceof TooMuchToSearch) return { exit: 0, out: line({ ok: null, undecided: notInTime(error) }), err: '' }
    return refused('the question could not be answered; the input is of an unexpected kind')
  }
}

function isOperation(word: string): word is Operation {
  return (operations as readonly string[]).includes(word)
}

async function answerTo(operation: Operation, question: Question, options: AskOptions): Promise<object> {
  const { charter, people, slate, archetypes, goals, k, seed, seats, leaving, slates, ids, n } = question
  switch (operation) {
    case 'check':
      return check(charter, people, slate)
    case 'explain':
      return explain(charter, people, { ...options, archetypes })
    case 'propose':
      return propose(charter, people, { ...options, goals, k, seed })
    case 'replace':
      return replace(charter, people, seats, leaving, options)
    case 'draw':
      return slates ? drawSlate(seed!, slates) : drawIds(seed!, ids!, n)
  }
}

function faultWithLine(faults: Fault[], lineOf: (path: Fault['path']) => number | null): string {
  const [first] = faults
  const at = first!.path.length > 0 ? lineOf(first!.path) : null
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
  return `${at ? `line ${at}: ` : ''}${faultLine(first!)}${more}`
}

const line = (answer: object) => `${JSON.stringify(answer, null, 2)}\n`
const refused = (message: string): CommandResult => ({ exit: 2, out: '', err: `${clipped(message.replace(/\s+/g, ' ').trim())}\n` })
/** Whatever somebody wrote, the line about it is one line. */
const clipped = (message: string) => (message.length > 400 ? `${message.slice(0, 280)} … ${message.slice(-100)}` : message)

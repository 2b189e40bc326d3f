// `raadslag charter frame`: one charter against the law above it, in the manner of the other questions.
import type { CommandResult } from './command.ts'
import { DocumentFault, readDocument } from './document.ts'
import { againstFrame, type Frame, readFrame } from './frame.ts'
import { nearest } from './nearest.ts'
import { type Fault, faultLine, readCharter } from './parse.ts'

/**
 * Answers whether a charter keeps within a law. The document is the charter, or `{charter, law}` where `law` names a shipped law or is a
 * frame law itself. Never throws; exit 2 and one line when it cannot be used.
 */
export function frameCommand(text: string, laws: readonly Frame[], named?: string): CommandResult {
  try {
    const document = readDocument(text)
    const data = document.data as Record<string, unknown> | null
    const whole = typeof data === 'object' && data !== null && 'charter' in data
    const inside = whole ? ['charter'] : []
    const read = readCharter(whole ? data.charter : data)
    const say = (faults: Fault[], path: Fault['path']) => {
      const [first] = faults.map(fault => ({ ...fault, path: [...path, ...fault.path] }))
      const line = document.lineOf(first!.path)
      return refused(`${line ? `line ${line}: ` : ''}${faultLine(first!)}`)
    }
    if ('faults' in read) return say(read.faults, inside)
    const asked = named ?? (whole ? data.law : undefined)
    const own = typeof asked === 'object' && asked !== null ? readFrame(asked) : null
    if (own && 'faults' in own) return say(own.faults, ['law'])
    const frame = own ? own.frame : laws.find(law => law.id === asked)
    if (!frame) {
      const ids = laws.map(law => law.id)
      const meant = typeof asked === 'string' ? nearest(asked, ids) : undefined
      return refused(
        asked === undefined
          ? `law: is missing; known are ${ids.join(', ')}`
          : `law: ${meant ? `did you mean "${meant}"?` : `must be one of ${ids.join(', ')}`}`,
      )
    }
    const breaches = againstFrame(frame, read.charter)
    return { exit: 0, out: `${JSON.stringify({ law: frame.id, ok: breaches.length === 0, breaches }, null, 2)}\n`, err: '' }
  } catch (error) {
    if (error instanceof DocumentFault) return refused(error.message)
    return refused('the question could not be answered; the input is of an unexpected kind')
  }
}

const refused = (message: string): CommandResult => ({ exit: 2, out: '', err: `${message.replace(/\s+/g, ' ').trim()}\n` })

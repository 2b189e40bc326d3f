// What is wrong in a municipality's files, where, and in words an editor understands.
import type { z } from 'zod'
import { allowedHint } from './did-you-mean.ts'

/** One fault: the file (relative to the municipality's folder), its line (from 1), the field (`goals[0].slug`) and one plain line. */
export type Fault = { file: string; line: number; field: string; message: string }

export type Path = readonly PropertyKey[]

/** A path as an editor reads it: `councils[0].name.da`; the empty path is the whole file. */
export function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? String(step) : `${name}.${String(step)}`),
    '',
  )
}

type RawIssue = z.core.$ZodRawIssue

/** The plain line for what zod found; used where a schema gives no words of its own. */
export function plain(issue: RawIssue): string | undefined {
  const given = issue.input
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined
        ? `This is missing; ${kind(issue.expected)} belongs here.`
        : `This is ${shown(given)}; ${kind(issue.expected)} belongs here.`
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      return given === undefined
        ? `This is missing. Allowed: ${allowed.join(', ')}.`
        : `${shown(given)} is not allowed.${allowedHint(String(given), allowed)}`
    }
    case 'too_small':
      return `This is too ${issue.origin === 'number' || issue.origin === 'int' ? 'low' : 'short'}; at least ${issue.minimum} is needed.`
    case 'too_big':
      return `This is too ${issue.origin === 'number' || issue.origin === 'int' ? 'high' : 'long'}; at most ${issue.maximum} is allowed.`
    case 'unrecognized_keys':
      return issue.keys.map(key => `"${key}" is not known here.`).join('\n')
    case 'invalid_key':
      return 'This key is not known here.'
    default:
      return undefined
  }
}

const KINDS: Record<string, string> = {
  string: 'a text',
  object: 'a group of fields',
  array: 'a list',
  boolean: 'true or false',
  record: 'a group of fields',
}
const kind = (expected: string) =>
  KINDS[expected] ?? (expected === 'int' ? 'a whole number' : expected === 'number' ? 'a number' : expected)

function shown(value: unknown): string {
  if (value === null) return 'empty (null)'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
  return `${typeof value === 'number' ? 'the number' : 'the value'} ${String(value)}`
}

/** The faults behind one zod issue: an unknown key counts for itself, and stands at its own line. */
export function faultsOf(issue: z.core.$ZodIssue, file: string, lineOf: (path: Path) => number): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const lines = issue.message.split('\n')
    return issue.keys.map((key, at) => {
      const path = [...issue.path, key]
      return { file, line: lineOf(path), field: fieldName(path), message: lines[at] ?? `"${key}" is not known here.` }
    })
  }
  return [{ file, line: lineOf(issue.path), field: fieldName(issue.path), message: issue.message.replace(/\s+/g, ' ') }]
}

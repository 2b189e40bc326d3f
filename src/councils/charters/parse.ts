// From unknown data to a charter: every fault with its field, what is allowed, and "did you mean".
import type { z } from 'zod'
import type { Charter } from './charter.ts'
import { outsideDictionary } from './dictionary.ts'
import type { Fault, Path } from './fault.ts'
import { sizeFaults } from './limits.ts'
import { nearest } from './nearest.ts'
import { charterSchema, group as groupSchema, ruleKinds } from './schema.ts'

export type { Fault, Path } from './fault.ts'

/** The data is not a charter. `faults` names each field. */
export class CharterFault extends Error {
  readonly faults: Fault[]
  constructor(faults: Fault[]) {
    super(faults.map(faultLine).join('\n'))
    this.faults = faults
  }
}

/** `groups[0].min: must not be negative`. */
export function faultLine({ path, message }: Fault): string {
  return path.length ? `${pathText(path)}: ${message}` : message
}

export function pathText(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at ? `.${step}` : step)).join('')
}

/** The charter, or a thrown `CharterFault`. The result must not be changed afterwards. */
export function parseCharter(input: unknown): Charter {
  const read = readCharter(input)
  if ('faults' in read) throw new CharterFault(read.faults)
  return read.charter
}

/** The charter or its faults; never throws. */
export function readCharter(input: unknown): { charter: Charter } | { faults: Fault[] } {
  if (!isRecord(input)) return { faults: [{ path: [], message: 'a charter must be an object with id, groups and rules' }] }
  const early = [...predicateFaultsIn(input), ...kindFaults(input)]
  if (early.length > 0) return { faults: early }
  const parsed = charterSchema.safeParse(input)
  if (!parsed.success) return { faults: parsed.error.issues.flatMap(issue => issueFaults(issue)) }
  const faults = [...sizeFaults(parsed.data), ...consistency(parsed.data), ...outsideDictionary(parsed.data)]
  return faults.length > 0 ? { faults } : { charter: parsed.data }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const tests = ['eq', 'has', 'hasAny', 'gte', 'lte', 'lt']
const deepest = 40

function predicateFaultsIn(input: Record<string, unknown>): Fault[] {
  const faults: Fault[] = []
  const each = (list: unknown, key: string, field: string) => {
    if (!Array.isArray(list)) return
    for (const [at, item] of list.entries()) {
      if (isRecord(item) && Object.hasOwn(item, field)) faults.push(...predicateFaults(item[field], [key, at, field]))
    }
  }
  each(input.groups, 'groups', 'eligible')
  each(input.rules, 'rules', 'who')
  return faults
}

/** Faults of one predicate; circles and bombs end at the depth limit. */
export function predicateFaults(value: unknown, path: Path, depth = 0): Fault[] {
  if (depth > deepest) return [{ path: path.slice(0, 6), message: `a condition nested more than ${deepest} deep (or in a circle)` }]
  if (!isRecord(value)) return [{ path, message: 'a condition must be an object: {attr, eq|has|hasAny|gte|lte|lt}, {all}, {any} or {not}' }]
  const keys = Object.keys(value)
  const joiner = ['all', 'any', 'not'].find(key => keys.includes(key))
  const allowed = joiner ? [joiner] : ['attr', ...tests]
  const strange = keys.find(key => !allowed.includes(key))
  if (strange !== undefined) {
    if (joiner)
      return [{ path: [...path, strange], message: `cannot stand beside "${joiner}"; write one condition, or put both into "all"` }]
    return [{ path: [...path, strange], message: unknownField([...allowed, 'all', 'any', 'not'], strange) }]
  }
  if (joiner === 'not') return predicateFaults(value.not, [...path, 'not'], depth + 1)
  if (joiner) {
    const parts = value[joiner]
    if (!Array.isArray(parts)) return [{ path: [...path, joiner], message: 'must be a list of conditions' }]
    for (const [at, part] of parts.entries()) {
      const faults = predicateFaults(part, [...path, joiner, at], depth + 1)
      if (faults.length > 0) return faults
    }
    return []
  }
  return plainFaults(value, keys, path)
}

function plainFaults(value: Record<string, unknown>, keys: string[], path: Path): Fault[] {
  if (typeof value.attr !== 'string' || value.attr === '')
    return [{ path: [...path, 'attr'], message: 'must name the attribute the condition is about' }]
  const used = keys.filter(key => key !== 'attr')
  if (used.length !== 1)
    return [{ path, message: `needs exactly one of ${tests.join(', ')}${used.length > 1 ? '; put several into "all"' : ''}` }]
  const test = used[0]!
  const operand = value[test]
  const at = [...path, test]
  const scalar = (each: unknown) =>
    typeof each === 'string' || typeof each === 'boolean' || (typeof each === 'number' && Number.isFinite(each))
  if (test === 'hasAny')
    return Array.isArray(operand) && operand.every(scalar) ? [] : [{ path: at, message: 'must be a list of texts, numbers or booleans' }]
  if (['gte', 'lte', 'lt'].includes(test)) {
    return scalar(operand) && typeof operand !== 'boolean' ? [] : [{ path: at, message: 'must be a number (or a text such as a date)' }]
  }
  return scalar(operand)
    ? []
    : [{ path: at, message: 'must be a text, a number or a boolean; a missing attribute never satisfies a condition' }]
}

function unknownField(known: string[], key: string): string {
  if (known.includes(key)) return 'this field belongs to rules of another kind'
  const meant = nearest(key, known)
  return meant ? `unknown field; did you mean "${meant}"?` : `unknown field; allowed here: ${known.join(', ')}`
}

function kindFaults(input: Record<string, unknown>): Fault[] {
  const rules = input.rules
  if (!Array.isArray(rules)) return []
  const kinds = Object.keys(ruleKinds)
  return rules.flatMap((rule, at) => {
    if (!isRecord(rule)) return [{ path: ['rules', at], message: 'a rule must be an object with id and kind' }]
    const { kind } = rule
    if (typeof kind === 'string' && kinds.includes(kind)) return []
    const meant = typeof kind === 'string' ? nearest(kind, kinds) : undefined
    const message = kind === undefined ? 'is missing' : `unknown kind ${JSON.stringify(kind)?.slice(0, 40)}`
    return [{ path: ['rules', at, 'kind'], message: `${message}; ${meant ? `did you mean "${meant}"?` : `allowed: ${kinds.join(', ')}`}` }]
  })
}

/** One zod issue as fault lines. */
export function issueFaults(issue: z.core.$ZodIssue, known: string[] = knownKeys(issue.path)): Fault[] {
  const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)))
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ path: [...path, key], message: unknownField(known, key) }))
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find(each => each.code !== 'invalid_type' || each.path.length > 0)
    if (inner) return issueFaults({ ...inner, path: [...issue.path, ...inner.path] })
    const missing = issue.errors.flat().every(each => /received undefined/.test(each.message))
    return [{ path, message: missing ? 'is missing' : 'has the wrong type' }]
  }
  if (issue.code === 'invalid_value')
    return [{ path, message: `must be one of ${issue.values.map(value => JSON.stringify(value)).join(', ')}` }]
  if (issue.code === 'invalid_type') {
    const missing = issue.input === undefined && /undefined/.test(issue.message)
    if (missing) return [{ path, message: `is missing (${issue.expected})` }]
    return [{ path, message: issue.message.startsWith('Invalid input') ? `must be ${kindOf(issue.expected)}` : issue.message }]
  }
  return [{ path, message: issue.message }]
}

function kindOf(expected: string): string {
  const named: Record<string, string> = {
    int: 'a whole number',
    number: 'a number',
    string: 'a text',
    array: 'a list',
    boolean: 'true or false',
    object: 'an object',
    record: 'an object',
    tuple: 'a list of two',
  }
  return named[expected] ?? expected
}

/** The fields allowed at a place in the charter, found by walking the schema. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(charterSchema.shape)
  if (path[0] === 'groups' && path.length === 2) return Object.keys(groupSchema.shape)
  if (path[0] === 'rules' && path.length === 2) return [...new Set(Object.values(ruleKinds).flatMap(kind => Object.keys(kind.shape)))]
  let at: unknown = charterSchema
  for (const step of path) at = at && childOf(at as z.ZodType, step)
  const shape = at && (unwrap(at as z.ZodType) as { shape?: object }).shape
  return shape ? Object.keys(shape) : []
}

function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema.def as { innerType?: z.ZodType; options?: z.ZodType[] }
  if (def.innerType) return unwrap(def.innerType)
  const object = def.options?.find(option => 'shape' in option)
  return object ?? schema
}

function childOf(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  const plain = unwrap(schema) as z.ZodType & { shape?: Record<string, z.ZodType>; element?: z.ZodType }
  return typeof step === 'number' ? plain.element : plain.shape?.[String(step)]
}

/** What the schema cannot see: names used twice, names nobody has, values listed twice. */
function consistency(charter: Charter): Fault[] {
  const faults: Fault[] = []
  const groups = new Set<string>()
  for (const [at, { id }] of charter.groups.entries()) {
    if (groups.has(id)) faults.push({ path: ['groups', at, 'id'], message: `"${id}" is used by two groups` })
    groups.add(id)
  }
  const atoms = new Set(['unique', ...charter.groups.flatMap(({ id }) => [`size:${id}`, `elig:${id}`])])
  const take = (name: string, path: Path) => {
    if (atoms.has(name)) faults.push({ path, message: `"${name}" is used twice; every rule, size and value needs a name of its own` })
    atoms.add(name)
  }
  const knownGroup = (name: string, path: Path) => {
    if (groups.has(name)) return
    const meant = nearest(name, groups)
    faults.push({ path, message: `no group "${name}"; ${meant ? `did you mean "${meant}"?` : `groups: ${[...groups].join(', ')}`}` })
  }
  for (const [at, rule] of charter.rules.entries()) {
    take(rule.id, ['rules', at, 'id'])
    if (rule.kind === 'cover') for (const [v, value] of rule.values.entries()) take(`${rule.id}[${value}]`, ['rules', at, 'values', v])
    if (rule.kind === 'balance' && rule.values[0] === rule.values[1])
      faults.push({ path: ['rules', at, 'values'], message: 'needs two different values' })
    for (const [g, name] of (rule.in ?? []).entries()) knownGroup(name, ['rules', at, 'in', g])
  }
  for (const [at, group] of charter.groups.entries()) {
    for (const [g, name] of (group.substitutes?.for ?? []).entries()) knownGroup(name, ['groups', at, 'substitutes', 'for', g])
  }
  return faults
}

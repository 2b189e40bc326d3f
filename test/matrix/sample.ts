// An input that a form's schema takes, found by trying: so that a deed can be called without a page in front of it.
import { z } from 'zod'

const tries: readonly unknown[] = [
  'x',
  '1',
  '2026-11-09',
  'navn@example.org',
  '',
  '00000000-0000-7000-8000-000000000000',
  ['x'],
  'on',
  'self',
  'yes',
  '1 members',
]

/** Something the schema accepts. Throws when it finds nothing, naming the field. */
export function sampleOf(schema: z.ZodType): unknown {
  const empty = schema.safeParse({})
  if (empty.success) return empty.data
  const object = innerObject(schema)
  if (!object) throw new Error('no object of fields inside this schema')
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(object.shape) as [string, z.ZodType][]) {
    const found = [...enumsIn(field), ...tries].find(value => field.safeParse(value).success)
    if (found === undefined) throw new Error(`nothing fits the field ${name}`)
    values[name] = found
  }
  return schema.parse(values)
}

type Def = { type: string; in?: z.ZodType; out?: z.ZodType; innerType?: z.ZodType; element?: z.ZodType; entries?: Record<string, string> }
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def

function innerObject(schema: z.ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema
  const def = defOf(schema)
  for (const inner of [def.in, def.out, def.innerType]) {
    const found = inner && innerObject(inner)
    if (found) return found
  }
  return null
}
function enumsIn(schema: z.ZodType): string[] {
  const def = defOf(schema)
  if (def.entries) return Object.values(def.entries)
  return [def.in, def.out, def.innerType, def.element].flatMap(inner => (inner ? enumsIn(inner) : []))
}

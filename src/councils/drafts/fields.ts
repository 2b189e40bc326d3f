// The posted fields of a form that is made of the charter itself, read one by one.
import { z } from 'zod'
import type { Said, Shortcoming } from '../../platform/refusal.ts'
import { cleanLine } from '../../platform/text/clean.ts'

export interface Fields {
  /** One line; '' when it is missing. */
  one(name: string): string
  many(name: string): string[]
  ticked(name: string): boolean
}

export function fieldsFrom(values: Readonly<Record<string, unknown>>): Fields {
  const list = (name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(one => clean(String(one)))
  }
  return {
    one: name => list(name)[0] ?? '',
    many: list,
    ticked: name => (list(name)[0] ?? '') !== '',
  }
}
/** What is too long to be meant is cut where the engine would refuse it anyway. */
function clean(raw: string): string {
  const cleaned = cleanLine(raw.slice(0, 2_000), { max: 2_000 })
  return cleaned.ok ? cleaned.text : ''
}

/** A form whose fields depend on the charter: everything posted, with the revision that was seen and what was pressed. */
export const looseForm = z.looseObject({
  revision: z.coerce.number().int().min(0).max(1e9).catch(-1),
  do: z.enum(['save', 'words']).catch('save'),
  as: z.enum(['page', 'lines']).catch('page'),
})
export type LooseForm = z.output<typeof looseForm>

/** Faults gathered while a form is read. */
export class Faults {
  readonly list: Shortcoming[] = []
  say(field: string, message: Said): void {
    this.list.push({ field, message })
  }
  /** A whole number from 0; undefined when the field is empty. */
  amount(fields: Fields, name: string): number | undefined {
    const text = fields.one(name).trim()
    if (text === '') return undefined
    if (/^\d{1,6}$/.test(text)) return Number(text)
    this.say(name, { da: 'Skriv et helt tal på 0 eller mere.', en: 'Write a whole number of 0 or more.' })
    return undefined
  }
  needed(fields: Fields, name: string): string {
    const text = fields.one(name).trim()
    if (text === '') this.say(name, { da: 'Skriv noget her.', en: 'Write something here.' })
    return text
  }
  range(min: number | undefined, max: number | undefined): void {
    if (min !== undefined && max !== undefined && min > max)
      this.say('min', { da: '»Mindst« kan ikke være større end »højst«.', en: '“At least” cannot be more than “at most”.' })
  }
}
/** Takes what is empty out of an object. */
export const without = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T

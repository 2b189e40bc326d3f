// What makes somebody fit for a seat, in the charter's own words; for the staff only.
import { type Charter, evidence, type Person } from '../councils/charters/index.ts'
import { type SeatPlace, saidWords } from '../councils/index.ts'
import { said } from '../platform/refusal.ts'

/** What charters mostly ask about; a charter's own labels go first. */
const common: Readonly<Record<string, { da: string; en: string }>> = {
  'roles=organisation': { da: 'fra en organisation', en: 'from an organisation' },
  'roles=user': { da: 'bruger', en: 'service user' },
  'roles=user_rep': { da: 'brugerrepræsentant', en: 'user representative' },
  'roles=insight': { da: 'særlig indsigt', en: 'particular insight' },
  'roles=councillor': { da: 'medlem af kommunalbestyrelsen', en: 'councillor' },
  'roles=municipal_employee': { da: 'ansat i kommunen', en: 'municipal employee' },
  local: { da: 'organisationen er lokal', en: 'the organisation is local' },
  resident: { da: 'bor i kommunen', en: 'lives in the municipality' },
}

/** How the charter calls an attribute (value null) or one of its values. */
export function valueWords(charter: Charter, attr: string, value: string | number | boolean | null, lang: 'da' | 'en'): string {
  const key = value === null ? attr : `${attr}=${value}`
  return said(saidWords(charter.labels?.[key], common[key]?.[lang] ?? String(value ?? attr).replaceAll('_', ' ')), lang)
}

/** Whether this charter has words for it: a tie another council asks about says nothing of a seat here. A charter without any words knows all. */
const asksFor = (charter: Charter, key: string): boolean => key in common || !charter.labels || key in charter.labels

/** "Brugerrepræsentant, lokal organisation.": the roles and ties that are known and mean something here. Undefined when none does. */
export function qualifications(charter: Charter, person: Person, lang: 'da' | 'en'): string | undefined {
  const values = ['roles', 'ties'].flatMap(attr => {
    const value = person[attr]
    const known = (Array.isArray(value) ? value : []).filter(one => asksFor(charter, `${attr}=${one}`))
    return known.map(one => valueWords(charter, attr, one, lang))
  })
  const text = [...new Set(values)].join(', ')
  return text ? `${text.charAt(0).toLocaleUpperCase(lang)}${text.slice(1)}.` : undefined
}

/** The seats of this body somebody fits, as things are documented now. */
export function fitting(charter: Charter, plan: readonly SeatPlace[], body: string, person: Person): SeatPlace[] {
  const groups = charter.groups.filter(
    group => group.appointed_by === body && (!group.eligible || evidence(group.eligible, person) === 'yes'),
  )
  return plan.filter(place => groups.some(group => group.id === place.group))
}

// What makes somebody fit for a seat, in the charter's own words; for the staff only.
import { type Charter, evidence, type Person } from '../councils/charters/index.ts'
import { type SeatPlace, saidWords } from '../councils/index.ts'
import { said } from '../platform/refusal.ts'

const common: Readonly<Record<string, { da: string; en: string }>> = {
  organisation: { da: 'fra en organisation', en: 'from an organisation' },
  user: { da: 'bruger', en: 'service user' },
  user_rep: { da: 'brugerrepræsentant', en: 'user representative' },
  insight: { da: 'særlig indsigt', en: 'particular insight' },
  councillor: { da: 'medlem af kommunalbestyrelsen', en: 'councillor' },
  municipal_employee: { da: 'ansat i kommunen', en: 'municipal employee' },
}

/** "Brugerrepræsentant, lokal organisation": the roles and ties that are known. Undefined when nothing is. */
export function qualifications(charter: Charter, person: Person, lang: 'da' | 'en'): string | undefined {
  const values = ['roles', 'ties'].flatMap(attr => {
    const value = person[attr]
    return (Array.isArray(value) ? value : []).map(one =>
      said(saidWords(charter.labels?.[`${attr}=${one}`], common[one]?.[lang] ?? String(one)), lang),
    )
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

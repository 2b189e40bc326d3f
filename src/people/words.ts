// The texts of this room.
import { type Lang, translator } from '../platform/i18n.ts'
import type { Role } from '../platform/principal.ts'
import type { CitizenWords } from './words/citizen.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. The few that citizens meet are in every language; the staff's pages speak Danish and English. */
export const peopleWords = translator<keyof typeof da, keyof CitizenWords>(
  { da, en },
  {
    ar: async () => (await import('./words/citizen.ts')).citizen.ar,
    tr: async () => (await import('./words/citizen.ts')).citizen.tr,
    ur: async () => (await import('./words/citizen.ts')).citizen.ur,
  },
)

/** How a role is called. */
export const roleName = (lang: Lang, role: Role): string => peopleWords(lang, `role.${role}`)

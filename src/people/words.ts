// The texts of this room.
import { type Lang, translator } from '../platform/i18n.ts'
import type { Role } from '../platform/principal.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

/** A text of this room. Where a language has no catalogue yet, English stands. */
export const peopleWords = translator({ da, en, ar: en, tr: en, ur: en })

/** How a role is called. */
export const roleName = (lang: Lang, role: Role): string => peopleWords(lang, `role.${role}`)

// The texts about the mailboxes that are read.
import { translator } from '../../platform/i18n.ts'
import { da } from './words/da.ts'
import { en } from './words/en.ts'

export const mailboxWords = translator({ da, en, ar: en, tr: en, ur: en })

// The texts of the operator's page about the numbers; staff pages speak Danish and English.
import { translator } from '../platform/i18n.ts'
import { da } from './words/staff-da.ts'
import { en } from './words/staff-en.ts'

export const numberWords = translator({ da, en })
export const bothWords = (key: keyof typeof da, values?: Parameters<typeof numberWords>[2]) => ({
  da: numberWords('da', key, values),
  en: numberWords('en', key, values),
})

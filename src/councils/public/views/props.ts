// What every part of a council's page gets, and how it finds its words and sources.
import type { Page } from '../../../platform/html/page.ts'
import type { ShownCouncil } from '../read.ts'
import { type PublicWord, publicWords } from '../words.ts'

export interface CouncilProps {
  readonly page: Page
  readonly shown: ShownCouncil
}

export type Say = (key: PublicWord, params?: Record<string, string | number>) => string

/** The texts of the page's language. */
export const wordsOf =
  (page: Page): Say =>
  (key, params) =>
    publicWords(page.lang, key, params)

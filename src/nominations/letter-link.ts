// The personal link that asks whoever wrote a letter for what is missing: it carries the letter and its last day, signed by us, and is kept nowhere.
import type { LocalDate } from '../platform/clock.ts'
import type { MunicipalityKeys } from '../platform/crypto/keys.ts'
import { shortToken, shortTokenFits } from '../platform/crypto/token.ts'

const purpose = 'letter question'
const form = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-(\d{4})(\d{2})(\d{2})-([0-9a-z]{16})$/
const signed = (letter: string, until: string) => `${letter} ${until}`

export function letterLink(keys: MunicipalityKeys, letter: string, until: LocalDate): string {
  return `${letter.replaceAll('-', '')}-${until.replaceAll('-', '')}-${shortToken(keys, purpose, signed(letter, until))}`
}

/** The letter the link is about; null when we did not make it, or its last day is over. */
export function letterOfLink(keys: MunicipalityKeys, link: string, today: LocalDate): string | null {
  const found = form.exec(link)
  if (!found) return null
  const letter = found.slice(1, 6).join('-')
  const until = found.slice(6, 9).join('-')
  return shortTokenFits(keys, purpose, signed(letter, until), found[9]!) && until >= today ? letter : null
}

// Which of our languages a text is most likely written in, by its script and its smallest words; a proposal a human can change.
import type { Lang } from '../i18n.ts'

const urdu = /[\u0679\u0688\u0691\u06ba\u06d2\u06be\u06c1]/u
const arabic = /[\u0600-\u06ff]/u
const turkish = /[ğışİ]/u
const words: readonly (readonly [Lang, ReadonlySet<string>])[] = [
  ['da', new Set('og jeg er det at i på ikke en til af vil med har kan om som for'.split(' '))],
  ['en', new Set('the and i to of is in my would like for that it a am be with have'.split(' '))],
  ['tr', new Set('ve bir bu için ben çok ile de da olmak istiyorum'.split(' '))],
]

/** The language, or `da` where nothing speaks for another. Looks at the first 4,000 signs. */
export function languageOf(text: string): Lang {
  const start = text.slice(0, 4_000)
  if (arabic.test(start)) return urdu.test(start) ? 'ur' : 'ar'
  if (turkish.test(start)) return 'tr'
  const all = start.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: Lang = 'da'
  let most = 0
  for (const [lang, known] of words) {
    const hits = all.filter(word => known.has(word)).length
    if (hits > most) [best, most] = [lang, hits]
  }
  return best
}

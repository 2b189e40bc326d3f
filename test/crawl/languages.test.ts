// The recruiting pages in every language: nothing falls back to English or Danish but what is marked as a name or a quotation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ standing: 'demo' })
}, 120_000)
afterAll(async () => await house.close())

const paths = [
  '/',
  '/raad',
  '/bliv-medlem',
  '/raad/udsatteraad/bliv-medlem',
  '/raad/integrationsraad/bliv-medlem',
  '/raad/seniorraad/bliv-medlem',
  '/hvilket-raad',
  '/kvittering',
  '/fortael',
  '/hjaelp',
  '/kontakt',
  '/nyheder',
  '/en-side-der-ikke-findes',
]
/** The pieces of text a reader of the page's own language meets; what says that it is another language is left out. */
function piecesOf(html: string): string[] {
  const own = html
    .replace(/^[\s\S]*?<body/, '<body')
    .replaceAll(/<(script|style|title|nav class="langs")[\s\S]*?<\/(script|style|title|nav)>/g, ' ')
    .replaceAll(/<(\w+)[^>]*\b(?:lang="(?:da|en|ar|tr|ur)"|dir="ltr")[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<bdi[^>]*>[\s\S]*?<\/bdi>/g, ' ')
  return own
    .split(/<[^>]+>/)
    .map(text =>
      text
        .replaceAll(/&[#\w]+;/g, ' ')
        .replaceAll(/\([^)]*\)/g, ' ')
        .trim(),
    )
    .filter(text => text !== '')
}
const forgotten = (piece: string, lang: string) => {
  const words = piece.replaceAll(/[\w.-]+@[\w.-]+|PDF|QR|JSON|Atom|Glostrup|Rådslag/g, '').match(/\p{Script=Latin}{3,}/gu) ?? []
  if (lang === 'tr') return /[æøåÆØÅ]|\b(the|and|you|council|with|og|det|ikke|til)\b/i.test(words.join(' '))
  return words.length > 1 && !/\p{Script=Arabic}/u.test(piece)
}

describe('the recruiting pages', () => {
  it.each(['ar', 'tr', 'ur'])('B2f: in %s there is nothing left in another language', async lang => {
    const faults: string[] = []
    for (const path of paths) {
      const page = await house.get(path === '/' ? `/${lang}` : `/${lang}${path}`)
      expect(page.body).toContain(`<html lang="${lang}"`)
      expect(page.body).toMatch(lang === 'tr' ? /<html lang="tr" dir="ltr"/ : /<html lang="\w\w" dir="rtl"/)
      for (const piece of piecesOf(page.body)) if (forgotten(piece, lang)) faults.push(`${path}: ${piece}`)
    }
    expect(faults).toEqual([])
  })

  it('would see a sentence left behind', () => {
    expect(forgotten('Press send again', 'ar')).toBe(true)
    expect(forgotten('Skriv et navn. Et fornavn er nok.', 'ur')).toBe(true)
    expect(forgotten('Rådet søger medlemmer og det er godt', 'tr')).toBe(true)
    expect(piecesOf('<body><p><span lang="da">Vi er her</span> نعم</p>')).toEqual(['نعم'])
  })

  it('B2f: every page says who checked the translation, or that nobody has', async () => {
    const says = { ar: 'ترجمة آلية', tr: 'Makine çevirisi', ur: 'مشینی ترجمہ' }
    for (const [lang, words] of Object.entries(says)) expect((await house.get(`/${lang}/bliv-medlem`)).body).toContain(words)
  })
})

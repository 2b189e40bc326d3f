// Every text a citizen can meet, in every language: nothing missing, nothing left in another language, every place kept.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../i18n.ts'

const root = join(import.meta.dirname, '../..')
type Catalogue = Readonly<Record<string, string>>
const langs = ['ar', 'tr', 'ur'] as const

/** Each catalogue that has an Arabic one beside it: `words/ar.ts`, `words/call-ar.ts`. */
const sets = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => /words\/([a-z]+-)?ar\.ts$/.test(file))
  .map(file => ({ name: file.replace(/\/(\w+-)?ar\.ts$/, '/$1'), file }))
const read = async (file: string, lang: string): Promise<Catalogue> =>
  ((await import(join(root, file.replace(/ar\.ts$/, `${lang}.ts`)))) as Record<string, Catalogue>)[lang]!

/** The places of a text with what kind they are, however often a plural repeats them. */
function placesOf(text: string, lang: 'da' | (typeof langs)[number]): string[] {
  const found = new Set<string>()
  const walk = (parts: readonly unknown[]) => {
    for (const part of parts as { type: number; value: string; options?: Record<string, { value: unknown[] }> }[]) {
      if (part.type !== 0 && part.type !== 7) found.add(part.value)
      for (const option of Object.values(part.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, LOCALES[lang], undefined, { ignoreTag: true }).getAst())
  return [...found].sort()
}
/** What may stand in any language: places, addresses, and names that have no other form. */
const bare = (text: string) =>
  text
    .replaceAll(/\{[^{}]*\}|\{|\}|plural,|one|two|few|many|other|=\d/g, '')
    .replaceAll(/QR|PDF|JSON|Atom|axe|KABS|[\w.-]+@[\w.-]+|was\.digst\.dk|\([^)]*\)/g, '')

describe('citizens’ catalogues', () => {
  it('B2f: there are as many as there are rooms citizens meet', () => {
    expect(sets.map(set => set.name).sort()).toEqual([
      'councils/public/words/',
      'councils/public/words/rules-',
      'councils/words/mail-',
      'help/words/',
      'home/words/',
      'nominations/words/',
      'nominations/words/call-',
      'platform/html/words/',
      'receipts/words/',
      'recruiting/words/outside-',
      'themes/words/',
      'voices/words/',
    ])
  })

  for (const { name, file } of sets)
    it(`B2f: ${name} is whole in ar, tr and ur, each in its own script, with the same places`, async () => {
      const da = await read(file, 'da')
      const en = await read(file, 'en')
      const faults: string[] = []
      for (const lang of langs) {
        const own = await read(file, lang)
        for (const [key, text] of Object.entries(own)) {
          const source = da[key]!
          if (placesOf(text, lang).join() !== placesOf(source, 'da').join()) faults.push(`${lang} ${key}: other places than the Danish`)
          if (/[a-zæøå]{4,}/i.test(bare(source))) {
            if (lang === 'tr' ? text === en[key] || /[æøåÆØÅ]/.test(bare(text)) : !/\p{Script=Arabic}/u.test(text))
              faults.push(`${lang} ${key}: ${text}`)
            // A run of Latin words inside the other script is a text that was forgotten.
            if (lang !== 'tr' && /[a-z]{3,} [a-z]{3,}/i.test(bare(text).replaceAll(/\\n/g, ' ')))
              faults.push(`${lang} ${key} holds Latin: ${text}`)
          }
          if (lang === 'ur' && /[كيىة]/.test(text)) faults.push(`ur ${key} has Arabic letters where Urdu has its own: ${text}`)
        }
        if (own === en) faults.push(`${lang} is English`)
        expect(Object.keys(own).filter(key => !(key in da))).toEqual([])
      }
      expect(faults).toEqual([])
    })

  it('finds a text left in English, a forgotten place, and a letter of the wrong alphabet', () => {
    expect(/\p{Script=Arabic}/u.test('Send')).toBe(false)
    expect(placesOf('{a} {n, plural, one {# x} other {{b}}}', 'da')).toEqual(['a', 'b', 'n'])
    expect(/[كيىة]/.test('كونسل')).toBe(true)
  })
})

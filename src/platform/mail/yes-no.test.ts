// A yes is read only where nothing but a yes stands; everything else goes to a human.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownWords, readYesNo } from './yes-no.ts'

describe('a plain yes or no', () => {
  it.each(['ja', 'Ja.', 'JA TAK!', 'Ja 👍', 'yes', 'Yes, please', 'نعم', 'نعم، شكراً', 'evet', 'EVET!', 'جی ہاں', 'ہاں۔'])(
    '%s is yes',
    text => {
      expect(readYesNo(text)).toBe('yes')
    },
  )
  it.each(['nej', 'Nej tak', 'no', 'No, thank you.', 'لا', 'لا شكرا', 'hayır', 'HAYIR', 'Hayır, teşekkürler', 'نہیں', 'جی نہیں'])(
    '%s is no',
    text => {
      expect(readYesNo(text)).toBe('no')
    },
  )
  it('is read among greeting, name, signature, telephone and what was answered', () => {
    expect(
      readYesNo('Hej Amira\n\nJa tak\n\nFatma\n\nDen man. 9. nov. 2026 kl. 10.15 skrev Amira <a@b.dk>:\n> Vil du? Svar nej eller ja'),
    ).toBe('yes')
    expect(readYesNo('Nej\r\n\r\nMed venlig hilsen\r\nBo Bak\r\nTlf. 12 34')).toBe('no')
    expect(readYesNo('Yes\n\nSent from my iPhone\n\nOn Mon, Amira wrote:\n> No?')).toBe('yes')
    expect(readYesNo('evet\n\n-- \nAyşe')).toBe('yes')
  })
  it.each([
    'Ja, men kun hvis I kan hente mig',
    'Ja og nej',
    'Ja\nNej',
    'Måske',
    'Nej ikke endnu, ring til mig',
    'Jeg ved ikke, hvad jeg skal sige. Ja?',
    '> ja',
    '',
    'Tak for brevet',
    'Ja\n\nJeg vil gerne vide mere om det, inden jeg bestemmer mig for det.',
    'no problem, I will think about it',
  ])('%j is left to a human', text => {
    expect(readYesNo(text)).toBeNull()
  })
  it('never reads a longer sentence as an answer, and reads anything without a fault', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ja', 'nej', 'men', 'ikke', 'jeg', 'vil', 'نعم', 'لا', 'evet'), { minLength: 3, maxLength: 12 }),
        all => {
          expect(readYesNo(all.join(' '))).toBeNull()
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        text => [null, 'yes', 'no'].includes(readYesNo(text)) && ownWords(text).length <= text.length + 1,
      ),
    )
  })
})

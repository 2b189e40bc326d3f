// Shows that sentences are found as a reader finds them, and that LIX counts running text only.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lixOf } from './lix.ts'
import { sentencesOf, wordsOf } from './sentences.ts'

const texts = (text: string) => sentencesOf(text).map(each => each.text)

describe('sentences', () => {
  it('end at full stops, not at abbreviations, dates, numbers or initials', () => {
    const text =
      'Mødet er den 24. juni 2019 kl. 11.56 i bl.a. Hvissinge. Der kommer ca. 1.200 borgere, fx naboer m.fl. Skriv til os, jf. § 42, stk. 3, i loven! H.C. Eksempel svarer i 2019. Vil du med? "Ja." Det er fint osv. Vi ses.'
    expect(texts(text)).toEqual([
      'Mødet er den 24. juni 2019 kl. 11.56 i bl.a. Hvissinge.',
      'Der kommer ca. 1.200 borgere, fx naboer m.fl.',
      'Skriv til os, jf. § 42, stk. 3, i loven!',
      'H.C. Eksempel svarer i 2019.',
      'Vil du med?',
      '"Ja."',
      'Det er fint osv.',
      'Vi ses.',
    ])
  })

  it('tell running text from headings and lists', () => {
    const text = 'Vores formål\nRådet giver råd. Det er gratis.\n  • at lytte til alle.\n- at svare\n1. at møde frem.'
    expect(sentencesOf(text).map(each => [each.text, each.running])).toEqual([
      ['Vores formål', false],
      ['Rådet giver råd.', true],
      ['Det er gratis.', true],
      ['at lytte til alle.', false],
      ['at svare', false],
      ['at møde frem.', false],
    ])
    expect(
      sentencesOf('- Jeg er glad. Vi er i gang.\nHan er glad, og han siger:\nDe er formand. De siger:').map(each => each.running),
    ).toEqual([true, true, false, true, true])
  })

  it('stand where they say, in order, and cover every word once', () => {
    const piece = fc.constantFrom(
      'Hej. ',
      'bl.a. ',
      '\n',
      ' • ',
      'den 3. maj ',
      'Åh! ',
      '(se her.) ',
      '… ',
      'ord ',
      '12 ',
      'A. ',
      '"Nej?" ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('')
        const found = sentencesOf(text)
        let last = 0
        for (const each of found) {
          expect(text.slice(each.start, each.end)).toBe(each.text)
          expect(each.start).toBeGreaterThanOrEqual(last)
          last = each.end
        }
        const spoken = text
          .split('\n')
          .map(line => line.replace(/^\s*(?:•|12?[.)])\s+/, ''))
          .join('\n')
        expect(found.flatMap(each => wordsOf(each.text))).toEqual(wordsOf(spoken))
      }),
    )
  })
})

describe('LIX', () => {
  // 12 sentences of 5 words, one of them long (rådhuset): 60 words, 12 sentences.
  const easy = 'Vi ses på det rådhuset. '.repeat(12)

  it('A34: is words per sentence and long words in a hundred', () => {
    expect(lixOf(easy)).toMatchObject({ lix: 25, level: 'easy', words: 60, longWords: 12 })
    expect(lixOf('Kommunalbestyrelsen ønsker inddragelse og aktivt medborgerskab. '.repeat(10))).toMatchObject({
      lix: 56,
      level: 'very-hard',
    })
  })

  it('A34: says nothing about short texts, headings and lists', () => {
    expect(lixOf(easy.slice(0, -25))).toMatchObject({ lix: null, level: null })
    const list = '\n• kommunalbestyrelsesmedlemmer'.repeat(100)
    expect(lixOf(`Helhedsorienteret kvalitetsudvikling\n${easy}${list}`).lix).toBe(25)
    expect(lixOf('')).toMatchObject({ lix: null, words: 0, hardest: [] })
  })

  it('points at the sentence that is hardest to read', () => {
    const hard = 'Tilforordnede udpeges af administrationen ud fra behovet om særlig viden og ekspertise på området.'
    const found = lixOf(`${easy}${hard} ${easy}`)
    expect(found.hardest[0]).toMatchObject({ text: hard, words: 14, longWords: 6 })
    expect(found.hardest[0]!.start).toBe(easy.length)
  })

  it('does not change when sentences change places', () => {
    const sentence = fc
      .array(fc.constantFrom('hus', 'kommune', 'vej', 'medborgerskab', 'du'), { minLength: 1, maxLength: 12 })
      .map(words => `Ja ${words.join(' ')}.`)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 20, maxLength: 40 }), sentences => {
        expect(lixOf([...sentences].reverse().join(' ')).lix).toBe(lixOf(sentences.join('\n')).lix)
      }),
    )
  })
})

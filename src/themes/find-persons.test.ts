// The check of a summary finds what tells who somebody is, wherever it stands; planted things are never missed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersons, goes, noGround } from './find-persons.ts'

const kindsIn = (text: string, ground = noGround) => findPersons(text, ground).map(one => one.kind)
const plain =
  'Værestedet lukker tidligt, og når det regner, er der ingen steder at gå hen. Flere ønsker, at der er åbent om aftenen. I kommunen svarer man for sent.'

describe('B1c A1: a summary without persons', () => {
  it('finds nothing in a text without persons', () => {
    expect(findPersons(plain)).toEqual([])
  })

  it.each([
    ['cpr', '010190-1234'],
    ['cpr', '0101901234'],
    ['cpr', '010190 - 1234'],
    ['phone', '12 34 56 78'],
    ['phone', '12345678'],
    ['phone', '+45 12345678'],
    ['phone', '0045 12 34 56 78'],
    ['email', 'navn@eksempel.dk'],
    ['email', 'navn (at) eksempel.dk'],
    ['link', 'www.eksempel.dk/mig'],
    ['address', 'Opdigtetvej 12'],
    ['address', 'Prøvegade 4 B'],
    ['address', '12, 3. tv'],
    ['name', 'Mohamed'],
    ['name', 'Kowalczyk'],
    ['birth', '3.4.1961'],
    ['birth', 'født i 1961'],
    ['age', '47 år'],
    ['age', '47-årig'],
    ['date', 'den 3. april'],
    ['family', 'fem børn'],
    ['family', 'tvillinger'],
    ['diagnosis', 'skizofreni'],
    ['origin', 'somalisk'],
    ['trade', 'præst'],
    ['event', 'voldtægt'],
    ['only', 'den eneste'],
    ['money', '4.250 kr'],
    ['script', 'محمد'],
    ['number', '98765'],
    ['cpr', '010190/1234'],
    ['cpr', '٠١٠١٩٠-١٢٣٤'],
    ['phone', '12\u00a034\u00a056\u00a078'],
    ['phone', '12 345 678'],
    ['phone', '(12) 34 56 78'],
    ['phone', '١٢ ٣٤ ٥٦ ٧٨'],
    ['email', 'navn[snabel-a]eksempel.dk'],
    ['link', '@opdigtet_navn'],
    ['address', 'prøvevejen 88'],
    ['address', 'Testmands Vej 14'],
    ['address', 'lejlighed 3'],
    ['name', 'fatima'],
    ['name', 'J.H.'],
    ['birth', '03.04.1961'],
    ['birth', 'årgang 1961'],
    ['age', 'syvogfyrre år'],
    ['age', 'treogtredive-årig'],
    ['age', 'en kvinde på 47'],
    ['date', 'd. 3/4'],
    ['date', 'kl. 14.30'],
    ['family', 'mor til fire'],
    ['family', 'hendes ældste søn'],
  ] as const)('finds %s: %s', (kind, planted) => {
    expect(kindsIn(`Nogen siger, at ${planted} er vigtigt her.`)).toContain(kind)
  })

  it('finds a common name also where a sentence begins, and knows the town and its councils', () => {
    expect(kindsIn('Fatima siger det samme.')).toEqual(['name'])
    expect(kindsIn('Det gælder i Glostrup og i Udsatterådet.', { ...noGround, known: ['Glostrup Kommune', 'Udsatterådet'] })).toEqual([])
  })

  it('finds a name the teller wrote also where a sentence begins, where nothing else tells that it is one', () => {
    const ground = { ...noGround, told: ['Det var Kowalczyk, der gjorde det. Jeg er Meget ked af det, og det er meget slemt.'] }
    expect(kindsIn('Kowalczyk skal svare hurtigere.', ground)).toEqual(['name'])
    expect(kindsIn('KOWALCZYKS svar kom for sent.', ground)).toEqual(['name'])
    expect(kindsIn('Meget kan gøres bedre.', ground)).toEqual([])
    expect(kindsIn('Hr. Testesen svarer for sent.')).toEqual(['name'])
    expect(kindsIn('O’Testesen svarer for sent.')).toEqual(['name'])
  })

  it('B1c: ordinary sentences about a town need nobody to look at them', () => {
    for (const text of [
      'Fra 2023 til 2024 kom der flere. Hver uge mødes 12 mennesker i børnehaven 3 dage.',
      'Det er hans tur, og han venter. Der er plads til flere per måned, og det koster mindre.',
      'Nogle har fået hjælp i 2 måneder. Skov og mark ligger tæt på.',
    ])
      expect(
        findPersons(text).filter(one => goes(one.kind)),
        text,
      ).toEqual([])
  })

  it('finds the teller’s own details, the municipality’s places, and their very words', () => {
    const ground = { told: ['Jeg sover i en trappeopgang bag ved den gamle brugs'], details: ['Havørnen'], known: [], places: ['Kilden'] }
    expect(kindsIn('Man mødes på kilden.', ground)).toEqual(['place'])
    expect(kindsIn('Man kendes på ordet havørnen.', ground)).toEqual(['own-detail'])
    expect(kindsIn('En sover i en trappeopgang bag ved brugsen.', ground)).toEqual(['quote'])
    expect(kindsIn('En har ingen seng.', ground)).toEqual([])
  })

  it('never misses what must go, wherever it is planted and whatever stands around it', () => {
    const digits = (from: number, to: number) => fc.integer({ min: from, max: to }).map(n => String(n).padStart(2, '0'))
    const planted = fc.oneof(
      fc
        .tuple(digits(1, 31), digits(1, 12), digits(0, 99), fc.constantFrom('-', '', ' ', '–'), fc.integer({ min: 1000, max: 9999 }))
        .map(([d, m, y, dash, end]) => `${d}${m}${y}${dash}${end}`),
      fc
        .tuple(digits(20, 99), digits(10, 99), digits(10, 99), digits(10, 99), fc.constantFrom(' ', '', '.'))
        .map(([a, b, c, d, gap]) => [a, b, c, d].join(gap)),
      fc.constantFrom('inge@example.org', 'x.y+z@sub.example.dk', 'Yusuf', 'Kowalczyk-Åberg', 'Lindevænget 14'),
    )
    const words = plain.replaceAll('.', '').toLowerCase().split(' ')
    fc.assert(
      fc.property(planted, fc.nat({ max: words.length - 2 }), fc.constantFrom(' ', ', ', ' (', '\n'), (one, at, gap) => {
        const text = `Nu ${words.slice(0, at + 1).join(' ')}${gap === '\n' ? ' er\n' : gap}${one} ${words.slice(at + 1).join(' ')}.`
        const found = findPersons(text)
        if (gap === '\n' || gap === ' (') return found.some(hit => goes(hit.kind)) || one === 'Kowalczyk-Åberg'
        return found.some(hit => goes(hit.kind))
      }),
      { numRuns: 500 },
    )
  })
})

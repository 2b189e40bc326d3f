// Shows that numbers and addresses of people are found however they are written. All people and numbers here are invented.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal } from './personal.ts'

const found = (text: string, allowed: string[] = []) => findPersonal(text, allowed).map(each => `${each.kind} ${each.found}`)

describe('findPersonal', () => {
  it('finds CPR-like numbers however they are written', () => {
    const ways = [
      '311299-0000',
      '3112990000',
      '311299 0000',
      '31 12 99 0000',
      '31.12.99-0000',
      '311299 – 0000',
      '٣١١٢٩٩-٠٠٠٠',
      '711299-0000',
      'cpr:311299-0000',
      'x311299-0000',
    ]
    for (const way of ways) expect(findPersonal(`Det er ${way}, siger hun.`).map(each => each.kind)).toEqual(['cpr'])
  })

  it('finds e-mail addresses, also half hidden ones', () => {
    const ways = [
      'amina@eksempel.dk',
      'Amina.O+x@post.eksempel.dk',
      'åse@blåbær.example',
      'amina (at) eksempel.dk',
      'amina(snabel-a)eksempel.dk',
      'amina＠eksempel.dk',
    ]
    for (const way of ways) expect(findPersonal(`Skriv til ${way}.`).map(each => [each.kind, each.found])).toEqual([['email', way]])
  })

  it('finds telephone numbers in the groups people write them', () => {
    const ways = [
      '20 00 00 00',
      '20000000',
      '2000 0000',
      '20-00-00-00',
      '20.00.00.00',
      '20 000 000',
      '200 00 000',
      '+45 20 00 00 00',
      '004520000000',
      '+46 70 000 00 00',
      '+4520000000',
    ]
    for (const way of ways) expect(found(`Ring på ${way} i dag.`)).toEqual([`phone ${way}`])
  })

  it('leaves dates, years, sums, paragraphs and case numbers alone', () => {
    const good = [
      'Den 24. juni 2019 kl. 11:56. Perioden 2022-2025 og 2026–2029.',
      'Det koster 25.000 kr. om året, i alt 1.250.000 kr. og 20.000.000 kr.',
      'Efter § 42, stk. 3, i lov nr. 434 af 6. maj 2025.',
      'Postnummer 2600, kommune 161. Ring 112. 14-dages frist. 3-7 medlemmer.',
      'I 2019 2020 og 2021. Fra 1999-2003.',
      '@glostrup og navn@',
    ]
    expect(good.flatMap(text => found(text))).toEqual([])
  })

  it('lets the municipality’s own numbers and addresses stand', () => {
    const text = 'Skriv til HR.politik@glostrup.dk eller ring 20 00 00 00. Amina har 20 00 00 01.'
    expect(found(text, ['hr.politik@glostrup.dk', '+45 2000 0000'])).toEqual(['phone 20 00 00 01'])
  })

  it('says where it stands, in order, in any text', () => {
    const piece = fc.constantFrom(
      'amina@eksempel.dk',
      '311299-0000',
      '20 00 00 00',
      ' og ',
      '٢٠٠٠٠٠٠٠',
      '👍',
      '\n',
      'Ring: ',
      '٣١١٢٩٩٠٠٠٠',
      ', ',
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('')
        let last = 0
        for (const each of findPersonal(text)) {
          expect(text.slice(each.start, each.end)).toBe(each.found)
          expect(each.start).toBeGreaterThanOrEqual(last)
          last = each.end
        }
      }),
    )
    const spaced = fc.array(fc.constantFrom('amina@eksempel.dk', '311299-0000', '20 00 00 00'), { maxLength: 10 })
    fc.assert(fc.property(spaced, pieces => findPersonal(pieces.join(' eller ')).length === pieces.length))
  })

  it('stays quick on hostile texts', () => {
    const started = process.cpuUsage()
    for (const text of ['1 '.repeat(50_000), '2'.repeat(100_000), 'a.'.repeat(50_000), '+'.repeat(100_000), 'a@'.repeat(50_000)])
      findPersonal(text)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000)
  })
})

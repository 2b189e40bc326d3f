// Paper: tagged, in every script, never made of code, and never made in the process of the site.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { NotAnswered } from '../../src/platform/child/kept-child.ts'
import type { Lang } from '../../src/platform/i18n.ts'
import { type Block, closePress, leftToRight, type Paper, pdf, pressProcess } from '../../src/platform/paper/paper.ts'
import { TooLong } from '../../src/platform/paper/prepared.ts'
import { readPdf } from './read-pdf.ts'

afterAll(closePress)

const at = new Date('2026-11-24T09:00:00Z')
const paper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  lang: 'da',
  title: 'Opdigtet plakat',
  author: 'Opdigtet Kommune',
  at,
  blocks,
  ...more,
})
const text = (words: string): Block => ({ kind: 'text', text: words })
const bare = (words: string) => words.replaceAll(/\s/g, '')

const greeting: Record<Lang, string> = {
  da: 'Hej på dig',
  en: 'Hello there',
  ar: 'أهلا بكم',
  tr: 'Hoş geldiniz, ığüşöç',
  ur: 'خوش آمدید کونسل',
}

describe('what a paper is', () => {
  test.each(Object.entries(greeting) as [Lang, string][])(
    'B5: a letter in %s is tagged, says its language and title, and has its signs',
    {
      timeout: 60_000,
    },
    async (lang, words) => {
      const made = readPdf(
        await pdf(paper([text(words), { kind: 'qr', value: 'https://eksempel.dk/u', says: 'Opdigtet adresse' }], { lang })),
      )
      expect(made.raw.startsWith('%PDF-1.7')).toBe(true)
      expect(made.raw).toContain(`/Lang (${lang}`)
      expect(made.raw).toMatch(/\/MarkInfo <<\s*\/Marked true/)
      expect(made.raw).toContain('/DisplayDocTitle true')
      expect(made.raw).toMatch(/pdfuaid:part>1</)
      for (const tag of ['H1', 'P', 'Figure']) expect(made.tags).toContain(tag)
      expect(made.raw).toContain('/Alt (')
      expect(made.pages).toHaveLength(1)
      for (const sign of new Set(bare(words))) expect(made.pages[0], sign).toContain(sign)
      expect(made.pages[0]).not.toContain('\uFFFD')
      const script = {
        da: 'NotoSans-Regular',
        en: 'NotoSans-Regular',
        tr: 'NotoSans-Regular',
        ar: 'NotoSansArabic-Regular',
        ur: 'NotoNastaliqUrdu-Regular',
      }
      expect(made.fonts).toContain(script[lang])
    },
  )

  test('B2f: a telephone number stays from left to right in a line that runs the other way', { timeout: 60_000 }, async () => {
    const places = async (number: string) => {
      const { spans } = readPdf(await pdf(paper([text(`اتصل على ${number} اليوم`)], { lang: 'ar' })))
      return ['12', '34', '56', '78'].map(pair => spans.find(span => span.text.includes(pair))!.x)
    }
    const apart = await places('12 34 56 78')
    // Without it the pairs of digits change places: what the isolation is for.
    expect([...apart].sort((a, b) => b - a)).toEqual(apart)
    expect(new Set(apart).size).toBe(4)
    expect(new Set(await places(leftToRight('12 34 56 78'))).size).toBe(1)
  })

  test('a Danish sentence on an Arabic sheet keeps its own language and direction', { timeout: 60_000 }, async () => {
    const made = readPdf(
      await pdf(paper([{ kind: 'quote', text: { text: 'syv medlemmer (mindst)', lang: 'da' }, source: 'A29' }], { lang: 'ar' })),
    )
    expect(made.pages[0]).toContain('»syv medlemmer (mindst)«')
    expect(made.raw).toMatch(/\/Lang \(da\)/)
  })

  test('every kind of block stands on the sheet, and a long letter has its pages numbered', { timeout: 60_000 }, async () => {
    const blocks: Block[] = [
      { kind: 'recipient', lines: ['Opdigtet Navn', 'Prøvevej 1', '2600 Prøveby'] },
      { kind: 'heading', text: 'Et afsnit' },
      { kind: 'text', text: 'Første.\n\nAndet\nlinje', size: 'lead', strong: true },
      { kind: 'list', items: ['et punkt', 'to punkter'], ordered: true },
      { kind: 'facts', items: [{ term: 'Frist', detail: '1. december' }] },
      { kind: 'table', head: ['Plads', 'Navn'], rows: [['1', 'Opdigtet Ét']] },
      { kind: 'code', text: 'ABCD-EFGH', label: 'Din kode' },
      { kind: 'rule' },
      { kind: 'space', mm: 5 },
      { kind: 'page-break' },
      text('Side to'),
    ]
    const made = readPdf(await pdf(paper(blocks, { foot: 'Opdigtet Kommune, Prøvevej 2' })))
    const [first, second] = made.pages.map(bare)
    for (const words of [
      'OpdigtetNavn',
      'Etafsnit',
      'Første.',
      'Andetlinje',
      'topunkter',
      'Frist',
      '1.december',
      'OpdigtetÉt',
      'ABCD-EFGH',
      'Prøvevej2',
      '1/2',
    ])
      expect(first).toContain(words)
    expect(second).toContain('Sideto')
    for (const tag of ['H2', 'L', 'LI', 'Table', 'TH', 'TD']) expect(made.tags).toContain(tag)
  })

  test('slips are four on a sheet, each whole; a poster is larger; the same paper has the same bytes', { timeout: 60_000 }, async () => {
    const slips = readPdf(await pdf(paper([text('Ring til os')], { look: 'slips' })))
    expect(slips.pages).toHaveLength(1)
    expect(slips.pages[0]!.split('Ring til os')).toHaveLength(5)
    const size = async (look: 'letter' | 'poster', large = false) =>
      Math.max(...readPdf(await pdf(paper([text('x')], { look, large }))).sizes)
    expect(await size('poster')).toBeGreaterThan(await size('letter'))
    expect(await size('letter', true)).toBeGreaterThan(await size('letter'))
    expect(await pdf(paper([text('Ens')]))).toEqual(await pdf(paper([text('Ens')])))
    expect(await pdf(paper([text('Ens')]))).not.toEqual(await pdf(paper([text('Uens')])))
  })
})

describe('what people write is never read as typst', () => {
  const pieces = [
    '#read("/etc/passwd")',
    '#panic("x")',
    '#import "@preview/x:1.0.0"',
    '$ x^2 $',
    '*fed*',
    '_skrå_',
    '= Overskrift',
    '- punkt',
    '+ tal',
    '<mærke>',
    '@henvis',
    '```kode```',
    '// bort',
    '/* bort */',
    '\\',
    '"',
    "'",
    '#',
    '{{',
    '}]',
    '#]',
    ')',
    '--',
    '...',
    '~',
    'https://eksempel.dk/?a=1&b=2',
    '\\u{41}',
    '%',
    '`',
    'æøåÆØÅéß',
    'sys.inputs.sheet',
    '#while true {}',
  ]
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme-ascii', maxLength: 12 })), { minLength: 1, maxLength: 6 })
    .map(all => all.join(''))

  test('A36: hostile strings stand on the paper letter by letter, in every place text can stand', { timeout: 60_000 }, async () => {
    const many = fc.array(hostile, { minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(many, async all => {
        const words = (at: number) => `${'htqslfdabcer'[at]}${all[at]}`
        const said = Array.from('htqslfdabcer', (_, at) => words(at))
        const [h, t, q, s, l, f, d, a, b, c, e, r] = said as [
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
          string,
        ]
        const blocks: Block[] = [
          { kind: 'heading', text: h },
          text(t),
          { kind: 'quote', text: q, source: s },
          { kind: 'list', items: [l] },
          { kind: 'facts', items: [{ term: f, detail: d }] },
          { kind: 'table', head: [a], rows: [[b]] },
          { kind: 'code', text: c, label: e },
          { kind: 'recipient', lines: [r] },
          { kind: 'qr', value: 'https://eksempel.dk', says: h },
        ]
        const made = readPdf(await pdf(paper(blocks, { title: h, author: t, foot: l })))
        const whole = bare(made.pages.join(''))
        for (const one of said) expect(whole).toContain(bare(one))
      }),
      { numRuns: 25 },
    )
  })

  test('A36: any text at all gives a paper: controls, surrogates, every script', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.oneof(
            { arbitrary: fc.string({ unit: 'binary', maxLength: 1 }), weight: 3 },
            { arbitrary: fc.constantFrom('\u0000', '\u202e', '\ud800', '\u2028', '\r\n', '\t', '\u{e000}', 'ﷺ'), weight: 1 },
          ),
          maxLength: 40,
        }),
        fc.constantFrom<Lang>('da', 'ar', 'ur'),
        async (words, lang) => {
          expect(
            (await pdf(paper([text(words), { kind: 'quote', text: words }, { kind: 'list', items: [words] }], { lang, title: words })))
              .length,
          ).toBeGreaterThan(1_000)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a book is no paper', async () => {
    await expect(pdf(paper([text('x'.repeat(250_000))]))).rejects.toBeInstanceOf(TooLong)
  })
})

describe('the process that makes paper', () => {
  test('one that takes too long is ended, and the next paper comes', { timeout: 60_000 }, async () => {
    await pdf(paper([text('varm')]))
    const first = pressProcess()
    const long = paper(Array.from({ length: 1_500 }, (_, n) => ({ kind: 'heading' as const, text: `Linje ${n}` })))
    await expect(pdf(long, { seconds: -1.45 })).rejects.toBeInstanceOf(NotAnswered)
    expect(readPdf(await pdf(paper([text('igen')]))).pages[0]).toContain('igen')
    expect(pressProcess()).not.toBe(first)
  })

  test('more than it can do is refused at once, and what waits is answered', { timeout: 60_000 }, async () => {
    const asked = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => pdf(paper([text(`Ark ${n}`)]))))
    expect(asked.filter(one => one.status === 'fulfilled')).toHaveLength(40)
    expect(asked.filter(one => one.status === 'rejected').every(one => one.reason instanceof NotAnswered)).toBe(true)
  })

  test('typst and the fonts are loaded by that process alone', () => {
    const root = join(import.meta.dirname, '../../src')
    const loads = (source: string) => /from '@myriaddreamin|from '@expo-google-fonts|import\('@myriaddreamin/.test(source)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
    expect(files.filter(file => loads(readFileSync(join(root, file), 'utf8')))).toEqual(['platform/paper/paper-child.ts'])
    expect(files.filter(file => /from '.*paper-child/.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
    expect(loads("import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'")).toBe(true)
  })
})

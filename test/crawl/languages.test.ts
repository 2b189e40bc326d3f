// The recruiting pages in every language: nothing falls back to English or Danish but what is marked as a name or a quotation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ standing: 'demo' })
  await putThemesOut()
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
  '/temaer',
  '/temaer/tal',
  '/temaer/aabent',
  '/temaer/bart',
]
/** A theme that has gone out with everything a page of themes can show, one without anything, and the figures of a quarter. */
async function putThemesOut(): Promise<void> {
  const theme = { id: '00000000-0000-4000-8000-000000000001', at: house.municipalityId }
  const came = [
    { step: 'raised', on: '2026-11-02', council: 'udsatteraad', meetingOn: '2026-11-20', words: null },
    { step: 'raised', on: '2026-11-02', council: 'udsatteraad', meetingOn: null, words: null },
    { step: 'came', on: '2026-11-03', council: null, meetingOn: null, words: 'Værestedet har åbent til kl. 21.' },
    { step: 'closed', on: '2026-11-04', council: null, meetingOn: null, words: 'Det er sket.' },
  ]
  const put = (id: string, slug: string, life: string, all: boolean) =>
    house.sql(
      `insert into published_theme (municipality_id, theme_id, slug, title, question, words, councils, district, count_band, life, came, first_week, changed_week)
       values ($1, $2, $3, 'Åbent om aftenen?', 'Kan værestedet have åbent om aftenen?', 'Der mangler et sted.', $4, $5, $6, $7, $8, '2026-11-02', '2026-11-02')`,
      [theme.at, id, slug, all ? ['udsatteraad'] : [], null, all ? '5-9' : null, life, JSON.stringify(all ? came : [])],
    )
  await put(theme.id, 'aabent', 'closed', true)
  await put('00000000-0000-4000-8000-000000000002', 'bart', 'open', false)
  await house.sql(
    "insert into published_note (municipality_id, note_id, theme_id, learned, now_do, units, published_on) values ($1, gen_random_uuid(), $2, 'Vi spurgte for sent.', 'Vi spørger først.', '{}', '2026-11-05')",
    [theme.at, theme.id],
  )
  for (const [quarter, counts] of Object.entries({ '2024-2': ['20-49', '10-19', null, null], '2024-1': [null, null, null, null] }))
    for (const measure of ['help', 'in_time'])
      for (const [at, answer] of ['all', 'yes', 'partly', 'no'].entries())
        await house.sql("insert into published_figure values ($1, $2, $3, $4, $5, '2026-11-02')", [
          theme.at,
          quarter,
          measure,
          answer,
          counts[at],
        ])
}
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

  it('a band and a Danish title keep their own direction on a page read from the right', async () => {
    const { body } = await house.get('/ar/temaer/aabent')
    expect(body).toContain('\u20665–9\u2069')
    expect(body).toMatch(/<h1><span lang="da" dir="ltr">Åbent om aftenen\?<\/span><\/h1>/)
    expect((await house.get('/temaer/aabent')).body).toContain('<h1>Åbent om aftenen?</h1>')
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

// A municipality is data only: the invented Nordhavre beside Glostrup, with another council, other rules and other languages, from the same program.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPair, type Pair } from './pair.ts'

let pair: Pair
beforeAll(async () => {
  pair = await openPair()
})
afterAll(async () => await pair.house.close())

const text = (html: string) =>
  html
    .replace(/<(style|script|title|desc)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
const theirs = async (at: string) => {
  const { status, body } = await pair.other.door(null).get(at)
  expect(status, at).toBe(200)
  return body
}

it('A8 A12 A27 A33: its council has eighteen seats in three groups, its own source, deadline and pay, and says who founded it', async () => {
  const body = await theirs('/raad/brugerraadet')
  const words = text(body)
  expect(words).toContain('0 af 18 pladser er besat')
  expect(words).toMatch(/Brugere Plads 1–12: 12 ledige pladser Pårørende Plads 13–16: 4 ledige pladser Lokale foreninger Plads 17–18/)
  expect(words).toContain('Frist mandag den 30. november 2026')
  expect(words).toMatch(/Løn og udgifter 300 kroner for hvert møde\. Kilder: Vedtægt for Brugernes Råd \(opdigtet\)/)
  expect(words).toContain(
    'Besluttet af kommunalbestyrelsen · onsdag den 15. januar 2025 · Stemmer: 15 for og 2 imod (opdigtet) · Sag: OPDIGTET-7',
  )
  // Nobody from the municipal council sits there, and no adviser.
  expect(words).not.toMatch(/Tilforordnede|Kommunalbestyrelsen: plads/)
})

it('A8: its charter has no chair, two years, more than half, no right to be heard; each setting in words', async () => {
  const words = text(await theirs('/raad/brugerraadet/vedtaegt'))
  for (const setting of [
    'Periode 2 år (står i teksten)',
    'Formand Ingen (står i teksten)',
    'Beslutningsdygtigt med Mere end halvdelen (står i teksten)',
    'Skal høres Nej (står i teksten)',
    'Udtræder efter fravær 3 gange (står i teksten)',
    'Møder Åbne (står i teksten)',
  ])
    expect(words).toContain(setting)
  expect(words).not.toMatch(/>1\/2|undefined|\[object/)
  const own = text((await pair.own.door(null).get('/raad/udsatteraad/vedtaegt')).body)
  expect(own).toContain('Beslutningsdygtigt med Mindst halvdelen')
})

it('A8: it is named nowhere in the program', () => {
  const src = path.resolve(import.meta.dirname, '../../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    file => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^demo\//.test(file),
  )
  expect(files.length).toBeGreaterThan(500)
  const named = files.filter(file => /brugerraadet|nordhavre/i.test(readFileSync(path.join(src, file), 'utf8')))
  expect(named).toEqual([])
})

// The first week: what is missing is read from the data, and goes away by doing it, not by ticking it off.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { itemsOfKind } from '../../src/municipalities/index.ts'
import { registerSetUp } from '../../src/people/index.ts'
import { setUpSteps } from '../../src/people/set-up.ts'
import { openTestHouse, proevby, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let bo: Visitor
beforeEach(async () => {
  house = await openTestHouse({ municipalities: [proevby], standing: 'demonstration' })
  bo = await house.as('bo')
})
afterEach(() => house.close())

const missing = async () => (await house.look(setUpSteps)).filter(step => !step.done).map(step => step.key)

test('a new house lacks what it lacks, each with a link; done, it is gone from the list', async () => {
  expect(await missing()).toEqual([
    'secretary',
    'contact raad',
    'units',
    'authority',
    'smtp',
    'oidc',
    'auditor',
    'child welfare notification',
  ])
  const page = (await bo.get('/arbejdsrum/opsaetning')).body
  expect(page).toContain('8 ting mangler.')
  expect(page).toContain('Mangler: navn og telefon.')
  expect(page).toContain('href="/arbejdsrum/opsaetning/myndighed"')
  const amira = await house.as('amira')
  await amira.post(`/arbejdsrum/mennesker/${amira.personId}/oplysninger`, { name: 'Amira Holm', phone: '00 00 00 40', shown: 'ja' })
  await amira.post('/arbejdsrum/mennesker/kontakter/raad', { person: amira.personId!, deputy: '' })
  await amira.post('/arbejdsrum/mennesker/enheder/administrationen', { leader: amira.personId!, deputy: bo.personId! })
  expect(await missing()).toEqual(['authority', 'smtp', 'oidc', 'auditor', 'child welfare notification'])
  // What a secretary cannot do stands apart from what is theirs.
  const own = (await amira.get('/arbejdsrum/opsaetning')).body
  expect(own.indexOf('Det gør andre')).toBeGreaterThan(0)
  expect(own.indexOf('Det gør andre')).toBeLessThan(own.indexOf('Breve kan sendes'))
  // Nothing there leads to a page that is closed to the reader.
  expect(own).not.toContain('href="/arbejdsrum/opsaetning/myndighed"')
  expect(own.slice(own.indexOf('Det gør andre'))).not.toContain('Gør det nu')
  expect((await house.as('inge').then(inge => inge.get('/arbejdsrum/opsaetning'))).status).toBe(403)
})

test('the authority is confirmed by an operator alone, with who and when; the pages and the post change at once', async () => {
  expect((await house.get('/')).body).toContain('Demonstration')
  const amira = await house.as('amira')
  const words = { by: 'Kommunaldirektør Opdigtet Person', on: '2026-11-09', sure: 'ja' }
  expect((await amira.post('/arbejdsrum/opsaetning/myndighed', words)).status).toBe(403)
  expect((await bo.post('/arbejdsrum/opsaetning/myndighed', { ...words, sure: '' })).status).toBe(422)
  expect((await bo.post('/arbejdsrum/opsaetning/myndighed', { ...words, on: '2026-11-10' })).status).toBe(422)
  expect((await bo.post('/arbejdsrum/opsaetning/myndighed', { ...words, by: ' ' })).status).toBe(422)
  expect((await house.get('/')).body).toContain('Demonstration')
  expect((await bo.post('/arbejdsrum/opsaetning/myndighed', words)).status).toBe(303)
  expect((await house.get('/')).body).not.toContain('Demonstration')
  // What is in place is still found where it was done, by whoever may take it back.
  const way = /href="\/arbejdsrum\/opsaetning\/myndighed">Se eller ret/
  expect((await bo.get('/arbejdsrum/opsaetning')).body).toMatch(way)
  expect((await amira.get('/arbejdsrum/opsaetning')).body).not.toMatch(way)
  expect((await bo.get('/arbejdsrum/opsaetning/myndighed')).body).toContain('Bekræftet af Kommunaldirektør Opdigtet Person')
  expect((await bo.post('/arbejdsrum/opsaetning/myndighed/tilbage')).status).toBe(303)
  expect((await house.get('/')).body).toContain('Demonstration')
  const kinds = (await house.sql("select kind from journal where kind like 'authority.%' order by id")).map(row => row.kind)
  expect(kinds).toEqual(['authority.confirmed', 'authority.withdrawn'])
})

test('closing days are written one a line, in Danish or ISO dates; a wrong line is named', async () => {
  const wrong = await bo.post('/arbejdsrum/opsaetning/lukkedage', { days: '2026-12-24 Juleaften\n31/2-2027 Findes ikke' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('31/2-2027 Findes ikke')
  expect((await bo.post('/arbejdsrum/opsaetning/lukkedage', { days: '5/6-2027 Grundlovsdag\n\n2026-12-24 Juleaften' })).status).toBe(303)
  const [facts] = await house.look(tx => itemsOfKind(tx, 'municipality'))
  expect(facts!.closingDays!.map(one => one.on)).toEqual(['2026-12-24', '2027-06-05'])
  expect((await bo.get('/arbejdsrum/opsaetning/lukkedage')).body).toContain('2027-06-05 Grundlovsdag')
})

test('rooms downstream add their own steps', async () => {
  registerSetUp('test room', async () => [
    { key: 'members', done: false, title: 'Medlemmer er skrevet ind', text: 'Ingen endnu.', href: '/arbejdsrum/raad', by: 'secretary' },
  ])
  expect(await missing()).toContain('members')
})

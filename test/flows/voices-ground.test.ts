// What is said before anybody writes follows the clock, the absences and the municipality's own data; nothing is made up.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findings } from '../../src/commands/doctor.ts'
import { itemOf, writeItem } from '../../src/municipalities/index.ts'
import { beAbsent } from '../../src/people/index.ts'
import type { LocalDate } from '../../src/platform/clock.ts'
import type { TestHouse } from '../house.ts'
import { comeBack, openVoicesHouse, tell } from '../voices.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openVoicesHouse({ standing: 'demo' })
}, 60_000)
afterAll(async () => await house.close())
beforeEach(async () => {
  house.clock.set('2026-11-09T10:15:00+01:00')
})

const page = async (lang = '') => (await house.get(`${lang}/fortael`)).body
async function away(name: string, deputy: string): Promise<void> {
  const idOf = async (one: string) => String((await house.sql('select id from person where name = $1', [one]))[0]!.id)
  const operator = (await house.as('bo')).principal
  const from = '2026-11-09' as LocalDate
  await house.act(beAbsent, { personId: await idOf(name), from, to: '2026-11-20' as LocalDate, deputyId: await idOf(deputy) }, operator)
}

describe('A6: before anybody writes', () => {
  it('outside hours the page says so, and when somebody is there again; within them it does not', async () => {
    expect(await page()).not.toContain('Lige nu sidder der ingen og læser')
    house.clock.set('2026-11-09T22:30:00+01:00')
    const night = await page()
    expect(night).toMatch(/Lige nu sidder der ingen og læser\. Vi er her igen .*tirsdag.*kl\. 10/)
    expect(night.indexOf('Lige nu sidder')).toBeLessThan(night.indexOf('<textarea'))
    // Nor does the receipt of what is urgent promise more than that.
    expect((await tell(house, 'Opdigtet: det haster', { urgent: 'yes' })).body).toContain('Lige nu sidder der ingen og læser')
    expect((await tell(house, 'Opdigtet: det haster ikke')).body).not.toContain('Lige nu sidder der ingen og læser')
    expect(await page('/ar')).toContain('لا أحد يقرأ الآن')
    house.clock.set('2026-11-14T12:00:00+01:00')
    expect(await page()).toContain('Lige nu sidder der ingen og læser')
  })

  it('B1: while the human is away the deputy is named, before writing, on the receipt and to the one who comes back', async () => {
    expect(await page()).toMatch(/Amira Holm.{0,80} læser det/)
    const { code } = await tell(house, 'Før ferien')
    await away('Amira Holm', 'Peter Juhl')
    expect(await page()).toMatch(/Peter Juhl.{0,80} læser det/)
    const after = await tell(house, 'I ferien')
    expect(after.body).toMatch(/Peter Juhl.{0,80} læser det/)
    expect((await comeBack(house, after.code!)).body()).toMatch(/Peter.{0,80} har den/)
    expect((await comeBack(house, code!)).body()).toMatch(/Amira<\/bdi> er væk\. <bdi>Peter<\/bdi> svarer imens/)
  })
})

describe('B10a: what somebody agreed to', () => {
  it('holds through its last day and not one day longer; before that day cannot be chosen', async () => {
    const consent = { who: 'behalf', consent: 'yes', covers: 'everything', aboutWhom: 'min nabo' }
    expect((await tell(house, 'For sent', { ...consent, untilDay: '2026-11-08' })).body).toContain('Dagen er gået')
    const { code } = await tell(house, 'Min nabo har brug for hjælp', { ...consent, untilDay: '2026-11-12' })
    house.clock.set('2026-11-12T23:50:00+01:00')
    expect((await comeBack(house, code!)).body()).toContain('Min nabo har brug for hjælp')
    house.clock.set('2026-11-13T00:10:00+01:00')
    const { body, go } = await comeBack(house, code!)
    expect(body()).not.toContain('Min nabo har brug for hjælp')
    expect(body()).toContain('Den anden har ikke sagt ja til, at du ser mere')
    for (const step of ['everything', 'file', 'show']) expect((await go(step)).body).not.toContain('Min nabo har brug for hjælp')
  })
})

describe('A25: worried about a child', () => {
  it('leads to the municipality’s own address; missing, it is said to be missing, to citizen, operator and doctor, and none is invented', async () => {
    const voices = async () => Number((await house.sql('select count(*)::int as n from voice'))[0]!.n)
    const before = await voices()
    const bo = await house.as('bo')
    const about = () => house.look(findings).then(found => found.map(one => one.about))
    const section = (body: string) => /Er du bekymret for et barn\?.*?<\/section>/s.exec(body)![0]
    const none = section(await page())
    expect(none).toContain('står ikke her endnu')
    expect(none).not.toContain('href')
    expect(await about()).toContain('child welfare notification')
    expect((await bo.get('/arbejdsrum/opsaetning')).body).toContain('Siden viser, hvor man underretter om et barn')
    const slug = String((await house.sql("select slug from item where kind = 'municipality'"))[0]!.slug)
    await house.act(async (tx, who) => {
      const facts = (await itemOf(tx, 'municipality', slug))!
      await writeItem(tx, who, {
        kind: 'municipality',
        slug,
        content: { ...facts, childWelfareNotification: 'https://kommunen.example/underretning' },
      })
    }, undefined)
    const there = section(await page())
    expect(there).toContain('href="https://kommunen.example/underretning"')
    expect(there).not.toContain('<form')
    expect(there).not.toContain('står ikke her endnu')
    expect(await about()).not.toContain('child welfare notification')
    expect(await voices()).toBe(before)
  })
})

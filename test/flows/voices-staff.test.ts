// The staff's side: one named human, only what is one's own, a reason for the rest, answers that arrive, clocks that are kept.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeItem } from '../../src/municipalities/index.ts'
import { makeReceipt } from '../../src/platform/crypto/receipt.ts'
import { handOversOf, linesOf, voiceRow } from '../../src/voices/read-store.ts'
import { standsOf } from '../../src/voices/read-voice.ts'
import { owedNow } from '../../src/voices/voice.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { reach as reachBy } from '../reach.ts'
import { codeIn, comeBack, ledByLaila, onlyVoice, openVoicesHouse, searchFor, tell, visitIn } from '../voices.ts'

let house: TestHouse
let amira: Visitor
let inge: Visitor
let peter: Visitor
let laila: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
  peter = await house.as('peter')
  inge = await house.as('inge')
  laila = await house.as('laila')
  await ledByLaila(house, peter.personId)
  await house.sql('update person set unit_id = (select id from unit limit 1) where id = any ($1)', [[amira.personId, laila.personId]])
})
afterAll(async () => await house.close())
beforeEach(async () => {
  house.clock.set('2026-11-09T10:15:00+01:00')
  await house.sql('delete from voice')
  await house.sql("delete from due where about in (select id from thing where kind = 'voice')")
  await house.sql('delete from absence')
  await awake()
})

/** Nobody is signed out by the clock of a test. */
const awake = async () => await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
const clocks = ['voices.urgent', 'voices.pauses', 'voices.hand-overs', 'escalate', 'voices.periods'] as const
const moveTo = async (moment: string) => {
  house.clock.set(moment)
  for (const name of clocks) await house.house.jobs.now(name)
  await awake()
}
const at = async (what = '') => `/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}${what && `/${what}`}`
const owed = async () =>
  (await house.sql(
    'select kind, owner_id, due_on::text from due where about in (select id from voice) and settled_at is null order by kind',
  )) as {
    kind: string
    owner_id: string | null
    due_on: string
  }[]

describe('B1b: one human with a name', () => {
  it('A1: reads, answers, and the one who told reads the answer by code and writes back', async () => {
    const { code } = await tell(house, 'Kan I hjælpe?')
    expect((await owed()).map(due => [due.kind, due.owner_id])).toEqual([['voice.answer', amira.personId]])
    const page = await amira.get(await at())
    expect(page.body).toContain('Kan I hjælpe?')
    const sent = await amira.post(await at('svar'), { answer: 'Ja. Kom i morgen.' })
    expect(sent.status).toBe(303)
    const mine = await comeBack(house, code!)
    expect(mine.body()).toContain('Ja. Kom i morgen.')
    expect(mine.body()).toContain('Amira')
    expect((await owed()).map(due => due.kind)).toEqual(['voice.next'])
    await mine.go('write', { text: 'Tak. Hvornår?' })
    expect((await owed()).map(due => due.kind)).toEqual(['voice.answer'])
    // The original words are the same to the byte.
    expect((await amira.get(await at())).body).toContain('Kan I hjælpe?')
  })

  it('A1: a name and a part of town that were given stand before staff, and nowhere where they need not', async () => {
    await tell(house, 'Trappen er mørk', { reply: 'code', name: 'Opdigtet Zeynep Ærø', district: 'vestervang' })
    const { body } = await amira.get(await at())
    expect(body).toContain('Opdigtet Zeynep Ærø')
    expect(body).toMatch(/<dt>[^<]*<\/dt>\s*<dd>(<[^>]+>)*Vestervang/)
    expect((await amira.get('/arbejdsrum/henvendelser')).body).not.toContain('Zeynep')
  })

  it('A6 A7: »Did you get the right help, in time?« is asked after an answer and not before, need not be answered, and is kept as it was said', async () => {
    const { code } = await tell(house, 'Var det rigtigt?')
    const said = async () => (await house.sql('select right_help, in_time from voice'))[0]
    const early = await comeBack(house, code!)
    expect(early.body()).not.toContain('Fik du den rigtige hjælp?')
    await early.go('help', { help: 'yes', inTime: 'yes' })
    expect(await said()).toEqual({ right_help: null, in_time: null })
    await amira.post(await at('svar'), { answer: 'Ja, det var det.' })
    const mine = await comeBack(house, code!)
    expect(mine.body()).toContain('Fik du den rigtige hjælp?')
    expect(mine.body()).toContain('Du behøver ikke svare.')
    expect(mine.body()).not.toMatch(/<input(?=[^>]*name="(help|inTime)")(?=[^>]*(checked|required))/)
    // Everything else goes on without it.
    await mine.go('write', { text: 'Tak' })
    expect(await said()).toEqual({ right_help: null, in_time: null })
    await mine.go('help', { help: 'partly' })
    expect(await said()).toEqual({ right_help: 'partly', in_time: null })
    await mine.go('help', { help: 'partly', inTime: 'no' })
    expect(mine.body()).toContain('Tak. Det er gemt.')
    expect(await said()).toEqual({ right_help: 'partly', in_time: 'no' })
    const again = (await comeBack(house, code!)).body()
    for (const [name, value] of [
      ['help', 'partly'],
      ['inTime', 'no'],
    ])
      expect(again).toMatch(new RegExp(`<input(?=[^>]*name="${name}")(?=[^>]*value="${value}")(?=[^>]*checked)`))
  })

  it('the list says nothing of what is written, and a work list line neither', async () => {
    await tell(house, 'Kanariefugl')
    for (const path of ['/arbejdsrum/henvendelser', '/arbejdsrum']) {
      const { body } = await amira.get(path)
      expect(body).toContain('henvendelse')
      expect(body).not.toContain('Kanariefugl')
    }
  })

  it('a phrase comes into the field and is not sent by itself', async () => {
    await tell(house, 'Hej')
    const { status, body } = await amira.post(await at('svar'), { do: 'phrase', phrase: 'thanks', answer: '' })
    expect(status).toBe(200)
    expect(body).toContain('Jeg har læst det hele')
    expect(await house.sql("select from voice_line where kind = 'answer'")).toHaveLength(0)
  })

  it('by e-mail goes only that there is an answer, to the address given', async () => {
    await tell(house, 'Skriv til mig', { reply: 'email', email: 'nadia@example.org' })
    await amira.post(await at('svar'), { answer: 'Hemmeligt svar' })
    const letter = (await house.outbox()).find(one => one.to === 'nadia@example.org')!
    expect(letter.subject).toBe('Der er et svar til dig')
    expect(letter.text).not.toContain('Hemmeligt svar')
    expect(letter.signedBy).toBe('Amira Holm')
  })

  it('an answer by telephone is owed until it has been said', async () => {
    const { code } = await tell(house, 'Ring', { reply: 'phone', phone: '00 00 00 01' })
    await amira.post(await at('svar'), { answer: 'Ja, du kan få hjælp.' })
    expect((await comeBack(house, code!)).body()).toContain('Nu skal det frem til dig: vi ringer til dig.')
    expect((await owed()).map(due => due.kind)).toEqual(['voice.pass-on'])
    expect((await amira.post(await at('luk'))).status).toBe(422)
    await amira.post(await at('givet'))
    expect((await owed()).map(due => due.kind)).toEqual(['voice.next'])
    expect((await amira.post(await at('luk'))).status).toBe(303)
  })

  it('nothing ends without an answer, and the one who told opens it again', async () => {
    const { code } = await tell(house, 'Er der nogen?')
    const refused = await amira.post(await at('luk'))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('først afsluttes, når der er svaret')
    await amira.post(await at('svar'), { answer: 'Ja.' })
    expect((await amira.post(await at('luk'))).status).toBe(303)
    expect(await owed()).toEqual([])
    const mine = await comeBack(house, code!)
    await mine.go('reopen')
    expect((await owed()).map(due => due.kind)).toEqual(['voice.answer'])
  })

  it('a pause has a reason and a day; the one who told sees both, and it ends by itself', async () => {
    const { code } = await tell(house, 'Hej')
    expect((await amira.post(await at('pause'), { reason: 'looked_into', until: '2027-03-01' })).status).toBe(422)
    await amira.post(await at('pause'), { reason: 'looked_into', until: '2026-11-20' })
    expect((await comeBack(house, code!)).body()).toContain('vi er ved at undersøge det')
    expect((await owed()).map(due => [due.kind, due.due_on])).toEqual([['voice.pause', '2026-11-20']])
    await moveTo('2026-11-23T08:00:00+01:00')
    expect((await owed()).map(due => due.kind)).toEqual(['voice.answer'])
  })

  it('A5: a warm hand-over: who and by when stand on the teller’s page, and a day that passes is said to have passed', async () => {
    const { code } = await tell(house, 'Jeg mangler en bolig')
    await amira.post(await at('overdrag'), { receiver: inge.personId!, words: 'Inge fra boligteamet', by: '2026-11-12' })
    const mine = await comeBack(house, code!)
    expect(mine.body()).toContain('Inge fra boligteamet')
    expect(mine.body()).toContain('torsdag den 12. november')
    expect((await owed()).map(due => [due.kind, due.owner_id])).toEqual([
      ['voice.answer', inge.personId],
      ['voice.hand-over', inge.personId],
    ])
    expect((await inge.get(await at())).body).toContain('Jeg mangler en bolig')
    house.clock.set('2026-11-16T09:00:00+01:00')
    await awake()
    expect((await comeBack(house, code!)).body()).toContain('skulle have kontaktet dig')
    await inge.post(await at('holdt'))
    expect((await owed()).map(due => due.kind)).toEqual(['voice.answer'])
  })

  it('A5: to a service outside the house: the teller reads who and by which day, that it has passed, and nothing of the kind once the contact was taken', async () => {
    const { code } = await tell(house, 'Jeg mangler et job')
    await amira.post(await at('overdrag'), { receiver: '', words: 'Jobcenteret', by: '2026-11-12' })
    const page = async () => (await comeBack(house, code!)).body()
    expect(await page()).toMatch(/Jobcenteret[^.]*kontakter dig senest/)
    expect(await page()).toContain('torsdag den 12. november')
    house.clock.set('2026-11-16T09:00:00+01:00')
    await awake()
    expect(await page()).toContain('skulle have kontaktet dig')
    await amira.post(await at('holdt'))
    const after = await comeBack(house, code!)
    expect(after.body()).not.toContain('skulle have kontaktet dig')
    expect(after.body()).toContain('Jobcenteret')
    // And so does everything they can take along.
    expect(JSON.parse((await after.go('file')).body).handOvers).toMatchObject([{ promised: '2026-11-12', kept: '2026-11-16' }])
  })

  const owner = async () => (await onlyVoice(house)).owner_id
  const tomorrow = '2026-11-10'
  it('A5 T5: the one who told sees it first: until then the receiver reads that something is coming and not a word of it, and whoever has it owes it', async () => {
    const { code } = await tell(house, 'Kanariefugl på vej')
    const { id } = await onlyVoice(house)
    const before = await owed()
    const given = await amira.post(await at('overdrag'), { receiver: inge.personId!, by: '2026-11-12' })
    expect(given.location).toBe(await at())
    expect((await amira.get(await at())).body).toMatch(
      /Personen ser det først\. <bdi>Inge [^<]*<\/bdi> får den senest <b>tirsdag den 10\. november 2026</,
    )
    expect(await owner()).toBe(amira.personId)
    expect(await owed()).toEqual([...before, { kind: 'voice.hand-over', owner_id: amira.personId, due_on: '2026-11-12' }])
    // Each field of the page has an id of its own.
    const ids = [...(await amira.get(await at())).body.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one)
    expect(ids.filter((one, index) => ids.indexOf(one) !== index)).toEqual([])
    // Nothing is kept or given twice while it is on its way.
    for (const step of ['holdt', 'overdrag'])
      expect((await amira.post(await at(step), { receiver: peter.personId!, by: tomorrow })).status).toBe(422)
    const list = (await inge.get('/arbejdsrum/henvendelser')).body
    expect(list).toMatch(/På vej til dig<.*Fra <bdi>Amira Holm<\/bdi>, senest tirsdag den 10\. november/s)
    const [coming] = /<section[^>]*>(?:(?!<section).)*På vej til dig.*?<\/section>/s.exec(list)!
    expect(coming).not.toContain(String(id))
    expect((await inge.get('/arbejdsrum')).body).not.toContain(String(id))
    expect((await inge.get(await at())).body).not.toContain('Kanariefugl')
    // Looking at the door moves nothing, nor does whoever told for somebody with a code of their own.
    await house.get('/kvittering')
    expect(await owner()).toBe(amira.personId)
    await house.sql(
      "insert into voice_consent (municipality_id, voice_id, given, covers) select municipality_id, id, 'yes', 'everything' from voice",
    )
    await house.sql(
      "insert into voice_receipt (municipality_id, code_index, voice_id, holder) select municipality_id, 'x', id, 'person' from voice",
    )
    await comeBack(house, code!)
    expect(await owner()).toBe(amira.personId)
    await house.sql("delete from voice_receipt where holder = 'person'")
    const mine = (await comeBack(house, code!)).body()
    expect(mine).toMatch(/Inge<\/bdi>.{0,60}har den</)
    expect(mine).toContain('torsdag den 12. november')
    expect(await owner()).toBe(inge.personId)
    expect((await owed()).map(due => due.owner_id)).toEqual([inge.personId, inge.personId])
    expect((await inge.get(await at())).body).toContain('Kanariefugl på vej')
    expect((await inge.get('/arbejdsrum/henvendelser')).body).not.toContain('På vej til dig')
    const kinds = await house.sql("select kind from journal where about = $1 and kind in ('voice.hand-over-seen', 'voice.taken-over')", [
      id,
    ])
    expect(kinds.map(one => one.kind).sort()).toEqual(['voice.hand-over-seen', 'voice.taken-over'])
  })

  it('A5 A6: unseen it goes on at the end of the next working day and not before; a weekend is none', async () => {
    house.clock.set('2026-11-13T15:00:00+01:00')
    await awake()
    const { code } = await tell(house, 'Fredag eftermiddag')
    await amira.post(await at('overdrag'), { receiver: inge.personId!, by: '2026-11-20' })
    for (const moment of ['2026-11-14T17:00:00+01:00', '2026-11-16T15:30:00+01:00']) {
      await moveTo(moment)
      expect(await owner()).toBe(amira.personId)
    }
    await moveTo('2026-11-16T16:00:00+01:00')
    expect(await owner()).toBe(inge.personId)
    // What was opened afterwards changes nothing more.
    await comeBack(house, code!)
    expect(await owner()).toBe(inge.personId)
  })

  it.each([
    ['urgent', { urgent: 'yes', reply: 'code' }, '2026-11-12'],
    ['answered by telephone', { reply: 'phone', phone: '00 00 00 01' }, '2026-11-12'],
    ['with nobody to answer', { reply: 'none' }, '2026-11-12'],
    ['promised for today', { reply: 'code' }, '2026-11-09'],
  ] as const)('A5 A6: what is %s is theirs at once', async (_what, more, by) => {
    await tell(house, 'Med det samme', { ...more })
    expect((await amira.post(await at('overdrag'), { receiver: inge.personId!, by })).location).toBe('/arbejdsrum/henvendelser')
    expect(await owner()).toBe(inge.personId)
  })

  it('A5 A6: who has it is away: it is theirs at once; and it can be kept until it has gone, which the one who told reads', async () => {
    const { code } = await tell(house, 'Behold den')
    await amira.post(await at('overdrag'), { receiver: inge.personId!, by: '2026-11-12' })
    await amira.post(await at('tilbage'))
    expect((await owed()).map(due => [due.kind, due.owner_id])).toEqual([['voice.answer', amira.personId]])
    const mine = (await comeBack(house, code!)).body()
    expect(mine).toContain('Den gik alligevel ikke videre.')
    expect(mine).not.toContain('kontakter dig senest')
    expect(await owner()).toBe(amira.personId)
    expect((await amira.post(await at('tilbage'))).status).toBe(422)
    await house.sql("insert into absence values ($1, gen_random_uuid(), $2, '2026-11-09', '2026-11-20', $3)", [
      house.municipalityId,
      amira.personId,
      peter.personId,
    ])
    await peter.post(await at('overdrag'), { receiver: inge.personId!, by: '2026-11-12' })
    expect(await owner()).toBe(inge.personId)
  })

  it('A5: to another unit: its leader has it, whoever stands in when the leader is away, and the page says unit and name', async () => {
    const { code } = await tell(house, 'Til en anden enhed')
    const { body } = await amira.get(await at())
    expect(body).toContain('value="unit:administrationen">Administrationen (Laila Benali)')
    expect(body.split('id="f-to"')).toHaveLength(2)
    await amira.post(await at('overdrag'), { receiver: 'unit:administrationen', by: '2026-11-12' })
    expect((await comeBack(house, code!)).body()).toContain('Laila Benali (Administrationen)')
    expect(await owner()).toBe(laila.personId)
    await house.sql("insert into absence values ($1, gen_random_uuid(), $2, '2026-11-09', '2026-11-20', null)", [
      house.municipalityId,
      laila.personId,
    ])
    await house.sql('delete from voice')
    await tell(house, 'Lederen er væk')
    await amira.post(await at('overdrag'), { receiver: 'unit:administrationen', by: '2026-11-09' })
    expect(await owner()).toBe(peter.personId)
    await house.sql('delete from voice')
    // Closed to whoever leads it, and to whoever stands in: the unit cannot be chosen.
    await tell(house, 'Jeg arbejder der', { who: 'staff', unit: 'administrationen', reply: 'code' })
    expect((await amira.get(await at())).body).not.toContain('value="unit:')
    const refused = await amira.post(await at('overdrag'), { receiver: 'unit:administrationen', by: '2026-11-12', words: 'skrevet' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Ingen i den enhed kan få den nu')
    expect(refused.body).toContain('skrevet')
  })

  it('A5 T5: disqualified while it is on its way: from whoever has it, it arrives at once; to whoever was to have it, it never does', async () => {
    const { code } = await tell(house, 'Begge veje')
    await amira.post(await at('overdrag'), { receiver: inge.personId!, by: '2026-11-12' })
    await amira.post(await at('inhabil'), { why: 'related' })
    expect(await owner()).toBe(inge.personId)
    expect((await comeBack(house, code!)).body()).toContain('kontakter dig senest')
    await house.sql('delete from voice')
    await tell(house, 'Den anden vej')
    await amira.post(await at('overdrag'), { receiver: laila.personId!, by: '2026-11-12' })
    // She reads it as one of the team.
    await laila.post(await at('inhabil'), { why: 'other' })
    expect((await owed()).map(due => [due.kind, due.owner_id])).toEqual([['voice.answer', amira.personId]])
    expect((await laila.get('/arbejdsrum/henvendelser')).body).not.toContain('På vej til dig')
    await moveTo('2026-11-11T08:00:00+01:00')
    expect(await owner()).toBe(amira.personId)
  })

  it('A5: it is handed to nobody who may not read it', async () => {
    await tell(house, 'Til en, der kan hjælpe')
    const bo = await house.as('bo')
    expect((await amira.post(await at('overdrag'), { receiver: bo.personId!, by: '2026-11-20' })).status).toBe(422)
    expect((await onlyVoice(house)).owner_id).toBe(amira.personId)
  })

  it('B2d A1: another language keeps the original beside a translation by a named human; the words are the same to the byte after everything', async () => {
    // A joiner, two blanks, an empty line and signs: nothing of it is put right.
    const words = 'أحتاج مساعدة\ncafé می\u200cخواهم  to\n\n– »«'
    const { code } = await tell(house, words, { language: 'ar' })
    const asKept = async () => {
      const mine = await comeBack(house, code!)
      const { body } = await house.post('/fortael/samtale', { visit: visitIn((await mine.go('everything')).body), go: 'file' })
      return (JSON.parse(body) as { lines: { number: number; text: string }[] }).lines.find(line => line.number === 1)!.text
    }
    const first = Buffer.from(await asKept()).toString('hex')
    expect(first).toBe(Buffer.from(words).toString('hex'))
    await amira.post(await at('oversaet'), { of: '1', to: 'da', translation: 'Jeg har brug for hjælp' })
    for (const { body } of [await amira.get(await at()), { body: (await comeBack(house, code!)).body() }]) {
      expect(body).toContain('أحتاج مساعدة')
      expect(body).toContain('Jeg har brug for hjælp')
      expect(body).toMatch(/Oversat af (<[^>]+>)*Amira/)
    }
    await amira.post(await at('svar'), { answer: 'Vi hjælper' })
    await (await comeBack(house, code!)).go('write', { text: 'Tak' })
    await amira.post(await at('svar'), { answer: 'Velkommen' })
    await amira.post(await at('luk'))
    await (await comeBack(house, code!)).go('reopen', { text: 'Mere' })
    await amira.post(await at('pause'), { reason: 'looked_into', until: '2026-12-05' })
    expect(Buffer.from(await asKept()).toString('hex')).toBe(first)
  })
})

describe('B1: suggested next steps', () => {
  const links = (body: string) => {
    const list = /Forslag til det næste<\/h2>.*?<ul[^>]*>(.*?)<\/ul>/s.exec(body)?.[1] ?? ''
    const found = [...list.matchAll(/<a href="#([\w-]+)">(.*?)<\/a>: (.*?)<\/li>/g)].map(([, place, what, why]) => ({
      place: place!,
      what,
      why,
    }))
    // Each leads to a place that is on the page, once.
    for (const { place } of found) expect(body.split(`id="${place}"`), place).toHaveLength(2)
    return found
  }
  const shown = async (visitor = amira) => links((await visitor.get(await at())).body).map(({ what, why }) => `${what}: ${why}`)

  it('at most three, each with why and the way there; they follow what happens, and none is done by itself', async () => {
    await tell(house, 'Yardım istiyorum', { reply: 'phone', phone: '00 00 00 00', share: 'yes', language: 'tr' })
    const before = await house.sql('select count(*)::int as lines from voice_line')
    expect(await shown()).toEqual([
      'Svar senest mandag den 16. november 2026: det har vi lovet',
      'Oversæt det, personen skrev: det er skrevet på Türkçe',
    ])
    await moveTo('2026-11-17T09:00:00+01:00')
    expect((await shown())[0]).toBe('Svar i dag: det skulle være sket mandag den 16. november 2026')
    expect(await house.sql('select count(*)::int as lines from voice_line')).toEqual(before)
    await amira.post(await at('svar'), { answer: 'Ja' })
    expect((await shown()).map(one => one.split(':')[0])).toEqual([
      'Oversæt svaret',
      'Giv svaret videre senest onsdag den 18. november 2026',
      'Oversæt det, personen skrev',
    ])
    for (const of of ['1', '2']) await amira.post(await at('oversaet'), { of, to: of === '1' ? 'da' : 'tr', translation: 'Opdigtet' })
    await amira.post(await at('givet'))
    expect((await shown()).map(one => one.split(':')[0])).toEqual([
      'Afslut, hvis der ikke er mere',
      'Spørg, om hjælpen var den rette, og skriv svaret i en note',
      'Spørg, om nogen fra netværket skal være med',
    ])
    await amira.post(await at('note'), { note: 'Ja, den var' })
    await amira.post(await at('netvaerk'), { noNetwork: 'teller_no' })
    expect((await shown()).map(one => one.split(':')[0])).toEqual([
      'Afslut, hvis der ikke er mere',
      'Skriv en tekst til rådene uden personer',
    ])
    await amira.post(await at('overdrag'), { receiver: '', words: 'Jobcenteret', by: '2026-11-25' })
    expect((await shown())[0]).toBe('Hør senest onsdag den 25. november 2026, om kontakten er taget: den dag har vi lovet')
  })

  it('only for those who may work in it: a colleague who gives a reason gets none', async () => {
    await tell(house, 'Kun for Amira')
    expect(await shown()).toHaveLength(1)
    const read = await peter.post(await at('grund'), { reason: 'Afløser i dag' })
    expect(read.body).toContain('Kun for Amira')
    expect(links(read.body)).toEqual([])
    expect(read.body).not.toContain('Forslag til det næste')
  })

  it('B10a: a consent that runs out, nobody standing in, and hurry are said', async () => {
    await tell(house, 'Min nabo', { who: 'behalf', consent: 'yes', covers: 'everything', untilDay: '2026-11-20', urgent: 'yes' })
    expect(await shown()).toEqual(['Svar i dag: det haster', 'Giv personen en kode: samtykket gælder til fredag den 20. november 2026'])
    const body = (await amira.get(await at())).body
    const code = await amira.post(await at('kode'), { sure: 'on' })
    expect(codeIn(code.body)).not.toBeNull()
    expect(body).toContain('id="trin-kode"')
    expect(await shown()).toEqual(['Svar i dag: det haster'])
    await house.sql(
      `insert into absence (municipality_id, id, person_id, from_date, to_date, deputy_id) values ($1, gen_random_uuid(), $2, '2026-11-01', '2026-11-30', null)`,
      [house.municipalityId, amira.personId],
    )
    const [{ unit_id }] = (await house.sql('select unit_id from person where id = $1', [amira.personId])) as [{ unit_id: string }]
    await house.sql('update person set unit_id = null where id = $1', [amira.personId])
    const alone = await shown()
    await house.sql('update person set unit_id = $2 where id = $1', [amira.personId, unit_id])
    expect(alone).toEqual(['Svar i dag: det haster', 'Giv den videre til en kollega: den, der har den, er væk, og ingen svarer imens'])
  })
})

describe('T4: who may read', () => {
  it('one’s own and one’s team’s at once; a colleague’s only after a reason, which the one who told can read', async () => {
    const { code } = await tell(house, 'Fortroligt')
    expect((await laila.get(await at())).body).toContain('Fortroligt')
    const door = await inge.get(await at())
    expect(door.body).not.toContain('Fortroligt')
    expect(door.body).toContain('Hvorfor vil du læse den?')
    expect((await inge.post(await at('grund'), { reason: 'x' })).status).toBe(422)
    const read = await inge.post(await at('grund'), { reason: 'Jeg afløser Amira i dag' })
    expect(read.body).toContain('Fortroligt')
    expect(read.body).not.toContain('Dit svar')
    const page = (await comeBack(house, code!)).body()
    expect(page).toContain('Jeg afløser Amira i dag')
    expect(page).not.toContain('Inge Ærø')
    expect((await inge.post(await at('svar'), { answer: 'Nej' })).status).toBe(404)
  })

  it('nobody without such a role, and nobody by a link by mail alone', async () => {
    await tell(house, 'Kun for dem')
    for (const role of ['operator', 'councillor', 'councilMember', 'auditor', 'policyOwner', 'administration'] as const)
      expect((await (await house.as(role)).get(await at())).status, role).toBe(404)
    await house.sql("update session set strength = 'link' where person_id = $1", [amira.personId])
    expect((await amira.get(await at())).status).toBe(404)
    expect((await amira.get('/arbejdsrum/henvendelser')).body).toContain('Et link i en mail er ikke nok')
    await house.sql("update session set strength = 'oidc' where person_id = $1", [amira.personId])
  })

  it('every reading stands in the log and on the page of the one who told, by role and unit', async () => {
    const { code } = await tell(house, 'Hvem læser?')
    expect((await comeBack(house, code!)).body()).toContain('Ingen har åbnet den endnu')
    await amira.get(await at())
    const page = (await comeBack(house, code!)).body()
    expect(page).toContain('rådssekretær')
    expect(page).toContain('Administrationen')
    // With the day and the hour, as it was.
    expect(page).toMatch(/rådssekretær[^<]*, mandag den 9\. november 2026 kl\. 10\.15/)
    // Opened again by each step within the minute it is one line, and it is said in the language of the page.
    await amira.get(await at())
    await amira.get(await at())
    expect((await comeBack(house, code!)).body().match(/rådssekretær/g)).toHaveLength(1)
    expect(
      (await house.sql("select from access_log where action = 'voice.read' and about = $1", [(await onlyVoice(house)).id])).length,
    ).toBe(3)
    const arabic = (await house.post('/ar/kvittering', { code: code! })).body
    expect(arabic).toContain('أمين المجالس')
    expect(arabic).not.toContain('council secretary')
  })

  it('B6: somebody who works here: never their own leader, nor who stands in for the leader, not by list, address, reason or clock', async () => {
    const { id } = await (async () => {
      await tell(house, 'Min leder', { who: 'staff', unit: 'administrationen' })
      return await onlyVoice(house)
    })()
    const nothingFor = async (visitor: Visitor) => {
      expect((await visitor.get(await at())).status).toBe(404)
      expect((await visitor.post(await at('grund'), { reason: 'Jeg er jo lederen her' })).status).toBe(404)
      for (const path of ['/arbejdsrum/henvendelser', '/arbejdsrum']) expect((await visitor.get(path)).body).not.toContain(String(id))
    }
    await nothingFor(laila)
    await nothingFor(peter)
    expect((await inge.get(await at())).body).toContain('Hvorfor vil du læse den?')
    // That a colleague told is for whoever has it.
    const others = (await inge.get('/arbejdsrum/henvendelser')).body
    expect(others).toContain(String(id))
    expect(others).not.toContain('Fra en, der arbejder her')
    expect((await amira.get('/arbejdsrum/henvendelser')).body).toContain('Fra en, der arbejder her')
    await house.sql(
      `insert into absence (municipality_id, id, person_id, from_date, to_date, deputy_id) values ($1, gen_random_uuid(), $2, '2026-11-01', '2026-11-30', $3)`,
      [house.municipalityId, laila.personId, inge.personId],
    )
    await nothingFor(inge)
    expect((await amira.get(await at())).body).toContain('Min leder')
    // The same questions find it for a deputy of nobody.
    await house.sql('update unit set deputy_id = null')
    expect((await peter.get(await at())).status).toBe(200)
    await house.sql('update unit set deputy_id = $1', [peter.personId])
  })

  it('B6: who does not say where they work is read by no leader; where only leaders read, somebody still does', async () => {
    await tell(house, 'Jeg siger ikke hvor', { who: 'staff' })
    expect((await laila.get(await at())).status).toBe(404)
    expect((await laila.get('/arbejdsrum/henvendelser')).body).not.toContain(await at())
    expect((await amira.get(await at())).body).toContain('Jeg siger ikke hvor')
    expect((await house.get('/fortael')).status).toBe(200)
    await house.sql('delete from voice')
    // The same for somebody who tells as a citizen closes nobody out.
    await tell(house, 'Jeg er borger', { who: 'own' })
    expect((await onlyVoice(house)).closed_to).toEqual([])
  })

  it('B6: what is urgent and closed to the whole line goes to another human who may read it, never to nobody', async () => {
    await house.sql('delete from letter')
    await tell(house, 'Det haster, og det er min leder', { who: 'staff', unit: 'administrationen', urgent: 'yes' })
    await moveTo('2026-11-09T10:46:00+01:00')
    await moveTo('2026-11-09T11:16:00+01:00')
    const told = (await house.outbox()).filter(letter => letter.subject === 'Noget haster').map(letter => letter.to)
    expect(told).toHaveLength(3)
    expect(told).not.toContain('laila@example.org')
    expect(told).not.toContain('peter.juhl@example.org')
    expect(told).toContain('inge@example.org')
    expect((await inge.get(await at())).body).toContain('Det haster, og det er min leder')
  })
})

describe('T5: whoever may not read it', () => {
  it('finds no word of it on any page they can reach, nor its address', { timeout: 120_000 }, async () => {
    await tell(house, 'Kanariefugl i buret', {
      who: 'staff',
      unit: 'administrationen',
      reply: 'phone',
      phone: '00 00 00 99',
      place: 'Kanariegården',
    })
    await amira.post(await at('note'), { note: 'Kanarienote' })
    const { id } = await onlyVoice(house)
    const crawl = {
      starts: ['/arbejdsrum', '/arbejdsrum/henvendelser', '/arbejdsrum/henvendelser?vis=afsluttede', '/'],
      follow: /href="(\/arbejdsrum[^"#]*)"/g,
      passBy: /\./,
      holds: (body: string) => /Kanarie|00 00 00 99/.test(body) || body.includes(String(id)),
    }
    const reach = async (visitor: Visitor) => await reachBy(visitor, crawl)
    for (const visitor of [laila, peter, await house.as('carl'), await house.as('mohamed'), await house.as('bo'), await house.as('rut')]) {
      const { holding, pages } = await reach(visitor)
      expect(holding).toEqual([])
      expect(pages).toBeGreaterThan(3)
    }
    // The same crawl finds it for who may read it.
    expect((await reach(amira)).holding.length).toBeGreaterThan(0)
    // And one that is not done proves nothing, and says so.
    await expect(reachBy(laila, crawl, 5)).rejects.toThrow('5 pages and is not done')
    // From the moment she says that she is too near to it, it is not there for her: on no page, by no word that is looked for, at no address.
    expect((await amira.post(await at('inhabil'), { why: 'related' })).location).toBe('/arbejdsrum/henvendelser')
    const recused = await reach(amira)
    expect(recused.holding).toEqual([])
    expect(recused.pages).toBeGreaterThan(10)
    const found = await searchFor(amira, 'Kanarie')
    expect(found.body).toContain('Fundet: 0')
    expect(found.body).not.toContain(String(id))
    expect((await searchFor(inge, 'Kanarie')).body).toContain(String(id))
    const { owner_id, closed_to } = await onlyVoice(house)
    expect([owner_id, closed_to]).toEqual([inge.personId, [amira.personId]])
    expect((await reach(inge)).holding.length).toBeGreaterThan(0)
  })
})

describe('A6: urgent today', () => {
  const urgent = async () => await tell(house, 'Jeg har ingen steder at sove', { urgent: 'yes' })
  const told = async () => (await house.outbox()).filter(letter => letter.subject === 'Noget haster').map(letter => letter.to)

  it('a human is told at once, the deputy when it is not opened in time, then the leader; opening stops the clock and forgets the minute', async () => {
    await house.sql('delete from letter')
    await urgent()
    expect(await told()).toEqual(['amira.holm@example.org'])
    expect((await onlyVoice(house)).arrived_at).not.toBeNull()
    await moveTo('2026-11-09T10:40:00+01:00')
    expect(await told()).toHaveLength(1)
    await moveTo('2026-11-09T10:46:00+01:00')
    expect(await told()).toEqual(['amira.holm@example.org', 'peter.juhl@example.org'])
    await moveTo('2026-11-09T11:16:00+01:00')
    expect(await told()).toEqual(['amira.holm@example.org', 'peter.juhl@example.org', 'laila@example.org'])
    expect((await onlyVoice(house)).arrived_at).toBeNull()
    for (const one of [peter, laila]) expect((await one.get(await at())).status).toBe(200)
    // The letters are about those they go to, never about the voice.
    expect((await house.outbox()).filter(letter => letter.subject === 'Noget haster' && letter.text?.includes('sove'))).toEqual([])
  })

  it('opened in time goes no further', async () => {
    await house.sql('delete from letter')
    await urgent()
    await amira.get(await at())
    await moveTo('2026-11-09T10:16:00+01:00')
    expect(await onlyVoice(house)).toMatchObject({ arrived_at: null })
    await moveTo('2026-11-09T12:00:00+01:00')
    expect(await told()).toHaveLength(1)
    expect((await owed()).map(due => due.kind)).toEqual(['voice.answer'])
  })

  it('an overdue answer goes to the deputy, then the leader, and the teller is told that it is late', async () => {
    const { code } = await tell(house, 'Glem mig ikke')
    await moveTo('2026-11-17T08:00:00+01:00')
    const [due] = await house.sql("select deputy_id, leader_id from due where kind = 'voice.answer' and settled_at is null")
    expect(due!.deputy_id).toBe(peter.personId)
    expect((await peter.get(await at())).body).toContain('Glem mig ikke')
    const late = (await comeBack(house, code!)).body()
    expect(late).toContain('Det er vores fejl')
    // Nobody is said to have heard of it before they have.
    expect(late).toContain('En kollega har fået besked.')
    expect(late).not.toContain('Lederen har fået besked.')
    await moveTo('2026-11-20T08:00:00+01:00')
    expect((await house.sql("select leader_id from due where kind = 'voice.answer' and settled_at is null"))[0]!.leader_id).toBe(
      laila.personId,
    )
    expect((await comeBack(house, code!)).body()).toContain('Lederen har fået besked.')
  })
})

describe('A3: on behalf of somebody', () => {
  it('typed by whoever listened, only after it was read back, with a slip', async () => {
    const tuva = await house.as('tuva')
    const entry = { channel: 'outreach', words: 'Jeg fryser om natten', reply: 'code', who: 'own' }
    const unread = await tuva.post('/arbejdsrum/henvendelser/ny', entry)
    expect(unread.status).toBe(422)
    expect(unread.body).toContain('Læs det op først')
    expect(unread.body).toContain('Jeg fryser om natten')
    const done = await tuva.post('/arbejdsrum/henvendelser/ny', { ...entry, readBack: 'on' })
    expect(await onlyVoice(house)).toMatchObject({ channel: 'outreach', entered_by: tuva.personId })
    expect((await comeBack(house, codeIn(done.body)!)).body()).toContain('Jeg fryser om natten')
  })

  it.each(['counter', 'phone'] as const)(
    'A3: said by %s, typed and read aloud: a slip is handed over, and that the person found it right is recorded and stands before staff',
    async channel => {
      const tuva = await house.as('tuva')
      const entry = { channel, words: 'Sagt højt og skrevet ned', reply: 'code', who: 'own' }
      expect((await tuva.post('/arbejdsrum/henvendelser/ny', entry)).status).toBe(422)
      expect(await house.sql('select from voice')).toEqual([])
      const done = await tuva.post('/arbejdsrum/henvendelser/ny', { ...entry, readBack: 'on' })
      expect((await comeBack(house, codeIn(done.body)!)).body()).toContain('Sagt højt og skrevet ned')
      const { id, ...row } = await onlyVoice(house)
      expect(row).toMatchObject({ channel, entered_by: tuva.personId })
      const received = await house.sql("select actor, facts from journal where kind = 'voice.received' and about = $1", [id])
      expect(received).toEqual([{ actor: `staff:${tuva.personId}`, facts: { channel, urgent: false, readBack: true } }])
      expect((await amira.get(await at())).body).toMatch(/Læst op<.{0,80}Ja\. Personen sagde, at det var rigtigt\./s)
    },
  )

  it('A3: what came in writing need not be read aloud; nobody has to say they did what they could not', async () => {
    const tuva = await house.as('tuva')
    const entry = { channel: 'letter', words: 'Som det står i brevet', reply: 'none', who: 'own' }
    expect((await tuva.post('/arbejdsrum/henvendelser/ny', entry)).status).toBe(200)
    expect(await onlyVoice(house)).toMatchObject({ channel: 'letter', entered_by: tuva.personId })
    // Nor does it stand anywhere that it was.
    const received = await house.sql("select facts from journal where kind = 'voice.received' and about = $1", [
      (await onlyVoice(house)).id,
    ])
    expect(received).toEqual([{ facts: { channel: 'letter', urgent: false, readBack: false } }])
    expect((await amira.get(await at())).body).not.toContain('Læst op')
    expect((await tuva.post('/arbejdsrum/henvendelser/ny', { ...entry, channel: 'phone' })).status).toBe(422)
  })

  it('B10a: the one who told sees what the other agreed to, and nothing from the moment it is withdrawn', async () => {
    const { code } = await tell(house, 'Min mor har brug for hjælp', { who: 'behalf', consent: 'yes', covers: 'answers' })
    await amira.post(await at('svar'), { answer: 'Vi ringer til hende.' })
    const helper = await comeBack(house, code!)
    expect(helper.body()).toContain('Vi ringer til hende.')
    expect(helper.body()).not.toContain('Slet det hele')
    const given = await amira.post(await at('kode'), { sure: 'on' })
    const own = await comeBack(house, codeIn(given.body)!)
    await own.go('write', { text: 'Jeg vil selv tale med jer.' })
    expect((await helper.go('show')).body).not.toContain('Jeg vil selv tale')
    const again = await comeBack(house, code!)
    await own.go('consent')
    // The page the helper has open, and the code, both open nothing.
    expect((await again.go('show')).body).not.toContain('Vi ringer til hende.')
    expect((await house.post('/kvittering', { code: code! })).body).toContain('Koden passer ikke')
    expect(own.body()).toContain('Vi ringer til hende.')
  })

  it.each([
    ['letter', { address: 'Opdigtet Hansen\nPrøvevej 1' }],
    ['phone', { phone: '00 00 00 07' }],
    ['email', { email: 'nabo@example.org' }],
  ] as const)('B10a: what the other has not agreed to reaches whoever told by no %s either', async (reply, how) => {
    await house.sql('delete from letter')
    const behalf = { who: 'behalf', reply, ...how } as Record<string, string>
    await tell(house, 'Om en anden', { ...behalf, consent: 'not_asked' })
    await amira.post(await at('svar'), { answer: 'Svar om en anden' })
    expect(await house.sql('select from letter')).toHaveLength(0)
    expect((await owed()).map(due => due.kind)).toEqual(['voice.next'])
    expect((await amira.get(await at())).body).toContain('Ikke til den, der fortalte')
    await house.sql('delete from voice')
    // With their yes it goes the way that was asked for, until they take it back.
    await tell(house, 'Om en anden', { ...behalf, consent: 'yes', covers: 'answers' })
    await amira.post(await at('svar'), { answer: 'Svar om en anden' })
    expect(await house.sql('select from letter')).toHaveLength(reply === 'email' ? 1 : 0)
    expect((await owed()).map(due => due.kind)).toEqual([reply === 'email' ? 'voice.next' : 'voice.pass-on'])
    const given = await amira.post(await at('kode'), { sure: 'on' })
    const own = await comeBack(house, codeIn(given.body)!)
    // How to reach whoever told is theirs, and not the other's to read.
    await own.go('everything')
    for (const secret of Object.values(how)) expect(own.body()).not.toContain(secret.split('\n')[0])
    await own.go('consent')
    expect(await house.sql('select from letter')).toHaveLength(0)
    expect((await owed()).map(due => due.kind)).toEqual(['voice.next'])
    await amira.post(await at('svar'), { answer: 'Mere' })
    expect(await house.sql('select from letter')).toHaveLength(0)
    expect(own.body()).not.toContain('Nu skal det frem til dig')
  })

  it('B10a: not asked means the one who told sees nothing more', async () => {
    const { code } = await tell(house, 'En nabo', { who: 'behalf', consent: 'not_asked', covers: 'everything' })
    await amira.post(await at('svar'), { answer: 'Svar til naboen' })
    expect((await comeBack(house, code!)).body()).not.toContain('Svar til naboen')
  })

  it.each([
    ['code', {}],
    ['email', { email: 'nabo@example.org' }],
    ['phone', { phone: '00 00 00 07' }],
    ['letter', { address: 'Prøvevej 1' }],
    ['through', { through: 'Opdigtet sygeplejerske' }],
  ] as const)(
    'B10a: who cannot be asked: an answer by %s reaches nobody until they have a code of their own, and staff are told',
    async (reply, how) => {
      await house.sql('delete from letter')
      // What was ticked before it was said that they cannot be asked counts for nothing.
      const { code } = await tell(house, 'Min far kan ikke svare selv', {
        who: 'behalf',
        consent: 'cannot',
        covers: 'everything',
        reply,
        ...how,
      })
      expect((await amira.get(await at())).body).toContain('Den anden kan ikke spørges')
      await amira.post(await at('svar'), { answer: 'Vi kommer og ser til ham.' })
      expect(await house.sql('select from letter')).toEqual([])
      expect((await owed()).map(due => due.kind)).toEqual(['voice.next'])
      const teller = await comeBack(house, code!)
      for (const step of ['show', 'everything', 'file']) expect((await teller.go(step)).body).not.toContain('ser til ham')
      expect((await comeBack(house, code!)).body()).toContain('Dine egne ord er kommet frem')
      const given = await amira.post(await at('kode'), { sure: 'on' })
      const own = await comeBack(house, codeIn(given.body)!)
      expect(own.body()).toContain('Vi kommer og ser til ham.')
      await own.go('write', { text: 'Jeg vil selv svare.' })
      expect((await amira.get(await at())).body).toContain('Jeg vil selv svare.')
      expect((await comeBack(house, code!)).body()).not.toContain('Jeg vil selv svare.')
    },
  )

  it('what must be told about a child is noted with time and route, and no content', async () => {
    await tell(house, 'Et barn')
    await amira.post(await at('underrettet'), { route: 'phone' })
    const [row] = await house.sql('select * from voice_notified')
    expect(row).toMatchObject({ by_person: amira.personId, route: 'phone' })
    expect(Object.keys(row!)).toHaveLength(6)
  })
})

describe('B2: how long it is kept', () => {
  it('announced on the page and the work list, then erased with key and code; a word from the teller stops it', async () => {
    const { code } = await tell(house, 'Længe siden')
    await amira.post(await at('svar'), { answer: 'Ja' })
    await amira.post(await at('luk'))
    await moveTo('2028-10-15T08:00:00+02:00')
    expect((await owed()).map(due => due.kind)).toEqual(['voice.expire'])
    const mine = await comeBack(house, code!)
    expect(mine.body()).toContain('Vi sletter det hele')
    await mine.go('write', { text: 'Behold det' })
    expect((await owed()).map(due => due.kind)).toEqual(['voice.answer'])
    await amira.post(await at('svar'), { answer: 'Ja' })
    await amira.post(await at('luk'))
    await moveTo('2030-10-01T08:00:00+02:00')
    await moveTo('2030-11-10T08:00:00+01:00')
    expect(await house.sql('select from voice')).toHaveLength(0)
    // T3: a code whose time ran out looks as one that never was, to the byte.
    const door = async (code: string) => {
      const { status, body } = await house.post('/kvittering', { code })
      return [status, body.replaceAll(/name="formKey" value="[^"]+"/g, '')]
    }
    const expired = await door(code!)
    expect(expired[1]).toContain('Koden passer ikke')
    expect(expired).toEqual(await door(makeReceipt(house.house.ctx.keys.of(house.municipalityId), 'aldrig-udgivet-formular-00')))
  })

  it('B2e: each kind by the period the municipality has given it: said before it is written, announced, and erased', async () => {
    const content = { keepDays: 100, warnDays: 10, afterwards: 'erase' as const, standard: false, note: { da: 'Opdigtet frist' } }
    await house.act(
      async (tx, who) => await writeItem(tx, who, { kind: 'retention', slug: 'voice_young', content: content as never }),
      undefined,
    )
    const door = async (who: string) => (await house.post('/fortael', { step: 'start', go: `who:${who}` })).body
    expect(await door('young')).toContain(
      'Vi sletter det 100 dage efter, at samtalen er afsluttet. Vi skriver det her på siden 10 dage før.',
    )
    expect(await door('relative')).toContain('Vi sletter det 2 år efter')
    // Data from before the check say no warning at all: a week is the least.
    const none = { ...content, warnDays: 0 }
    await house.act(
      async (tx, who) => await writeItem(tx, who, { kind: 'retention', slug: 'voice_staff', content: none as never }),
      undefined,
    )
    expect(await door('staff')).toContain('7 dage før')
    for (const who of ['young', 'relative']) {
      const known = (await house.sql('select id from voice')).map(row => row.id)
      await tell(house, 'Tak', { who })
      const one = (await house.sql('select id from voice')).find(row => !known.includes(row.id))!
      await amira.post(`/arbejdsrum/henvendelser/${one.id}/svar`, { answer: 'Selv tak' })
      await amira.post(`/arbejdsrum/henvendelser/${one.id}/luk`)
    }
    const left = async () =>
      (await house.sql('select young, warned_on::text from voice order by young')).map(row => [row.young, row.warned_on])
    await moveTo('2027-02-06T09:00:00+01:00')
    expect(await left()).toEqual([
      [false, null],
      [true, null],
    ])
    await moveTo('2027-02-07T09:00:00+01:00')
    expect(await left()).toEqual([
      [false, null],
      [true, '2027-02-07'],
    ])
    expect((await owed()).map(due => [due.kind, due.due_on])).toEqual([['voice.expire', '2027-02-17']])
    await moveTo('2027-02-17T09:00:00+01:00')
    expect(await left()).toEqual([[false, null]])
    await house.sql("delete from item where kind = 'retention' and slug in ('voice_young', 'voice_staff')")
  })
})

describe('A6 B1: no dead end', () => {
  it('whatever is done, with whoever away, an open voice owes something with a day to somebody who is there or to an office', {
    timeout: 120_000,
  }, async () => {
    const all = [amira, inge, peter, laila, await house.as('tuva')]
    const step = fc.constantFrom(
      'svar',
      'note',
      'pause',
      'genoptag',
      'overdrag',
      'til',
      'tilbage',
      'holdt',
      'givet',
      'luk',
      'inhabil',
      'write',
      'reopen',
      'later',
      'away',
      'manyAway',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), fc.boolean(), async (steps, isUrgent) => {
        await house.sql('delete from voice')
        await house.sql('delete from absence')
        house.clock.set('2026-11-09T10:15:00+01:00')
        const { code } = await tell(house, 'Hvad som helst', isUrgent ? { urgent: 'yes' } : {})
        let day = 9
        for (const one of steps) {
          if (one === 'write' || one === 'reopen') await (await comeBack(house, code!)).go(one, { text: 'Mere' })
          else if (one === 'later') {
            day = Math.min(28, day + 5)
            await moveTo(`2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`)
          } else if (one === 'away' || one === 'manyAway')
            // One with somebody who stands in; or several at once, who stand in for one another or for nobody.
            for (const [away, deputy] of one === 'away'
              ? [[amira, peter]]
              : [
                  [amira, peter],
                  [peter, amira],
                  [laila, null],
                ])
              await house.sql('insert into absence values ($1, gen_random_uuid(), $2, $3, $4, $5)', [
                house.municipalityId,
                away!.personId,
                '2026-11-09',
                '2026-12-24',
                deputy?.personId ?? null,
              ])
          else {
            const fields = {
              answer: 'Svar',
              note: 'Note',
              reason: 'looked_into',
              until: '2026-12-05',
              receiver: '',
              words: 'Et sted',
              why: 'party',
              by: '2026-12-05',
            }
            const owner = (await owed())[0]?.owner_id ?? (await onlyVoice(house)).owner_id
            const who = all.find(each => each.personId === owner)!
            const { status } =
              one === 'til'
                ? await who.post(await at('overdrag'), { ...fields, receiver: inge.personId! })
                : await who.post(await at(one), fields)
            expect([303, 422, 200]).toContain(status)
            if (one === 'inhabil' && status === 303) expect((await who.get(await at())).status).toBe(404)
          }
          const { id } = await onlyVoice(house)
          const stands = await house.look(async tx => {
            const row = (await voiceRow(tx, id as string))!
            return standsOf(row, await linesOf(tx, row.id), await handOversOf(tx, row.id))
          })
          const open = (await owed()).map(due => due.kind)
          expect(open.filter(kind => kind !== 'voice.open').sort()).toEqual(
            owedNow(stands)
              .filter(kind => kind !== 'voice.open')
              .sort(),
          )
          if (stands.state !== 'closed') for (const due of await owed()) expect(due.owner_id !== null && due.due_on !== '').toBe(true)
        }
      }),
      { numRuns: 8 },
    )
  })
})

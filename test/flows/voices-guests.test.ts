// Somebody of the network takes part in one talk: by a link that opens once, as far and as long as the person wants, and not a moment longer.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestHouse, Visitor } from '../house.ts'
import { codeIn, comeBack, ledByLaila, onlyVoice, openVoicesHouse, tell, visitIn } from '../voices.ts'

let house: TestHouse
let amira: Visitor
let peter: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
  peter = await house.as('peter')
  await ledByLaila(house, peter.personId)
})
afterAll(async () => await house.close())
const begin = async () => {
  house.clock.set('2026-11-09T10:15:00+01:00')
  await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
  await house.sql('delete from voice')
  await house.sql('delete from access_log')
}
beforeEach(begin)

const moveTo = async (day: string) => {
  house.clock.set(`${day}T09:00:00+01:00`)
  await house.sql("update session set ends_at = '2099-01-01', seen_at = '2099-01-01'")
}
const at = async (what: string) => `/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}${what && `/${what}`}`
const linkIn = (body: string) => /id="invitation"[^>]*><bdi dir="ltr">https?:\/\/[^/]+(\/[^<]+)</.exec(body)?.[1] ?? ''
const fields = (covers = 'everything', days = '90', name = 'Opdigtet søster') => ({ guestName: name, guestCovers: covers, guestDays: days })

interface Talking {
  readonly code: string
  readonly mine: Awaited<ReturnType<typeof comeBack>>
}
/** Told with everything that must not get about, answered, with a note of colleagues. */
async function talking(): Promise<Talking> {
  const { code } = await tell(house, 'KANARIE fortalte det', {
    reply: 'phone',
    phone: '00 00 00 07',
    name: 'Opdigtet KALDENAVN',
    place: 'STEDET',
  })
  await amira.post(await at('svar'), { answer: 'SVARET er ja' })
  await amira.post(await at('note'), { note: 'NOTEN mellem kolleger' })
  const mine = await comeBack(house, code!)
  await mine.go('write', { text: 'ANDEN gang' })
  return { code: code!, mine }
}
async function invited(mine: Talking['mine'], more = fields()): Promise<string> {
  await mine.go('invite', more)
  const link = linkIn(mine.body())
  expect(link).toMatch(/^\/fortael\/inviteret\/[\w-]{32}$/)
  return link
}
async function came(link: string) {
  const { body } = await house.post(link)
  return { body, code: codeIn(body) }
}
/** What never reaches a guest, however much they may see. */
const never = /00 00 00 07|KALDENAVN|STEDET|NOTEN|Hvem har set|Alt, hvad vi har|Slet det hele|Må rådene|Åbn samtalen igen/

describe('B10b: invited by the person', () => {
  it('B10b: comes in by a link that opens once, reads, writes; the person and staff see who wrote, and who has read', async () => {
    const { code, mine } = await talking()
    const link = await invited(mine)
    // The link is shown once, and stands in no table.
    await mine.go('show')
    expect(mine.body()).not.toContain(link)
    expect(mine.body()).toContain('Opdigtet søster</bdi> er inviteret')
    // What the guest is called is sealed: no table says it.
    expect(JSON.stringify(await house.sql('select * from voice_guest'))).not.toContain('søster')
    // The door looks the same for every link, and looking uses nothing up.
    const door = await house.get(link)
    const other = await house.get('/fortael/inviteret/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    const plain = (body: string) => body.replaceAll(/[\w-]{32}|formKey" value="[^"]+|[?&]v=\w+/g, '')
    expect(plain(door.body)).toBe(plain(other.body))
    expect(door.headers.get('set-cookie')).toBeNull()
    const key = house.formKey()
    const first = await house.post(link, {}, key)
    const own = codeIn(first.body)!
    expect(own).not.toBe(code)
    expect(first.body).not.toMatch(/KANARIE|SVARET/)
    // A lost answer loses no code; another form gets none.
    expect(codeIn((await house.post(link, {}, key)).body)).toBe(own)
    const again = await came(link)
    expect(again.code).toBeNull()
    expect(again.body).toContain('Linket virker ikke')

    const guest = await comeBack(house, own)
    for (const words of ['KANARIE fortalte det', 'SVARET er ja', 'ANDEN gang', 'Du ser hele samtalen'])
      expect(guest.body()).toContain(words)
    expect(guest.body()).not.toMatch(never)
    await guest.go('write', { text: 'Jeg kan GODT komme med' })
    expect(guest.body()).toContain('Du skrev')
    await mine.go('show')
    expect(mine.body()).toMatch(/Opdigtet søster<\/bdi> skrev/)
    expect(mine.body()).toContain('Jeg kan GODT komme med')
    const staff = (await amira.get(await at(''))).body
    expect(staff).toContain('Skrevet af <bdi>Opdigtet søster</bdi>, som er inviteret')
    expect(
      (await house.sql('select kind from due where settled_at is null and about in (select id from voice)')).map(due => due.kind),
    ).toContain('voice.answer')
    // Who has read it: by what they are called, by day and never by the hour.
    await mine.go('show')
    expect(mine.body()).toMatch(/Opdigtet søster<\/bdi>, som er inviteret, mandag den 9\. november 2026/)
    const readings = await house.sql("select at, actor from access_log where action = 'voice.followed'")
    expect(readings.length).toBeGreaterThan(0)
    expect(readings.every(one => (one.at as Date).toISOString() === '2026-11-08T23:00:00.000Z')).toBe(true)
    expect((await house.sql('select kind from journal where about = (select id from voice) order by id')).map(one => one.kind)).toEqual(
      expect.arrayContaining(['voice.guest-invited', 'voice.guest-came']),
    )
  })

  it('B10b: who may see the answers sees them and their own words, and none of the rest; steps that are not theirs do nothing', async () => {
    const { mine } = await talking()
    const { code } = await came(await invited(mine, fields('answers', '30')))
    const guest = await comeBack(house, code!)
    expect(guest.body()).toContain('SVARET er ja')
    const rest = /KANARIE|ANDEN gang/
    expect(guest.body()).not.toMatch(rest)
    await guest.go('write', { text: 'MINE ord' })
    expect(guest.body()).toContain('MINE ord')
    const before = await house.sql('select state, right_help, share from voice')
    for (const step of [
      'everything',
      'file',
      'letter',
      'help',
      'reopen',
      'consent',
      'share',
      'keep',
      'invite',
      'uninvite',
      'erase',
      'summary',
    ]) {
      const answer = await guest.go(step, { sure: 'on', answer: '2', help: 'no', inTime: 'no', ...fields() })
      expect(answer.headers.get('content-type'), step).toContain('text/html')
      expect(answer.body, step).not.toMatch(rest)
      expect(answer.body, step).not.toMatch(never)
    }
    expect(await house.sql('select state, right_help, share from voice')).toEqual(before)
    expect(await house.sql('select id from voice_guest')).toHaveLength(1)
    // Another guest of the same talk sees none of the first one's words.
    const second = await came(await invited(mine, fields('answers', '30', 'Opdigtet ven')))
    expect((await comeBack(house, second.code!)).body()).not.toMatch(/MINE ord|KANARIE/)
  })

  it('B10b: taken back, it ends at once: the page they have open, their code, a link not used yet; what they were typing comes back to them', async () => {
    const { mine } = await talking()
    const { code } = await came(await invited(mine))
    const waiting = await invited(mine, fields('everything', '30', 'Opdigtet nabo'))
    const guest = await comeBack(house, code!)
    for (const { id } of await house.sql('select id from voice_guest')) await mine.go('uninvite', { answer: id as string })
    expect(mine.body()).toContain('Opdigtet søster</bdi> er fjernet')
    const typed = await guest.go('write', { text: 'Halvt FÆRDIGE ord' })
    expect(typed.body).toContain('Halvt FÆRDIGE ord')
    expect(typed.body).toContain('Du var inviteret. Det gælder ikke længere')
    expect(typed.body).not.toMatch(/KANARIE|SVARET/)
    const unknown = (await house.post('/kvittering', { code: '0000-0000-0000-0000-0000' })).body
    const gone = (await house.post('/kvittering', { code: code! })).body
    expect(gone).not.toMatch(/KANARIE|SVARET/)
    expect(gone.length).toBeGreaterThan(0)
    expect(visitIn(gone)).toBe(visitIn(unknown))
    expect((await came(waiting)).body).toContain('Linket virker ikke')
    expect(await house.sql("select from voice_line where kind = 'wrote' and by_code = 'guest'")).toEqual([])
  })

  it('B10b: the link works for seven days and the invitation through its day; each says so', async () => {
    const { mine } = await talking()
    const late = await invited(mine, fields('everything', '30', 'Opdigtet en'))
    const { code } = await came(await invited(mine, fields('everything', '30', 'Opdigtet to')))
    expect(mine.body()).toContain('mandag den 16. november 2026')
    await moveTo('2026-11-16')
    expect(codeIn((await came(late)).body)).not.toBeNull()
    const later = await comeBack(house, (await talkCode()).code)
    const third = await invited(later, fields('everything', '90', 'Opdigtet tre'))
    await moveTo('2026-11-24')
    expect((await came(third)).body).toContain('Linket virker ikke')
    await moveTo('2026-12-09')
    expect((await comeBack(house, code!)).body()).toContain('KANARIE')
    await moveTo('2026-12-10')
    const after = await comeBack(house, code!)
    expect(after.body()).not.toMatch(/KANARIE|SVARET/)
    expect(after.body()).toContain('Det gælder ikke længere')
  })

  it('B10b: a name, what they may see and how long are needed; the person’s own code in the name is refused; who told for somebody invites nobody', async () => {
    const { code, mine } = await talking()
    const missing = await mine.go('invite', { guestName: 'Opdigtet halv' })
    expect(missing.body).toContain('Vælg, hvad den anden må se.')
    expect(missing.body).toContain('value="Opdigtet halv"')
    expect((await mine.go('invite', fields('everything', '90', `Kode ${code}`))).body).toContain('Din kode står i teksten')
    expect(await house.sql('select from voice_guest')).toEqual([])
    await house.sql('delete from voice')
    const told = await tell(house, 'For min nabo', { who: 'behalf', consent: 'yes', covers: 'everything', reply: 'code' })
    const teller = await comeBack(house, told.code!)
    expect(teller.body()).not.toContain('Vil du have en med?')
    await teller.go('invite', fields())
    expect(await house.sql('select from voice_guest')).toEqual([])
  })
})

/** A new code of the one voice there is, as staff give the person one. */
async function talkCode(): Promise<{ code: string }> {
  const { body } = await amira.post(await at('kode'), { sure: 'on' })
  return { code: codeIn(body)! }
}

describe('B10b: where it is possible', () => {
  it('B10b: the named human invites only with the teller’s own yes, and the link is shown once', async () => {
    const { mine } = await talking()
    expect((await amira.get(await at(''))).body).toContain('Ikke spurgt endnu')
    const without = await amira.post(await at('inviter'), { ...fields(), saidHow: 'phone' })
    expect(without.status).toBe(422)
    expect(without.body).toContain('Personen skal selv sige ja først')
    expect((await amira.post(await at('inviter'), { ...fields(), sure: 'on' })).status).toBe(422)
    expect((await peter.post(await at('inviter'), { ...fields(), saidHow: 'phone', sure: 'on' })).status).toBe(404)
    expect(await house.sql('select from voice_guest')).toEqual([])
    const done = await amira.post(await at('inviter'), { ...fields(), saidHow: 'phone', sure: 'on' })
    const link = linkIn(done.body)
    expect((await house.sql('select invited_by, by_person, said_how from voice_guest'))[0]).toEqual({
      invited_by: 'staff',
      by_person: amira.personId,
      said_how: 'phone',
    })
    expect((await came(link)).code).not.toBeNull()
    const page = (await amira.get(await at(''))).body
    expect(page).toContain('Opdigtet søster: Hele samtalen')
    expect(page).not.toContain(link)
    await mine.go('show')
    expect(mine.body()).toContain('fordi du sagde ja')
    const { id } = (await house.sql('select id from voice_guest'))[0]!
    await amira.post(await at('inviteret-slut'), { guest: id as string })
    expect((await house.sql('select withdrawn_on from voice_guest'))[0]!.withdrawn_on).not.toBeNull()
    expect(await house.sql("select from voice_receipt where holder = 'guest'")).toEqual([])
  })

  it('B10b: why it is not possible is one of four reasons; staff see it, the teller who asks for everything, and nobody else', async () => {
    const { mine } = await talking()
    const page = (await amira.get(await at(''))).body
    for (const reason of [
      'Personen vil ikke',
      'Personen har ingen, de vil have med',
      'Det kan skade personen',
      'Vi kan ikke spørge personen',
    ])
      expect(page).toContain(reason)
    expect((await amira.post(await at('netvaerk'), { noNetwork: 'fordi' })).status).toBe(422)
    await amira.post(await at('netvaerk'), { noNetwork: 'unsafe' })
    expect((await amira.get(await at(''))).body).toContain('Det kan skade personen')
    const { code } = await came(await invited(mine))
    const guest = await comeBack(house, code!)
    await mine.go('show')
    for (const body of [guest.body(), mine.body()]) expect(body).not.toMatch(/Det kan skade|unsafe|Ingen andre er med/)
    await mine.go('everything')
    expect(mine.body()).toContain('Ingen andre er med: Det kan skade dig.')
    // Sealed as every line is: no table says it.
    expect(JSON.stringify(await house.sql('select * from voice_line'))).not.toContain('unsafe')
    const refused = await amira.post(await at('netvaerk'), { noNetwork: 'nobody' })
    expect(refused.body).toContain('Der er allerede en med')
  })
})

it('B10b: whatever happens and in whatever order, nothing of the talk reaches a guest once it is over or taken back', {
  timeout: 120_000,
}, async () => {
  const steps = fc.array(
    fc.constantFrom(
      'answer',
      'write',
      'guestWrites',
      'withdraw',
      'wait10',
      'wait25',
      'staffWithdraws',
      'closeAndOpen',
    ) as fc.Arbitrary<string>,
    { minLength: 2, maxLength: 3 },
  )
  let seen = 0
  let ended = 0
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom('answers', 'everything'), async (walk, covers) => {
      await begin()
      const { mine } = await talking()
      const { code } = await came(await invited(mine, fields(covers, '30')))
      const guest = await comeBack(house, code!)
      let day = new Date('2026-11-09')
      let over = false
      for (const step of walk) {
        if (step === 'answer') await amira.post(await at('svar'), { answer: 'SVARET igen' })
        if (step === 'write') await mine.go('write', { text: 'KANARIE igen' })
        if (step === 'closeAndOpen') await mine.go('reopen')
        if (step.startsWith('wait')) {
          day = new Date(day.getTime() + Number(step.slice(4)) * 86_400_000)
          await moveTo(day.toISOString().slice(0, 10))
          over ||= day.getTime() > new Date('2026-12-09').getTime()
        }
        const { id } = (await house.sql('select id from voice_guest'))[0]!
        if (step === 'withdraw' || step === 'staffWithdraws') {
          if (step === 'withdraw') await (await comeBack(house, (await talkCode()).code)).go('uninvite', { answer: id as string })
          else await amira.post(await at('inviteret-slut'), { guest: id as string })
          over = true
        }
        const bodies = [(await house.post('/kvittering', { code: code! })).body]
        for (const go of ['show', 'write', 'everything', 'file', 'letter'])
          bodies.push((await guest.go(go, { text: 'hej', answer: '2' })).body)
        const all = bodies.join('\n')
        expect(all).not.toMatch(never)
        if (over) {
          ended++
          expect(all).not.toMatch(/KANARIE|SVARET|ANDEN gang/)
        } else {
          seen++
          expect(bodies[0]).toContain('SVARET')
          if (covers === 'answers') expect(all).not.toMatch(/KANARIE|ANDEN gang/)
        }
      }
    }),
    {
      numRuns: 4,
      examples: [
        [['answer', 'withdraw', 'write'], 'everything'],
        [['wait10', 'wait25', 'write'], 'answers'],
      ],
    },
  )
  // Both have been looked at: what holds shows something, or nothing would be proven.
  expect(Math.min(seen, ended)).toBeGreaterThan(0)
})

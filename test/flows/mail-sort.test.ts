// Walk 1 of the post: kept, read in a process of its own, laid on a desk, moved by a human, undone, released and erased.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeMember } from '../../src/councils/member-store.ts'
import { noteRead, noteTrouble } from '../../src/mailroom/imap/store.ts'
import { allLetters, closeReader, keepLetter, postAilments, readerPid, sortWaiting } from '../../src/mailroom/index.ts'
import { bytesOf } from '../../src/mailroom/intake/index.ts'
import { openDues } from '../../src/people/index.ts'
import { threadAddress } from '../../src/platform/mail/own-address.ts'
import { eraseThing } from '../../src/platform/sealed.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
})
afterAll(async () => {
  closeReader()
  await house.close()
})

const arrive = async (raw: string | Uint8Array) => {
  const bytes = typeof raw === 'string' ? Buffer.from(raw.replace(/\n/g, '\r\n'), 'utf8') : raw
  const { id } = await house.act(keepLetter, { mailbox: 'politik', source: null, bytes })
  await sortWaiting(house.house.ctx.database, house.municipalityId, 30, 'mx.kommune.example')
  return id
}
const deskOf = async (id: string) => (await house.look(allLetters)).find(one => one.id === id)!.desk
const letter = (subject: string, text: string, more = '') =>
  `From: Opdigtet Borger <borger@eksempel.dk>\nTo: hr.politik@glostrup.dk\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n${more}\n${text}\n`
const page = (id: string, rest = '') => `/arbejdsrum/post/${id}${rest}`

it('R11: lays a letter nobody can make sense of on the shelf; its text is shown as text and saved in a box', async () => {
  const id = await arrive(letter('Hej <b>', 'Vi ses\n<script>alert(1)</script>'))
  expect(await deskOf(id)).toBe('shelf')
  const shown = await secretary.get(page(id))
  expect(shown.status).toBe(200)
  expect(shown.body).toContain('&lt;script')
  expect(shown.body).not.toContain('<script>alert')
  const raw = await secretary.get(page(id, '/raa'))
  expect(raw.headers.get('content-security-policy')).toContain('sandbox')
  expect(raw.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const bomb = await arrive(
    `From: a@b.dk\nContent-Type: multipart/mixed; boundary=x\n\n${Array.from({ length: 400 }, (_, at) => `--x${at ? at - 1 : ''}\nContent-Type: multipart/mixed; boundary=x${at}\n\n`).join('')}`,
  )
  expect(await deskOf(bomb)).toBe('shelf')
  expect((await secretary.get(page(bomb))).body).toContain('Content-Type: multipart/mixed')
})

it('reads in a process of its own, and a letter that ends it lands on the shelf without taking the others along', async () => {
  const ids = await Promise.all(
    ['a', 'b', 'c'].map(name => house.act(keepLetter, { mailbox: 'politik', source: null, bytes: Buffer.from(letter(name, name)) })),
  )
  const sorting = sortWaiting(house.house.ctx.database, house.municipalityId, 30, null)
  const pid = readerPid()
  if (pid) process.kill(pid, 'SIGKILL')
  await sorting
  for (const { id } of ids) expect(await deskOf(id)).toBe('shelf')
})

it('T18: puts an answer on its matter by the signature in the address; a forged one stays a letter of its own', async () => {
  const first = await arrive(letter('Spørgsmål', 'Et spørgsmål uden ord om noget'))
  const address = threadAddress(house.house.ctx.keys.of(house.municipalityId), 'hr.politik@glostrup.dk', first)
  const reply = await arrive(letter('Sv: Spørgsmål', 'Ja', `X-Original-To: ${address}\n`))
  const forged = await arrive(
    letter('Sv: Spørgsmål', 'Nej', `X-Original-To: ${address.replace(/.@/, sign => (sign === 'a@' ? 'b@' : 'a@'))}\n`),
  )
  const threads = new Map((await house.look(allLetters)).map(one => [one.id, one.thread]))
  expect([threads.get(reply), threads.get(forged)]).toEqual([first, forged])
})

it('T11, R12: knows reports, robots, lists, itself and what its own server calls spam', async () => {
  const desks = await Promise.all(
    [
      letter('Undelivered Mail Returned to Sender', 'user unknown 550 5.1.1', 'Return-Path: <>\nX-Failed-Recipients: x@y.dk\n'),
      letter('Automatisk svar: Jeg er væk', 'Hej', 'Auto-Submitted: auto-replied\n'),
      letter('Nyt', 'Hej', 'List-Id: <nyt.eksempel.dk>\n'),
      letter('Kopi', 'Hej').replace('borger@eksempel.dk', 'hr.politik@glostrup.dk'),
      `X-Spam-Flag: YES\nReceived: from x by mx.kommune.example with ESMTP\n${letter('Vind', 'Vind')}`,
      `Received: from x by andre.example with ESMTP\nX-Spam-Flag: YES\n${letter('Vind', 'Vind igen')}`,
    ].map(
      async raw => (await house.act(keepLetter, { mailbox: 'politik', source: null, bytes: Buffer.from(raw.replace(/\n/g, '\r\n')) })).id,
    ),
  )
  await sortWaiting(house.house.ctx.database, house.municipalityId, 30, 'mx.kommune.example')
  expect(await Promise.all(desks.map(deskOf))).toEqual(['bounce', 'auto-reply', 'list', 'own', 'spam', 'shelf'])
})

it('R12: a report in words nobody knows is no verdict on an address: a human sees it on the shelf', async () => {
  const unclear = await arrive(
    'Return-Path: <>\nFrom: MAILER-DAEMON@mx.eksempel.dk\nTo: hr.politik@glostrup.dk\nSubject: Delivery failure\n\nNisserne har dit brev.\n',
  )
  expect(await deskOf(unclear)).toBe('shelf')
  expect((await secretary.get(page(unclear))).body).toContain('Nisserne har dit brev.')
  expect((await house.look(tx => openDues(tx, { kinds: ['letter.shelf'] }))).length).toBe(1)
})

it('T12: pictures are made anew, what can do harm is offered to nobody, the rest is saved and never shown', async () => {
  const { default: sharp } = await import('sharp')
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Copyright: 'Opdigtet Fotograf' }, IFD3: { GPSLatitude: '55/1 40/1 0/1' } })
    .jpeg()
    .toBuffer()
  const part = (type: string, name: string, body: Buffer) =>
    `--x\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${body.toString('base64')}\n`
  const id = await arrive(
    `From: a@b.dk\nSubject: Filer\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSe her\n${part('image/jpeg', '../../etc/mig.jpg', picture)}${part('application/pdf', 'cv.pdf', Buffer.from('%PDF-1.4'))}${part('text/html', 'x.html', Buffer.from('<script>1</script>'))}--x--\n`,
  )
  const first = await secretary.get(page(id, '/fil/1'))
  expect(first.headers.get('content-type')).toBe('image/webp')
  expect(first.headers.get('content-disposition')).not.toContain('/')
  const stored = await house.look(tx => bytesOf(tx, id, 1))
  const made = await sharp(stored!).metadata()
  expect([made.width, made.exif]).toEqual([60, undefined])
  const second = await secretary.get(page(id, '/fil/2'))
  expect(second.headers.get('content-type')).toBe('application/octet-stream')
  expect(second.headers.get('content-disposition')).toMatch(/^attachment/)
  expect((await secretary.get(page(id, '/fil/3'))).status).toBe(404)
})

it('T4: each reading of a letter is written down; who does not answer for the post sees none', async () => {
  const id = await arrive(letter('Læst', 'Til læsning'))
  await secretary.get(page(id))
  expect(await house.sql('select action from access_log where about = $1', [id])).toEqual([{ action: 'post.letter' }])
  for (const role of ['caseworker', 'operator', 'auditor'] as const) {
    const visitor = await house.employed({ name: `Opdigtet ${role}`, email: `${role}@eksempel.dk`, roles: [role] })
    for (const path of [page(id), page(id, '/raa')]) expect((await visitor.get(path)).status).toBe(404)
    expect((await visitor.get('/arbejdsrum/post')).status).toBe(403)
  }
})

// The last one: it moves the clock past the end of every session.
it('A35: a human sends a letter on, undoes it, and releases what is not for the councils; it is erased on its day, its hash stays', async () => {
  const bytes = Buffer.from(letter('Sygemelding', 'Jeg er syg i dag.').replace(/\n/g, '\r\n'))
  const id = await arrive(bytes)
  expect((await secretary.post(page(id, '/flyt'), { desk: 'not-ours' })).status).toBe(303)
  expect(await deskOf(id)).toBe('not-ours')
  await secretary.post(page(id, '/flyt'), { desk: 'shelf' })
  expect(await deskOf(id)).toBe('shelf')
  await secretary.post(page(id, '/flyt'), { desk: 'not-ours' })
  const days = Number(
    (await house.sql('select erase_on - $2::date as days from incoming_letter where id = $1', [id, '2026-11-09']))[0]!.days,
  )
  expect(days).toBeGreaterThan(0)
  await house.at(new Date(Date.parse('2026-11-09T10:00:00Z') + (days + 1) * 86_400_000).toISOString())
  expect(await house.look(tx => bytesOf(tx, id, 0))).toBeNull()
  expect(await house.sql('select read_sealed, sender_index from incoming_letter where id = $1', [id])).toEqual([
    { read_sealed: null, sender_index: null },
  ])
  expect(await house.sql('select 1 as left from keys.data_key where thing_id = $1', [id])).toEqual([])
  // The same letter found again on the server is not a new one.
  expect((await house.act(keepLetter, { mailbox: 'politik', source: { uidValidity: 9, uid: 9 }, bytes })).already).toBe(true)
})

it('A35: a member’s apology goes to the members’ desk and is owed an eye; one that speaks of two things is not guessed', async () => {
  const id = await arrive(letter('Afbud', 'Jeg kan ikke komme til mødet på torsdag.').replace('borger@', 'medlem@'))
  expect(await deskOf(id)).toBe('members')
  expect(await house.look(tx => openDues(tx, { abouts: [id] }))).toMatchObject([{ kind: 'member.letter' }])
  // The days that passed have signed everybody out.
  const colleague = await house.employed({ name: 'Opdigtet Kollega', email: 'kollega@eksempel.dk', roles: ['secretary'] })
  expect((await colleague.get('/arbejdsrum/post?bord=members')).body).toContain('Afbud')
  const both = await arrive(letter('Afbud', 'Jeg kan ikke komme til mødet, men jeg vil gerne være medlem af udsatterådet.'))
  expect(await deskOf(both)).toBe('shelf')
  await colleague.post(page(id, '/faerdig'), { finished: '1' })
  expect(await house.look(tx => openDues(tx, { abouts: [id] }))).toEqual([])
})

it('A35: the operator hears of a mailbox that cannot be read, letters that wait, and a shelf nobody looks at', async () => {
  const ailing = () => house.look(postAilments)
  const before = house.clock.now().toISOString()
  await house.sql("update incoming_letter set finished_at = now() where desk in ('shelf', 'waiting')")
  expect(await ailing()).toEqual([])
  await arrive(letter('Hylde', 'Nogen skal se på det her'))
  await house.act(keepLetter, { mailbox: 'politik', source: null, bytes: Buffer.from(letter('Venter', 'Ingen har sorteret mig')) })
  await house.act(tx => noteTrouble(tx, 'politik', 'INBOX', 'sign-in'), undefined)
  expect((await ailing()).map(one => one.about)).toEqual(['mailbox politik, folder INBOX'])
  house.clock.advance(5 * 86_400_000)
  expect((await ailing()).map(one => one.about)).toEqual(['mailbox politik, folder INBOX', '1 letters in', '1 letters on the shelf'])
  await house.act(tx => noteRead(tx, 'politik', 'INBOX'), undefined)
  expect((await ailing()).map(one => one.about)).toEqual(['1 letters in', '1 letters on the shelf'])
  house.clock.set(before)
})

it('A35: a letter from somebody who sits in a council goes to the members’ desk by its sender, until the address is another’s', async () => {
  const email = 'sidder.i.raad@eksempel.dk'
  const asked = () => arrive(letter('Spørgsmål', `Hvor er mødelokalet? ${Math.random()}`).replace('borger@eksempel.dk', email))
  expect(await deskOf(await asked())).toBe('shelf')
  const member = await house.act(tx => writeMember(tx, { name: 'Opdigtet Medlem', shown: 'named', contact: { email } }), undefined)
  const known = await asked()
  expect(await deskOf(known)).toBe('members')
  expect((await house.sql('select reasons from incoming_letter where id = $1', [known]))[0]!.reasons).toContainEqual({
    desk: 'members',
    why: ['sender'],
  })
  await house.act(tx => eraseThing(tx, member), undefined)
  expect(await deskOf(await asked())).toBe('shelf')
})

it('A35: each way a letter can be sent has one key of its own, and the page says which', async () => {
  const id = await arrive(letter('Nøgler', 'Uden ord om noget'))
  const clerk = await house.employed({ name: 'Opdigtet Post', email: 'post@eksempel.dk', roles: ['secretary'] })
  const { body } = await clerk.get(page(id))
  const keys = [...body.matchAll(/accesskey="(\w)"/gi)].map(([, key]) => key)
  expect(keys).toEqual(['1', '2', '3', 'i'])
  for (const key of keys) expect(body).toContain(`Alt + ${key!.toUpperCase()}`)
})

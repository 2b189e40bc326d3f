// Walk 1: a letter becomes a nomination when a human has read it, and changes nothing that exists by itself.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allLetters, keepLetter } from '../../src/mailroom/index.ts'
import { placeLetters } from '../../src/mailroom/place-letter.ts'
import { readLetter } from '../../src/mailroom/reading/read-letter.ts'
import { threadAddress } from '../../src/platform/mail/own-address.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../house.ts'

let house: TestHouse
let secretary: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  secretary = await house.as('secretary')
})
afterAll(async () => await house.close())

async function arrive(from: string, subject: string, text: string, more = ''): Promise<string> {
  const raw = Buffer.from(`${more}From: ${from}\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`)
  const { id } = await house.act(keepLetter, { mailbox: 'politik', source: null, bytes: raw })
  await house.act(placeLetters, [{ id, read: await readLetter(raw, () => 5), trustedServer: null }])
  return id
}
const listed = async (id: string) => (await house.look(allLetters)).find(one => one.id === id)!
const draft = (id: string) => `/arbejdsrum/kandidater/brev/${id}`
const answers = {
  forWhom: 'self',
  councils: ['udsatteraad'],
  name: 'Opdigtet Fatma',
  reach: 'email',
  email: 'fatma@eksempel.dk',
  language: 'da',
  residence: 'yes',
}

it('A32, A35: the letter stands beside its fields; confirmed, it is a candidate like any other, received on the day it came', async () => {
  const id = await arrive(
    'Opdigtet Fatma <fatma@eksempel.dk>',
    'Udsatterådet',
    'Jeg vil gerne være medlem af udsatterådet.\nTlf. 12 34 56 78',
  )
  expect((await listed(id)).desk).toBe('nominations')
  const page = await secretary.get(draft(id))
  expect(page.status).toBe(200)
  expect(page.body).toContain('Jeg vil gerne være medlem af udsatterådet.')
  expect(page.body).toMatch(/value="udsatteraad"[^>]*checked|checked[^>]*value="udsatteraad"/)
  expect(page.body).toContain('value="fatma@eksempel.dk"')
  const done = await secretary.post(draft(id), { ...answers, motivation: 'Jeg vil gerne være medlem af udsatterådet.' })
  expect(done.status).toBe(200)
  const made = await house.sql(
    "select n.candidate_id, n.channel, n.received_on::text as on from nomination n join candidate c on c.id = n.candidate_id where c.name = 'Opdigtet Fatma'",
  )
  expect(made).toEqual([{ candidate_id: expect.any(String), channel: 'email', on: '2026-11-09' }])
  expect((await listed(id)).thread).toBe(made[0]!.candidate_id)
  expect(await house.sql('select kind from due where about = $1 and settled_at is null', [id])).toEqual([])
  // A second press, or a colleague, makes no second candidate; and what stands is not undone by moving the letter.
  expect((await secretary.post(draft(id), answers)).status).toBe(422)
  expect((await secretary.post(`/arbejdsrum/post/${id}/flyt`, { desk: 'not-ours' })).status).toBe(422)
  // The letter says so itself, and where it is changed, instead of offering to send it on as if nothing had come of it.
  const letter = (await secretary.get(`/arbejdsrum/post/${id}`)).body
  expect(letter).toContain(`/arbejdsrum/kandidater/${made[0]!.candidate_id}`)
  expect(letter).not.toContain(`/arbejdsrum/post/${id}/flyt`)
})

it('T20: a letter that says it is from a candidate changes nothing about them, and lies nowhere near their page until a human puts it there', async () => {
  const before = await house.sql("select * from candidate where name = 'Opdigtet Fatma'")
  const id = await arrive(
    'Opdigtet Fatma <fatma@eksempel.dk>',
    'Slet mig',
    'Jeg trækker mig fra rådet. Min nye adresse er ond@eksempel.dk.',
  )
  expect(await house.sql("select * from candidate where name = 'Opdigtet Fatma'")).toEqual(before)
  expect((await listed(id)).thread).toBe(id)
  const candidate = String(before[0]!.id)
  expect((await secretary.get(draft(id))).body).toContain('Opdigtet Fatma')
  expect((await secretary.post(`${draft(id)}/sag`, { candidate })).status).toBe(303)
  expect((await listed(id)).thread).toBe(candidate)
  expect(await house.sql("select * from candidate where name = 'Opdigtet Fatma'")).toEqual(before)
  // Put on the wrong person's matter by mistake: sent to another desk it is off it again, and can be put there anew.
  expect((await secretary.post(`/arbejdsrum/post/${id}/flyt`, { desk: 'shelf' })).status).toBe(303)
  expect(await listed(id)).toMatchObject({ desk: 'shelf', thread: id })
  await secretary.post(`/arbejdsrum/post/${id}/flyt`, { desk: 'nominations' })
  expect((await secretary.post(`${draft(id)}/sag`, { candidate })).status).toBe(303)
  expect(await listed(id)).toMatchObject({ desk: 'nominations', thread: candidate })
  expect(await house.sql("select * from candidate where name = 'Opdigtet Fatma'")).toEqual(before)
})

it('A35: what is unclear is said and never guessed', async () => {
  const id = await arrive('Opdigtet Bo <bo@eksempel.dk>', 'Råd', 'Min nabo vil gerne være med i et råd, og jeg vil også gerne være medlem.')
  const { body } = await secretary.get(draft(id))
  expect(body).toContain('Rådet er uklart')
  expect(body).toContain('Gælder det den, der skriver, eller en anden?')
  expect(body).not.toMatch(/type="checkbox"[^>]*value="(udsatte|integrations)raad"[^>]*checked/)
})

it('A35, A37: what is missing is asked for by a neutral letter with a link of their own; what they fill in there is a nomination from the day the letter came', async () => {
  const id = await arrive('Opdigtet Leyla <leyla@eksempel.dk>', 'Spørgsmål', 'Jeg vil gerne være medlem af et råd. Kanariefugl.')
  expect((await secretary.get(draft(id))).body).toContain('Spørg leyla@eksempel.dk om resten')
  expect((await secretary.post(`${draft(id)}/spoerg`, {})).status).toBe(303)
  const letter = (await house.outbox()).find(one => one.about === id && one.text?.includes('bliv-medlem'))!
  expect(letter.to).toBe('leyla@eksempel.dk')
  expect(letter.text).not.toMatch(/Kanariefugl|medlem af et råd/)
  expect((await secretary.get(draft(id))).body).toMatch(/Spurgt mandag den 9\. november 2026/)
  const link = /\/bliv-medlem\/brev\/[0-9a-z-]+/.exec(letter.text!)![0]
  const page = await house.get(link)
  expect(page.status).toBe(200)
  expect(page.body).toContain('value="leyla@eksempel.dk"')
  // An answer by letter lands on the same matter, and says where the fields are.
  const to = threadAddress(house.house.ctx.keys.of(house.municipalityId), 'hr.politik@glostrup.dk', id)
  const answer = await arrive('leyla@eksempel.dk', 'Sv: Vi mangler', 'Det er Integrationsrådet.', `To: ${to}\r\n`)
  expect((await listed(answer)).thread).toBe(id)
  expect((await secretary.get(draft(id))).body).toContain('Det er Integrationsrådet.')
  expect((await secretary.get(draft(answer))).body).toContain(`href="${draft(id)}"`)
  // A link that somebody changed, or that is too old, opens nothing.
  const forged = link.replace(/.$/, sign => (sign === 'a' ? 'b' : 'a'))
  expect((await house.get(forged)).body).toContain('Linket virker ikke mere')
  house.clock.advance(3 * 86_400_000)
  const sent = await house.post(link, { ...answers, name: 'Opdigtet Leyla', email: 'leyla@eksempel.dk', councils: ['integrationsraad'] })
  expect(sent.status).toBe(200)
  expect(sent.body).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  const made = await house.sql(
    "select n.candidate_id as id, n.received_on::text as on from nomination n join candidate c on c.id = n.candidate_id where c.name = 'Opdigtet Leyla'",
  )
  expect(made).toEqual([{ id: expect.any(String), on: '2026-11-09' }])
  expect([(await listed(id)).thread, (await listed(answer)).thread]).toEqual([made[0]!.id, made[0]!.id])
  expect(await house.sql('select kind from due where about = any($1::uuid[]) and settled_at is null', [[id, answer]])).toEqual([])
  expect((await house.get(link)).body).toContain('Linket virker ikke mere')
  house.clock.advance(60 * 86_400_000)
  expect((await house.post(link, answers)).status).toBe(404)
  house.clock.advance(-63 * 86_400_000)
})

it('A35: what was said on the telephone stands with the candidate; a letter without an address is asked for by telephone only', async () => {
  const id = await arrive('Opdigtet Ole <ole@eksempel.dk>', 'Råd', 'Jeg vil gerne være medlem af et råd. Tlf. 12 34 56 79')
  const given = { ...answers, name: 'Opdigtet Ole', email: 'ole@eksempel.dk', spoken: 'Han kan kun om aftenen.' }
  expect((await secretary.post(draft(id), given)).status).toBe(200)
  const { thread } = await listed(id)
  expect((await secretary.get(`/arbejdsrum/kandidater/${thread}/traad`)).body).toContain('Han kan kun om aftenen.')
  const nobody = await arrive('"Uden adresse"', 'Råd', 'Jeg vil gerne være medlem af et råd.')
  expect((await secretary.get(draft(nobody))).body).not.toContain('om resten</button>')
  expect((await secretary.post(`${draft(nobody)}/spoerg`, {})).status).toBe(422)
})

const undo = (id: string) => `/arbejdsrum/post/${id}/fortryd`
const candidateNamed = async (name: string) =>
  (await house.sql('select id from candidate where name = $1', [name]))[0]?.id as string | undefined

it('A35: a nomination confirmed by mistake is taken back with its letter: erased as the register erases, its receipt stopped, the letter free', async () => {
  const name = 'Opdigtet Zofia'
  const email = 'zofia@eksempel.dk'
  const id = await arrive(`${name} <${email}>`, 'Råd', 'Jeg vil gerne være medlem af et råd.')
  const to = threadAddress(house.house.ctx.keys.of(house.municipalityId), 'hr.politik@glostrup.dk', id)
  const later = await arrive(email, 'Sv: Råd', 'Det er Udsatterådet.', `To: ${to}\r\n`)
  const form = { ...answers, name, email }
  expect((await secretary.post(draft(id), form)).status).toBe(200)
  const candidate = (await candidateNamed(name))!
  const [nomination] = await house.sql('select id from nomination where candidate_id = $1', [candidate])
  expect([(await listed(id)).thread, (await listed(later)).thread]).toEqual([candidate, candidate])
  expect((await house.outbox()).filter(one => one.about === candidate)).toHaveLength(1)
  expect((await secretary.get(draft(id))).body).toContain('Se, om tilmeldingen kan tages tilbage')
  const offer = (await secretary.get(`/arbejdsrum/post/${id}`)).body
  expect(offer).toContain(`action="${undo(id)}"`)
  expect(offer).toContain('Vores brev til personen er ikke sendt endnu. Det bliver stoppet.')
  // Nobody erases by a slip of the finger: without the tick the form comes back, and everything stands.
  expect((await secretary.post(undo(id), { desk: 'shelf' })).status).toBe(422)
  expect(await candidateNamed(name)).toBe(candidate)
  expect((await secretary.post(undo(id), { desk: 'nominations', sure: 'on' })).status).toBe(303)
  expect(await candidateNamed(name)).toBeUndefined()
  expect(await house.sql('select 1 from nomination where candidate_id = $1', [candidate])).toEqual([])
  expect(await house.sql('select 1 from keys.data_key where thing_id = any($1::uuid[])', [[candidate, nomination!.id]])).toEqual([])
  expect(await house.sql('select 1 from thing where id = $1 and erased_at is not null', [candidate])).toHaveLength(1)
  expect((await house.outbox()).filter(one => one.about === candidate)).toEqual([])
  expect(await house.sql("select because from journal where kind = 'nomination.taken-back' and about = $1", [nomination!.id])).toEqual([
    { because: [id] },
  ])
  // Nothing of the letters is lost; each is owed again, on the matter the first one opened.
  expect(await listed(id)).toMatchObject({ desk: 'nominations', thread: id })
  expect(await listed(later)).toMatchObject({ desk: 'nominations', thread: id })
  const owed = await house.sql('select about from due where about = any($1::uuid[]) and settled_at is null order by about', [[id, later]])
  expect(owed.map(one => one.about)).toEqual([id, later].sort())
  expect((await secretary.get(draft(id))).body).toContain('Det er Udsatterådet.')
  expect((await secretary.get(`/arbejdsrum/post/${id}`)).body).toContain('blev taget tilbage')
  // Pressed again, nothing more happens; confirmed anew, it is a candidate again and nothing says otherwise.
  expect((await secretary.post(undo(id), { desk: 'nominations', sure: 'on' })).status).toBe(303)
  expect((await secretary.post(draft(id), { ...answers, name, email })).status).toBe(200)
  expect(await candidateNamed(name)).not.toBe(candidate)
  expect((await secretary.get(`/arbejdsrum/post/${id}`)).body).not.toContain('blev taget tilbage')
})

it('A35: a receipt that has left is said before and after; the letter goes where it belongs in the same step', async () => {
  const name = 'Opdigtet Mehmet'
  const email = 'mehmet@eksempel.dk'
  const id = await arrive(`${name} <${email}>`, 'Råd', 'Jeg vil gerne være medlem af Udsatterådet.')
  await secretary.post(draft(id), { ...answers, name, email })
  const candidate = (await candidateNamed(name))!
  await house.sql("update letter set state = 'sent', attempts = 1, sent_at = created_at where about = $1", [candidate])
  expect((await secretary.get(`/arbejdsrum/post/${id}`)).body).toContain('er sendt og kan ikke kaldes tilbage')
  expect((await secretary.post(undo(id), { desk: 'not-ours', sure: 'on' })).status).toBe(303)
  expect(await candidateNamed(name)).toBeUndefined()
  expect(await listed(id)).toMatchObject({ desk: 'not-ours', thread: id })
  expect(await house.sql('select 1 from due where about = $1 and settled_at is null', [id])).toEqual([])
  expect((await secretary.get(`/arbejdsrum/post/${id}`)).body).toContain('Vores brev til personen var sendt')
})

it('A35: once something has happened, the letter says what and who decides; a journal that lost it would let it go', async () => {
  const name = 'Opdigtet Oksana'
  const email = 'oksana@eksempel.dk'
  const id = await arrive(`${name} <${email}>`, 'Råd', 'Jeg vil gerne være medlem af Udsatterådet.')
  await secretary.post(draft(id), { ...answers, name, email })
  const candidate = (await candidateNamed(name))!
  expect((await secretary.post(`/arbejdsrum/kandidater/${candidate}/note`, { form: 'note', 'note.note': 'Ringer igen.' })).status).toBe(303)
  const page = async () => (await secretary.get(`/arbejdsrum/post/${id}`)).body
  expect(await page()).toContain('Der er skrevet et notat.')
  expect(await page()).toMatch(/afgør, hvad der skal ske/)
  expect(await page()).not.toContain(undo(id))
  expect((await secretary.post(undo(id), { desk: 'shelf', sure: 'on' })).status).toBe(422)
  expect(await candidateNamed(name)).toBe(candidate)
  // The planted fault: the note forgotten by the journal. Then, and only then, it could be taken back.
  await house.sql("delete from journal where about = $1 and kind = 'candidate.noted'", [candidate])
  expect(await page()).toContain(undo(id))
  // On a slate of another room it stands again.
  const slate = await secretary.post('/arbejdsrum/indstillinger', { council: 'udsatteraad|municipal_council' })
  expect((await secretary.post(`${slate.location}/saet/${candidate}`, { person: candidate, seat: 'external|1' })).status).toBe(303)
  expect(await page()).toContain('Personen står på et forslag til medlemmer.')
  expect((await secretary.post(undo(id), { desk: 'shelf', sure: 'on' })).status).toBe(422)
  expect((await secretary.post(`${slate.location}/tag-af`, { person: candidate })).status).toBe(303)
  // Who reads the post but has no register is told who can.
  const clerk = await house.as('politicalSecretariat')
  const seen = (await clerk.get(`/arbejdsrum/post/${id}`)).body
  expect(seen).toContain('kan rådssekretæren tage tilmeldingen tilbage')
  expect(seen).not.toContain(undo(id))
  expect((await clerk.post(undo(id), { desk: 'shelf', sure: 'on' })).status).toBe(403)
  // What the writer filled in themself is theirs, not a mistake of ours.
  await house.sql("update nomination set channel = 'web' where candidate_id = $1", [candidate])
  expect(await page()).toContain('Personen har selv udfyldt skemaet.')
})

it('A37: erases every letter on the matter with the candidate, when it is known how they asked for it', async () => {
  const [row] = await house.sql("select id from candidate where name = 'Opdigtet Fatma'")
  const on = (await house.look(allLetters)).filter(one => one.thread === row!.id).map(one => one.id)
  expect(on.length).toBe(2)
  // A37: nobody is erased without it being known how they asked.
  expect((await secretary.post(`/arbejdsrum/kandidater/${row!.id}/slet`, { form: 'slet', 'sure.slet': 'on' })).status).toBe(422)
  expect(await house.sql('select 1 from candidate where id = $1', [row!.id])).toHaveLength(1)
  await secretary.post(`/arbejdsrum/kandidater/${row!.id}/slet`, { form: 'slet', 'how.slet': 'email', 'sure.slet': 'on' })
  const [erased] = await house.sql("select facts from journal where kind = 'candidate.erased' and about = $1", [row!.id])
  expect(erased).toMatchObject({ facts: { why: 'asked', how: 'email' } })
  expect(await house.sql('select 1 from incoming_piece where letter_id = any($1::uuid[])', [on])).toEqual([])
  expect(await house.sql('select read_sealed from incoming_letter where id = any($1::uuid[]) and read_sealed is not null', [on])).toEqual(
    [],
  )
})

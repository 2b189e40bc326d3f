// The commands as a terminal sees them: exit codes, one line per fault, nothing on the wrong stream.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { findings, houseNotes } from '../../src/commands/doctor.ts'
import { itemOf, writeItem } from '../../src/municipalities/index.ts'
import { candidateOf } from '../../src/nominations/candidate.ts'
import { recordContact } from '../../src/nominations/index.ts'
import { look } from '../../src/platform/db/act.ts'
import { openPools } from '../../src/platform/db/connect.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { Principal } from '../../src/platform/principal.ts'
import { cloneDatabase, type TestDatabase } from '../database.ts'
import { openDebianPostgres, postgresMissing } from '../debian-postgres.ts'
import { citizen, type Ledger } from '../faults/citizen.ts'
import { filledIn, formsOf } from '../faults/forms.ts'
import { settledSite } from '../faults/settled.ts'
import { newSite, type Site } from '../faults/site.ts'
import { type Fields, openTestHouse, type TestHouse, type Visitor } from '../house.ts'
import { slateOf } from './slate-people.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
beforeAll(() => {
  // The commands people type run the built program.
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root })
  folder = mkdtempSync(join(tmpdir(), 'raadslag-commands-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function raadslag(args: string[], env: Record<string, string> = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/run.cjs', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', RAADSLAG_DATA: join(folder, 'data'), ...env },
  })
  return { status, out: stdout, err: stderr }
}

describe('raadslag', { timeout: 120_000 }, () => {
  it('lists every fault of the configuration at once and stops', () => {
    writeFileSync(join(folder, 'a-file'), '')
    const { status, err } = raadslag(['start'], {
      PORT: 'abc',
      HOST: '0.0.0.0',
      RAADSLAG_DATA: join(folder, 'a-file/data'),
      RAADSLAG_KEY_FILE: join(folder, 'a-file/data/key'),
      SMTP_URL: 'http://x',
      OIDC_ISSUER: 'https://x',
    })
    expect(status).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^HOST: /),
      `RAADSLAG_DATA: the folder ${folder}/a-file/data cannot be used: ${folder}/a-file is a file`,
      expect.stringMatching(/^RAADSLAG_KEY_FILE: must lie outside the data folder/),
      expect.stringMatching(/^OIDC_ISSUER/),
      expect.stringMatching(/^SMTP_URL: /),
    ])
  })
  it('municipality check says that the shipped files have no faults', { timeout: 120_000 }, () => {
    for (const name of ['glostrup', 'nordhavre']) {
      const { status, out } = raadslag(['municipality', 'check', `municipalities/${name}`])
      expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('in order') })
    }
  })
  it('municipality check names file, line and field of a planted fault, and what is allowed', () => {
    const dir = join(folder, 'municipality')
    cpSync(join(root, 'municipalities/glostrup'), dir, { recursive: true })
    const file = join(dir, 'councils/udsatteraad.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('state: recruiting', 'state: recruting'))
    const { status, out, err } = raadslag(['municipality', 'check', dir])
    expect(status).toBe(1)
    expect(out).toMatch(/councils\/udsatteraad\.yaml:\d+: status\.state: .*recruiting/)
    expect(err).toBe('1 fault. Nothing was changed.\n')
  })
  it('a folder that is no municipality is said in one line, by every command alike', () => {
    const dir = join(folder, 'something-else')
    cpSync(join(root, 'docs/decisions'), dir, { recursive: true })
    for (const command of ['check', 'plan', 'apply']) {
      const { status, err } = raadslag(['municipality', command, dir])
      expect([status, err]).toEqual([2, `${dir}/municipality.yaml:1: (file): The file municipality.yaml is missing from this folder.\n`])
    }
    expect(raadslag(['municipality', 'chekc', dir]).status).toBe(2)
  })
  it('a database that does not answer is named by its setting, without its password', () => {
    const { status, err } = raadslag(['doctor'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' })
    expect(status).not.toBe(0)
    expect(err).toMatch(/^DATABASE_URL: the database at 127\.0\.0\.1:1\/none does not let us in: .*ECONNREFUSED/m)
    expect(err).not.toContain('secret')
  })
  it('keys init makes a file only its owner reads, outside the data folder, and never overwrites one', () => {
    const key = join(folder, 'here.key')
    expect(raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: key }).status).toBe(0)
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const again = raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: key })
    expect(again.status).not.toBe(0)
    expect(again.err).toContain('exists already')
    expect(raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: join(folder, 'data/inside.key') }).err).toContain('outside the data folder')
    expect(existsSync(join(folder, 'data/inside.key'))).toBe(false)
  })
  it('A8: charter check answers with exit 0 whatever the answer, and 2 for input that cannot be used', () => {
    const charter = { id: 'c', groups: [{ id: 'member', voting: true, min: 1, max: 1, appointed_by: 'municipal_council' }], rules: [] }
    const ask = (slate: string[]) =>
      raadslag(['charter', 'check', '-'], {}, JSON.stringify({ charter, people: [{ id: 'a' }, { id: 'b' }], slate }))
    const right = ask(['a'])
    const lawful = { ok: true, seating: { a: 'member' }, broken: [], conflict: [], wishes: [], reasons: [] }
    expect([right.status, JSON.parse(right.out)]).toEqual([0, expect.objectContaining(lawful)])
    const file = join(folder, 'question.json')
    writeFileSync(file, JSON.stringify({ charter, people: [{ id: 'a' }, { id: 'b' }], slate: ['a'] }))
    expect(raadslag(['charter', 'check', file])).toEqual({ status: 0, out: right.out, err: '' })
    // As it is called inside the checkout.
    const called = spawnSync('npx', ['raadslag', 'charter', 'check', file], { cwd: root, encoding: 'utf8' })
    expect([called.status, called.stdout, called.stderr]).toEqual([0, right.out, ''])
    const yaml = join(folder, 'question.yaml')
    writeFileSync(yaml, `charter: ${JSON.stringify(charter)}\npeople: [{id: a}]\nslate: [a]\n`)
    expect(JSON.parse(raadslag(['charter', 'check', yaml]).out).ok).toBe(true)
    const wrong = ask(['a', 'b'])
    expect([wrong.status, JSON.parse(wrong.out).broken]).toEqual([0, ['size:member']])
    const unusable = raadslag(['charter', 'check', '-'], {}, '{"charter": 5}')
    expect(unusable.status).toBe(2)
    expect(unusable.err.trim().split('\n')).toHaveLength(1)
    const alone = raadslag(['charter', 'check', '-'], {}, JSON.stringify(charter))
    expect([alone.status, alone.err]).toEqual([2, expect.stringContaining('put it under "charter"')])
    const council = raadslag(['charter', 'check', 'municipalities/glostrup/councils/udsatteraad.yaml'])
    expect([council.status, council.err]).toEqual([2, expect.stringContaining('this is a council')])
  })
  it('refuses a role and an address it does not know, in one line', () => {
    expect(raadslag(['sign-in-link', '--email', 'a@example.org', '--role', 'queen']).err).toMatch(/^--role: "queen" is not a role/)
    expect(raadslag(['sign-in-link', '--email', 'a@b.dk\r\nBcc: x@y.dk', '--role', 'secretary']).status).toBe(2)
  })
})

/** A database of PostgreSQL, as an operator names it in the environment. */
const reached = ({ host, port, user, database }: TestDatabase['connection'], keyFile: string) => {
  const at = (name: string) => `postgres://${name}@localhost/${database}?${new URLSearchParams({ host, port: String(port) })}`
  return { DATABASE_URL: at('raadslag'), DATABASE_ADMIN_URL: at(user), RAADSLAG_KEY_FILE: keyFile }
}

/** How many rows stand in each table. */
const rowsOf = async (sql: (text: string) => Promise<Record<string, unknown>[]>) => {
  const tables = await sql(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
  return Object.fromEntries((await sql(counts.join(' union all '))).map(({ name, n }) => [String(name), Number(n)]))
}

describe('raadslag on a PostgreSQL of the municipality’s own', { timeout: 120_000 }, () => {
  it('A28 A32: migrate makes an empty database ready, again changes nothing; what the embedded one had is exported and comes in with every row; the site serves there, opens what was sealed and keeps a nomination', async () => {
    // The oldest version that is promised, where the machine has it.
    const debian = postgresMissing() === null ? openDebianPostgres() : null
    const lent = debian ? null : await cloneDatabase()
    const name = `${lent?.connection.database ?? 'raad'}_own`
    const client = new pg.Client(debian ? { connectionString: debian.url('postgres') } : lent!.connection)
    await client.connect()
    await client.query(`create database ${name} template template0`)
    const keyFile = join(folder, 'own.key')
    const env = debian
      ? { DATABASE_URL: debian.url(name, 'raadslag'), DATABASE_ADMIN_URL: debian.url(name), RAADSLAG_KEY_FILE: keyFile }
      : reached({ ...lent!.connection, database: name }, keyFile)
    const embedded = await settledSite()
    const site = await newSite({ env })
    const owner = new pg.Client({ connectionString: env.DATABASE_ADMIN_URL })
    try {
      await owner.connect()
      const here = async (text: string) => (await owner.query(text)).rows
      const tables = async () => (await here("select count(*)::int as n from pg_tables where schemaname = 'public'"))[0].n
      expect(await tables()).toBe(0)
      const migrate = () => raadslag(['migrate'], env)
      const done = { status: 0, out: 'The database is at this version.\n' }
      expect(migrate()).toMatchObject(done)
      const made = await tables()
      expect(made).toBeGreaterThan(50)
      expect([migrate(), await tables()]).toEqual([expect.objectContaining(done), made])

      const ledger: Ledger = { acknowledged: [], interrupted: 0, broken: 0, strange: [] }
      await embedded.start()
      await citizen(embedded, ledger, () => 0).go(() => ledger.acknowledged.length === 0)
      expect(ledger).toMatchObject({ acknowledged: [{ councils: ['udsatteraad', 'integrationsraad'] }], strange: [] })
      const before = await rowsOf(embedded.sql)
      expect(before).toMatchObject({ 'public.candidate': 1, 'public.nomination': 2, 'public.receipt': 1, 'public.letter': 1 })
      const council = async (at: Site) => (await at.get('/raad/udsatteraad')).body.replaceAll(at.origin, '')
      const pageBefore = await council(embedded)
      expect(pageBefore).toContain('Udsatterådet')
      await embedded.stop()
      const dir = join(folder, 'moved')
      const passphrase = { RAADSLAG_EXPORT_PASSPHRASE: 'en lang opdigtet sætning' }
      const exported = raadslag(['export', dir], { RAADSLAG_DATA: embedded.dataDir, ...passphrase })
      const imported = raadslag(['import', dir], { ...env, ...passphrase })
      expect([exported.status, imported.status, exported.err + imported.err]).toEqual([0, 0, expect.any(String)])
      expect(/\d+/.exec(imported.out)![0]).toBe(/\d+/.exec(exported.out)![0])
      const after = await rowsOf(here)
      const manifest: { tables: { name: string; rows: number }[] } = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
      const carried = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]))
      // What belongs to a database and not to a municipality stays where it is; the key of the road is the only new row.
      const { 'public.migration': _, 'public.key_fingerprint': __, 'keys.carried': key, ...came } = after
      expect([came, key]).toEqual([Object.fromEntries(Object.keys(came).map(table => [table, carried[table] ?? 0])), 1])
      // Jobs may have written between the count and the end of the program, and nothing may be less.
      const lost = Object.keys(came).filter(table => came[table]! < before[table]!)
      expect(lost).toEqual([])
      await site.start()
      expect(await council(site)).toBe(pageBefore)
      const link = raadslag(['sign-in-link', '--email', 'opdigtet.ny@example.org', '--role', 'secretary'], {
        ...env,
        BASE_URL: site.origin,
      })
      const door = new URL(link.out.trim()).pathname
      const [form] = formsOf((await site.get(door)).body)
      const entered = await site.post(door, filledIn(form!, {}))
      const cookie = /raadslag=[^;]+/.exec(String(entered.headers['set-cookie']))![0]
      const [{ id }] = await here('select id from candidate')
      const read = await site.get(`/arbejdsrum/kandidater/${id}`, { cookie })
      expect([read.status, read.body.includes('person0@example.org')]).toEqual([200, true])
      await citizen(site, ledger, () => 3).go(() => ledger.acknowledged.length === 1)
      const names = (await here('select name from candidate')).map(row => row.name)
      expect(names.sort()).toEqual(ledger.acknowledged.map(one => one.name).sort())
      expect(existsSync(join(site.dataDir, 'database'))).toBe(false)
      expect(await site.stop()).toBe(0)
    } finally {
      await owner.end()
      await site.remove()
      await embedded.remove()
      if (lent) await client.query(`drop database ${name} with (force)`)
      await client.end()
      await lent?.drop()
      debian?.close()
    }
  })
})

describe('raadslag on a database with people in it', { timeout: 120_000 }, () => {
  let house: TestHouse
  let env: Record<string, string> = {}
  const joining = {
    step: 'summary',
    forWhom: 'self',
    councils: ['udsatteraad', 'integrationsraad'],
    reach: 'email',
    declared: ['ties=local_association', 'roles=user'],
    'organisation:ties=local_association': 'Haveforeningen Solbakken (opdigtet)',
    'role:ties=local_association': 'kasserer',
    residence: 'yes',
  }
  beforeAll(async () => {
    house = await openTestHouse({ standing: 'demonstration' })
    env = reached(house.house.store.owner as TestDatabase['connection'], house.house.ctx.config.keyFile)
    const secretary = (await house.as('secretary')).principal
    for (const [name, email] of [
      ['Nadia Haddad', 'nadia@example.org'],
      ['陳美玲', 'meiling@example.org'],
    ] as const)
      await house.post('/bliv-medlem', { ...joining, name, email })
    const slate = await slateOf(house)
    for (const { id } of await house.sql('select id from candidate order by name')) {
      const talk = { candidateId: String(id), how: 'phone' as const, result: 'talked' as const, text: 'Opdigtet', nextOn: null }
      await house.act(recordContact, talk, secretary)
      await slate.put(String(id), 'external')
    }
    await slate.councillor('Karin Toft')
    await slate.propose()
    await slate.decide()
  }, 120_000)
  afterAll(() => house.close())

  it('doctor lists what an operator should mend, every line of it, and ends with 1', () => {
    const { status, out, err } = raadslag(['doctor'], env)
    expect([status, out]).toEqual([1, ''])
    const contact = 'glostrup: contact raad (Spørgsmål om rådene og om at blive medlem): '
    expect(err.trim().split('\n')).toEqual([
      'letters: SMTP_URL is not set: letters are kept and shown, none are sent.',
      'copies: RAADSLAG_BACKUPS is not set: nobody notices copies older than 35 days, in which what was erased lives on.',
      'glostrup: authority: nobody has confirmed that this site is the municipality’s: confirm it under Opsætning. Until then it is a demonstration.',
      `${contact}has no human: choose one under Mennesker.`,
      `${contact}has no telephone number: people who do not write cannot reach it. Write it under Mennesker.`,
      `${contact}has no opening hours: write them under Mennesker.`,
      `${contact}has no deputy for when its human is away: choose one under Mennesker.`,
      'glostrup: help number vagttelefon: is missing: write it under Opsætning, Numre at ringe til.',
      'glostrup: help number bekymring-for-et-barn: is missing: write it under Opsætning, Numre at ringe til.',
      'glostrup: help number alkolinjen: (80 200 500, seen 2023) is not shown before somebody has called it: then confirm it under Opsætning, Numre at ringe til.',
      'glostrup: help number livslinien: (70 20 12 01, seen 2015) is not shown before somebody has called it: then confirm it under Opsætning, Numre at ringe til.',
      'glostrup: child welfare notification: the address of the municipality’s own channel is missing (childWelfareNotification in municipality.yaml): who is worried about a child is told to call.',
      'glostrup: unit administrationen: has no leader: overdue promises have nowhere to go. Choose one under Mennesker.',
      'glostrup: closing days: are not filled in: deadlines are counted with public holidays only. Write them under Opsætning.',
      'note: letters in: IMAP_URL is not set: no mailbox is read. Letters come in by "raadslag mail receive" only.',
      'note: sign-in: OIDC is not set: staff sign in by mail link, which needs SMTP_URL.',
    ])
    // What only a house with a database of its own hears.
    const { config } = house.house.ctx
    const embedded = 'note: database: the embedded PostgreSQL ships old OpenSSL and ICU; set DATABASE_URL for production at scale.'
    expect([true, false].map(one => houseNotes(config, one).includes(embedded))).toEqual([true, false])
  })
  it('keys verify proves that the key opens what is stored; another key is refused', () => {
    expect(raadslag(['keys', 'verify'], env)).toEqual({ status: 0, out: 'The key file opens what is stored (1 checked).\n', err: '' })
    const wrong = join(folder, 'wrong.key')
    raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: wrong })
    const refused = raadslag(['keys', 'verify'], { ...env, RAADSLAG_KEY_FILE: wrong })
    expect([refused.status, refused.out, refused.err]).toEqual([1, '', expect.stringMatching(/key/)])
  })
  it('sign-in-link prints a link that opens a session in the role, once', async () => {
    const { status, out } = raadslag(['sign-in-link', '--email', 'opdigtet.ny@example.org', '--role', 'secretary'], {
      ...env,
      BASE_URL: 'HTTPS://Raad.Example.org:443/',
    })
    expect(status).toBe(0)
    const path = /^https:\/\/raad\.example\.org(\/log-ind\/[\w-]+)\n$/.exec(out)![1]!
    // The command goes by the clock of the machine.
    house.clock.set(new Date().toISOString())
    expect((await house.get(path)).status).toBe(200)
    const entered = await house.post(path)
    expect(entered.status).toBe(303)
    const cookie = /raadslag=[^;]+/.exec(entered.headers.get('set-cookie') ?? '')![0]
    const register = await house.fetch('/arbejdsrum/kandidater', { headers: { cookie } })
    expect([register.status, (await register.text()).includes('Nadia Haddad')]).toEqual([200, true])
    expect((await house.post(path)).status).not.toBe(303)
    house.clock.set('2026-11-09T10:15:00+01:00')
  })
  it('municipality plan says what a changed folder would change and changes nothing; apply does it; then nothing is left to do', async () => {
    const dir = join(folder, 'changed')
    cpSync(join(root, 'municipalities/glostrup'), dir, { recursive: true })
    const file = join(dir, 'councils/seniorraad.yaml')
    const yaml = readFileSync(file, 'utf8')
    writeFileSync(file, yaml.replace(/^name: .*$/m, 'name: {da: Det opdigtede råd, en: The invented council}'))
    expect(readFileSync(file, 'utf8')).not.toBe(yaml)
    const shown = async () => (await house.get('/raad/seniorraad')).body.includes('Det opdigtede råd')
    const planned = raadslag(['municipality', 'plan', dir], env)
    const [line, ...others] = planned.out.trim().split('\n')
    expect([planned.status, line, others]).toEqual([
      0,
      expect.stringMatching(/^change +council:seniorraad$/),
      [expect.stringMatching(/^\d+ items are the same$/)],
    ])
    expect(await shown()).toBe(false)
    const applied = raadslag(['municipality', 'apply', dir], env)
    expect([applied.status, applied.out.split('\n')[0]]).toEqual([0, line])
    await vi.waitFor(async () => expect(await shown()).toBe(true), { timeout: 10_000 })
    expect(raadslag(['municipality', 'plan', dir], env)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^\d+ items are the same\n$/),
    })
  })
  it('A28: export and import carry candidates, ties, seats, slate and decision into another database with another key, and it serves the same council', async () => {
    const dir = join(folder, 'exported')
    const RAADSLAG_EXPORT_PASSPHRASE = 'en lang opdigtet sætning'
    expect(raadslag(['export', dir], env)).toMatchObject({ status: 2, err: expect.stringContaining('RAADSLAG_EXPORT_PASSPHRASE') })
    const exported = raadslag(['export', dir], { ...env, RAADSLAG_EXPORT_PASSPHRASE })
    expect([exported.status, exported.out]).toEqual([0, expect.stringMatching(/^glostrup: \d+ rows in \d+ tables\n$/)])
    const other = await cloneDatabase()
    const theirs = reached(other.connection, join(folder, 'other.key'))
    expect(raadslag(['import', dir], { ...theirs, RAADSLAG_EXPORT_PASSPHRASE: 'en anden opdigtet sætning' }).status).not.toBe(0)
    const imported = raadslag(['import', dir], { ...theirs, RAADSLAG_EXPORT_PASSPHRASE })
    expect([imported.status, imported.out]).toEqual([0, expect.stringMatching(/^glostrup: \d+ rows came in\n$/)])
    const client = new pg.Client(other.connection)
    await client.connect()
    for (const [table, least] of Object.entries({ candidate: 2, tie: 2, seating: 3, slate: 1, decision: 1, letter: 2 })) {
      const count = `select count(*)::int as n from ${table}`
      const there = (await client.query(count)).rows[0].n
      expect([there, there >= least], table).toEqual([(await house.sql(count))[0]!.n, true])
    }
    await client.end()
    const config = { ...house.house.ctx.config, keyFile: theirs.RAADSLAG_KEY_FILE, municipalityDirs: [] }
    const pools = openPools({ ...other.connection, user: 'raadslag' }, () => {}, 4)
    const store = {
      owner: other.connection,
      login: { ...other.connection, user: 'raadslag' },
      pools,
      embedded: null,
      close: () => pools.close(),
    }
    const second = await openHouse({ config, log: silentLog, clock: house.clock, jobs: false, store })
    try {
      const page = async (fetch: (request: Request) => Promise<Response>) =>
        await (await fetch(new Request('http://127.0.0.1:3000/raad/udsatteraad', { headers: { host: '127.0.0.1:3000' } }))).text()
      const [here, there] = [await page(house.house.web.fetch), await page(second.web.fetch)]
      expect(there).toContain('Karin Toft')
      expect(there).toContain('id="beslutninger"')
      expect(there).toBe(here)
      // What is sealed opens there too.
      const system: Principal = { kind: 'system', municipalityId: house.municipalityId, job: 'test' }
      const [{ id } = {}] = await house.sql("select id from candidate where name = 'Nadia Haddad'")
      const { value } = await look(second.ctx.database, system, tx => candidateOf(tx, String(id)))
      expect(value).toMatchObject({ contact: { email: 'nadia@example.org' }, ties: [{ role: 'kasserer' }] })
    } finally {
      await second.close()
      await other.drop()
    }
  })
  it('doctor says nothing any more of what an operator has mended on the pages, and ends with 0 when nothing is left', async () => {
    const bo = await house.as('operator')
    const amira = await house.as('secretary')
    const person = `/arbejdsrum/mennesker/${amira.personId}/oplysninger`
    const facts = { name: 'Amira Holm', email: 'amira.holm@example.org', helpsWith: '', unit: '' }
    const about = async () => (await house.look(findings)).map(one => `${one.about.split(' (')[0]} ${one.mend}`)
    let left = await about()
    /** Does it as its form sends it; what is no longer said, and what is said instead. */
    const mended = async (visitor: Visitor, path: string, fields: Fields) => {
      expect((await visitor.post(path, fields)).status, path).toBe(303)
      const before = left
      left = await about()
      return [before.filter(line => !left.includes(line)), left.filter(line => !before.includes(line))]
    }
    const has = (...texts: string[]) => texts.map(text => expect.stringContaining(text))
    const word = { by: 'Opdigtet Direktør', on: '2026-11-05', sure: 'on' }
    expect(await mended(bo, '/arbejdsrum/opsaetning/myndighed', word)).toEqual([has('authority'), []])
    const answers = { person: amira.personId!, deputy: bo.personId! }
    const contact = '/arbejdsrum/mennesker/kontakter/raad'
    expect(await mended(amira, contact, answers)).toEqual([has('has no human', 'has no deputy'), has('has a human without a name')])
    expect(await mended(bo, person, { ...facts, shown: 'on', phone: '' })).toEqual([has('has a human without a name'), []])
    expect(await mended(bo, person, { ...facts, shown: 'on', phone: '00 00 00 01' })).toEqual([has('has no telephone'), []])
    const open = { ...answers, days1: ['mon', 'tue'], from1: '9', to1: '15' }
    expect(await mended(amira, contact, open)).toEqual([has('has no opening hours'), []])
    for (const [number, phone] of Object.entries({ alkolinjen: '', 'bekymring-for-et-barn': '00 00 00 02' })) {
      const called = { number, phone, by: 'Bo Lind', on: '2026-11-05' }
      expect(await mended(bo, '/arbejdsrum/opsaetning/numre', called)).toEqual([has(`help number ${number}`), []])
    }
    expect(await mended(bo, '/arbejdsrum/opsaetning/lukkedage', { days: '2026-12-24 Juleaften' })).toEqual([has('closing days'), []])
    const unit = '/arbejdsrum/mennesker/enheder/administrationen'
    expect(await mended(amira, unit, { leader: bo.personId!, deputy: amira.personId! })).toEqual([has('has no leader'), []])
    const terms = await house.sql("delete from item where kind = 'term' returning *")
    const duty = { number: 'vagttelefon', phone: '00 00 00 03', by: 'Bo Lind', on: '2026-11-05' }
    expect(await mended(bo, '/arbejdsrum/opsaetning/numre', duty)).toEqual([has('help number vagttelefon'), has('electoral terms')])
    for (const { slug, content } of terms)
      await house.act((tx, who) => writeItem(tx, who, { kind: 'term', slug: String(slug), content: content as never }), undefined)
    const lifeline = { number: 'livslinien', phone: '', by: 'Bo Lind', on: '2026-11-05' }
    expect(await mended(bo, '/arbejdsrum/opsaetning/numre', lifeline)).toEqual([has('livslinien', 'electoral terms'), []])
    expect(left).toEqual(has('child welfare notification'))
    await house.act(async (tx, who) => {
      const content = {
        ...(await itemOf(tx, 'municipality', 'glostrup'))!,
        childWelfareNotification: 'https://kommunen.example/underretning',
      }
      await writeItem(tx, who, { kind: 'municipality', slug: 'glostrup', content })
    }, undefined)
    const copies = join(folder, 'copies')
    mkdirSync(copies)
    writeFileSync(join(copies, 'last-night.tar'), 'opdigtet')
    const all = {
      ...env,
      SMTP_URL: 'smtp://127.0.0.1:25',
      IMAP_URL: 'imaps://post@127.0.0.1/INBOX?mailbox=politik',
      ...{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'raadslag', OIDC_CLIENT_SECRET: 'opdigtet' },
      RAADSLAG_BACKUPS: copies,
    }
    expect(raadslag(['doctor'], all)).toEqual({ status: 0, out: 'Nothing to mend.\n', err: '' })
    // A way of working that was chosen is told and is no fault.
    const { IMAP_URL: _, OIDC_ISSUER: _issuer, OIDC_CLIENT_ID: _id, OIDC_CLIENT_SECRET: _secret, ...pipe } = all
    const told = raadslag(['doctor'], pipe)
    expect([told.status, told.out.split('\n').map(line => line.slice(0, 15)), told.err]).toEqual([
      0,
      ['Nothing to mend', 'note: letters i', 'note: sign-in: ', ''],
      '',
    ])
  })
})

// The commands as a terminal sees them: exit codes, one line per fault, nothing on the wrong stream.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { candidateOf } from '../../src/nominations/candidate.ts'
import { recordContact } from '../../src/nominations/index.ts'
import { look } from '../../src/platform/db/act.ts'
import { openPools } from '../../src/platform/db/connect.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { Principal } from '../../src/platform/principal.ts'
import { cloneDatabase, type TestDatabase } from '../database.ts'
import { citizen, type Ledger } from '../faults/citizen.ts'
import { newSite } from '../faults/site.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
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
      SMTP_URL: 'http://x',
      OIDC_ISSUER: 'https://x',
    })
    expect(status).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^HOST: /),
      `RAADSLAG_DATA: the folder ${folder}/a-file/data cannot be used: ${folder}/a-file is a file`,
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

describe('raadslag on a PostgreSQL of the municipality’s own', { timeout: 120_000 }, () => {
  it('A32: migrate makes an empty database ready, again changes nothing, and a site started on it keeps a nomination there', async () => {
    const lent = await cloneDatabase()
    const name = `${lent.connection.database}_own`
    const own = { ...lent.connection, database: name }
    const client = new pg.Client(lent.connection)
    await client.connect()
    await client.query(`create database ${name} template template0`)
    const env = reached(own, join(folder, 'own.key'))
    const site = await newSite({ env })
    const owner = new pg.Client(own)
    try {
      await owner.connect()
      const tables = async () => (await owner.query("select count(*)::int as n from pg_tables where schemaname = 'public'")).rows[0].n
      expect(await tables()).toBe(0)
      const migrate = () => raadslag(['migrate'], env)
      const done = { status: 0, out: 'The database is at this version.\n' }
      expect(migrate()).toMatchObject(done)
      const made = await tables()
      expect(made).toBeGreaterThan(50)
      expect([migrate(), await tables()]).toEqual([expect.objectContaining(done), made])
      await site.start()
      expect(await site.get('/raad/udsatteraad')).toMatchObject({ status: 200, body: expect.stringContaining('Udsatterådet') })
      const ledger: Ledger = { acknowledged: [], interrupted: 0, broken: 0, strange: [] }
      await citizen(site, ledger, () => 3).go(() => ledger.acknowledged.length === 0)
      expect(ledger).toMatchObject({ acknowledged: [{ councils: ['udsatteraad', 'integrationsraad'] }], strange: [] })
      const { rows } = await owner.query('select name from candidate')
      expect(rows).toEqual([{ name: ledger.acknowledged[0]!.name }])
      expect(existsSync(join(site.dataDir, 'database'))).toBe(false)
      expect(await site.stop()).toBe(0)
    } finally {
      await owner.end()
      await site.remove()
      await client.query(`drop database ${name} with (force)`)
      await client.end()
      await lent.drop()
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

  it('doctor lists what an operator should mend, the human, the telephone and the authority among it, and ends with 1', () => {
    const { status, out, err } = raadslag(['doctor'], env)
    expect([status, out]).toEqual([1, ''])
    const lines = err.trim().split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^glostrup: authority: nobody has confirmed that this site is the municipality’s/),
        expect.stringMatching(/^glostrup: contact raad \(.+\): has no human: choose one under Mennesker\.$/),
        expect.stringMatching(/^glostrup: contact raad \(.+\): has no telephone number/),
        expect.stringMatching(/^letters: SMTP_URL is not set/),
      ]),
    )
    expect(err).not.toMatch(/Nadia|Haddad|example\.org/)
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
})

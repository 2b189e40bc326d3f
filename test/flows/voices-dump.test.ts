// T15: a stolen dump of the database, without the key file, shows nothing of what was told; a leak would be seen.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { openHouse } from '../../src/app.ts'
import { verify } from '../../src/commands/keys.ts'
import { initKeys } from '../../src/platform/crypto/keys.ts'
import type { Connection } from '../../src/platform/db/connect.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openDebianPostgres, postgresMissing } from '../debian-postgres.ts'
import { dump, leaks } from '../dump.ts'
import type { TestHouse, Visitor } from '../house.ts'
import { codeIn, comeBack, onlyVoice, openVoicesHouse } from '../voices.ts'

let house: TestHouse
let amira: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
})
afterAll(async () => await house.close())

const canary = (what: string) => `Kanarie${what}ø`
/** Tells with every field, a picture and everything that follows; what must stand nowhere, and the picture as it is kept. */
async function tellCanaries(house: TestHouse, amira: Visitor): Promise<{ canaries: string[]; picture: Buffer }> {
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  const told = {
    formKey: house.formKey(),
    step: 'summary',
    who: 'behalf',
    consent: 'yes',
    covers: 'everything',
    words: canary('ord'),
    place: canary('sted'),
    mayNotSee: canary('skjul'),
    name: canary('navn'),
    aboutWhom: canary('nabo'),
    reply: 'email',
    email: 'kanariemail@example.org',
  }
  for (const [name, value] of Object.entries(told)) form.append(name, value)
  form.append('pictures', new File([new Uint8Array(picture)], 'kanarie.jpg'))
  const code = codeIn(await (await house.fetch('/fortael', { method: 'POST', body: form })).text())!
  const at = `/arbejdsrum/henvendelser/${(await onlyVoice(house)).id}`
  await amira.post(`${at}/svar`, { answer: canary('svar') })
  await amira.post(`${at}/note`, { note: canary('note') })
  await amira.post(`${at}/oversaet`, { of: '1', to: 'en', translation: canary('tolk') })
  await amira.post(`${at}/overdrag`, { receiver: '', words: canary('videre'), by: '2026-11-20' })
  const mine = await comeBack(house, code)
  await mine.go('write', { text: canary('igen') })
  const [kept] = await house.sql('select id from voice_picture')
  const shown = await amira.fetch(`${at}/billede/${kept!.id}`)
  const canaries = [
    ...['ord', 'sted', 'skjul', 'navn', 'nabo', 'svar', 'note', 'tolk', 'videre', 'igen'].map(canary),
    'kanariemail@example.org',
    code,
    code.replaceAll('-', ''),
  ]
  return { canaries, picture: Buffer.from(await shown.arrayBuffer()) }
}

it('T15: no word, name, number, address, picture or code of a voice stands in the clear in any table', { timeout: 60_000 }, async () => {
  const { canaries } = await tellCanaries(house, amira)
  const dumped = await dump(house)
  expect(dumped.size).toBeGreaterThan(40)
  expect(dumped.get('public.voice_line')!.split('\n')).toHaveLength(6)
  expect(leaks(dumped, canaries)).toEqual([])
  // No file of a picture begins in the clear either.
  expect(dumped.get('public.voice_picture')).not.toContain('ffd8ffe0')

  // Planted: the same search finds words that stand as they are, as bytes, and inside a letter.
  await house.sql('update voice set district = $1', [canary('ord')])
  expect(leaks(await dump(house), canaries)).toEqual([expect.stringContaining('public.voice: ')])
  await house.sql('update voice set district = null')
  await house.sql("update voice_line set text_sealed = convert_to($1, 'UTF8') where kind = 'note'", [canary('note')])
  expect(leaks(await dump(house), canaries)).toEqual([expect.stringContaining('voice_line')])
})

it('A31 A36 T15: how to reach a candidate, the motivation, the wishes, the code and what staff noted stand in the clear in no table', async () => {
  const words = {
    motivation: canary('motivation'),
    address: canary('vej'),
    interpreter: canary('sprog'),
    through: canary('varmestue'),
    email: 'kanariekandidat@example.org',
    phone: '+4500119922',
  }
  const asked = { step: 'summary', forWhom: 'self', councils: 'udsatteraad', name: 'Opdigtet Sløjd', residence: 'yes' }
  const codes: string[] = []
  for (const reach of ['email', 'letter', 'through'])
    codes.push(/id="kode">([0-9A-Z-]{24})</.exec((await house.post('/bliv-medlem', { ...asked, ...words, reach })).body)![1]!)
  const [{ id } = {}] = await house.sql('select id from candidate order by id limit 1')
  const at = `/arbejdsrum/kandidater/${id}`
  await amira.post(`${at}/note`, { form: 'note', 'note.note': canary('kandidatnote') })
  const talk = { 'how.kontakt': 'phone', 'result.kontakt': 'talked', 'text.kontakt': canary('samtale') }
  await amira.post(`${at}/kontakt`, { form: 'kontakt', ...talk })
  const page = (await amira.get(at)).body
  const bare = codes.map(code => code.replaceAll('-', ''))
  const canaries = [...Object.values(words), ...['kandidatnote', 'samtale'].map(canary), ...codes, ...bare]
  for (const one of [words.motivation, words.email, canary('kandidatnote'), canary('samtale')]) expect(page).toContain(one)
  const dumped = await dump(house)
  expect(leaks(dumped, canaries)).toEqual([])
  expect(leaks(dumped, ['Opdigtet Sløjd']).length).toBeGreaterThan(0)
  // Planted: a note written as it is would be found.
  await house.sql("update candidate_note set text_sealed = convert_to($1, 'UTF8')", [canary('kandidatnote')])
  expect(leaks(await dump(house), canaries)).toEqual([expect.stringContaining('candidate_note')])
  await house.sql("update candidate_note set text_sealed = convert_to($1, 'UTF8')", [bare[1]])
  expect(leaks(await dump(house), canaries)).toEqual([`public.candidate_note: ${bare[1]}`])
})

it('T15: `keys verify` opens what is stored with the right key and says so; with another, and a start without one, it is refused with what to do', {
  timeout: 60_000,
}, async () => {
  const { config } = house.house.ctx
  const folder = mkdtempSync(join(tmpdir(), 'raadslag-verify-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  const url = (to: Connection, user?: string) => {
    if ('url' in to) return to.url
    return `postgres://${user ?? to.user}@localhost:${to.port}/${to.database}?host=${encodeURIComponent(to.host)}`
  }
  const urls = { databaseUrl: url(house.house.store.login), databaseAdminUrl: url(house.house.store.owner) }
  const verifyWith = async (keyFile: string) => {
    for (const [name, value] of Object.entries({
      BASE_URL: config.baseUrl,
      DATABASE_URL: urls.databaseUrl,
      DATABASE_ADMIN_URL: urls.databaseAdminUrl,
      RAADSLAG_DATA: join(folder, 'data'),
      RAADSLAG_KEY_FILE: keyFile,
    }))
      vi.stubEnv(name, value)
    return await verify()
  }
  expect((await house.sql('select from letter')).length).toBeGreaterThan(0)
  expect(await verifyWith(config.keyFile)).toBe('The key file opens what is stored (1 checked).')
  const other = join(folder, 'other.key')
  initKeys(other)
  await expect(verifyWith(other)).rejects.toThrow(/What is stored was written with the key .*Put back the right key file/)
  const gone = join(folder, 'gone.key')
  await expect(verifyWith(gone)).rejects.toThrow(/is missing\. Put back the copy you keep/)
  // A start makes a key only where nothing is stored.
  for (const [keyFile, why] of [
    [gone, /is missing\. Put back the copy you keep/],
    [other, /Put back the right key file/],
  ] as const)
    await expect(openHouse({ config: { ...config, ...urls, keyFile }, log: silentLog, jobs: false })).rejects.toThrow(why)
  expect(existsSync(gone)).toBe(false)
  // Nothing was touched: the right one opens it as before.
  expect(await verifyWith(config.keyFile)).toContain('1 checked')
})

const missing = postgresMissing()
if (missing) console.log(`not run: ${missing}`)

it.skipIf(missing)(
  'T15: pg_dump itself, plain and as an archive, from a PostgreSQL 15 the program runs on: nothing in it, and a leak is found in both',
  { timeout: 60_000 },
  async () => {
    const server = openDebianPostgres()
    onTestFinished(() => server.close())
    server.run('createdb', 'raad')
    server.run('createuser', 'raadslag')
    const urls = { databaseUrl: server.url('raad', 'raadslag'), databaseAdminUrl: server.url('raad') }
    const outside = await openVoicesHouse({ config: urls })
    onTestFinished(() => outside.close())
    const [version] = await outside.sql("select current_setting('server_version_num')::int / 10000 as of")
    expect(version!.of).toBe(15)
    const { canaries, picture } = await tellCanaries(outside, await outside.as('amira'))
    const pixels = picture.subarray(picture.length >> 1, (picture.length >> 1) + 16).toString('hex')
    const file = join(tmpdir(), `raadslag-${process.pid}.dump`)
    const taken = () => {
      const plain = server.run('pg_dump', 'raad')
      const archive = server.run('pg_dump', '-Fc', 'raad')
      writeFileSync(file, archive)
      const opened = spawnSync('/usr/lib/postgresql/15/bin/pg_restore', ['-f', '-', file], { maxBuffer: 1e9 })
      rmSync(file)
      return new Map(Object.entries({ plain, archive, opened: opened.stdout }).map(([name, bytes]) => [name, bytes.toString('latin1')]))
    }
    const latin = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
    const found = (dumps: ReadonlyMap<string, string>) => leaks(dumps, [...canaries.map(latin), pixels], 'latin1')
    const dumps = taken()
    // The dump is whole: the voice, its six lines and its picture are in it.
    for (const name of ['plain', 'opened']) {
      expect(dumps.get(name)).toMatch(/COPY public\.voice_picture [^\n]*\n[^\n]*\\\\x[0-9a-f]{200}/)
      expect(/COPY public\.voice_line [^;]*;\n([^\\]*(?:\\(?!\.)[^\\]*)*)\\\./.exec(dumps.get(name)!)![1]!.trim().split('\n')).toHaveLength(
        6,
      )
    }
    expect(found(dumps)).toEqual([])
    // Planted: a word as bytes, the picture as it is, and the code; each is found in the plain dump and in the archive once it is read.
    await outside.sql("update voice_line set text_sealed = convert_to($1, 'UTF8') where kind = 'note'", [canary('note')])
    await outside.sql('update voice_picture set bytes_sealed = $1', [picture])
    await outside.sql('update voice set district = $1', [canaries.at(-1)])
    const planted = found(taken())
    for (const name of ['plain', 'opened'])
      for (const what of [latin(canary('note')), pixels, canaries.at(-1)!]) expect(planted).toContain(`${name}: ${what}`)
  },
)

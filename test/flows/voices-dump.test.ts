// T15: a stolen dump of the database, without the key file, shows nothing of what was told; a leak would be seen.
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestHouse, Visitor } from '../house.ts'
import { codeIn, comeBack, onlyVoice, openVoicesHouse } from '../voices.ts'

let house: TestHouse
let amira: Visitor
beforeAll(async () => {
  house = await openVoicesHouse()
  amira = await house.as('amira')
})
afterAll(async () => await house.close())

/** Every row of every table as a dump writes it: bytes as hex. */
async function dump(): Promise<Map<string, string>> {
  const tables = await house.sql(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`,
  )
  const found = new Map<string, string>()
  for (const { name } of tables) {
    const rows = await house.sql(`select t::text as row from ${name} t`)
    found.set(String(name), rows.map(each => each.row).join('\n'))
  }
  return found
}
/** How a text can stand in a dump. */
const forms = (text: string) => [
  text,
  Buffer.from(text, 'utf8').toString('hex'),
  Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -1),
]
const leaks = (dumped: ReadonlyMap<string, string>, canaries: readonly string[]) =>
  [...dumped].flatMap(([table, text]) =>
    canaries.filter(one => forms(one).some(form => text.includes(form))).map(one => `${table}: ${one}`),
  )

it('T15: no word, name, number, address, picture or code of a voice stands in the clear in any table', { timeout: 60_000 }, async () => {
  const canary = (what: string) => `Kanarie${what}ø`
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
  await amira.post(`${at}/overdrag`, { to: '', words: canary('videre'), by: '2026-11-20' })
  const mine = await comeBack(house, code)
  await mine.go('write', { text: canary('igen') })
  const canaries = [
    ...['ord', 'sted', 'skjul', 'navn', 'nabo', 'svar', 'note', 'tolk', 'videre', 'igen'].map(canary),
    'kanariemail@example.org',
    code,
    code.replaceAll('-', ''),
  ]
  const dumped = await dump()
  expect(dumped.size).toBeGreaterThan(40)
  expect(dumped.get('public.voice_line')!.split('\n')).toHaveLength(6)
  expect(leaks(dumped, canaries)).toEqual([])
  // No file of a picture begins in the clear either.
  expect(dumped.get('public.voice_picture')).not.toContain('ffd8ffe0')

  // Planted: the same search finds words that stand as they are, as bytes, and inside a letter.
  await house.sql('update voice set district = $1', [canary('ord')])
  expect(leaks(await dump(), canaries)).toEqual([expect.stringContaining('public.voice: ')])
  await house.sql('update voice set district = null')
  await house.sql("update voice_line set text_sealed = convert_to($1, 'UTF8') where kind = 'note'", [canary('note')])
  expect(leaks(await dump(), canaries)).toEqual([expect.stringContaining('voice_line')])
})

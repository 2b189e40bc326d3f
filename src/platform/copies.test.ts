// Shows that the doctor notices copies that are too old, too few or missing, and keys that should be gone.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { copyAilments } from './copies.ts'
import { deleteOldCopies } from './old-copies.ts'

const folder = mkdtempSync(join(tmpdir(), 'raadslag-copies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const day = 86_400_000
const now = new Date()
const backups = join(folder, 'kopi')
const keyFile = join(folder, 'keys', 'house.key')
const copy = (name: string, days: number) => {
  mkdirSync(join(backups, name), { recursive: true })
  const at = new Date(now.getTime() - days * day - 1_000)
  utimesSync(join(backups, name), at, at)
}

it('R8: copies in which erased words live on are told, and so is a night without a copy', () => {
  expect(copyAilments({ backups: null, keyFile }, now)).toEqual([expect.stringContaining('RAADSLAG_BACKUPS is not set')])
  expect(copyAilments({ backups, keyFile }, now)).toEqual([expect.stringContaining('is not there')])
  mkdirSync(backups)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([expect.stringContaining('there is none')])
  copy('ny', 0)
  copy('gammel nok', 35)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([])
  copy('for gammel', 36)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([
    expect.stringMatching(/1 in .* older than 35 days .*for gammel: 36.*Delete them/),
  ])
  rmSync(join(backups, 'for gammel'), { recursive: true })
  copy('ny', 3)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([expect.stringContaining('3 days old')])
  copy('ny', 0)
  // Dated ahead it is no fresh one, however long the clock was wrong.
  copy('ny', 3)
  copy('fra-fremtiden', -30)
  copy('a-40.deleting', 0)
  expect(copyAilments({ backups, keyFile }, now)).toEqual([
    expect.stringMatching(/: fra-fremtiden in .* later than now/),
    expect.stringContaining('3 days old'),
  ])
  for (const name of ['fra-fremtiden', 'a-40.deleting']) rmSync(join(backups, name), { recursive: true })
  copy('ny', 0)
})

it('R8: a retired key is told when the copies it opens should be gone', () => {
  mkdirSync(join(folder, 'keys'))
  writeFileSync(`${keyFile}.retired-c0ffee00`, '')
  expect(copyAilments({ backups, keyFile }, now)).toEqual([])
  const later = new Date(now.getTime() + 36 * day)
  expect(copyAilments({ backups: null, keyFile }, later).slice(1)).toEqual([expect.stringContaining('Destroy it')])
})

const municipality = { id: '01900000-0000-7000-8000-000000000001', slug: 'proevby' }
/** As `raadslag export` writes it, so many days ago. */
function exported(parent: string, name: string, days: number, of = municipality): string {
  const dir = join(parent, name)
  mkdirSync(dir, { recursive: true })
  const rows = `{"id":"${of.id}"}\n`
  const tables = [{ name: 'public.municipality', rows: 1, sha256: createHash('sha256').update(rows).digest('hex') }]
  const made = new Date(now.getTime() - days * day - 1_000).toISOString()
  writeFileSync(join(dir, 'public.municipality.ndjson'), rows)
  writeFileSync(join(dir, 'keys.sealed'), 'opdigtet')
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ format: 1, municipality: of, made, migrations: [], tables, key: 'c0ffee' }))
  return dir
}

it('B2e R8: the house deletes its own old copies once a younger whole one is there, and never a link, a foreign file, a half copy, another municipality’s or the last', async () => {
  const own = mkdtempSync(join(folder, 'egne-'))
  const there = () => readdirSync(own).sort()
  const night = async (id = municipality.id, from: string | null = own) => {
    const gone: string[] = []
    await deleteOldCopies(from, id, now, async name => void gone.push(name))
    return gone
  }
  exported(own, 'a-40', 40)
  exported(own, 'b-36', 36)
  // Both are too old, but nothing else is left of the house.
  expect(await night()).toEqual([])
  // A younger one that is not whole is no reason: without keys, with other bytes, or with a table away.
  const young = exported(own, 'c-2', 2)
  const [rows, sealed] = [join(young, 'public.municipality.ndjson'), join(young, 'keys.sealed')]
  rmSync(sealed)
  expect(await night()).toEqual([])
  writeFileSync(sealed, 'opdigtet')
  writeFileSync(rows, 'andet')
  expect(await night()).toEqual([])
  rmSync(rows)
  expect(await night()).toEqual([])
  // Nor is one from a day that has not come, or of another municipality.
  exported(own, 'd-fra-fremtiden', -3)
  const other = { id: '01900000-0000-7000-8000-000000000002', slug: 'anden' }
  exported(own, 'e-anden', 40, other)
  exported(own, 'f-anden', 1, other)
  expect(await night()).toEqual([])
  exported(own, 'c-2', 2)
  // What the house did not make for certain.
  writeFileSync(join(exported(own, 'g-fremmed-fil', 40), 'noter.txt'), 'Opdigtet')
  rmSync(join(exported(own, 'h-halv', 40), 'manifest.json'))
  mkdirSync(join(exported(own, 'i-mappe-i', 40), 'keys.plain'))
  const outside = exported(folder, 'udenfor', 40)
  symlinkSync(outside, join(own, 'j-link'))
  const linked = exported(own, 'k-link-i', 40)
  rmSync(join(linked, 'keys.sealed'))
  symlinkSync(join(outside, 'keys.sealed'), join(linked, 'keys.sealed'))
  symlinkSync(join(own, 'findes-ikke'), join(own, 'l-ingen-steder'))
  writeFileSync(join(own, 'm.dump'), 'Opdigtet')
  rmSync(join(exported(own, 'o-uden-tabel', 40), 'public.municipality.ndjson'))
  rmSync(join(exported(own, 'p-uden-noegle', 40), 'keys.sealed'))
  writeFileSync(join(exported(own, 'q-afbrudt', 40), 'public.municipality.ndjson'), '')
  exported(own, 'n-35', 35)
  const before = there()
  // A deletion that was stopped is known by its mark, and goes on.
  rmSync(join(exported(own, 'r-40.deleting', 40), 'keys.sealed'))
  // Where the name with the mark is taken, it stays whole.
  const taken = exported(own, 's-40', 40)
  mkdirSync(join(`${taken}.deleting`, 'mappe'), { recursive: true })
  expect((await night()).sort()).toEqual(['a-40', 'b-36', 'r-40'])
  expect(readdirSync(taken)).toHaveLength(3)
  for (const name of [taken, `${taken}.deleting`]) rmSync(name, { recursive: true })
  expect(there()).toEqual(before.filter(name => !['a-40', 'b-36'].includes(name)))
  expect(readdirSync(outside)).toHaveLength(3)
  expect(existsSync(join(outside, 'keys.sealed'))).toBe(true)
  // The next night there is nothing left to do, and a human is told of the rest.
  expect(await night()).toEqual([])
  utimesSync(join(own, 'h-halv'), new Date(0), new Date(0))
  const [told] = copyAilments({ backups: own, keyFile }, now)
  expect(told).toMatch(/5 in .* older than 35 days \(the oldest, h-halv/)
  expect(await night(other.id)).toEqual(['e-anden'])
  expect(await night(municipality.id, join(folder, 'findes-ikke'))).toEqual([])
  expect(await night(municipality.id, null)).toEqual([])
  // One is told of before the next is touched: what cannot be written down ends it.
  exported(own, 't-40', 40)
  exported(own, 'u-40', 40)
  const fails = deleteOldCopies(own, municipality.id, now, () => Promise.reject(new Error('Opdigtet')))
  await expect(fails).rejects.toThrow('Opdigtet')
  expect(there().filter(name => /^[tu]-40/.test(name))).toHaveLength(1)
})

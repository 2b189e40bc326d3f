// The register finds people by name in any script and organisations by their Danish stem, and stays quick among very many.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveNomination } from '../../src/nominations/index.ts'
import { listed, listQuery } from '../../src/nominations/register-store.ts'
import { citizens } from '../cast.ts'
import { openTestHouse, type TestHouse } from '../house.ts'

let house: TestHouse
const answers = (name: string, organisation = '') => ({
  forWhom: 'self' as const,
  councils: ['integrationsraad'],
  name,
  declared: organisation ? ['ties=local_association'] : [],
  ties: organisation ? [{ kind: 'ties=local_association', organisation, role: '', local: 'unknown' as const }] : [],
  residence: 'yes' as const,
  reach: 'self' as const,
  email: null,
  phone: '',
  address: '',
  through: '',
  language: 'da',
  interpreter: '',
  needs: [],
  motivation: '',
  suggester: '',
})
const enter = (name: string, organisation?: string) =>
  house.act(receiveNomination, { answers: answers(name, organisation), channel: 'web' as const, key: house.formKey().slice(2, 24) })
const filter = (words: string) => ({ words, council: null, states: null, within: null, after: null, limit: 50 })
const names = async (words: string) => (await house.look(tx => listed(tx, filter(words)))).rows.map(row => row.name).sort()

/** So many invented candidates, in this municipality and in 97 others. */
async function crowd(here: number, elsewhere: number): Promise<void> {
  await house.sql(
    `insert into municipality (id, slug, updated_at) select gen_random_uuid(), 'kommune-' || n, now() from generate_series(1, 97) n`,
  )
  await house.sql(
    `create temporary table crowd as
     select gen_random_uuid() as candidate, gen_random_uuid() as nomination, m.id as municipality, n,
       (array['Anders','Fatima','Nguyễn','Ole','Samira','Bjarne','Aylin','Kirsten'])[1 + n % 8] || ' ' || (array['Hansen','Yıldız','Ali','Sørensen','Khan','Madsen'])[1 + (n / 8) % 6] || 'by' || n / 48 as name
     from (select id, row_number() over (order by id) - 1 as place from municipality where id <> $1) m
     join generate_series(0, $3 - 1) n on n % 97 = m.place
     union all
     select gen_random_uuid(), gen_random_uuid(), $1, n, (array['Anders','Fatima','Ole','Samira'])[1 + n % 4] || ' Prøve' || n from generate_series(0, $2 - 1) n`
      .replace('$3', String(elsewhere))
      .replaceAll('$1', `'${house.municipalityId}'::uuid`)
      .replace('$2', String(here)),
  )
  await house.sql(
    `insert into thing (municipality_id, id, kind, created_at) select municipality, unnest(array[candidate, nomination]), 'candidate', now() from crowd`,
  )
  await house.sql(
    `insert into candidate (municipality_id, id, name, language, residence, said_yes_at, said_yes_how, invented, created_at, changed_at) select municipality, candidate, name, 'da', 'unknown', now(), 'self', true, now(), now() from crowd`,
  )
  await house.sql(
    `insert into nomination (municipality_id, id, candidate_id, council, state, channel, received_on, received_at) select municipality, nomination, candidate, 'integrationsraad', 'received', 'web', current_date, now() - n * interval '1 minute' from crowd`,
  )
  await house.sql(
    `insert into candidate_word (municipality_id, word, candidate_id, of_name) select distinct municipality, lower(word), candidate, true from crowd, regexp_split_to_table(name, ' ') word`,
  )
  await house.sql('analyze')
}

beforeAll(async () => {
  house = await openTestHouse()
  await enter(citizens.fatima.name)
  await enter(citizens.mykola.name)
  await enter(citizens.meiling.name)
  await enter(citizens.selam.name)
  await enter(citizens.linh.name)
  await enter('José Müller-Åkesson')
  await enter('Inga Opdigtet', 'Foreningen Vestervangs Haver')
  await enter('Ali Opdigtet', 'Somalisk Kvindeforening')
})
afterAll(async () => await house?.close())

describe('searching', () => {
  test('names in any script, by their beginning, with or without marks', async () => {
    expect(await names('فاطمة')).toEqual([citizens.fatima.name])
    expect(await names('шевч')).toEqual([citizens.mykola.name])
    expect(await names('陳')).toEqual([citizens.meiling.name])
    expect(await names('ሰላ')).toEqual([citizens.selam.name])
    expect(await names('nguyen linh')).toEqual([citizens.linh.name])
    for (const words of ['jose', 'JOSÉ', 'muller', 'Müller', 'akesson', 'åkesson', 'Aakesson', 'aake'])
      expect(await names(words), words).toEqual(['José Müller-Åkesson'])
  })

  test('organisations by their Danish stem', async () => {
    for (const words of ['forening', 'foreninger', 'foreningens', 'haven vestervang'])
      expect(await names(words), words).toContain('Inga Opdigtet')
    expect(await names('kvindeforeningen')).toEqual(['Ali Opdigtet'])
    expect(await names('opdigtet kvinde')).toEqual(['Ali Opdigtet'])
  })

  test('finds nothing for what is nobody, and never breaks on what people type', async () => {
    for (const words of ["' or 1=1 --", '%', '\\', '*:*', '&|!()', 'zzzzzz']) expect(await names(words)).toEqual([])
    expect((await names('')).length).toBe(8)
  })
})

describe('among very many', () => {
  beforeAll(async () => await crowd(2_000, 30_000), 120_000)

  /** How PostgreSQL finds these words, and the most rows one step of it took in hand, those it threw away with them. */
  async function plan(words: string): Promise<{ text: string; most: number }> {
    return await house.look(async tx => {
      const query = listQuery(tx, filter(words)).compile()
      const explain = { ...query, sql: `explain (analyze, format text) ${query.sql}` }
      const { rows } = await tx.db.executeQuery<Record<string, string>>(explain as never)
      const text = rows.map(row => Object.values(row)[0]).join('\n')
      const steps = [...text.matchAll(/actual time=\S+ rows=([\d.]+) loops=(\d+)|Rows Removed by \w+: ([\d.]+)/g)]
      return { text, most: Math.max(...steps.map(([, rows, loops, removed]) => Number(removed ?? Number(rows) * Number(loops)))) }
    })
  }

  test('searching and paging use indexes with row-level security in force', async () => {
    for (const words of ['', 'fat', 'samira prøve12', 'nguyen', 'aagaard soerensen']) {
      const { text, most } = await plan(words)
      expect(text, words).not.toMatch(/Seq Scan on (candidate_word|nomination)\b/)
      // No step takes more in hand than everybody of this municipality: not those elsewhere, and no second word once for each the first finds.
      expect(most, words).toBeLessThan(2_100)
    }
  })

  test('the word index is used, and only for this municipality', async () => {
    const { text } = await plan('samira')
    expect(text).toMatch(/Index Cond: .*municipality_id.*word >= /)
    await house.look(async tx => {
      const { rows } = await sql<{
        leakproof: boolean
      }>`select proleakproof as leakproof from pg_proc where proname in ('text_ge', 'text_lt', 'texteq')`.execute(tx.db)
      expect(rows).toEqual(Array(3).fill({ leakproof: true }))
    })
    expect((await names('yildiz')).length + (await names('hansenby')).length).toBe(0)
  })
})

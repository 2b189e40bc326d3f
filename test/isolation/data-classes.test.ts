// Every column has a class; the public role reads none that is personal; what is special is sealed or says why not.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type DataClass, dataClasses, keptAs, plainThoughSpecial } from '../../src/data-classes.ts'
import { RETENTION_CLASSES } from '../../src/municipalities/schema-municipality.ts'
import { cloneDatabase, type TestDatabase } from '../database.ts'

interface Row {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly publicRole: boolean
  readonly appRole: boolean
}
const classes: readonly DataClass[] = ['public', 'internal', 'personal', 'special']
const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean)
const classOf = new Map<string, DataClass>(
  Object.entries(dataClasses).flatMap(([table, byClass]) =>
    classes.flatMap(one => words(byClass[one]).map(column => [`${table}.${column}`, one] as const)),
  ),
)
/** Tables the public role may read, every column; the rest it may not even name. */
const readByAnybody =
  'contact_holder council council_event decision decision_note item item_version member municipality published_figure published_note published_theme seating unit'.split(
    ' ',
  )

let database: TestDatabase
let rows: readonly Row[]
beforeAll(async () => {
  database = await cloneDatabase()
  const client = new pg.Client(database.connection)
  await client.connect()
  const found = await client.query(`
    select c.oid::regclass::text as table, a.attname as column, format_type(a.atttypid, null) as type,
      has_schema_privilege('raadslag_public', c.relnamespace, 'usage') and has_column_privilege('raadslag_public', c.oid, a.attnum, 'select') as public_role,
      has_schema_privilege('raadslag_app', c.relnamespace, 'usage') and has_column_privilege('raadslag_app', c.oid, a.attnum, 'select') as app_role
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by c.oid::regclass::text collate "C", a.attnum`)
  await client.end()
  rows = found.rows.map(row => ({
    table: row.table,
    column: row.column,
    type: row.type,
    publicRole: row.public_role,
    appRole: row.app_role,
  }))
})
afterAll(async () => await database.drop())

const idOf = ({ table, column }: Row) => `${table}.${column}`

describe('classes of data', () => {
  it('gives every column of the schema one class, and names no column that is gone', () => {
    const known = rows.map(idOf)
    expect(known.filter(id => !classOf.has(id))).toEqual([])
    expect([...classOf.keys()].filter(id => !known.includes(id))).toEqual([])
    const listed = Object.values(dataClasses).flatMap(byClass => classes.flatMap(one => words(byClass[one])))
    expect(listed.length).toBe(classOf.size)
  })

  it('lets the public role read the listed tables only, and nothing personal in them', () => {
    const readable = rows.filter(row => row.publicRole)
    expect([...new Set(readable.map(row => row.table))].sort()).toEqual(readByAnybody)
    expect(readable.filter(row => ['personal', 'special'].includes(classOf.get(idOf(row)) ?? '')).map(idOf)).toEqual([])
  })

  it('seals what is special, or says why it stands open', () => {
    const open = rows.filter(row => classOf.get(idOf(row)) === 'special' && !(row.column.endsWith('_sealed') && row.type === 'bytea'))
    expect(open.map(idOf).sort()).toEqual(Object.keys(plainThoughSpecial).sort())
    const sealed = rows.filter(row => row.column.endsWith('_sealed'))
    expect(sealed.filter(row => row.type !== 'bytea' || !/^(personal|special)$/.test(classOf.get(idOf(row)) ?? '')).map(idOf)).toEqual([])
  })

  it('keeps no personal number, origin, faith, diagnosis or theme of a life', () => {
    const never =
      /cpr|personal_number|personnummer|ethnic|etnisk|origin|national|citizen|statsborger|religio|faith|diagnos|addict|misbrug|homeless|theme|tema/
    // What several say together is about nobody; its tables hold no id of a person outside the house, and no voice points to one.
    const ofNobody = /^(theme|theme_step|theme_edition|published_theme|practice_note|published_note)\./
    const theirs = rows.filter(row => ofNobody.test(idOf(row))).map(row => row.column)
    expect(theirs.filter(column => /voice|candidate|member|summary|sealed/.test(column))).toEqual([])
    expect(
      rows
        .map(idOf)
        .filter(
          id =>
            never.test(id.replace(ofNobody, '')) &&
            !/^(practice|published)_note\.theme_id$|^theme_step\.theme_id$|^published_theme\.theme_id$/.test(id),
        ),
    ).toEqual([])
    expect(never.test('candidate.ethnicity') && never.test('voice.theme') && never.test('summary.theme_id')).toBe(true)
  })

  it('B2e: every table of voices and themes is kept by a rule of the municipality: a period, or a reason why it stays', () => {
    const told = [...new Set(rows.map(row => row.table))].filter(table =>
      /^(voice|summary|theme|published_theme|published_note|practice_note)/.test(table),
    )
    // The weeks there was a publication in, and nothing else.
    expect(told.filter(table => !keptAs[table])).toEqual(['theme_edition'])
    const rules = parse(readFileSync('municipalities/glostrup/municipality.yaml', 'utf8')).retention as Record<
      string,
      { keepDays: number | null; note: { da: string } }
    >
    for (const [table, rule] of Object.entries(keptAs)) {
      expect(RETENTION_CLASSES as readonly string[], table).toContain(rule)
      expect(rules[rule]!.keepDays !== null || rules[rule]!.note.da.includes('Derfor bliver'), table).toBe(true)
    }
  })

  it('says what a column may hold as one value: each statement that writes a table reads its checks anew', async () => {
    const client = new pg.Client(database.connection)
    await client.connect()
    try {
      const long = async () =>
        (
          await client.query(`select conrelid::regclass || ' ' || conname as name from pg_constraint where contype = 'c' and conrelid <> 0
            and connamespace in ('public'::regnamespace, 'keys'::regnamespace) and pg_get_constraintdef(oid) like '%ARRAY[%''::text, ''%'`)
        ).rows.map(row => row.name)
      expect(await long()).toEqual([])
      // What was allowed is allowed, and nothing else.
      const { rows } = await client.query(
        `select pg_get_constraintdef(oid) as said from pg_constraint where conname = 'nomination_state_check'`,
      )
      const states = 'suggested,received,contacted,in_talk,proposed,appointed,reserve,not_this_time,withdrawn'
      expect(rows[0].said).toBe(`CHECK ((state = ANY ('{${states}}'::text[])))`)
      await client.query(`alter table tie add constraint planted check (role in ('one', 'two'))`)
      expect(await long()).toEqual(['tie planted'])
    } finally {
      await client.end()
    }
  })

  it('stands in docs/data-classes.md as it is', async () => {
    await expect(paper(rows)).toMatchFileSnapshot('../../docs/data-classes.md')
  })
})

function paper(all: readonly Row[]): string {
  const lines = [
    '# What each column holds',
    '',
    'Made from the schema and `src/data-classes.ts` by `node scripts/expected.mjs`; the tests compare it with the database.',
    '',
    '- **public**: anybody may read it, or the person it names chose to show it.',
    "- **internal**: ids, times and the house's own bookkeeping.",
    '- **personal**: tells something of a person who can be recognised.',
    '- **special**: may tell what the law protects most (GDPR art. 9). Sealed unless a reason is given below.',
    '',
    'A name ending in `_sealed` is encrypted with a key of its own per person; *who reads* names the database role: `public` for pages anybody may see, `app` for the rest.',
  ]
  for (const table of [...new Set(all.map(row => row.table))]) {
    const columns = all.filter(row => row.table === table)
    const readers = columns.some(row => row.publicRole) ? 'public, app' : columns.some(row => row.appRole) ? 'app' : 'the owner only'
    const kept = keptAs[table] ? [`Kept as \`retention.${keptAs[table]}\` in the municipality's data says`, ''] : []
    lines.push('', `## ${table}`, '', `Who reads: ${readers}`, '', ...kept, '| column | type | class |', '|---|---|---|')
    for (const row of columns) lines.push(`| ${row.column} | ${row.type} | ${classOf.get(idOf(row)) ?? 'NOT CLASSIFIED'} |`)
  }
  lines.push('', '## Special, yet in plain text', '')
  for (const [id, reason] of Object.entries(plainThoughSpecial)) lines.push(`- \`${id}\`: ${reason}.`)
  return `${lines.join('\n')}\n`
}

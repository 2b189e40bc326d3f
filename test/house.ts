// The whole house on a database of its own: clock in hand, outbox caught, and anybody of the cast at the door.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type OpenHouse, openHouse } from '../src/app.ts'
import { nominations, takeCandidatesFrom } from '../src/appointments/candidates.ts'
import { itemOf, writeItem } from '../src/municipalities/index.ts'
import { employ, openSession, people } from '../src/people/index.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { type Config, readConfig } from '../src/platform/config.ts'
import { act, type Deed, look, type Tx } from '../src/platform/db/act.ts'
import { openPools, type Pools } from '../src/platform/db/connect.ts'
import type { Store } from '../src/platform/db/open.ts'
import { issueFormKey } from '../src/platform/http/form-key.ts'
import type { Visit } from '../src/platform/http/serve.ts'
import { type Log, silentLog } from '../src/platform/log.ts'
import { type Principal, type Role, roles } from '../src/platform/principal.ts'
import { opened } from '../src/platform/sealed.ts'
import { type StaffName, staff } from './cast.ts'
import type { Furnished, TestDatabase } from './database.ts'
import { type Door, doorOf } from './door.ts'
import { lendDatabase } from './lent-database.ts'

export type { Door, Fields } from './door.ts'

interface TestLetter {
  readonly id: string
  readonly about: string
  readonly to: string | null
  readonly subject: string
  readonly text: string | null
  readonly state: string
  readonly language: string
  readonly signedBy: string
}
/** Somebody at the door, with who they are to the deeds. */
export interface Visitor extends Door {
  readonly principal: Principal
  /** The person's id; null for a stranger or a subject. */
  readonly personId: string | null
}
export interface TestHouse extends Door {
  readonly house: OpenHouse
  readonly clock: ReturnType<typeof fixedClock>
  readonly municipalityId: string
  /** The system as a principal. */
  readonly system: Principal
  /** Somebody signed in: a role (the first of the cast who has it), or one of the cast by name. The same person each time. */
  as(who: Role | StaffName): Promise<Visitor>
  /** The person behind a personal link: reaches that one thing. */
  asSubject(about: string): Promise<Visitor>
  /** A person of one's own making. */
  employed(one: { name: string; email: string; roles: readonly Role[] }): Promise<Visitor>
  act<I, R>(deed: Deed<I, R>, input: I, who?: Principal): Promise<R>
  look<R>(read: (tx: Tx) => Promise<R>, who?: Principal): Promise<R>
  /** Every letter, the oldest first, opened. */
  outbox(): Promise<TestLetter[]>
  /** SQL as the owner of the database, past every rule of the house: for planting faults and looking behind. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Moves the clock to the moment and runs every job that is due by then. */
  at(moment: string): Promise<void>
  close(): Promise<void>
}
export interface TestHouseOptions {
  /** demo: invented and everything on. demonstration: authority not confirmed. live: confirmed. */
  readonly standing?: 'demo' | 'demonstration' | 'live'
  /** Now, at first: a Monday in office hours. */
  readonly now?: string
  /** `databaseAdminUrl` in it leads to a database outside this run's cluster, opened and migrated as the program does it. */
  readonly config?: Partial<Config>
  /** Municipality folders; Glostrup unless told. */
  readonly municipalities?: readonly string[]
  /** Where the house writes its log; nowhere unless told. */
  readonly log?: Log
}

const project = path.resolve(import.meta.dirname, '..')
/** The invented small municipality, for tests that need no council or a second municipality. */
export const proevby = path.join(project, 'test', 'municipalities', 'proevby')
export const glostrup = path.join(project, 'municipalities', 'glostrup')
/** A Monday in office hours. */
const firstNow = '2026-11-09T10:15:00+01:00'

/** Opens a house of its own for a test; close it afterwards. */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const { standing = 'live', now = firstNow } = options
  // The file before this one in the same worker may have brought candidates of its own.
  takeCandidatesFrom(nominations)
  const folder = mkdtempSync(path.join(tmpdir(), 'raadslag-house-'))
  const clock = fixedClock(now)
  const dirs = options.municipalities ?? [glostrup]
  const outside = options.config?.databaseAdminUrl
  const settled = outside ? undefined : settledHouse(dirs, standing, now)
  const lent = settled && (await lendDatabase(settled))
  const owner = lent?.owner ?? new pg.Pool({ connectionString: outside ?? undefined, max: 1 })
  // What is settled is brought in: whether it still is as the files say need not be asked in every house.
  const config: Config = { ...configOf(folder, settled ? [] : dirs, standing === 'demo'), ...options.config }
  if (settled) copyFileSync(settled.keyFile, config.keyFile)
  const log = options.log ?? silentLog
  const house = await openHouse({ config, log, clock, jobs: false, ...(lent && { store: storeOn(lent.connection, lent.pools) }) })
  const tenant = house.tenants.all()[0]!
  const municipalityId = tenant.id
  const system: Principal = { kind: 'system', municipalityId, job: 'test' }
  const perform: TestHouse['act'] = (deed, input, who = system) => act(house.ctx.database, who, deed, input)
  const read: TestHouse['look'] = async (reading, who = system) => (await look(house.ctx.database, who, reading)).value
  const keyFor = (token: string | null) => {
    const shown = new Date(clock.now().getTime() - 30_000)
    return issueFormKey(house.ctx.keys, { tenant, token } as Visit, shown)
  }
  const door = (token: string | null) =>
    doorOf(house.web.fetch, token && `${municipalityId}.${token}`, new URL(config.baseUrl).host, () => keyFor(token))

  if (standing === 'live' && !settled) await perform(confirm, tenant.slug)
  const employees = new Map<string, Promise<Visitor>>()
  async function enter(one: { name: string; email: string; roles: readonly Role[] }): Promise<Visitor> {
    const personId = await perform(tx => employ(tx, { ...one, invented: true }), undefined)
    const token = await perform(tx => openSession(tx, { kind: 'staff', personId, strength: 'oidc' }), undefined)
    const principal = await read(async tx => (await people.whoSignedIn(tx, token))!)
    return { ...door(token), principal, personId }
  }

  return {
    ...door(null),
    house,
    clock,
    municipalityId,
    system,
    as(who) {
      const name = isRole(who) ? byRole(who) : who
      if (!employees.has(name)) employees.set(name, enter(staff[name]))
      return employees.get(name)!
    },
    employed: enter,
    async asSubject(about) {
      const token = await perform(tx => openSession(tx, { kind: 'subject', about, strength: 'link' }), undefined)
      const principal = await read(async tx => (await people.whoSignedIn(tx, token))!)
      return { ...door(token), principal, personId: null }
    },
    act: perform,
    look: read,
    outbox: () => read(lettersOf),
    sql: async (text, values) => (await owner.query(text, values as never)).rows,
    async at(moment) {
      clock.set(moment)
      await house.jobs.round()
    },
    async close() {
      await house.close()
      await (lent ? lent.giveBack() : owner.end())
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const configOf = (folder: string, municipalityDirs: readonly string[], demo: boolean): Config => ({
  ...readConfig({ RAADSLAG_DATA: `${folder}/data`, BASE_URL: 'http://127.0.0.1:3000' }, project),
  municipalityDirs,
  demo,
})
/** A store that is open already. */
function storeOn(owner: TestDatabase['connection'], pools: Pools): Store {
  return { owner, login: { ...owner, user: 'raadslag' }, pools, embedded: null, close: () => pools.close() }
}

/** A house at its first moment, its municipalities brought in, with the key its database was written with: made once in a run, then cloned. */
function settledHouse(
  dirs: readonly string[],
  standing: TestHouseOptions['standing'],
  now: string,
): Furnished & { readonly keyFile: string } {
  const name = `settled_${createHash('sha256')
    .update(JSON.stringify([dirs, standing, now]))
    .digest('hex')
    .slice(0, 16)}`
  const keyFile = path.join(inject('testCluster').folder, `${name}.key`)
  return {
    name,
    keyFile,
    async fill(connection) {
      const folder = mkdtempSync(path.join(tmpdir(), 'raadslag-house-'))
      const config = configOf(folder, dirs, standing === 'demo')
      const store = storeOn(
        connection,
        openPools({ ...connection, user: 'raadslag' }, () => {}, 6),
      )
      const house = await openHouse({ config, log: silentLog, clock: fixedClock(now), jobs: false, store })
      const [tenant] = house.tenants.all()
      const system: Principal = { kind: 'system', municipalityId: tenant!.id, job: 'test' }
      if (standing === 'live') await act(house.ctx.database, system, confirm, tenant!.slug)
      await house.close()
      copyFileSync(config.keyFile, keyFile)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const isRole = (who: string): who is Role => (roles as readonly string[]).includes(who)
function byRole(role: Role): StaffName {
  const found = (Object.keys(staff) as StaffName[]).find(name => (staff[name].roles as readonly Role[]).includes(role))
  if (!found) throw new Error(`nobody in the cast is ${role}`)
  return found
}

/** What an operator does who has the municipality's word for it. */
async function confirm(tx: Tx, who: Principal, slug: string): Promise<void> {
  const facts = await itemOf(tx, 'municipality', slug)
  if (!facts) throw new Error('no municipality was read')
  const authority = { ...facts.authority, state: 'confirmed' as const, by: 'Opdigtet Direktør', on: '2026-01-05' }
  await writeItem(tx, who, { kind: 'municipality', slug, content: { ...facts, authority } })
}

async function lettersOf(tx: Tx): Promise<TestLetter[]> {
  const rows = await tx.db.selectFrom('letter').selectAll().orderBy('id').execute()
  const letters: TestLetter[] = []
  for (const row of rows) {
    const place = (column: string) => ({ thing: row.about, table: 'letter', column, row: row.id })
    letters.push({
      id: row.id,
      about: row.about,
      to: await opened(tx, place('to_sealed'), row.to_sealed),
      subject: row.subject,
      text: await opened(tx, place('body_sealed'), row.body_sealed),
      state: row.state,
      language: row.language,
      signedBy: row.signed_by,
    })
  }
  return letters
}

// The one list of rooms, and the house made of them.
import { appointments, takeCandidatesFrom } from './appointments/index.ts'
import { councils, membersDesk } from './councils/index.ts'
import { demo, fill } from './demo/index.ts'
import { help } from './help/index.ts'
import { frame, home, noPage } from './home/index.ts'
import { mailboxes, registerDesk } from './mailroom/index.ts'
import { applyMunicipality, faultLines, printOf, readMunicipality } from './municipalities/index.ts'
import { candidateSource, nominationDesk, room as nominations } from './nominations/index.ts'
import { people } from './people/index.ts'
import type { Ctx, Tenant } from './platform/context.ts'
import { act } from './platform/db/act.ts'
import { oneAtATime } from './platform/db/open.ts'
import type { House } from './platform/http/house.ts'
import type { Job } from './platform/jobs/jobs.ts'
import type { Watch } from './platform/jobs/watch.ts'
import type { Room } from './platform/room.ts'
import { policy } from './policy/index.ts'
import { receipts } from './receipts/index.ts'
import { recruiting } from './recruiting/index.ts'
import { themes } from './themes/index.ts'
import { voiceDesk, voices } from './voices/index.ts'

export const rooms: readonly Room[] = [
  people.room,
  help,
  mailboxes,
  receipts,
  councils,
  nominations,
  voices,
  themes,
  appointments,
  recruiting,
  policy,
  demo,
  home,
]

takeCandidatesFrom(candidateSource)
registerDesk(nominationDesk)
registerDesk(membersDesk)
registerDesk(voiceDesk)

export interface Furnished {
  readonly house: House
  readonly jobs: readonly Job[]
  readonly watches: readonly Watch[]
  greeting(baseUrl: string, tenants: readonly Tenant[]): Promise<string[]>
  close(): Promise<void>
}

/** Brings the data of the configured municipalities in and joins the rooms. */
export async function furnish(ctx: Ctx): Promise<Furnished> {
  for (const dir of ctx.config.municipalityDirs) await bringIn(ctx, dir)
  const seen = people.rememberSeen(ctx)
  const house: House = {
    routes: rooms.flatMap(room => room.routes),
    frame,
    signIn: people.whoSignedIn,
    signedIn: people.signedIn,
    signInPath: people.signInPath,
    noPage,
    seen: seen.saw,
  }
  return {
    house,
    jobs: rooms.flatMap(room => room.jobs),
    watches: rooms.flatMap(room => room.watches ?? []),
    greeting: (baseUrl, tenants) => people.greeting(ctx, baseUrl, tenants),
    close: seen.flush,
  }
}

async function bringIn(ctx: Ctx, dir: string): Promise<void> {
  const pool = ctx.database.pools.app
  const print = await printOf(dir, ctx.config.demo)
  const there = async () => (await pool.query('select from municipality where brought_in = $1', [print])).rows.length > 0
  if (await there()) return
  await oneAtATime(ctx.database.pools, async () => {
    if (!(await there())) await bringInNow(ctx, dir, print)
  })
}
async function bringInNow(ctx: Ctx, dir: string, print: string): Promise<void> {
  const pool = ctx.database.pools.app
  const read = await readMunicipality(dir)
  if (!read.ok) throw new Error(faultLines(dir, read.faults).join('\n'))
  const { rows } = await pool.query('select id from municipality where slug = $1', [read.data.municipality.slug])
  const { id, steps } = await applyMunicipality(ctx.database, read.data, ctx.config.demo, rows[0]?.id ?? null)
  const changed = steps.filter(step => step.does !== 'same').length
  ctx.log.info('municipality', { municipality: read.data.municipality.slug, count: changed })
  await act(ctx.database, { kind: 'system', municipalityId: id, job: 'first start' }, people.welcome, undefined)
  if (ctx.config.demo) await act(ctx.database, { kind: 'system', municipalityId: id, job: 'demo' }, fill, undefined)
  await pool.query('update municipality set brought_in = $1 where id = $2', [print, id])
}

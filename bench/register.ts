// Growth: the same pages with a hundred candidates in one municipality, and with a hundred thousand in ninety-eight.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { signInBy } from '../test/faults/sign-in.ts'
import { newSite, program, type Site } from '../test/faults/site.ts'
import { figure, median, spread } from './figures.ts'
import { getBytes, type Load, load } from './load.ts'

const few = 100
const municipalities = 98
const many = 100_000

/** Candidates of a municipality with everything that hangs on them; as the owner, past the rules of the house. */
async function fill(site: Site, municipality: string, count: number): Promise<void> {
  const at = new Date().toISOString()
  await site.sql(`create temporary table if not exists made (person uuid, wish uuid, n int, at timestamptz, first text, last text)`)
  await site.sql('truncate made')
  // A name that is searched for is as frequent among many as among few, so that the pages beside each other show equally much.
  await site.sql(
    `insert into made select gen_random_uuid(), gen_random_uuid(), n, $1::timestamptz - make_interval(mins => n),
      case when n > 100 then 'navn' || n % 89 else (array['åse','yusuf','amina','oksana','jens','meiling','fatima','erik','nadia','mykola'])[1 + n % 10] end,
      case when n > 100 then 'efternavn' || n % 97 else (array['holm','demir','haddad','koval','lund','chen','nguyen','vang','benali','juhl','sø'])[1 + n % 11] end || n
     from generate_series(1, $2) as n`,
    [at, count],
  )
  const steps = [
    `insert into thing (municipality_id, id, kind, created_at) select $1::uuid, person, 'candidate', at from made`,
    `insert into thing (municipality_id, id, kind, created_at) select $1::uuid, wish, 'nomination', at from made`,
    `insert into candidate (municipality_id, id, name, language, residence, said_yes_at, said_yes_how, invented, created_at, changed_at)
     select $1::uuid, person, initcap(first || ' ' || last), 'da', 'yes', at, 'self', true, at, at from made`,
    `insert into nomination (municipality_id, id, candidate_id, council, state, channel, received_on, received_at)
     select $1::uuid, wish, person, 'udsatteraad', 'received', 'web', at::date, at from made`,
    `insert into candidate_word (municipality_id, word, candidate_id, of_name) select $1::uuid, first, person, true from made union all select $1::uuid, last, person, true from made`,
    `insert into journal (municipality_id, id, at, actor, kind, about, because) select $1::uuid, gen_random_uuid(), at, 'anyone', 'nomination.received', wish, array[person] from made`,
    // One in ten is still to be contacted; the others were.
    `insert into due (municipality_id, id, kind, about, owner_office, received_on, due_on, rule, created_at, settled_at, settled_by, settled_how)
     select $1::uuid, gen_random_uuid(), 'nomination.contact', wish, 'sekretariatet', at::date, at::date + 14, '{"id":"A37","force":"promise"}', at,
       case when n % 10 = 0 then null else at end, case when n % 10 = 0 then null else 'system' end, case when n % 10 = 0 then null else 'contacted' end from made`,
  ]
  for (const step of steps) await site.sql(step, [municipality])
}

async function grow(site: Site): Promise<void> {
  const [own] = await site.sql('select id from municipality where practice_of is null')
  const share = Math.floor(many / municipalities)
  for (let n = 1; n < municipalities; n++) {
    const [made] = await site.sql(
      `insert into municipality (id, slug, hosts, updated_at) values (gen_random_uuid(), $1, array[$2], now()) returning id`,
      [`opdigtet-${n}`, `opdigtet-${n}.example.org`],
    )
    // Every municipality has its own councils, charters and texts.
    await site.sql(
      `insert into item (municipality_id, kind, slug, position, content, hash, applied_hash, changed_at)
       select $1::uuid, kind, slug, position, content, hash, applied_hash, changed_at from item where municipality_id = $2`,
      [made!.id, own!.id],
    )
    await fill(site, String(made!.id), share)
  }
  await fill(site, String(own!.id), many - share * (municipalities - 1))
}

/** The cookie of a secretary who signed in by the one-time link of the command line. */
async function signIn(site: Site): Promise<string> {
  const run = promisify(execFile)
  const args = [program, 'sign-in-link', '--email', 'secretary@example.org', '--role', 'secretary', '--municipality', 'glostrup']
  const env = { ...process.env, RAADSLAG_DATA: site.dataDir, PORT: String(site.port) }
  const { stdout } = await run(process.execPath, args, { env })
  const link = /(\/log-ind\/[\w-]+)/.exec(stdout)?.[1]
  if (!link) throw new Error('the command line gave no sign-in link')
  const cookie = await signInBy(site.origin + link)
  if (!cookie) throw new Error('the sign-in link lets nobody in')
  return cookie
}

export async function benchRegister({ rounds, each }: { rounds: number; each: number }): Promise<void> {
  const small = await newSite({ env: { RAADSLAG_MUNICIPALITY: 'glostrup' } })
  const big = await newSite({ env: { RAADSLAG_MUNICIPALITY: 'glostrup' } })
  try {
    await small.start()
    await big.start()
    const [own] = await small.sql('select id from municipality where practice_of is null')
    await fill(small, String(own!.id), few)
    await grow(big)
    const pages: { small: string[]; big: string[]; names: string[] } = { small: [], big: [], names: [] }
    const cookies: Record<'small' | 'big', string> = { small: '', big: '' }
    for (const [name, site] of [
      ['small', small],
      ['big', big],
    ] as const) {
      await site.sql('vacuum analyze')
      // The tenants are read anew at a start.
      await site.stop()
      await site.start()
      cookies[name] = await signIn(site)
      const [one] = await site.sql(
        `select c.id from candidate c join municipality m on m.id = c.municipality_id where m.slug = 'glostrup' and c.name like '%50' order by c.name limit 1`,
      )
      pages[name] = [
        '/arbejdsrum',
        '/arbejdsrum/kandidater',
        '/arbejdsrum/kandidater?q=holm',
        '/arbejdsrum/kandidater?q=amina&raad=udsatteraad&tilstand=open',
        `/arbejdsrum/kandidater/${one!.id}`,
        '/raad/udsatteraad?x=1',
        // Told beside them: what is asked of one is found nine in ten times, of the other as often as before.
        `/arbejdsrum/kandidater?q=${name === 'big' ? 'navn' : 'holm'}`,
      ]
    }
    const unlike = pages.big.length - 1
    const [counted] = await big.sql('select count(*)::int as n from candidate')
    for (const [at, path] of pages.small.entries()) {
      const ask = async (name: 'small' | 'big', site: Site): Promise<Load> => {
        const bytes = getBytes(site.port, pages[name][at]!, { cookie: cookies[name], 'accept-encoding': 'identity' })
        const done = await load({ port: site.port, connections: 4, count: each, request: () => bytes })
        if ((done.statuses[200] ?? 0) !== each) throw new Error(`${pages[name][at]} answered ${JSON.stringify(done.statuses)}`)
        return done
      }
      await ask('small', small)
      await ask('big', big)
      const ratios: number[] = []
      const times: Record<'small' | 'big', number[]> = { small: [], big: [] }
      for (let round = 0; round < rounds; round++) {
        const order =
          round % 2 === 0
            ? ([
                ['small', small],
                ['big', big],
              ] as const)
            : ([
                ['big', big],
                ['small', small],
              ] as const)
        const took = { small: 0, big: 0 }
        for (const [name, site] of order) took[name] = (await ask(name, site)).p50
        times.small.push(took.small)
        times.big.push(took.big)
        ratios.push(took.big / took.small)
      }
      const shown = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…')
      const beside = `${counted!.n} candidates in ${municipalities} municipalities beside ${few} in one`
      const alike = at !== unlike
      const what = alike ? shown : `a search that finds nine in ten and shows 50 people, beside ${shown}, which shows 9`
      figure(`${what}: ${beside}`, {
        group: 'Growth',
        target: alike ? '≤ 1.3 × the time' : 'none set',
        figure: `${median(ratios).toFixed(2)} ×`,
        met: alike ? median(ratios) <= 1.3 : null,
        note: `${median(times.big).toFixed(1)} ms beside ${median(times.small).toFixed(1)} ms, half of the answers; rounds ${spread(ratios)}`,
      })
    }
  } finally {
    await small.remove()
    await big.remove()
  }
}

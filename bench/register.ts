// Growth: the same pages with a hundred candidates in one municipality, and with a hundred thousand in ninety-eight.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { signInBy } from '../test/faults/sign-in.ts'
import { newSite, program, type Site } from '../test/faults/site.ts'
import { enterCandidates } from './candidates.ts'
import { figure, median, spread } from './figures.ts'
import { getBytes, type Load, load } from './load.ts'

const few = 100
const municipalities = 98
const many = 100_000

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
    await enterCandidates(site, String(made!.id), share)
  }
  await enterCandidates(site, String(own!.id), many - share * (municipalities - 1))
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
    await enterCandidates(small, String(own!.id), few)
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
        `select c.id from candidate c join municipality m on m.id = c.municipality_id where m.slug = 'glostrup' and c.name ~ '[^0-9]50$'`,
      )
      // What was sealed and the tie are read on it, as of anybody who came in by the form.
      const read = (await site.get(`/arbejdsrum/kandidater/${one!.id}`, { cookie: cookies[name] })).body
      for (const word of ['Jeg vil gerne være med.', 'Opdigtet Værested', 'person50@example.org'])
        if (!read.includes(word)) throw new Error(`the page of a candidate does not show "${word}"`)
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

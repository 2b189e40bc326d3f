// Letters in: stored and committed beside a bare loop that stores the same bytes, and read and laid on their desks.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { closeReader, keepLetter, keepLetters, pile, read, sortWaiting } from '../src/mailroom/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { act } from '../src/platform/db/act.ts'
import { clusterName } from '../src/platform/db/cluster-home.ts'
import { readPidFile } from '../src/platform/db/cluster-process.ts'
import { reachStore } from '../src/platform/db/reach.ts'
import type { System } from '../src/platform/principal.ts'
import '../src/rooms.ts'
import path from 'node:path'
import type { Site } from '../test/faults/site.ts'
import { corpus } from '../test/mail/corpus.ts'
import { figure, median, spread } from './figures.ts'

const group = 'Letters in'

/** Ordinary letters in many forms, each different, of some kilobytes. */
function letters(count: number): Buffer[] {
  const forms = corpus().filter(one => one.raw.length < 20_000 && one.says !== null)
  return Array.from({ length: count }, (_, n) => {
    const tail = Buffer.from(`\r\n${randomBytes(1_500).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`)
    return Buffer.concat([Buffer.from(`X-Nummer: ${n}-${process.hrtime.bigint()}\r\n`), forms[n % forms.length]!.raw, tail])
  })
}

/** The site must run: its database is written to beside it. */
export async function benchMail(site: Site, { rounds, each }: { rounds: number; each: number }): Promise<void> {
  const config = readConfig({ RAADSLAG_DATA: site.dataDir }, path.resolve(import.meta.dirname, '..'))
  const reached = await reachStore(config, 'incoming_letter', () => new Date())
  if (!reached) throw new Error('the store does not run')
  const { socketDir, port } = readPidFile(path.join(site.dataDir, 'database', clusterName))!
  const bare = new pg.Client({ host: socketDir, port, user: 'postgres', database: 'raadslag' })
  // A database that goes away ends the figure, not the bench.
  bare.on('error', () => {})
  await bare.connect()
  await bare.query('create table if not exists bare_letter (id bigint generated always as identity primary key, bytes bytea not null)')
  const who: System = { kind: 'system', municipalityId: reached.tenants[0]!.id, job: 'bench' }
  const [bareRates, keptRates, pileRates, sortRates]: number[][] = [[], [], [], []]
  // The site would sort what it is given; its database goes on while it stands still.
  process.kill(site.pid(), 'SIGSTOP')
  try {
    await read(Buffer.from('Subject: x\r\n\r\nx'))
    for (let round = 0; round <= rounds; round++) {
      const made = letters(each)
      const bareRate = await rate(made, async raw => void (await bare.query('insert into bare_letter (bytes) values ($1)', [raw])))
      const keptRate = await rate(
        made,
        async raw => void (await act(reached.database, who, keepLetter, { mailbox: 'politik', source: null, bytes: raw })),
      )
      const more = letters(each)
      const keptAt = performance.now()
      for (let at = 0; at < more.length; at += pile.letters)
        await act(
          reached.database,
          who,
          keepLetters,
          more.slice(at, at + pile.letters).map(raw => ({ mailbox: 'politik', source: null, bytes: raw })),
        )
      const pileRate = more.length / ((performance.now() - keptAt) / 1_000)
      const began = performance.now()
      const sorted = await sortWaiting(reached.database, who.municipalityId, 600, null)
      const sortRate = sorted / ((performance.now() - began) / 1_000)
      // The first round warms.
      if (round === 0) continue
      bareRates!.push(bareRate)
      keptRates!.push(keptRate)
      pileRates!.push(pileRate)
      if (sorted < each * 2) throw new Error(`${sorted} letters were sorted of ${each * 2}`)
      sortRates!.push(sortRate)
    }
  } finally {
    process.kill(site.pid(), 'SIGCONT')
    closeReader()
    await bare.query('drop table bare_letter').catch(() => {})
    await bare.end()
    await reached.close()
  }
  const per = (rates: readonly number[]) => `${Math.round(median(rates))} letters/s`
  const ratios = (rates: readonly number[]) => rates.map((kept, at) => kept / bareRates![at]!)
  figure('Stored (sealed) and committed, each by itself', {
    group,
    target: '≥ 100 letters/s',
    figure: per(keptRates!),
    met: median(keptRates!) >= 100,
    note: `median of ${keptRates!.length} rounds of ${each}, ${spread(keptRates!, 0)}; ${median(ratios(keptRates!)).toFixed(2)} × a bare loop that commits the same bytes one by one`,
  })
  figure(`… ${pile.letters} in a transaction, as a mailbox is read, against a bare loop that stores the same bytes`, {
    group,
    target: '≥ 0.5 ×',
    figure: `${median(ratios(pileRates!)).toFixed(2)} ×`,
    met: median(ratios(pileRates!)) >= 0.5,
    note: `${per(pileRates!)} beside ${per(bareRates!)}; ${spread(ratios(pileRates!))}`,
  })
  figure('Read in a process of its own and laid on their desks', {
    group,
    target: '≥ 50 letters/s',
    figure: per(sortRates!),
    met: median(sortRates!) >= 50,
    note: `median of ${sortRates!.length} rounds, ${spread(sortRates!, 0)}`,
  })
}

async function rate(made: readonly Buffer[], one: (raw: Buffer) => Promise<void>): Promise<number> {
  const began = performance.now()
  for (const raw of made) await one(raw)
  return made.length / ((performance.now() - began) / 1_000)
}

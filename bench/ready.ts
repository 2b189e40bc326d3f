// How long a start takes until the first 200, warm, with the embedded database started too and with it up already.
import { startEmbedded } from '../src/platform/db/supervise.ts'
import type { Site } from '../test/faults/site.ts'
import { figure, median, spread } from './figures.ts'

export async function benchReady(site: Site, rounds: number): Promise<void> {
  const withDatabase: number[] = []
  for (let round = 0; round < rounds; round++) {
    await site.stop()
    withDatabase.push(await site.start())
  }
  figure('ready after a warm start, embedded database included', {
    group: 'Start',
    target: '≤ 3 s',
    figure: `${(median(withDatabase) / 1_000).toFixed(2)} s`,
    met: median(withDatabase) <= 3_000,
    note: `from the start of the process to the first 200 of /api/health; rounds ${spread(withDatabase.map(ms => ms / 1_000))} s`,
  })
  // Somebody else keeps the database up.
  const held = await startEmbedded({ dataDir: `${site.dataDir}/database`, log: () => {} })
  const alone: number[] = []
  for (let round = 0; round < rounds; round++) {
    await site.stop()
    alone.push(await site.start())
  }
  await held.stop()
  figure('ready with the database up', {
    group: 'Start',
    target: '≤ 0.5 s',
    figure: `${(median(alone) / 1_000).toFixed(2)} s`,
    met: median(alone) <= 500,
    note: `rounds ${spread(alone.map(ms => ms / 1_000))} s`,
  })
}

// How long a start takes until the first 200, warm: of the program with the embedded database started too and with it up already, and of `npm start`.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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
  await site.stop()
  const byNpm: number[] = []
  for (let round = 0; round < rounds; round++) byNpm.push(await npmStart(site))
  figure('ready after a second `npm start`', {
    group: 'Start',
    target: '≤ 3 s',
    figure: `${(median(byNpm) / 1_000).toFixed(2)} s`,
    met: median(byNpm) <= 3_000,
    note: `npm itself and the look for what is missing or out of date included; rounds ${spread(byNpm.map(ms => ms / 1_000))} s`,
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

/** Milliseconds from `npm start` in this checkout, with the data of a site at rest, to the first 200; then it is ended again. */
async function npmStart({ dataDir, port, get }: Site): Promise<number> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, RAADSLAG_DATA: dataDir, PORT: String(port) }
  const began = performance.now()
  const npm = spawn('npm', ['start'], { cwd: path.resolve(import.meta.dirname, '..'), env, stdio: 'ignore', detached: true })
  const ended = new Promise<void>(done => npm.once('exit', () => done()))
  const answers = () =>
    get('/api/health').then(
      answer => answer.status,
      () => 0,
    )
  try {
    while ((await answers()) !== 200) {
      if (npm.exitCode !== null || performance.now() - began > 60_000) throw new Error(`npm start did not answer (${npm.exitCode})`)
      await pause(25)
    }
    return performance.now() - began
  } finally {
    if (npm.exitCode === null) process.kill(-npm.pid!, 'SIGTERM')
    await ended
  }
}

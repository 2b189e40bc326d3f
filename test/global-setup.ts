// Before all tests: names the folder of this run's cluster (made by the first test that asks). After them: ends and removes it.
// `npm test` runs project after project: it names one folder for all of them, so that each template is made once, and removes it itself.
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { clusterName } from '../src/platform/db/cluster-home.ts'
import { endPostmaster } from '../src/platform/db/cluster-postmaster.ts'
import { bornAt, readPidFile } from '../src/platform/db/cluster-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `sites`: where whole sites of tests lie, each with a copy of the database's program. */
    testCluster: { folder: string; inMemory: boolean; programHome: string; sites: string }
  }
}

const prefix = 'raadslag-test-'
/** The process at whose end the cluster goes. */
const holder = Number(process.env.RAADSLAG_TEST_HOLDER ?? process.pid)

/** Memory is chosen where there is room: there fsync stays on and costs nothing. Programs may not always run from it. */
export function roomyFolder(): { folder: string; inMemory: boolean } {
  try {
    const shm = statfsSync('/dev/shm')
    if (shm.bavail * shm.bsize > 2e9) return { folder: '/dev/shm', inMemory: true }
  } catch {
    // No such folder on this system.
  }
  return { folder: tmpdir(), inMemory: false }
}

/** Whether programs may run from what is mounted there. */
function runsPrograms(folder: string): boolean {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find(line => line.split(' ')[1] === folder)
    return !mount?.split(' ')[3]?.split(',').includes('noexec')
  } catch {
    return true
  }
}

/** Ends the postmaster in a run's folder, if one lives, and removes the folder. */
async function clear(folder: string): Promise<void> {
  const cluster = path.join(folder, clusterName)
  const pid = readPidFile(cluster)?.pid
  const born = pid === undefined ? undefined : bornAt(pid)
  if (pid !== undefined && born !== undefined) await endPostmaster({ pid, born }, cluster)
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, inMemory } = roomyFolder()
  for (const place of new Set([folder, tmpdir()])) {
    for (const name of readdirSync(place)) {
      // What a killed run left behind.
      if (name.startsWith(prefix) && bornAt(Number(name.slice(prefix.length))) === undefined) await clear(path.join(place, name))
    }
  }
  const mine = path.join(folder, `${prefix}${holder}`)
  const programHome = path.join(tmpdir(), `${prefix}${holder}`)
  for (const made of [mine, programHome]) mkdirSync(made, { recursive: true, mode: 0o711 })
  // A site's database is 110 MB of files: in memory they are copied at once and keep no disk busy, and its syncs are still made.
  const sites = inMemory && runsPrograms(folder) ? mine : programHome
  project.provide('testCluster', { folder: mine, inMemory, programHome, sites })
  return async () => {
    if (holder === process.pid) await endCluster()
  }
}

/** Ends this run's cluster and removes what it kept, wherever it was made. */
export async function endCluster(): Promise<void> {
  for (const place of new Set(['/dev/shm', tmpdir()])) await clear(path.join(place, `${prefix}${holder}`))
}

// Before all tests: names the folder of this run's cluster (made by the first test that asks). After them: ends and removes it.
import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { clusterName } from '../src/platform/db/cluster-home.ts'
import { endPostmaster } from '../src/platform/db/cluster-postmaster.ts'
import { bornAt, readPidFile } from '../src/platform/db/cluster-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: { folder: string; inMemory: boolean; programHome: string }
  }
}

const prefix = 'raadslag-test-'

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
  const mine = path.join(folder, `${prefix}${process.pid}`)
  const programHome = path.join(tmpdir(), `${prefix}${process.pid}`)
  for (const made of [mine, programHome]) mkdirSync(made, { recursive: true, mode: 0o711 })
  project.provide('testCluster', { folder: mine, inMemory, programHome })
  return async () => {
    await clear(mine)
    await clear(programHome)
  }
}

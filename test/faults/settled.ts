// A site that has had its first start: made once in a run of the tests and then copied, for tests of what comes after it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { newSite, type Site, type SiteOptions } from './site.ts'

/** As `newSite`, but its first start lies behind it. First starts have tests of their own. */
export async function settledSite(options: SiteOptions = {}): Promise<Site> {
  return await newSite({ ...options, from: await settled() })
}

/** The folder that is copied. Whoever comes first makes it; the other worker waits. */
async function settled(): Promise<string> {
  const folder = path.join(inject('testCluster').programHome, 'settled-site')
  const lock = `${folder}.making`
  while (!existsSync(folder)) {
    if (!taken(lock)) {
      await pause(100)
      continue
    }
    try {
      if (!existsSync(folder)) await make(folder)
    } finally {
      rmdirSync(lock)
    }
  }
  return folder
}
function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
async function make(folder: string): Promise<void> {
  const site = await newSite()
  try {
    await site.start()
    const code = await site.stop()
    if (code !== 0) throw new Error(`a site to copy ended with ${code}: ${site.words().slice(-300)}`)
    if (site.partsOfDatabase().length === 0 || existsSync(path.join(site.cluster, 'postmaster.pid')))
      throw new Error('a site to copy has no database at rest')
    execFileSync('cp', ['-a', path.dirname(site.dataDir), `${folder}.copied`])
    renameSync(`${folder}.copied`, folder)
  } finally {
    await site.remove()
  }
}

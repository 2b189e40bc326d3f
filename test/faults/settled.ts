// A site that has had its first start: made once in a run of the tests and then copied, for tests of what comes after it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { newSite, programIn, programOf, type Site, type SiteOptions } from './site.ts'

/** As `newSite`, but its first start lies behind it. First starts have tests of their own. */
export async function settledSite(options: SiteOptions = {}): Promise<Site> {
  const from = await settled(options.env?.RAADSLAG_DEMO === '1')
  return await newSite({ under: inject('testCluster').sites, ...options, from })
}

/** The folder that is copied, of a demo with its whole cast or of an ordinary site. Whoever comes first makes it; the other worker waits. */
async function settled(demo: boolean): Promise<string> {
  const folder = path.join(inject('testCluster').sites, demo ? 'settled-demo' : 'settled-site')
  const lock = `${folder}.making`
  while (!existsSync(folder)) {
    if (!taken(lock)) {
      await pause(100)
      continue
    }
    try {
      if (!existsSync(folder)) await make(folder, demo)
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
async function make(folder: string, demo: boolean): Promise<void> {
  const site = await newSite({ under: inject('testCluster').sites, ...(demo ? { env: { RAADSLAG_DEMO: '1' } } : {}) })
  try {
    // A demo's whole cast comes in before it answers.
    await site.start().catch(() => site.ready(180_000))
    const code = await site.stop()
    if (code !== 0) throw new Error(`a site to copy ended with ${code}: ${site.words().slice(-300)}`)
    if (site.partsOfDatabase().length === 0 || existsSync(path.join(site.cluster, 'postmaster.pid')))
      throw new Error('a site to copy has no database at rest')
    execFileSync('cp', ['-a', path.dirname(site.dataDir), `${folder}.copied`])
    renameSync(programIn(`${folder}.copied`), programOf(folder))
    renameSync(`${folder}.copied`, folder)
  } finally {
    await site.remove()
  }
}

// Opens the house for one command and closes it again; commands end with an exit code and one-line errors.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OpenHouse, openHouse } from '../app.ts'
import { type Config, readConfig } from '../platform/config.ts'
import type { Tenant } from '../platform/context.ts'
import { createLog } from '../platform/log.ts'

const projectDir = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** A fault the person at the terminal can mend; shown as it stands. */
export class CommandFault extends Error {
  readonly exit: number
  constructor(message: string, exit = 1) {
    super(message)
    this.exit = exit
  }
}

export function config(): Config {
  return readConfig(process.env, projectDir)
}

/** Runs `work` on the opened house; no web server, no jobs. `empty` opens it without bringing the configured municipalities in. */
export async function withHouse<R>(work: (house: OpenHouse) => Promise<R>, { empty = false } = {}): Promise<R> {
  const given = config()
  const house = await openHouse({ config: empty ? { ...given, municipalityDirs: [] } : given, log: createLog('warn'), jobs: false })
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

/** The municipality asked for, or the only one there is. */
export const tenantFor = (house: OpenHouse, slug: string | undefined): Tenant => tenantAmong(house.tenants.all(), slug)

/** The same, of those that are known. */
export function tenantAmong(tenants: readonly Tenant[], slug: string | undefined): Tenant {
  const real = tenants.filter(tenant => tenant.practiceOf === null)
  const found = slug ? real.find(tenant => tenant.slug === slug) : real.length === 1 ? real[0] : undefined
  if (found) return found
  const known = real.map(tenant => tenant.slug).join(', ') || 'none yet'
  throw new CommandFault(
    slug ? `There is no municipality "${slug}" here (known: ${known}).` : `Say which municipality with --municipality (known: ${known}).`,
    2,
  )
}

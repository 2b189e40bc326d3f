// What is wrong with the copies of a house: older than what was erased may live on, too old to help, or a key that should be gone.
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Config } from './config.ts'
import { keptDays } from './db/export-before.ts'
import { isGoing, ownCopyAt } from './old-copies.ts'

const day = 86_400_000
/** A night without a copy is told on the second day. */
const freshDays = 2
/** Clocks of two machines differ a little, and a copy can be written to while we look. */
const grace = 300_000

/** Each in one line that says what to do. */
export function copyAilments({ backups, keyFile }: Pick<Config, 'backups' | 'keyFile'>, now: Date): string[] {
  return [...backupAilments(backups, now), ...retiredKeys(keyFile, now)]
}

export interface PastTime {
  /** Copies of the database older than what was erased may live on. */
  readonly copies: readonly { readonly name: string; readonly days: number }[]
  /** Key files set aside longer ago than any copy they open. */
  readonly keys: readonly string[]
}
/** What should have been deleted by now. */
export function pastTime({ backups, keyFile }: Pick<Config, 'backups' | 'keyFile'>, now: Date): PastTime {
  const copies = backups && existsSync(backups) ? agesIn(backups, now).filter(one => one.days > keptDays) : []
  return { copies, keys: retiredPastTime(keyFile, now) }
}
const agesIn = (folder: string, now: Date) =>
  readdirSync(folder)
    .filter(name => !name.startsWith('.'))
    .map(name => {
      const age = now.getTime() - madeAt(folder, name)
      return { name, days: Math.floor(age / day), ahead: age < -grace }
    })
    .sort((a, b) => b.days - a.days)

/** Of an own copy the moment it was made, of all else when it was last written; a link that leads nowhere has only its own. */
function madeAt(folder: string, name: string): number {
  const path = join(folder, name)
  return ownCopyAt(folder, name)?.made.getTime() ?? (statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path)).mtimeMs
}

function backupAilments(folder: string | null, now: Date): string[] {
  if (!folder)
    return [`copies: RAADSLAG_BACKUPS is not set: nobody notices copies older than ${keptDays} days, in which what was erased lives on.`]
  if (!existsSync(folder)) return [`copies: the folder ${folder} (RAADSLAG_BACKUPS) is not there.`]
  const ages = agesIn(folder, now)
  const found: string[] = []
  const old = ages.filter(one => one.days > keptDays)
  if (old.length > 0)
    found.push(
      `copies: ${old.length} in ${folder} are older than ${keptDays} days (the oldest, ${old[0]!.name}: ${old[0]!.days}): what people have had erased is still in them. Delete them. (The program deletes by itself what "raadslag export" made, once a younger whole copy lies beside it.)`,
    )
  // From a day that has not come: it would be the newest for as long as the clock was wrong, and hide that a night is missing.
  const ahead = ages.filter(one => one.ahead)
  if (ahead.length > 0)
    found.push(
      `copies: ${ahead.map(one => one.name).join(', ')} in ${folder}: dated later than now. A clock was wrong. Make a new copy and delete by hand what is dated so.`,
    )
  const newest = ages.filter(one => !one.ahead && !isGoing(one.name)).at(-1)
  if (!newest) found.push(`copies: there is none to go by in ${folder}. Make one with "raadslag export".`)
  else if (newest.days >= freshDays) found.push(`copies: the newest in ${folder} is ${newest.days} days old.`)
  return found
}

/** Keys set aside when the key was changed. They open copies from before, so they go when those are gone. */
function retiredPastTime(keyFile: string, now: Date): string[] {
  const folder = dirname(keyFile)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.startsWith(`${basename(keyFile)}.retired-`))
    .filter(name => now.getTime() - statSync(join(folder, name)).ctimeMs > keptDays * day)
    .map(name => join(folder, name))
}
const retiredKeys = (keyFile: string, now: Date): string[] =>
  retiredPastTime(keyFile, now).map(
    file => `keys: ${file} has been retired for more than ${keptDays} days. Destroy it, and every copy of it.`,
  )

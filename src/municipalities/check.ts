// The command `raadslag municipality check DIR`: every fault on a line of its own, or what is in order and what is not filled in.
import { join } from 'node:path'
import { notFilledIn } from './data.ts'
import type { Fault } from './faults.ts'
import { isNoMunicipality, readMunicipality } from './read.ts'
import type { CharterCheck } from './schema-charter.ts'

/** What a command prints and how it ends: 0 in order, 1 faults, 2 the folder cannot be used. */
export type CommandResult = { exit: 0 | 1 | 2; out: string; err: string }

/** Checks the municipality in `dir`. Each fault is one line: `file:line: field: message`. */
export async function checkCommand(dir: string, options: { charterCheck?: CharterCheck | undefined } = {}): Promise<CommandResult> {
  const result = await readMunicipality(dir, options)
  if (!result.ok) {
    const lines = faultLines(dir, result.faults)
    if (isNoMunicipality(result.faults)) return { exit: 2, out: '', err: `${lines.join('\n')}\n` }
    return {
      exit: 1,
      out: `${lines.join('\n')}\n`,
      err: `${lines.length} ${lines.length === 1 ? 'fault' : 'faults'}. Nothing was changed.\n`,
    }
  }
  const { data, hashes } = result
  const gaps = notFilledIn(data)
  const counts = [
    [data.councils.length, 'councils'],
    [data.policies.length, 'policies'],
    [data.news.length, 'news'],
    [data.help.length, 'help numbers'],
    [data.sources.texts.length, 'source texts'],
  ] as const
  const head = `${data.municipality.name.da}: in order. ${hashes.size} items: ${counts.map(([count, what]) => `${count} ${what}`).join(', ')}.`
  const rest =
    gaps.length === 0
      ? ['Everything is filled in.']
      : [`Not filled in (${gaps.length}):`, ...gaps.map(gap => `  ${gap.item} ${gap.field}: ${gap.what}`)]
  return { exit: 0, out: `${[head, ...rest].join('\n')}\n`, err: '' }
}

/** Each fault as one line: `file:line: field: message`. */
export const faultLines = (dir: string, faults: readonly Fault[]): string[] =>
  faults.map(fault => `${join(dir, fault.file)}:${fault.line}: ${fault.field || '(file)'}: ${fault.message}`)

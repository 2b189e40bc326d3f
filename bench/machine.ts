// The machine in words, for the papers: what it has, never its name.
import { readFileSync } from 'node:fs'
import { arch, cpus, release, totalmem, type } from 'node:os'

/** E.g. "2 cores (Intel Xeon), 24 GiB memory, Linux 6.1 x64, Node 20.20.2". */
export function machineInWords(): string {
  const processors = cpus()
  const model = (processors[0]?.model ?? 'unknown')
    .replace(/\((?:R|TM|tm)\)|@.*$|\bCPU\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} cores (${model}), ${memory} GiB memory, ${type()} ${release().split('-')[0]} ${arch()}, Node ${process.versions.node}`
}

/** How busy the machine was: the average number of processes that wanted to run over the last minutes. */
export function busy(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ')
  } catch {
    return 'unknown'
  }
}

/** Today as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10)

// Writes docs/performance.md from the figures of a run; a missed target stands there as missed.
import type { Figure, NotRun } from './figures.ts'

export interface Circumstances {
  readonly date: string
  readonly machine: string
  readonly busyBefore: string
  readonly busyAfter: string
  readonly minutes: number
  readonly command: string
  readonly version: string
}

/** The page, as Markdown. */
export function performancePage(figures: readonly Figure[], notRun: readonly NotRun[], about: Circumstances): string {
  const groups = [...new Set(figures.map(one => one.group))]
  const judged = figures.filter(one => one.met !== null)
  const missed = judged.filter(one => !one.met)
  const tables = groups.map(group => {
    const rows = figures
      .filter(one => one.group === group)
      .map(
        ({ what, target, figure, met, note }) =>
          `| ${what} | ${target} | ${met === false ? `**${figure}**` : figure} | ${met === null ? '' : met ? 'yes' : '**no**'} | ${note} |`,
      )
    return `## ${group}\n\n| what | target | figure | met | how |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Performance: figures beside their limits

Run on ${about.date} in ${Math.round(about.minutes)} minutes, program version ${about.version}, with \`${about.command}\`.
Machine: ${about.machine}; load averages ${about.busyBefore} before and ${about.busyAfter} after. Client and server share it.

Each figure is a ratio, or a time, taken beside its limit in the same seconds on the same machine: rounds in turn, the median of the rounds. Absolute numbers only show the order of size.

**${judged.length - missed.length} of ${judged.length} targets met.**${missed.length > 0 ? ` Missed: ${missed.map(one => one.what).join('; ')}.` : ''}
${notRun.length > 0 ? `\nNot run here: ${notRun.map(one => `${one.group} (${one.reason})`).join('; ')}.\n` : ''}
${tables.join('\n')}
## What is measured beside what

- **raw \`node:http\`**: a bare server that sends the same bytes with the same headers from memory.
- **a bare page**: \`node:http\` and a pool of the same size; the same transaction with the very same statements and values as our page sends, the rows put into a page of the same length. No framework, no components, no access rules.
- **a bare insert page**: the same form posted to a page of the same framework, one row inserted in one transaction, with the same durability; told beside it, without a target: the same by \`node:http\` alone.
- **processor time**: what the server process itself used, from /proc, so that a busy neighbour shows.
- **slow 4G**: 150 ms round trip, 1.6 Mbit/s; **3G**: 300 ms, 700 kbit/s; **an old phone**: the processor slowed to a quarter, as the targets ask for; **a fast processor**: not slowed, told beside it without a target. Chromium with an empty cache, 390 × 844 pixels.
`
}

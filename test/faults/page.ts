// Writes docs/faults.md from what a run has counted.
import { quantile } from './kills/kills.ts'
import type { Counts, FaultRun, Kind } from './run-counts.ts'

const names: Record<Kind, string> = {
  app: '`kill -9` of the program',
  database: '`kill -9` of the embedded database, all its processes',
  cuts: 'power cuts of the embedded database',
}
/** What stands under it is written by the run of first starts, and kept by the others. */
export const firstStartHeading = '## The very first start'
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`

/** The page, as Markdown. */
export function faultsPage(run: FaultRun, machine: string, date: string): string {
  const kinds = Object.keys(names) as Kind[]
  const row = (kind: Kind) => {
    const one = run.counts[kind]
    if (one.notRun) return `| ${names[kind]} | not run: ${one.notRun} | | | | | | |`
    const open =
      one.readyMs.length > 0
        ? `${seconds(quantile(one.readyMs, 0.5))} / ${seconds(quantile(one.readyMs, 0.99))} / ${seconds(Math.max(...one.readyMs))}`
        : ''
    return `| ${names[kind]} | ${one.rounds} of ${run.wanted[kind]} | ${one.acknowledged} | ${kind === 'cuts' ? '' : one.interrupted} | ${one.lost} | ${one.doubled} | ${one.halves} | ${one.served} of ${one.rounds} | ${open} |`
  }
  const faults = kinds.flatMap(kind => run.counts[kind].faults.map(fault => `- ${names[kind]}: ${fault}`))
  return `# Faults: what was done to the house, and what was lost

Run on ${date} in ${Math.round(run.seconds / 60)} minutes, program version ${run.commits.join(', ')}, on this machine: ${machine}.
Command: \`npm run faults\` (a short run of each kind is part of \`npm test\`).

| fault | rounds | acknowledged | sent again | lost | doubled | half | served again | first answer after it (median / 99 % / worst) |
|---|---|---|---|---|---|---|---|---|
${kinds.map(row).join('\n')}

**Verdict: ${verdict(run.counts)}**
${faults.length > 0 ? `\n${faults.join('\n')}\n` : ''}${post(run.post)}
What a round is:

- **Kills.** Ten to twenty citizens at once fill in the public form in a real site (built program, embedded database on disk) as a browser does, with the hidden key, to the receipt: page by page the first time, in the long run straight from the first page to the summary afterwards. Each keeps an append-only list of the receipts shown. 20 to 420 ms after the first of them press *send*, the program, or every process of the database, is killed with -9. Then the program starts again, or, when it was the database, recovers by itself; whoever had no answer sends the same form again, twice at once; and the database is read behind the site's back.
- **Lost**: a receipt was shown, and the nomination is not found under its code. **Doubled**: one form made two candidates. **Half**: a nomination without its contact date, journal entry, receipt, letter, key or search words, or one of these without its nomination.
- **Power cuts.** The supervised database runs on a disk that forgets everything that was not synced (half of the cuts tear single sectors); five clients write and note each confirmed commit. Every fifth cut comes while the database is starting. After each cut an ordinary start must open it, and PostgreSQL's own check of tables and indexes must find nothing.
- **The other way round** (in \`npm test\`): without the unique key of the form the same kills double; a database that confirms before it has written loses; with fsync off the same power cuts lose; and the program refuses to start on either.
`
}

/** Letters in and out, in a paragraph that tells its own day and program: it can be run by itself. */
export function post(one: FaultRun['post']): string {
  if (!one) return ''
  if (one.notRun) return `\n**Letters in and out under \`kill -9\`: not run** (${one.notRun}).\n`
  return `
**Letters** (${one.on ?? 'day unknown'}, program version ${one.version ?? 'unknown'}). ${one.letters} letters laid into a real mailbox (Dovecot) and the outbox sent to a server while the program was killed ${one.kills} times with -9: ${one.lost} lost, ${one.doubled} kept twice; of ${one.sent} sent, ${one.never} never arrived, ${one.twice} arrived more than once, each with the same Message-ID because the kill came between the server's answer and our note of it.${one.fault ? ` It ended early: ${one.fault}` : ''}
`
}

function verdict(counts: Record<Kind, Counts>): string {
  const all = Object.values(counts)
  const bad = all.reduce((sum, one) => sum + one.lost + one.doubled + one.halves, 0)
  const unserved = all.reduce((sum, one) => sum + one.rounds - one.served, 0)
  const broken = all.reduce((sum, one) => sum + one.faults.length + one.strange, 0)
  if (bad + unserved + broken > 0) return `${bad} lost, doubled or half; ${unserved} rounds not served again; ${broken} other faults.`
  const notRun = all.some(one => one.notRun) ? ' One kind could not be run on this machine.' : ''
  return `nothing acknowledged was lost, nothing doubled, nothing half; served again after every round.${notRun}`
}

// What the long proofs of telling counted, as a page.
import type { VoiceKillReport } from './voice-kills.ts'

export interface Figures {
  codes?: { count: number; doubles: number; highest: number }
  guesses?: { count: number; right: number; secondsEach: number }
  lookups?: { rounds: number; t: number; planted: number }
  kills?: VoiceKillReport
  differences?: { histories: number; weeks: number; proven: number }
}
interface Run {
  readonly figures: Figures
  readonly passed: boolean
  readonly command: string
  readonly on: string
  readonly machine: string
}
const number = (value: number) => value.toLocaleString('en')

export function voicesPage({ figures, passed, command, on, machine }: Run): string {
  const { codes, guesses, lookups, kills, differences } = figures
  const rows = [
    ['receipt codes made', codes && number(codes.count)],
    ['codes made twice', codes && number(codes.doubles)],
    ['most uneven place of the twenty (chi-square over its symbols; an even source passes 76 once in 100,000)', codes?.highest.toFixed(1)],
    ['codes guessed', guesses && number(guesses.count)],
    ['guesses that were right', guesses && number(guesses.right)],
    ['seconds a guess takes, eight at once, by the clock of the throttle', guesses?.secondsEach.toFixed(2)],
    ['look-ups of an erased and of an unknown code', lookups && `2 × ${number(lookups.rounds)}`],
    ['Welch’s |t| between their times (4.5 would tell them apart)', lookups?.t.toFixed(2)],
    ['the same with three milliseconds planted', lookups?.planted.toFixed(1)],
    ['kills with -9 while people tell', kills && number(kills.kills)],
    [
      'presses under way when the program was killed, by step',
      kills &&
        Object.entries(kills.interrupted)
          .map(([step, count]) => `${step} ${count}`)
          .join(', '),
    ],
    ['tellings brought to their end afterwards, each with the same form', kills && number(kills.told)],
    ['lost, doubled, half', kills && `${kills.lost}, ${kills.doubled}, ${kills.halves}`],
    ['answers nobody should see', kills && number(kills.strange.length)],
    ['random histories of published counts, attacked with a linear solver over all weeks', differences && number(differences.histories)],
    ['weeks in them in which somebody’s summary went out', differences && number(differences.weeks)],
    ['stretches of weeks proven to hold one to four people', differences && number(differences.proven)],
  ].map(([what, value]) => `| ${what} | ${value ?? 'not run'} |`)
  return `# The long proofs of telling

Smaller numbers run with \`npm test\`. This page is written by

\`\`\`
${command}
\`\`\`

on ${on}, ${machine}. ${passed ? 'Everything held.' : '**Something did not hold.**'}

| what | figure |
|---|---|
${rows.join('\n')}
`
}

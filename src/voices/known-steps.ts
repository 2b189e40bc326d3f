// What is known of one voice that suggestions are made from, out of the voice as it was read.
import type { LocalDate } from '../platform/clock.ts'
import type { Known } from './next-steps.ts'
import { wayOf } from './own-steps.ts'
import type { Voice } from './read-voice.ts'
import { type Owed, owedKinds } from './voice.ts'

interface Beside {
  readonly may: boolean
  readonly today: LocalDate
  readonly colleague: boolean
  readonly ownCode: boolean
  readonly summaryOpen: boolean
}
export function knownOf(voice: Voice, beside: Beside): Known {
  const { row, lines, consent } = voice
  const has = (position: number) => lines.some(line => line.kind === 'translation' && line.of_position === position)
  const answeredAt = lines.findLastIndex(line => line.kind === 'answer')
  return {
    ...beside,
    stands: voice.stands,
    days: Object.fromEntries(
      voice.dues.filter(due => owedKinds.includes(due.kind as Owed)).map(due => [due.kind, due.dueOn]),
    ) as Known['days'],
    kind: row.kind,
    reply: wayOf(voice, beside.today),
    untranslated: {
      theirs: lines.some(line => (line.kind === 'told' || line.kind === 'wrote') && line.language !== 'da' && !has(line.position)),
      ours: row.language !== 'da' && lines.some(line => line.kind === 'answer' && line.language !== row.language && !has(line.position)),
    },
    human: voice.owner === null ? 'nobody' : voice.owner.away && voice.deputy === null ? 'away' : 'here',
    consent: consent && {
      given: consent.given,
      until: consent.until_day as LocalDate | null,
      withdrawn: consent.withdrawn_on !== null,
    },
    networkAsked: voice.guests.length > 0 || lines.some(line => line.kind === 'network'),
    helpAsked: row.right_help !== null || lines.slice(answeredAt + 1).some(line => line.kind === 'note'),
  }
}

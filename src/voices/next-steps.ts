// What a human could do next in a voice: at most three suggestions, each with why and by when. Nothing is done by itself.
import { addDays, type LocalDate } from '../platform/clock.ts'
import { byHuman, type Kind, type Owed, owedNow, type Reply, type Stands, whyNot } from './voice.ts'

/** What is known of a voice that suggestions care about. */
export interface Known {
  /** Whoever looks may work in it. */
  readonly may: boolean
  readonly today: LocalDate
  readonly stands: Stands
  /** The days of what is owed. */
  readonly days: Readonly<Partial<Record<Owed, LocalDate>>>
  readonly kind: Kind
  readonly reply: Reply
  /** Words of theirs in another language, or an answer to somebody with another language, without a translation beside it. */
  readonly untranslated: { readonly theirs: boolean; readonly ours: boolean }
  /** `away`: and nobody stands in. `nobody`: an office has it. */
  readonly human: 'here' | 'away' | 'nobody'
  /** A colleague it could be given to. */
  readonly colleague: boolean
  /** Told on behalf of somebody. */
  readonly consent: { readonly given: 'yes' | 'not_asked' | 'cannot'; readonly until: LocalDate | null; readonly withdrawn: boolean } | null
  /** The one it is about has a code of their own. */
  readonly ownCode: boolean
  /** Somebody of the network was invited, or why nobody can be stands there. */
  readonly networkAsked: boolean
  /** They have said whether the help was right, or a colleague has noted something since the answer. */
  readonly helpAsked: boolean
  /** A text for the councils may be written and nobody has begun it. */
  readonly summaryOpen: boolean
}
/** Where on the page it is done. */
export const places = {
  answer: 'trin-svar',
  translate: 'trin-oversaet',
  translateAnswer: 'trin-oversaet',
  passOn: 'trin-givet',
  kept: 'trin-kontakt',
  handing: 'trin-paa-vej',
  resume: 'trin-genoptag',
  handOver: 'trin-overdrag',
  ownCode: 'trin-kode',
  close: 'trin-luk',
  look: 'trin-note',
  askHelp: 'trin-note',
  network: 'trin-netvaerk',
  summary: 'trin-tekst',
} as const
/** In the order they come when they are due the same day. */
type What = keyof typeof places
const order = Object.keys(places) as What[]
export interface NextStep {
  readonly what: What
  readonly why: 'late' | 'urgent' | 'promise' | 'away' | 'nobody' | 'ends' | 'ended' | 'notAsked' | 'plain'
  readonly by: LocalDate | null
}
/** At most so many at a time: more is a list nobody reads. */
export const mostSteps = 3
/** Days before a consent ends that it is worth a step. */
const soon = 14

/** The most urgent first. Nothing only where nobody here may do anything, or when it is closed and no text is wanted. */
export function nextSteps(known: Known): readonly NextStep[] {
  if (!known.may) return []
  const last = (step: NextStep) => step.by ?? '9999-12-31'
  return [...owedSteps(known), ...moreSteps(known)]
    .sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : order.indexOf(a.what) - order.indexOf(b.what)))
    .slice(0, mostSteps)
}

/** What is owed, as what can be done about it: the same truth as the clocks. */
function owedSteps({ stands, days, today }: Known): NextStep[] {
  const owed = owedNow(stands)
  const steps: NextStep[] = []
  for (const kind of owed) {
    // Whoever sees this has opened it: what is left of the hurry is the answer.
    if (kind === 'voice.open' && owed.includes('voice.answer')) continue
    const by = days[kind] ?? today
    const hurry = kind === 'voice.open' || (kind === 'voice.answer' && stands.urgent && !stands.answered)
    if (by < today) steps.push({ what: doing(kind, stands), by, why: 'late' })
    else steps.push({ what: doing(kind, stands), by: hurry ? today : by, why: hurry ? 'urgent' : 'promise' })
  }
  return steps
}
function doing(kind: Owed, stands: Stands): What {
  switch (kind) {
    case 'voice.answer':
      return 'answer'
    case 'voice.pass-on':
      return 'passOn'
    case 'voice.hand-over':
      return stands.handing ? 'handing' : 'kept'
    case 'voice.pause':
      return 'resume'
    case 'voice.open':
      return 'look'
    case 'voice.next':
      return whyNot(stands, 'close') === null ? 'close' : 'look'
  }
}

/** What nobody owes and may still be right. */
function moreSteps(known: Known): NextStep[] {
  const { stands, today, consent } = known
  const steps: NextStep[] = []
  const plain = (what: What) => steps.push({ what, by: null, why: 'plain' })
  const open = stands.state !== 'closed'
  if (known.summaryOpen && stands.answered && !stands.ourTurn) plain('summary')
  if (!open) return steps
  const first = [...Object.values(known.days), today].sort()[0]!
  if (known.untranslated.theirs)
    steps.push({ what: 'translate', by: stands.ourTurn ? (known.days['voice.answer'] ?? null) : null, why: 'plain' })
  if (known.untranslated.ours)
    steps.push({ what: 'translateAnswer', by: stands.toPassOn ? (known.days['voice.pass-on'] ?? null) : null, why: 'plain' })
  if (known.human !== 'here' && known.colleague && whyNot(stands, 'handOver') === null)
    steps.push({ what: 'handOver', by: first, why: known.human })
  if (consent && !consent.withdrawn && !known.ownCode) {
    const { given, until } = consent
    if (given === 'not_asked') steps.push({ what: 'ownCode', by: null, why: 'notAsked' })
    if (given === 'yes' && until !== null && until <= addDays(today, soon))
      steps.push({ what: 'ownCode', by: until, why: until < today ? 'ended' : 'ends' })
  }
  // What waits for them first is the answer.
  if (stands.answered && !stands.ourTurn) {
    if (byHuman(known.reply) && !stands.toPassOn && !known.helpAsked) plain('askHelp')
    const canSayYes = known.kind === 'own' || known.kind === 'relative' || (known.kind === 'behalf' && consent?.given === 'yes')
    if (canSayYes && known.reply !== 'none' && !known.networkAsked) plain('network')
  }
  return steps
}

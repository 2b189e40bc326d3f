// Keeps how the force of a rule, a status and somebody's own words look.
import type { ComponentChildren } from 'preact'
import type { Lang } from '../i18n.ts'
import { Mark, type MarkKind } from './mark.tsx'
import { type FrameKey, say, useLang } from './say.ts'

export { Invented } from './invented.tsx'
export { Mark, type MarkKind } from './mark.tsx'

/** What a sentence asks: it must, it is wished, it is to be noticed, it is a right. */
export type Force = 'must' | 'should' | 'hint' | 'right'

/** How the rule stands now; `stated` (when left out) only quotes it. */
export type RuleState = 'stated' | 'broken' | 'open' | 'departed' | 'undocumented'

/** The class that carries line, colour and mark: what the eye reads first. */
export function forceClass(force: Force, state: RuleState = 'stated'): 'broken' | 'open' | 'should' | 'hint' | 'right' | 'undocumented' {
  if (state === 'undocumented') return 'undocumented'
  if (force === 'must') return state === 'broken' ? 'broken' : 'open'
  return force
}

function forceKey(force: Force, state: RuleState): FrameKey {
  if (state === 'undocumented') return 'force.undocumented'
  if (force === 'must' && (state === 'broken' || state === 'open')) return `force.must.${state}`
  if (force === 'should' && state === 'departed') return 'force.should.departed'
  return `force.${force}`
}

/** Seat numbers as people read them: "1–4", "3", "1–2, 7". Sorts, and drops doubles. */
export function seatSpan(seats: readonly number[]): string {
  const sorted = [...new Set(seats)].sort((a, b) => a - b)
  const spans: [number, number][] = []
  for (const seat of sorted) {
    const last = spans.at(-1)
    if (last && last[1] === seat - 1) last[1] = seat
    else spans.push([seat, seat])
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

interface ForceProps {
  force: Force
  state?: RuleState | undefined
  /** The seats the rule concerns; named in the label. */
  seats?: readonly number[] | undefined
}

/** The label of a rule: sign and words, which read the same in black and white. */
function ForceLabel({ force, state = 'stated', seats }: ForceProps) {
  const lang = useLang()
  const kind = forceClass(force, state)
  const about = seats?.length ? ` · ${say(lang, 'force.seats', { list: seatSpan(seats), seats: seats.length })}` : ''
  return (
    <p class={`label ${kind}`}>
      {kind !== 'right' && <Mark kind={kind} />}
      <span>
        {say(lang, forceKey(force, state))}
        {about}
      </span>
    </p>
  )
}

export interface RuleLineProps extends ForceProps {
  /** The sentence itself, in its own words; the quotation marks are added. */
  quote?: ComponentChildren
  /** Where the sentence stands. */
  source?: ComponentChildren
  /** How it stands now, and (for a rule of several seats) the rows it runs along. */
  children?: ComponentChildren
}

/** A rule whose line at the inline start is its force: solid must, dashed wish, dotted note, double not documented. */
export function RuleLine({ force, state, seats, quote, source, children }: RuleLineProps) {
  return (
    <div class={`rule ${forceClass(force, state)}`}>
      <ForceLabel force={force} state={state} seats={seats} />
      {quote && (
        <p>
          <Quote>{quote}</Quote>
        </p>
      )}
      {source && <p class="soft">{source}</p>}
      {children}
    </div>
  )
}

export interface QuoteProps {
  children: ComponentChildren
  /** The language of the words; Danish when left out. */
  lang?: Lang | undefined
  /** A paragraph of its own instead of a part of a sentence. */
  block?: boolean | undefined
  /** Larger, for the words that matter most on a page. */
  big?: boolean | undefined
  /** Who said it and when; with `block` only. */
  by?: ComponentChildren
}

/** Somebody's own words, never corrected or shortened: serif and »…«, so that it survives a missing font. */
export function Quote({ children, lang = 'da', block, big, by }: QuoteProps) {
  const words = (
    <span class={big ? 'own say' : 'own'} lang={lang} dir={lang === 'ar' || lang === 'ur' ? 'rtl' : 'ltr'}>
      »{children}«
    </span>
  )
  if (!block) return words
  return (
    <blockquote>
      <p>{words}</p>
      {by && <footer>{by}</footer>}
    </blockquote>
  )
}

/** A status in a frame: "Søger medlemmer", "Fulgt delvist". */
export function Chip({ mark, children }: { mark?: MarkKind | undefined; children: ComponentChildren }) {
  return (
    <span class="chip">
      {mark && <Mark kind={mark} />}
      <span>{children}</span>
    </span>
  )
}

/** `shown`: a source is linked. `missing`: nothing is known yet. The others are answers. */
type ProofState = 'shown' | 'partly' | 'no' | 'missing' | 'waiting'

const PROOF_MARKS: Record<ProofState, MarkKind> = { shown: 'disc', partly: 'half', no: 'ring', missing: 'dashed', waiting: 'dashed' }

export interface Proof {
  state: ProofState
  label: ComponentChildren
  /** The source, or what is missing. */
  detail?: ComponentChildren
}

/** A status that cannot bluff: the proofs there are, and the proofs that are missing. */
export function Proofs({ items }: { items: readonly Proof[] }) {
  const lang = useLang()
  return (
    <ul class="proofs">
      {items.map(({ state, label, detail }) => (
        <li key={label}>
          <Mark kind={PROOF_MARKS[state]} />
          <div>
            <b>
              <span class="sr">{say(lang, `proof.${state}`)} </span>
              {label}
            </b>
            {detail && <small>{detail}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}

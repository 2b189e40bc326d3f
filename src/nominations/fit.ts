// "Which council fits me?": three answers held against what the councils' charters ask. Nothing is kept.
import { type CharterData, type Kind, type OpenCouncil, offerOf } from './offer.ts'

export interface FitAnswers {
  /** Councils whose field the person wants to speak about; all of them when none was chosen. */
  readonly about: readonly string[]
  /** Keys of the kinds that fit the person. */
  readonly kinds: readonly string[]
  readonly residence: 'yes' | 'no' | 'unknown' | null
}
/** `resident`: lives where the charter asks. `kind`: is one of those the charter asks for. `free`: the charter asks for nobody in particular. */
export type FitReason = 'about' | 'resident' | 'kind' | 'wished' | 'free'
/** `moved`: the charter asks for residence. `which`: residence is not known. `kinds`: the charter asks for one of these. */
export type FitHurdle = 'residence' | 'residence.unknown' | 'kinds'
export interface Fit {
  readonly council: OpenCouncil
  /** `ask`: nothing speaks against it, but something must be talked about first. */
  readonly verdict: 'fits' | 'ask' | 'no'
  readonly reasons: readonly FitReason[]
  readonly hurdles: readonly FitHurdle[]
  /** The kinds of the person that the charter names. */
  readonly matched: readonly Kind[]
  /** The kinds of which the charter asks for at least one. */
  readonly needed: readonly Kind[]
}

/** Each council with what speaks for it and against it; the best first, the order of the data otherwise. */
export function fits(councils: readonly OpenCouncil[], answers: FitAnswers): Fit[] {
  const rank = { fits: 0, ask: 1, no: 2 }
  return councils
    .map(council => fitOf(council, answers))
    .map((fit, at) => ({ fit, at, about: fit.reasons.includes('about') ? 0 : 1 }))
    .sort((a, b) => rank[a.fit.verdict] - rank[b.fit.verdict] || a.about - b.about || a.at - b.at)
    .map(({ fit }) => fit)
}

function fitOf(council: OpenCouncil, { about, kinds, residence }: FitAnswers): Fit {
  const offer = offerOf([council])
  const needed = neededKinds(council, offer.kinds)
  const matched = offer.kinds.filter(kind => kinds.includes(kind.key))
  const reasons: FitReason[] = []
  const hurdles: FitHurdle[] = []
  if (about.includes(council.slug)) reasons.push('about')
  if (offer.residence) {
    if (residence === 'yes') reasons.push('resident')
    else hurdles.push(residence === 'no' ? 'residence' : 'residence.unknown')
  }
  if (needed.length > 0) {
    if (matched.some(kind => needed.includes(kind))) reasons.push('kind')
    else hurdles.push('kinds')
  } else reasons.push(matched.length > 0 ? 'wished' : 'free')
  const verdict = hurdles.includes('residence') ? 'no' : hurdles.length > 0 ? 'ask' : 'fits'
  return { council, verdict, reasons, hurdles, matched, needed }
}

/** The kinds of which the seats for citizens ask for one; a wish of the charter asks for nobody. */
function neededKinds(council: OpenCouncil, kinds: readonly Kind[]): Kind[] {
  if (!council.charter) return []
  const seats: CharterData = { ...council.charter, rules: [] }
  const asked = new Set(offerOf([{ ...council, charter: seats }]).kinds.map(kind => kind.key))
  return kinds.filter(kind => asked.has(kind.key))
}

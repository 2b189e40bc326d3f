// Parts that rooms downstream put on the teller's page and on the staff's page of a voice, and what they do when it is erased.
import type { VNode } from 'preact'
import type { Tx } from '../platform/db/act.ts'
import type { Page } from '../platform/html/page.ts'
import type { Lang } from '../platform/i18n.ts'
import type { Principal } from '../platform/principal.ts'
import type { Voice } from './read-voice.ts'
import type { Going, Talk } from './talk.ts'

export interface DrawnPart {
  /** A question that waits for an answer: stands before everything that was said. */
  readonly first?: (page: Page, talk: Talk) => VNode
  readonly view: (page: Page, talk: Talk) => VNode
  /** What it holds, for the file with everything; under its own name. */
  readonly data: Readonly<Record<string, unknown>>
}
type TalkStep = (tx: Tx, who: Principal, step: { readonly voice: Voice; readonly going: Going }) => Promise<void>
export interface TalkPart {
  /** Its part of the page of whoever may see everything; null when there is nothing to show. */
  readonly load: (tx: Tx, voice: Voice, lang: Lang) => Promise<DrawnPart | null>
  /** What can be done there, by the word the form sends. */
  readonly steps: Readonly<Record<string, TalkStep>>
}
const talkParts: TalkPart[] = []
/** Called once by a room, when it is put into the house. */
export function registerTalkPart(part: TalkPart): void {
  talkParts.push(part)
}
export async function talkPartsOf(tx: Tx, voice: Voice, lang: Lang): Promise<DrawnPart[]> {
  const drawn: DrawnPart[] = []
  for (const part of talkParts) {
    const one = await part.load(tx, voice, lang)
    if (one) drawn.push(one)
  }
  return drawn
}
export const talkStepOf = (go: string): TalkStep | undefined =>
  talkParts.map(part => (Object.hasOwn(part.steps, go) ? part.steps[go] : undefined)).find(step => step !== undefined)

export interface StaffPart {
  readonly view: (page: Page) => VNode
  /** A text for the councils may be written and nobody has begun it. */
  readonly summaryOpen: boolean
}
type MakeStaffPart = (tx: Tx, who: Principal, voice: Voice) => Promise<StaffPart | null>
const staffParts: MakeStaffPart[] = []
export function registerStaffPart(make: MakeStaffPart): void {
  staffParts.push(make)
}
export async function staffPartsOf(tx: Tx, who: Principal, voice: Voice): Promise<StaffPart[]> {
  const parts: StaffPart[] = []
  for (const make of staffParts) {
    const part = await make(tx, who, voice)
    if (part) parts.push(part)
  }
  return parts
}

type Hears = (tx: Tx, who: Principal, voiceId: string) => Promise<void>
const ears: Hears[] = []
/** Hears that a voice is about to be erased. */
export function registerErasing(hear: Hears): void {
  ears.push(hear)
}
export async function tellErasing(tx: Tx, who: Principal, voiceId: string): Promise<void> {
  for (const hear of ears) await hear(tx, who, voiceId)
}

const consentEars: Hears[] = []
/** Hears that the one somebody told for has taken back what they agreed to. */
export function registerConsentBack(hear: Hears): void {
  consentEars.push(hear)
}
export async function tellConsentBack(tx: Tx, who: Principal, voiceId: string): Promise<void> {
  for (const hear of consentEars) await hear(tx, who, voiceId)
}

type HearsRecused = (tx: Tx, who: Principal, voice: Voice) => Promise<void>
const recusedEars: HearsRecused[] = []
/** Hears that a voice is closed to one more of those who worked with it; it is given as it stands now. */
export function registerRecused(hear: HearsRecused): void {
  recusedEars.push(hear)
}
export async function tellRecused(tx: Tx, who: Principal, voice: Voice): Promise<void> {
  for (const hear of recusedEars) await hear(tx, who, voice)
}

// One talk as whoever holds its code sees it: as much as they may, and a new token for the next step.
import { createHash } from 'node:crypto'
import type { VNode } from 'preact'
import { colleaguesOf } from '../people/index.ts'
import { formResult, takeForm } from '../platform/accepted-form.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Page } from '../platform/html/page.ts'
import type { Answer } from '../platform/http/route.ts'
import type { Lang } from '../platform/i18n.ts'
import { readThing } from '../platform/journal.ts'
import type { Paper } from '../platform/paper/paper.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, type Said, said } from '../platform/refusal.ts'
import { openedBytes } from '../platform/sealed.ts'
import type { CodeOwner } from '../receipts/index.ts'
import { answerPaper } from './answer-paper.ts'
import { openEraseAsk } from './erase-asked.ts'
import { standingOf } from './ground.ts'
import type { GuestCovers, GuestDays } from './guest.ts'
import type { Guest } from './guest-store.ts'
import { linkToken } from './invite-guest.ts'
import { guestOf, hasEnded, ownsIt, type Reach, reachOfHolder } from './own-steps.ts'
import { type DrawnPart, talkPartsOf } from './parts.ts'
import type { MadePicture } from './picture.ts'
import { quiet } from './quiet.ts'
import { pictureBytes } from './read-store.ts'
import { type Seen, seenBy, type Voice, voiceOf } from './read-voice.ts'
import { picturePlace } from './sealed-places.ts'
import { voiceOfCode } from './store.ts'
import type { Holder } from './tables.ts'
import { seenByTeller } from './take-over.ts'
import { takeStep } from './take-step.ts'
import { beginVisit, endVisits, noteNext, peekVisit, takeVisit, type Visit } from './visit-store.ts'
import { bringsWords, type Ended, givesBack } from './words-back.ts'

export interface Talk {
  readonly voice: Voice
  readonly holder: Holder
  readonly reach: Reach
  /** The guest whose page it is. */
  readonly guest: Guest | null
  /** The link of an invitation just made: shown once. */
  readonly invited: { readonly token: string; readonly origin: string } | null
  readonly token: string
  /** On a computer that many people use: its pages end by themselves. */
  readonly shared: boolean
  readonly seen: readonly Seen[]
  /** What was chosen of the municipality's own lists, by the names people know. */
  readonly chosen: { readonly themes: readonly string[]; readonly district: string }
  /** First names of staff, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  /** What stood in the way of the last step, with what was typed. */
  readonly faults: readonly { readonly field: string; readonly message: Said }[]
  readonly typed: string
  readonly changed: string
  readonly thanks: boolean
  /** What was chosen of an invitation that could not be made. */
  readonly guestTyped: Readonly<Record<string, string>>
  /** Somebody without the code has asked for it to be erased: since when, and on which day it will be if that is known. */
  readonly eraseAsked: { readonly on: string; readonly eraseOn: string | null } | null
  /** What other rooms have to say about it, for whoever may see everything. */
  readonly parts: readonly DrawnPart[]
}
export type Went =
  | { readonly show: 'talk' | 'everything'; readonly talk: Talk }
  | { readonly show: 'file'; readonly talk: Talk; readonly pictures: readonly OwnPicture[] }
  | { readonly show: 'letter'; readonly paper: Paper }
  | { readonly show: 'door' | 'left' | 'erased' | 'ended' | 'over' }
  | { readonly show: 'words'; readonly why: Ended; readonly words: string }

/** Opens the talk of a visit, with a token for the next step. */
async function openTalk(
  tx: Tx,
  who: Principal,
  visit: Visit,
  lang: Lang,
  more: Partial<Pick<Talk, 'faults' | 'typed' | 'changed' | 'thanks' | 'invited' | 'guestTyped' | 'shared'>> = {},
): Promise<Talk | null> {
  const before = await voiceOf(tx, visit.voiceId, lang)
  if (!before) return null
  const today = localDate(tx.now)
  const reach = reachOfHolder(before, visit, today)
  // Whoever is to have it from now on gets it once the one who told reads so.
  const moved = reach !== 'none' && (await seenByTeller(tx, who, before, visit.holder))
  const voice = moved ? (await voiceOf(tx, visit.voiceId, lang))! : before
  const guest = visit.holder === 'guest' ? guestOf(voice, visit) : null
  if (guest && reach !== 'none') await readThing(quiet(tx), asGuest(tx, guest), { about: visit.voiceId, action: 'voice.followed' })
  return {
    voice,
    holder: visit.holder,
    reach,
    guest,
    invited: null,
    eraseAsked: reach === 'all' ? await openEraseAsk(tx, visit.voiceId) : null,
    parts: reach === 'all' ? await talkPartsOf(tx, voice, lang) : [],
    token: await beginVisit(tx, visit),
    seen: reach === 'all' ? await seenBy(tx, voice, lang) : [],
    names: new Map((await colleaguesOf(tx, lang)).map(one => [one.id, one.name.split(' ')[0]!])),
    chosen: await chosenIn(tx, voice, lang),
    today,
    faults: [],
    shared: false,
    typed: '',
    changed: '',
    thanks: false,
    guestTyped: {},
    ...more,
  }
}

async function chosenIn(tx: Tx, { row, details }: Voice, lang: Lang): Promise<Talk['chosen']> {
  const { themes, districts } = await standingOf(tx)
  const named = themes.filter(one => details.themes.includes(one.slug))
  return {
    themes: named.map(one => said(one.name as never, lang)),
    district: districts.find(one => one.slug === row.district)?.name ?? row.district ?? '',
  }
}

/** This room's part of the door for receipt codes. */
export const voiceCodes = (draw: (page: Page, talk: Talk) => VNode | Answer): CodeOwner => ({
  name: 'voices',
  async open(tx, who, index, lang) {
    const found = await voiceOfCode(tx, index)
    const talk = found && (await openTalk(tx, who, { ...found, codeIndex: index }, lang))
    return talk ? { show: (page, shared) => draw(page, { ...talk, shared }) } : null
  },
})

/** A guest is nobody of the house: in the log of readings they are the invitation they came by. */
const asGuest = (tx: Tx, { id }: Guest): Principal => ({ kind: 'subject', municipalityId: tx.municipalityId, about: id, sessionId: '' })

export interface Going {
  readonly token: string
  readonly go: string
  readonly text: string
  readonly help: 'yes' | 'partly' | 'no' | null
  readonly inTime: 'yes' | 'no' | null
  readonly sure: boolean
  /** From a page of a shared computer. */
  readonly shared: boolean
  /** Still here: nothing is done, and what was typed stays. */
  readonly stay: boolean
  /** For the parts of other rooms. */
  readonly answer: string
  readonly change: string
  readonly guestName: string
  readonly guestCovers: GuestCovers | null
  readonly guestDays: GuestDays | null
  readonly lang: Lang
  readonly origin: string
  /** The secret key of the form the step came with. */
  readonly form: string
  /** What came with it; throws a Refusal when one was no picture. */
  readonly pictures: () => readonly MadePicture[]
}
/** A file is fetched beside the page, which stays as it is. */
const fetches = (what: string) => what === 'file' || what === 'letter'
const erasedBy = (form: string) => createHash('sha256').update(`erased ${form}`, 'utf8').digest()

/** One step in the talk. A token that is used, old or unknown leads to the empty door. */
export async function go(tx: Tx, who: Principal, going: Going): Promise<Went> {
  const typed = going.text || going.change
  const first = typed !== '' && (await bringsWords(tx, going.form))
  const wordsOr = async (show: 'door' | 'ended' | 'over'): Promise<Went> =>
    typed !== '' && (await givesBack(tx, going.form, first)) ? { show: 'words', why: show, words: typed } : { show }
  const taken = fetches(going.go) ? await peekVisit(tx, going.token) : await takeVisit(tx, going.token)
  if (!taken) return (await formResult(tx, erasedBy(going.form))) ? { show: 'erased' } : await wordsOr('door')
  const visit: Visit = taken
  const again = 'again' in taken && taken.again
  if (going.go === 'close') {
    await endVisits(tx, visit)
    return { show: 'left' }
  }
  const voice = await voiceOf(tx, visit.voiceId)
  const reach = voice ? reachOfHolder(voice, visit, localDate(tx.now)) : 'none'
  if (voice && hasEnded(voice, visit, localDate(tx.now))) {
    // The same press, sent twice, finds its words twice; the token it leads to is in no page.
    if (!fetches(going.go)) await noteNext(tx, going.token, await beginVisit(tx, visit), true)
    return await wordsOr(visit.holder === 'guest' ? 'over' : 'ended')
  }
  let faults: Talk['faults'] = []
  try {
    if (!again && !going.stay && reach !== 'none' && (await takeStep(tx, who, { visit, going, voice: voice!, reach }))) {
      await takeForm(tx, erasedBy(going.form), {})
      return { show: 'erased' }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults = error.shortcomings.map(({ field, message }) => ({ field: field ?? '', message }))
  }
  const talk = await openTalk(tx, who, visit, going.lang, {
    faults,
    shared: going.shared,
    typed: faults.length > 0 || going.stay ? going.text : '',
    changed: faults.length > 0 ? going.change : '',
    thanks: going.go === 'help' && faults.length === 0,
    invited:
      going.go === 'invite' && faults.length === 0 && voice && ownsIt(voice, visit, reach)
        ? { token: linkToken(visit.voiceId, going.form), origin: going.origin }
        : null,
    guestTyped:
      faults.length > 0 ? { guestName: going.guestName, guestCovers: going.guestCovers ?? '', guestDays: going.guestDays ?? '' } : {},
  })
  if (!talk) return { show: 'door' }
  if (!fetches(going.go)) await noteNext(tx, going.token, talk.token, faults.length === 0)
  if (going.go === 'letter' && (talk.reach === 'all' || (talk.reach === 'answers' && !talk.guest))) {
    const [position, large] = going.answer.split('-')
    const paper = await answerPaper(tx, talk.voice, {
      position: Number(position),
      large: large === 'large',
      names: talk.names,
      toPost: false,
    })
    if (paper) return { show: 'letter', paper }
  }
  if (talk.reach === 'all' && going.go === 'file') return { show: 'file', talk, pictures: await ownPictures(tx, talk.voice) }
  return { show: talk.reach === 'all' && going.go === 'everything' ? 'everything' : 'talk', talk }
}

/** A picture with the line it came with, to be taken along. */
export interface OwnPicture {
  readonly line: number
  readonly jpeg: Buffer
}
async function ownPictures(tx: Tx, { row, pictures }: Voice): Promise<OwnPicture[]> {
  const found: OwnPicture[] = []
  for (const { id, of_line } of pictures) {
    const sealed = await pictureBytes(tx, row.id, id)
    const jpeg = sealed && (await openedBytes(tx, picturePlace(row.id, id), sealed))
    if (jpeg) found.push({ line: of_line, jpeg })
  }
  return found
}

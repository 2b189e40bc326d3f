// One talk as whoever holds its code sees it: as much as they may, and a new token for the next step.
import { createHash } from 'node:crypto'
import type { VNode } from 'preact'
import { colleaguesOf } from '../people/index.ts'
import { formResult, takeForm } from '../platform/accepted-form.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Page } from '../platform/html/page.ts'
import { faultWords } from '../platform/http/form.ts'
import type { Lang } from '../platform/i18n.ts'
import type { Paper } from '../platform/paper/paper.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, type Said } from '../platform/refusal.ts'
import { openedBytes } from '../platform/sealed.ts'
import type { CodeOwner } from '../receipts/index.ts'
import { answerPaper } from './answer-paper.ts'
import { keepVoice, openEraseAsk } from './erase-asked.ts'
import { eraseVoice, hasEnded, reachOfHolder, reopen, sayHelp, takeBackConsent, writeAgain } from './own-steps.ts'
import { type DrawnPart, talkPartsOf, talkStepOf } from './parts.ts'
import type { MadePicture } from './picture.ts'
import { pictureBytes } from './read-store.ts'
import { type Seen, seenBy, type Voice, voiceOf } from './read-voice.ts'
import { picturePlace } from './sealed-places.ts'
import { voiceOfCode } from './store.ts'
import type { Holder } from './tables.ts'
import { longestTelling } from './telling.ts'
import { beginVisit, endVisits, noteNext, peekVisit, takeVisit, type Visit } from './visit-store.ts'
import { bringsWords, type Ended, givesBack } from './words-back.ts'

export interface Talk {
  readonly voice: Voice
  readonly holder: Holder
  readonly reach: 'all' | 'answers' | 'none'
  readonly token: string
  readonly seen: readonly Seen[]
  /** First names of staff, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  /** What stood in the way of the last step, with what was typed. */
  readonly faults: readonly { readonly field: string; readonly message: Said }[]
  readonly typed: string
  readonly changed: string
  readonly thanks: boolean
  /** Somebody without the code has asked for it to be erased: since when, and on which day it will be if that is known. */
  readonly eraseAsked: { readonly on: string; readonly eraseOn: string | null } | null
  /** What other rooms have to say about it, for whoever may see everything. */
  readonly parts: readonly DrawnPart[]
}
export type Went =
  | { readonly show: 'talk' | 'everything'; readonly talk: Talk }
  | { readonly show: 'file'; readonly talk: Talk; readonly pictures: readonly OwnPicture[] }
  | { readonly show: 'letter'; readonly paper: Paper }
  | { readonly show: 'door' | 'left' | 'erased' | 'ended' }
  | { readonly show: 'words'; readonly why: Ended; readonly words: string }

/** Opens the talk of a visit, with a token for the next step. */
async function openTalk(
  tx: Tx,
  visit: Visit,
  lang: Lang,
  more: Partial<Pick<Talk, 'faults' | 'typed' | 'changed' | 'thanks'>> = {},
): Promise<Talk | null> {
  const voice = await voiceOf(tx, visit.voiceId, lang)
  if (!voice) return null
  const today = localDate(tx.now)
  const reach = reachOfHolder(voice, visit.holder, today)
  return {
    voice,
    holder: visit.holder,
    reach,
    eraseAsked: reach === 'all' ? await openEraseAsk(tx, visit.voiceId) : null,
    parts: reach === 'all' ? await talkPartsOf(tx, voice, lang) : [],
    token: await beginVisit(tx, visit),
    seen: await seenBy(tx, visit.voiceId, lang),
    names: new Map((await colleaguesOf(tx, lang)).map(one => [one.id, one.name.split(' ')[0]!])),
    today,
    faults: [],
    typed: '',
    changed: '',
    thanks: false,
    ...more,
  }
}

/** This room's part of the door for receipt codes. */
export const voiceCodes = (draw: (page: Page, talk: Talk) => VNode): CodeOwner => ({
  name: 'voices',
  async open(tx, _who, index, lang) {
    const found = await voiceOfCode(tx, index)
    const talk = found && (await openTalk(tx, { ...found, codeIndex: index }, lang))
    return talk ? { show: page => draw(page, talk) } : null
  },
})

export interface Going {
  readonly token: string
  readonly go: string
  readonly text: string
  readonly help: 'yes' | 'partly' | 'no' | null
  readonly inTime: 'yes' | 'no' | null
  readonly sure: boolean
  /** For the parts of other rooms. */
  readonly answer: string
  readonly change: string
  readonly lang: Lang
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
  const wordsOr = async (show: 'door' | 'ended'): Promise<Went> =>
    typed !== '' && (await givesBack(tx, going.form, first))
      ? { show: 'words', why: show === 'ended' ? 'consent' : 'door', words: typed }
      : { show }
  const taken = fetches(going.go) ? await peekVisit(tx, going.token) : await takeVisit(tx, going.token)
  if (!taken) return (await formResult(tx, erasedBy(going.form))) ? { show: 'erased' } : await wordsOr('door')
  const visit: Visit = taken
  const again = 'again' in taken && taken.again
  if (going.go === 'close') {
    await endVisits(tx, visit)
    return { show: 'left' }
  }
  const voice = await voiceOf(tx, visit.voiceId)
  const reach = voice ? reachOfHolder(voice, visit.holder, localDate(tx.now)) : 'none'
  if (voice && hasEnded(voice, visit.holder, localDate(tx.now))) {
    // The same press, sent twice, finds its words twice; the token it leads to is in no page.
    if (!fetches(going.go)) await noteNext(tx, going.token, await beginVisit(tx, visit), true)
    return await wordsOr('ended')
  }
  let faults: Talk['faults'] = []
  try {
    if (!again && reach !== 'none' && (await did(tx, who, visit, going, { voice: voice!, reach }))) {
      await takeForm(tx, erasedBy(going.form), {})
      return { show: 'erased' }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults = error.shortcomings.map(({ field, message }) => ({ field: field ?? '', message }))
  }
  const talk = await openTalk(tx, visit, going.lang, {
    faults,
    typed: faults.length > 0 ? going.text : '',
    changed: faults.length > 0 ? going.change : '',
    thanks: going.go === 'help' && faults.length === 0,
  })
  if (!talk) return { show: 'door' }
  if (!fetches(going.go)) await noteNext(tx, going.token, talk.token, faults.length === 0)
  if (going.go === 'letter' && talk.reach !== 'none') {
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

/** Who told for somebody else does not erase it: that is for the one it is about. */
export const mayErase = (voice: Voice, visit: Pick<Visit, 'holder'>, reach: Talk['reach']): boolean =>
  reach === 'all' && (visit.holder === 'person' || voice.consent === null)

/** True when it has been erased. What a step needs that is missing comes back as a fault; nothing has been written then. */
async function did(
  tx: Tx,
  who: Principal,
  visit: Visit,
  going: Going,
  { voice, reach }: { voice: Voice; reach: Talk['reach'] },
): Promise<boolean> {
  switch (going.go) {
    case 'write': {
      if (going.text.length > longestTelling) throw new Refusal([{ field: 'text', message: faultWords.tooLong }])
      const pictures = going.pictures()
      if (going.text === '' && pictures.length === 0) throw new Refusal([{ field: 'text', message: needed }])
      await writeAgain(tx, who, { visit, text: going.text, language: going.lang, pictures })
      return false
    }
    case 'reopen':
      await reopen(tx, who, { visit })
      return false
    case 'help':
      if (going.help) await sayHelp(tx, who, { visit, help: going.help, inTime: going.inTime })
      return false
    case 'consent':
      if (visit.holder === 'person') await takeBackConsent(tx, who, { voiceId: visit.voiceId })
      return false
    case 'keep':
      if (reach === 'all') await keepVoice(tx, who, { voiceId: visit.voiceId })
      return false
    case 'erase':
      if (!mayErase(voice, visit, reach)) return false
      if (!going.sure) throw new Refusal([{ field: 'sure', message: sure }])
      await eraseVoice(tx, who, { voiceId: visit.voiceId, why: 'asked' })
      return true
    default:
      if (reach === 'all') await talkStepOf(going.go)?.(tx, who, { voice, going })
      return false
  }
}
const needed: Said = {
  da: 'Skriv nogle ord.',
  en: 'Write some words.',
  ar: 'اكتب بعض الكلمات.',
  tr: 'Birkaç sözcük yazın.',
  ur: 'کچھ لفظ لکھیں۔',
}
const sure: Said = {
  da: 'Sæt kryds for at slette.',
  en: 'Tick the box to erase.',
  ar: 'ضع علامة للحذف.',
  tr: 'Silmek için kutuyu işaretleyin.',
  ur: 'مٹانے کے لیے نشان لگائیں۔',
}

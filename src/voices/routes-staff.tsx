// The staff's addresses: the list, one voice with a reason where it is a colleague's, and entering what somebody told.
import { z } from 'zod'
import { colleaguesOf } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { text } from '../platform/http/form.ts'
import { type Asked, file, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Paper } from '../platform/paper/paper.ts'
import { pdfAnswer } from '../platform/paper/pdf-answer.ts'
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'
import { openedBytes } from '../platform/sealed.ts'
import { receiptPath } from '../receipts/index.ts'
import { mayAnswer, mayEnter, mayWork, reachOf } from './access.ts'
import { answerPaper } from './answer-paper.ts'
import { enterVoice } from './enter-voice.ts'
import { proofsOf } from './erase-asked.ts'
import { eraseAskOf } from './erase-store.ts'
import { tellingForm } from './form-input.ts'
import { type Ground, groundOf } from './ground.ts'
import { knownOf } from './known-steps.ts'
import { nextSteps } from './next-steps.ts'
import { staffPartsOf } from './parts.ts'
import { paths } from './paths.ts'
import { readOther } from './read-other.ts'
import { pictureBytes } from './read-store.ts'
import { voiceOf, wasReadBack } from './read-voice.ts'
import { picturePlace } from './sealed-places.ts'
import { codesOf } from './store.ts'
import { StaffListPage, WeakPage } from './views/staff-list.tsx'
import { type OneVoice, StaffVoicePage } from './views/staff-one.tsx'
import { CodeGivenPage, EnterPage, ReasonPage } from './views/staff-small.tsx'
import { inventedHere, type VoiceList, voiceList } from './voice-list.ts'
import { unitsToTake } from './who-takes.ts'
import { voiceWords as w } from './words.ts'

const isReader = (who: Principal) => hasRole(who, 'caseworker', 'outreachWorker', 'secretary', 'unitLeader')

async function list(tx: Tx, who: Principal, { query }: Asked): Promise<VoiceList | 'weak' | null> {
  if (!isReader(who)) return 'weak'
  return mayWork(who, await inventedHere(tx)) ? await voiceList(tx, who, query.get('vis') === 'afsluttede') : 'weak'
}

/** One voice, with how near this person is to it. Null for those who may not know of it. */
export async function oneVoice(tx: Tx, who: Principal, { params, lang }: Asked): Promise<OneVoice | null> {
  const voice = isId(params.id) && mayWork(who, true) ? await voiceOf(tx, params.id, lang) : null
  const reach = voice && reachOf(who, voice.near)
  if (!voice || !reach) return null
  const all = await colleaguesOf(tx, lang)
  const today = localDate(tx.now)
  const parts = reach === 'own' ? await staffPartsOf(tx, who, voice) : []
  const colleagues = all
    .filter(
      one =>
        one.roles.some(role => ['caseworker', 'outreachWorker', 'secretary', 'unitLeader'].includes(role)) &&
        !voice.near.closedTo.includes(one.id),
    )
    .filter(one => one.id !== voice.near.ownerId)
  const known = knownOf(voice, {
    may: mayAnswer(who, voice.near),
    today,
    colleague: colleagues.length > 0,
    ownCode: voice.consent !== null && (await codesOf(tx, voice.row.id)).some(code => code.holder === 'person'),
    summaryOpen: parts.some(part => part.summaryOpen),
  })
  return {
    voice,
    reach,
    ground: await groundOf(tx, lang),
    names: new Map(all.map(one => [one.id, one.name])),
    readBack: voice.row.entered_by !== null && (await wasReadBack(tx, voice.row.id)),
    colleagues,
    units: reach === 'own' ? await unitsToTake(tx, { closed: voice.near.closedTo, but: voice.near.ownerId }) : [],
    erasing: { ask: await eraseAskOf(tx, params.id!), proofs: reach === 'own' ? await proofsOf(tx, who as Staff, voice) : [] },
    parts,
    steps: nextSteps(known),
    today,
  }
}
export const oneView = (page: Page, one: OneVoice, form: Filled, _asked: Asked, who: Principal) =>
  one.reach === 'own' ? (
    <StaffVoicePage page={page} who={who} one={one} form={form} />
  ) : (
    <ReasonPage page={page} who={who} form={form} id={one.voice.row.id} />
  )
/** Reaches it at all; what is hidden from somebody looks like not there. */
const mayReach = (who: Principal, one: OneVoice) => reachOf(who, one.voice.near) !== null
const at = '/arbejdsrum/henvendelser/:id'

interface Entering {
  readonly ground: Ground
}
const entering = async (tx: Tx): Promise<Entering> => ({ ground: await groundOf(tx) })
/** Where a code is typed in, as somebody types it from a slip of paper. */
export const receiptAddress = ({ origin }: Asked): string => origin.replace(/^https?:\/\//, '') + receiptPath
const mayEnterHere = (who: Principal, { ground }: Entering) => mayEnter(who, ground.invented)
const enterView = (page: Page, { ground }: Entering, form: Filled, _asked: Asked, who: Principal) => (
  <EnterPage page={page} who={who} form={form} ground={ground} />
)

async function picture(tx: Tx, who: Principal, asked: Asked): Promise<(OneVoice & { readonly bytes: Uint8Array }) | null> {
  const one = await oneVoice(tx, who, asked)
  const id = asked.params.billede
  const sealed = one && isId(id) ? await pictureBytes(tx, one.voice.row.id, id) : null
  const bytes = one && sealed ? await openedBytes(tx, picturePlace(one.voice.row.id, id!), sealed) : null
  return one && bytes ? { ...one, bytes } : null
}

async function letter(tx: Tx, who: Principal, asked: Asked): Promise<(OneVoice & { readonly paper: Paper }) | null> {
  const one = await oneVoice(tx, who, asked)
  const wanted = { position: Number(asked.params.linje), large: asked.query.get('stor') === '1', toPost: true }
  const paper = one && (await answerPaper(tx, one.voice, { ...wanted, names: one.names }))
  return one && paper ? { ...one, paper } : null
}

export const staffRoutes = [
  get({
    path: paths.list,
    may: isReader,
    load: list,
    reads: found => (found === 'weak' ? null : { about: null, action: 'voices.list' }),
    view: (page, found, _form, _asked, who) =>
      found === 'weak' ? <WeakPage page={page} who={who} /> : <StaffListPage page={page} who={who} list={found} />,
  }),
  get({ path: paths.enter, may: mayEnterHere, load: entering, view: enterView }),
  post({
    path: paths.enter,
    may: mayEnterHere,
    load: entering,
    input: tellingForm,
    deed: (tx, who, { input, asked }) => enterVoice(tx, who, { sent: input, key: asked.form!.key }),
    then: (receipt, { page, who, asked }) => (
      <CodeGivenPage
        page={page}
        who={who}
        code={receipt.answered && !receipt.kept ? receipt.code : null}
        title={w(page.lang, 'staff.enter.done')}
        address={receiptAddress(asked)}
        id={null}
      />
    ),
    form: { view: enterView },
  }),
  get({
    path: at,
    hides: true,
    may: mayReach,
    load: oneVoice,
    reads: one => (one.reach === 'own' ? { about: one.voice.row.id, action: 'voice.read' } : null),
    view: oneView,
  }),
  post({
    path: `${at}/grund`,
    hides: true,
    may: mayReach,
    load: oneVoice,
    input: z.object({ reason: text(200, 'needed') }),
    deed: (tx, who, { thing, input }) => readOther(tx, who, { voiceId: thing.voice.row.id, reason: input.reason }),
    then: (_voice, { page, thing, who }) => <StaffVoicePage page={page} who={who} one={thing} form={{ values: {}, errors: [] }} />,
    form: { view: oneView },
  }),
  get({
    path: `${at}/brev/:linje`,
    hides: true,
    may: (who: Principal, one: OneVoice & { readonly paper: Paper }) => reachOf(who, one.voice.near) === 'own',
    load: letter,
    reads: one => ({ about: one.voice.row.id, action: 'voice.read' }),
    view: (_page, { paper }) => pdfAnswer(paper, 'brev'),
  }),
  get({
    path: `${at}/billede/:billede`,
    hides: true,
    may: (who: Principal, one: OneVoice & { readonly bytes: Uint8Array }) => reachOf(who, one.voice.near) === 'own',
    load: picture,
    reads: one => ({ about: one.voice.row.id, action: 'voice.read' }),
    view: (_page, one) => file('image/jpeg', one.bytes),
  }),
]

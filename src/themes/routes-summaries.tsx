// The staff's addresses of summaries: written beside the voice, looked at by a second human, gathered into a theme.
import { z } from 'zod'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, list, optionalChoice, text, tick } from '../platform/http/form.ts'
import { type AnyRoute, type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal, said } from '../platform/refusal.ts'
import { askableOf, mayAnswer, mayWork, voiceOf, voicePaths } from '../voices/index.ts'
import { mayApproveSummary, mayGather, mayReadSummary } from './access.ts'
import { approveSummary, giveBackSummary } from './approve-summary.ts'
import { gather, takeOut } from './gather.ts'
import { paths } from './paths.ts'
import { spokenHows } from './summary.ts'
import { near, oneSummary } from './summary-step.ts'
import { summaryOfVoice } from './summary-store.ts'
import { openThemes } from './theme-list.ts'
import { type Reading, SummaryPage } from './views/summary-page.tsx'
import { WritePage, type Writing } from './views/write-page.tsx'
import { dropSummary, findingFaults, findingsIn, goOnUnanswered, longestSummary, noteSpoken, writeSummary } from './write-summary.ts'

async function writing(tx: Tx, who: Principal, { params, lang }: Asked): Promise<Writing | null> {
  const voice = isId(params.henvendelse) && mayWork(who, true) ? await voiceOf(tx, params.henvendelse, lang) : null
  if (!voice) return null
  const summary = await summaryOfVoice(tx, voice.row.id)
  const one = summary && summary.state !== 'ended' ? await near(tx, summary, voice) : null
  return {
    voice,
    one,
    findings: one ? await findingsIn(tx, voice, one.summary.text, one.summary.theirs) : [],
    ...(await askableOf(tx, voice)),
  }
}
const mayWrite = (who: Principal, { voice }: Writing) => mayAnswer(who, voice.near)
/** `?se`: the check stood in the way, and what it found is what to correct. */
const writeView = (page: Page, thing: Writing, form: Filled, asked: Asked, who: Principal) => {
  const { one, findings } = thing
  const faults = one && asked.query.has('se') ? findingFaults(findings, one.summary.seen, 'text') : []
  const errors = faults.map(({ field, message }) => ({ field: field ?? '', message: said(message, page.lang) }))
  return <WritePage page={page} who={who} form={errors.length > 0 ? { ...form, errors } : form} writing={thing} />
}
const at = '/arbejdsrum/temaer/af/:henvendelse'
const written = { may: mayWrite, hides: true, load: writing, form: { view: writeView } } as const
const idOf = (thing: Writing): string => {
  if (!thing.one) throw new Refusal({ da: 'Skriv teksten først.', en: 'Write the text first.' })
  return thing.one.summary.id
}
const back = (_done: unknown, { thing }: { thing: Writing }) => paths.write(thing.voice.row.id)
const need = (field: string, message = { da: 'Skriv eller vælg noget her.', en: 'Write or choose something here.' }) =>
  new Refusal([{ field, message }])

async function reading(tx: Tx, who: Principal, { params }: Asked): Promise<Reading | null> {
  const one = isId(params.id) && mayWork(who, true) ? await oneSummary(tx, params.id) : null
  if (!one || one.summary.state === 'ended' || one.summary.state === 'draft' || one.summary.state === 'asked') return null
  return {
    one,
    findings: await findingsIn(tx, one.voice, one.summary.text, one.summary.theirs),
    themes: await openThemes(tx),
    can: {
      approve: mayApproveSummary(who, one.near),
      gather: mayGather(who, one.near),
      own: who.kind === 'staff' && who.personId === one.summary.written_by,
    },
  }
}
const readView = (page: Page, thing: Reading, form: Filled, _asked: Asked, who: Principal) => (
  <SummaryPage page={page} who={who} form={form} reading={thing} />
)
const text0 = '/arbejdsrum/temaer/tekst/:id'
const looked = { hides: true, load: reading, form: { view: readView } } as const
const summaryId = (thing: Reading) => thing.one.summary.id
const toList = () => paths.staff

export const summaryRoutes: readonly AnyRoute[] = [
  get({
    path: at,
    may: mayWrite,
    hides: true,
    load: writing,
    reads: thing => ({ about: thing.voice.row.id, action: 'voice.read' }),
    view: writeView,
  }),
  post({
    ...written,
    path: at,
    input: z.object({
      text: text(longestSummary, 'needed'),
      theirs: text(longestSummary),
      seen: list(300),
      do: optionalChoice(['keep', 'goOn'] as const),
    }),
    // Kept also when the check says no: nothing typed is lost, and the list of findings is that of the words as they stand.
    deed: (tx, who, { thing, input }) =>
      writeSummary(tx, who, {
        voiceId: thing.voice.row.id,
        text: input.text,
        theirs: input.theirs,
        seen: input.seen,
        goOn: input.do === 'goOn',
      }),
    then: (done, { thing }) => `${paths.write(thing.voice.row.id)}${done.checked ? '' : '?se'}`,
  }),
  post({
    ...written,
    path: `${at}/svaret`,
    input: z.object({ how: choice(spokenHows), answer: choice(['yes', 'change', 'no'] as const), few: tick, change: text(2_000) }),
    async deed(tx, who, { thing, input }) {
      if (!mayWrite(who, thing)) throw new NotAllowed()
      await noteSpoken(tx, who, { id: idOf(thing), ...input })
    },
    then: back,
  }),
  post({
    ...written,
    path: `${at}/videre`,
    input: z.object({}),
    async deed(tx, who, { thing }) {
      if (!mayWrite(who, thing)) throw new NotAllowed()
      await goOnUnanswered(tx, who, { id: idOf(thing) })
    },
    then: back,
  }),
  post({
    ...written,
    path: `${at}/stop`,
    input: z.object({}),
    async deed(tx, who, { thing }) {
      if (!mayWrite(who, thing)) throw new NotAllowed()
      await dropSummary(tx, who, { id: idOf(thing) })
    },
    then: (_done, { thing }) => voicePaths.one(thing.voice.row.id),
  }),
  get({
    path: text0,
    may: (who: Principal, { one }: Reading) => mayReadSummary(who, one.near),
    hides: true,
    load: reading,
    reads: thing => ({ about: thing.one.summary.voice_id, action: 'summary.read' }),
    view: readView,
  }),
  post({
    ...looked,
    may: (who: Principal, { one }: Reading) => mayApproveSummary(who, one.near),
    path: `${text0}/godkend`,
    input: z.object({}),
    deed: (tx, who, { thing }) => approveSummary(tx, who, { id: summaryId(thing) }),
    then: toList,
  }),
  post({
    ...looked,
    may: (who: Principal, { one }: Reading) => mayApproveSummary(who, one.near),
    path: `${text0}/tilbage`,
    input: z.object({ words: text(1_000, 'needed') }),
    deed: (tx, who, { thing, input }) => giveBackSummary(tx, who, { id: summaryId(thing), words: input.words }),
    then: toList,
  }),
  post({
    ...looked,
    may: (who: Principal, { one }: Reading) => mayGather(who, one.near),
    path: `${text0}/saml`,
    input: z.object({ theme: text(40) }),
    async deed(tx, who, { thing, input }) {
      if (!mayGather(who, thing.one.near)) throw new NotAllowed()
      if (!isId(input.theme)) throw need('theme')
      await gather(tx, who, { id: summaryId(thing), themeId: input.theme })
    },
    then: (_done, { input }) => paths.theme(input.theme),
  }),
  post({
    ...looked,
    may: (who: Principal, { one }: Reading) => mayGather(who, one.near),
    path: `${text0}/ud`,
    input: z.object({}),
    deed: (tx, who, { thing }) => takeOut(tx, who, { id: summaryId(thing) }),
    then: toList,
  }),
]

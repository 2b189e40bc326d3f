// Erasing for somebody without their code: asked for by whoever has the voice, looked at by a second human on a page of its own.
import { z } from 'zod'
import { colleaguesOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, text, tick } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import type { Principal } from '../platform/principal.ts'
import { mayAnswer, mayWork, type Near, reachOf } from './access.ts'
import { hows, proofs } from './erase-ask.ts'
import { answerErasing, askErasing } from './erase-asked.ts'
import { eraseAskOf } from './erase-store.ts'
import { paths } from './paths.ts'
import { voiceOf } from './read-voice.ts'
import { oneView, oneVoice } from './routes-staff.tsx'
import { type AskedErasing, ErasedPage, ErasingPage } from './views/staff-erase.tsx'
import type { OneVoice } from './views/staff-one.tsx'

type NearAsked = AskedErasing & { readonly near: Near }
async function asked(tx: Tx, who: Principal, { params, lang }: Asked): Promise<NearAsked | null> {
  const voice = isId(params.id) && mayWork(who, true) ? await voiceOf(tx, params.id, lang) : null
  const ask = voice && (await eraseAskOf(tx, voice.row.id))
  if (!ask || who.kind !== 'staff') return null
  const asker = (await colleaguesOf(tx, lang)).find(one => one.id === ask.asked_by)?.name ?? ''
  return { voiceId: voice.row.id, ask, asker, mine: ask.asked_by === who.personId, near: voice.near }
}
const mayLook = (who: Principal, { near }: NearAsked) => reachOf(who, near) !== null
const view = (page: Page, one: NearAsked, form: Filled, _asked: Asked, who: Principal) => (
  <ErasingPage page={page} who={who} asked={one} form={form} />
)
const at = '/arbejdsrum/henvendelser/:id'

export const eraseRoutes = [
  post({
    path: `${at}/slet`,
    may: (who: Principal, one: OneVoice) => mayAnswer(who, one.voice.near),
    hides: true,
    load: oneVoice,
    input: z.object({ how: choice(hows), proof: choice(proofs), said: tick }),
    deed: (tx, who, { thing, input }) => askErasing(tx, who, { voiceId: thing.voice.row.id, ...input }),
    then: (_done, { thing }) => paths.form(thing.voice.row.id, 'sletning'),
    form: { view: oneView },
  }),
  get({ path: `${at}/sletning`, may: mayLook, hides: true, load: asked, view }),
  post({
    path: `${at}/sletning`,
    may: mayLook,
    hides: true,
    load: asked,
    input: z.object({ agree: choice(['yes', 'no']), why: text(400) }),
    deed: (tx, who, { thing, input }) => answerErasing(tx, who, { voiceId: thing.voiceId, agree: input.agree === 'yes', why: input.why }),
    then: (erased, { page, thing, who }) => (erased ? <ErasedPage page={page} who={who} /> : paths.form(thing.voiceId, 'sletning')),
    form: { view },
  }),
]

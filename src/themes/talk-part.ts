// What this room has on the teller's own page: whether councils may hear of it, "have I understood?", and the trail; and what happens when a voice is erased.

import { councilsOf } from '../councils/index.ts'
import { handOver, openDues, settleAll } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { registerEraser } from '../platform/erased.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, type Said } from '../platform/refusal.ts'
import { eraseThing } from '../platform/sealed.ts'
import {
  type Going,
  quiet,
  registerConsentBack,
  registerErasing,
  registerRecused,
  registerStaffPart,
  registerTalkPart,
  secondHuman,
  setShare,
  type Voice,
  voiceOf,
} from '../voices/index.ts'
import { whyNot } from './summary.ts'
import { near, sayNot } from './summary-step.ts'
import { idsOfVoice, lockSummary, summaryOf, summaryOfVoice } from './summary-store.ts'
import { dropFromTheme } from './theme-step.ts'
import { trailOf } from './trail.ts'
import { staffPart } from './views/staff-part.tsx'
import { TellerPart, Understood } from './views/teller-part.tsx'
import { answered } from './write-summary.ts'

interface Step {
  readonly voice: Voice
  readonly going: Going
}
/** May a council hear of it? A no ends what has not gone out. */
async function share(tx: Tx, who: Principal, { voice, going }: Step): Promise<void> {
  if (going.answer !== 'yes' && going.answer !== 'ask' && going.answer !== 'no') return
  if (going.answer === 'no') await sayNo(tx, who, voice)
  await setShare(tx, who, { voiceId: voice.row.id, share: going.answer })
}
async function sayNo(tx: Tx, who: Principal, voice: Voice): Promise<void> {
  const known = await summaryOfVoice(tx, voice.row.id)
  const summary = known && (await lockSummary(tx, known.id))
  if (!summary || summary.state === 'ended' || summary.state === 'published') return
  await answered(tx, who, await near(tx, summary, voice), 'no', { how: 'page', few: false, change: '' })
}
/** Have I understood? */
async function answer(tx: Tx, who: Principal, { voice, going }: Step): Promise<void> {
  const given = going.answer
  if (given !== 'yes' && given !== 'change' && given !== 'no') throw new Refusal([{ field: 'answer', message: choose }])
  const known = await summaryOfVoice(tx, voice.row.id)
  const summary = known && (await lockSummary(tx, known.id))
  if (!summary) return
  const one = await near(tx, summary, voice)
  const not = whyNot(one.stands, given === 'yes' ? 'sayYes' : given === 'no' ? 'sayNo' : 'sayChange')
  if (not) throw new Refusal(sayNot(not))
  await answered(tx, who, one, given, { how: 'page', few: going.sure, change: going.change })
}
const choose: Said = {
  da: 'Vælg et svar.',
  en: 'Choose an answer.',
  ar: 'اختر إجابة.',
  tr: 'Bir yanıt seçin.',
  ur: 'کوئی جواب چنیں۔',
}

/** What the one who told said yes to for somebody else is no yes any more. */
async function consentBack(tx: Tx, who: Principal, voiceId: string): Promise<void> {
  const voice = await voiceOf(tx, voiceId)
  if (voice) await sayNo(tx, who, voice)
}

/** What whoever may no longer know of the voice owed about its text, somebody else owes. */
async function recused(tx: Tx, _who: Principal, { row, near: { closedTo, ownerId } }: Voice): Promise<void> {
  for (const id of await idsOfVoice(tx, row.id)) {
    const summary = await summaryOf(tx, id)
    for (const due of await openDues(tx, { abouts: [id] })) {
      if (!due.ownerId || !closedTo.includes(due.ownerId)) continue
      // Nobody approves what they wrote themself: without a second human it waits at the secretariat.
      const to = due.kind === 'summary.approve' ? await secondHuman(tx, [summary!.written_by, ...closedTo]) : ownerId
      await handOver(tx, id, to, due.kind)
    }
  }
}

/** With the voice goes its summary, and what was owed about it; a theme made with it that is not out is looked at again. */
async function erasing(tx: Tx, who: Principal, voiceId: string): Promise<void> {
  const now = quiet(tx)
  for (const id of await idsOfVoice(tx, voiceId)) {
    const summary = await summaryOf(tx, id)
    await settleAll(now, who, id, 'erased')
    await eraseThing(now, id)
    if (summary?.state === 'gathered' && summary.themeId) await dropFromTheme(now, who, summary.themeId)
  }
}

/** Called once, when the room is put into the house. */
export function registerParts(): void {
  registerTalkPart({
    steps: { share, summary: answer },
    async load(tx, voice, lang) {
      const trail = await trailOf(tx, voice)
      const names = new Map((await councilsOf(tx)).map(one => [one.slug, one.name]))
      const { summary, theme } = trail
      return {
        ...(summary?.state === 'asked' && { first: (page, talk) => Understood({ page, talk, trail, councils: names, lang }) }),
        view: (page, talk) => TellerPart({ page, talk, trail, councils: names, lang }),
        data: {
          summary: summary && {
            text: summary.state === 'ended' ? null : summary.text,
            inMyLanguage: summary.theirs || null,
            state: summary.state,
            written: summary.written_on,
            confirmed: summary.said_on,
            how: summary.said_how,
            approved: summary.approved_on,
            change: summary.change || null,
            theme: theme && { title: theme.title, since: theme.on, came: theme.came },
          },
        },
      }
    },
  })
  registerStaffPart(staffPart)
  registerErasing(erasing)
  registerConsentBack(consentBack)
  registerRecused(recused)
  // A copy that was put back: the row went with its voice, and nothing is owed about it any more.
  registerEraser('summary', async (tx, id) => {
    await settleAll(tx, { kind: 'system', municipalityId: tx.municipalityId, job: 'erasures' }, id, 'erased')
  })
}

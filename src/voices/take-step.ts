// What each step of the talk does, for whoever may do it: the teller, the person it is about, or a guest.
import type { Tx } from '../platform/db/act.ts'
import { faultWords } from '../platform/http/form.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, type Said } from '../platform/refusal.ts'
import { keepVoice } from './erase-asked.ts'
import { inviteGuest, withdrawGuest } from './invite-guest.ts'
import { eraseVoice, noCodeIn, ownsIt, type Reach, reopen, sayHelp, takeBackConsent, writeAgain } from './own-steps.ts'
import { talkStepOf } from './parts.ts'
import type { Voice } from './read-voice.ts'
import type { Going } from './talk.ts'
import { longestTelling } from './telling.ts'
import type { Visit } from './visit-store.ts'

interface Stepping {
  readonly visit: Visit
  readonly going: Going
  readonly voice: Voice
  readonly reach: Reach
}
/** True when it has been erased. What a step needs that is missing comes back as a fault; nothing has been written then. */
export async function takeStep(tx: Tx, who: Principal, { visit, going, voice, reach }: Stepping): Promise<boolean> {
  // A guest writes, and nothing else.
  if (visit.holder === 'guest' && going.go !== 'write') return false
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
    case 'invite': {
      if (!ownsIt(voice, visit, reach) || visit.holder === 'guest') return false
      const { guestName: name, guestCovers: covers, guestDays: days, form } = going
      await inviteGuest(tx, who, { voiceId: visit.voiceId, name, covers, days, form, by: visit.holder })
      return false
    }
    case 'uninvite':
      if (ownsIt(voice, visit, reach)) await withdrawGuest(tx, who, { voiceId: visit.voiceId, guestId: going.answer })
      return false
    case 'erase':
      if (!ownsIt(voice, visit, reach)) return false
      if (!going.sure) throw new Refusal([{ field: 'sure', message: sure }])
      await eraseVoice(tx, who, { voiceId: visit.voiceId, why: 'asked' })
      return true
    default:
      if (reach !== 'all') return false
      await noCodeIn(tx, visit.voiceId, 'change', going.change)
      await talkStepOf(going.go)?.(tx, who, { voice, going })
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

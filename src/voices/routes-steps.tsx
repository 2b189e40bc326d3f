// The steps of staff in one voice: each a deed behind an address of its own.
import { z } from 'zod'
import type { LocalDate } from '../platform/clock.ts'
import { choice, day, optionalChoice, text, tick } from '../platform/http/form.ts'
import { post } from '../platform/http/route.ts'
import { LANGS } from '../platform/i18n.ts'
import { readThing } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal } from '../platform/refusal.ts'
import { mayAnswer } from './access.ts'
import { answerVoice } from './answer-voice.ts'
import { closeVoice, noteNotified } from './close-voice.ts'
import { handOverVoice, keepHandOver, passOnAnswer, takeBackVoice } from './hand-over-voice.ts'
import { giveOwnCode } from './own-steps.ts'
import { paths } from './paths.ts'
import { pauseVoice, resumeVoice } from './pause-voice.ts'
import { phrases } from './phrases.ts'
import { recusals, recuseVoice } from './recuse.ts'
import { oneView, oneVoice, receiptAddress } from './routes-staff.tsx'
import { noteVoice, translateLine } from './staff-lines.ts'
import { routesOfNotice } from './tables.ts'
import { longestTelling } from './telling.ts'
import { type OneVoice, StaffVoicePage } from './views/staff-one.tsx'
import { CodeGivenPage } from './views/staff-small.tsx'
import { pauseReasons } from './voice.ts'
import { voiceWords as w } from './words.ts'

const at = '/arbejdsrum/henvendelser/:id'
const may = (who: Principal, one: OneVoice) => mayAnswer(who, one.voice.near)
const part = { may, hides: true, load: oneVoice, form: { view: oneView } } as const
const id = (one: OneVoice) => one.voice.row.id
const back = (_done: unknown, { thing }: { thing: OneVoice }) => paths.one(id(thing))
const nothing = z.object({})

export const stepRoutes = [
  post({
    ...part,
    path: `${at}/svar`,
    input: z.object({ answer: text(longestTelling), do: optionalChoice(['phrase']), phrase: optionalChoice(phrases) }),
    async deed(tx, who, { thing, input }): Promise<boolean> {
      if (!may(who, thing)) throw new NotAllowed()
      if (input.do === 'phrase') {
        await readThing(tx, who, { about: id(thing), action: 'voice.read' })
        return false
      }
      if (input.answer === '') throw new Refusal([{ field: 'answer', message: { da: 'Skriv et svar.', en: 'Write an answer.' } }])
      await answerVoice(tx, who, { voiceId: id(thing), text: input.answer })
      return true
    },
    // A phrase comes into the field, to be changed; nothing has been sent.
    then: (sent, { page, thing, input, who }) =>
      sent ? (
        paths.one(id(thing))
      ) : (
        <StaffVoicePage
          page={page}
          who={who}
          one={thing}
          form={{
            values: { answer: `${input.phrase ? w(page.lang, `staff.phrase.${input.phrase}.text`) : ''}${input.answer}` },
            errors: [],
          }}
        />
      ),
  }),
  post({
    ...part,
    path: `${at}/note`,
    input: z.object({ note: text(4_000, 'needed') }),
    deed: (tx, who, { thing, input }) => noteVoice(tx, who, { voiceId: id(thing), text: input.note }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/oversaet`,
    input: z.object({ of: text(6, 'needed'), to: choice(LANGS), translation: text(longestTelling, 'needed') }),
    deed: (tx, who, { thing, input }) =>
      translateLine(tx, who, { voiceId: id(thing), of: Number(input.of), language: input.to, text: input.translation }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/pause`,
    input: z.object({ reason: choice(pauseReasons), until: day('needed') }),
    deed: (tx, who, { thing, input }) => pauseVoice(tx, who, { voiceId: id(thing), reason: input.reason, until: input.until as LocalDate }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/genoptag`,
    input: nothing,
    deed: (tx, who, { thing }) => resumeVoice(tx, who, { voiceId: id(thing) }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/overdrag`,
    input: z.object({ receiver: text(80), words: text(200), by: day('needed') }),
    deed: (tx, who, { thing, input }) =>
      handOverVoice(tx, who, { voiceId: id(thing), to: input.receiver || null, words: input.words, by: input.by as LocalDate }),
    // While it waits it is still here; what went at once is another one's.
    then: (waits, { thing }) => (waits ? paths.one(id(thing)) : paths.list),
  }),
  post({
    ...part,
    path: `${at}/tilbage`,
    input: nothing,
    deed: (tx, who, { thing }) => takeBackVoice(tx, who, { voiceId: id(thing) }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/holdt`,
    input: nothing,
    deed: (tx, who, { thing }) => keepHandOver(tx, who, { voiceId: id(thing) }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/givet`,
    input: nothing,
    deed: (tx, who, { thing }) => passOnAnswer(tx, who, { voiceId: id(thing) }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/luk`,
    input: nothing,
    deed: (tx, who, { thing }) => closeVoice(tx, who, { voiceId: id(thing) }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/underrettet`,
    input: z.object({ route: choice(routesOfNotice) }),
    deed: (tx, who, { thing, input }) => noteNotified(tx, who, { voiceId: id(thing), route: input.route }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/inhabil`,
    input: z.object({ why: choice(recusals) }),
    deed: (tx, who, { thing, input }) => recuseVoice(tx, who, { voiceId: id(thing), why: input.why }),
    // From now on it is not there for them.
    then: () => paths.list,
  }),
  post({
    ...part,
    path: `${at}/kode`,
    input: z.object({ sure: tick }),
    async deed(tx, who, { thing, input, asked }) {
      if (!may(who, thing)) throw new NotAllowed()
      if (!input.sure)
        throw new Refusal([{ field: 'sure', message: { da: w('da', 'staff.code.needed'), en: w('en', 'staff.code.needed') } }])
      return await giveOwnCode(tx, who, { voiceId: id(thing), key: asked.form!.key })
    },
    then: (code, { page, thing, who, asked }) => (
      <CodeGivenPage
        page={page}
        who={who}
        code={code}
        title={w(page.lang, 'staff.code.title')}
        id={id(thing)}
        address={receiptAddress(asked)}
      />
    ),
  }),
]

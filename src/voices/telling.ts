// What the form of a telling asks, and what stands in the way of sending it.
import { faultWords } from '../platform/http/form.ts'
import type { Lang } from '../platform/i18n.ts'
import type { Said, Shortcoming } from '../platform/refusal.ts'
import type { consents, covers } from './tables.ts'
import { type ByHuman, byHuman, type Kind, type Reply } from './voice.ts'

export const whos = ['own', 'young', 'relative', 'behalf', 'foster', 'staff'] as const
export type Who = (typeof whos)[number]
export const kindOf = (who: Who): Kind => (who === 'young' ? 'own' : who)

/** The pages of the form. Only the first is needed. */
export const steps = ['start', 'more', 'reply', 'summary'] as const
export type Step = (typeof steps)[number]

export const longestTelling = 8_000

export interface Telling {
  readonly who: Who
  readonly words: string
  readonly urgent: boolean
  readonly themes: readonly string[]
  readonly place: string
  readonly district: string
  readonly language: Lang
  readonly share: 'yes' | 'ask' | 'no'
  /** Who may see it, in the teller's own words. */
  readonly mayNotSee: string
  readonly reply: Reply
  readonly phone: string
  readonly address: string
  readonly email: string | null
  readonly through: string
  readonly name: string
  /** For somebody else. */
  readonly consent: (typeof consents)[number] | null
  readonly covers: (typeof covers)[number]
  readonly untilDay: string | null
  readonly aboutWhom: string
  /** For staff: the unit they work in, whose leader shall not read it. */
  readonly unit: string
}
/** A telling that says nothing: what every question stands at when nobody has answered it. */
export const nothingSaid: Telling = {
  who: 'own',
  words: '',
  urgent: false,
  themes: [],
  place: '',
  district: '',
  language: 'da',
  share: 'ask',
  mayNotSee: '',
  reply: 'code',
  phone: '',
  address: '',
  email: null,
  through: '',
  name: '',
  consent: null,
  covers: 'nothing',
  untilDay: null,
  aboutWhom: '',
  unit: '',
}
/** What is sealed: everything that tells more than the day, the way and the language. */
export interface Details {
  readonly themes: readonly string[]
  readonly place: string
  readonly mayNotSee: string
  readonly phone: string
  readonly address: string
  readonly email: string | null
  readonly through: string
  readonly name: string
  readonly aboutWhom: string
}
export const detailsOf = (telling: Telling): Details => ({
  themes: telling.themes,
  place: telling.place,
  mayNotSee: telling.mayNotSee,
  phone: telling.reply === 'phone' ? telling.phone : '',
  address: telling.reply === 'letter' ? telling.address : '',
  email: telling.reply === 'email' ? telling.email : null,
  through: telling.reply === 'through' || telling.reply === 'visit' ? telling.through : '',
  name: telling.name,
  aboutWhom: telling.who === 'behalf' ? telling.aboutWhom : '',
})
/** Every text a person wrote, to be searched for what must not stand there. */
export const textsOf = (telling: Telling): readonly string[] => [
  telling.words,
  telling.place,
  telling.mayNotSee,
  telling.phone,
  telling.address,
  telling.email ?? '',
  telling.through,
  telling.name,
  telling.aboutWhom,
]

/** On which page each field stands. */
export const fieldsOf: Readonly<Record<Step, readonly string[]>> = {
  start: ['words', 'urgent', 'consent', 'covers', 'untilDay', 'aboutWhom', 'unit'],
  more: ['themes', 'place', 'district', 'share', 'mayNotSee', 'language'],
  reply: ['reply', 'phone', 'address', 'email', 'through', 'knownBy', 'name'],
  summary: ['again', 'pictures'],
}
export const stepOf = (fields: readonly string[]): Step =>
  steps.find(step => fields.some(field => fieldsOf[step].includes(field))) ?? 'start'

/** What to mend before it can be sent. */
export function shortcomings(telling: Telling, today: string): Shortcoming[] {
  const faults: Shortcoming[] = []
  const need = (field: string, ok: boolean, message: Said) => ok || faults.push({ field, message })
  need('words', telling.words.trim() !== '', say.words)
  if (telling.who === 'behalf') {
    need('consent', telling.consent !== null, say.consent)
    need('untilDay', telling.untilDay === null || telling.untilDay >= today, say.past)
  }
  if (telling.reply === 'phone') need('phone', telling.phone.replaceAll(/\P{Nd}/gu, '').length >= 3, say.phone)
  if (telling.reply === 'letter') need('address', telling.address.trim() !== '', say.address)
  if (telling.reply === 'email') need('email', telling.email !== null, faultWords.email)
  if (telling.reply === 'through') need('through', telling.through.trim() !== '', say.through)
  return faults
}
const say = {
  words: {
    da: 'Skriv nogle ord. Et par stykker er nok.',
    en: 'Write some words. A few are enough.',
    ar: 'اكتب بعض الكلمات. القليل منها يكفي.',
    tr: 'Birkaç sözcük yazın. Birkaç tanesi yeter.',
    ur: 'کچھ لفظ لکھیں۔ چند لفظ کافی ہیں۔',
  },
  consent: {
    da: 'Vælg, om den anden ved det.',
    en: 'Choose whether the other person knows.',
    ar: 'اختر هل يعلم الشخص الآخر بذلك.',
    tr: 'Diğer kişinin bilip bilmediğini seçin.',
    ur: 'چنیں کہ دوسرا شخص جانتا ہے یا نہیں۔',
  },
  past: {
    da: 'Dagen er gået. Vælg en senere dag, eller lad feltet stå tomt.',
    en: 'That day has passed. Choose a later day, or leave the field empty.',
    ar: 'لقد مضى هذا اليوم. اختر يومًا لاحقًا أو اترك الحقل فارغًا.',
    tr: 'O gün geçti. Daha sonraki bir gün seçin ya da alanı boş bırakın.',
    ur: 'وہ دن گزر گیا۔ بعد کا دن چنیں یا خانہ خالی چھوڑ دیں۔',
  },
  phone: {
    da: 'Skriv det nummer, vi skal ringe til.',
    en: 'Write the number we are to call.',
    ar: 'اكتب الرقم الذي نتصل به.',
    tr: 'Arayacağımız numarayı yazın.',
    ur: 'وہ نمبر لکھیں جس پر ہم فون کریں۔',
  },
  address: {
    da: 'Skriv, hvor brevet skal hen.',
    en: 'Write where the letter is to go.',
    ar: 'اكتب إلى أين تُرسل الرسالة.',
    tr: 'Mektubun gideceği adresi yazın.',
    ur: 'لکھیں کہ خط کہاں بھیجا جائے۔',
  },
  through: {
    da: 'Skriv, hvem eller hvor svaret skal hen.',
    en: 'Write to whom or where the answer is to go.',
    ar: 'اكتب إلى من أو إلى أين يصل الرد.',
    tr: 'Yanıtın kime ya da nereye gideceğini yazın.',
    ur: 'لکھیں کہ جواب کس کو یا کہاں دیا جائے۔',
  },
} satisfies Record<string, Said>

/** By which other way than the code the answer comes. Who tells for somebody and may not see it has the code alone. */
export const otherWayOf = ({ reply, consent, covers }: Pick<Telling, 'reply' | 'consent' | 'covers'>): ByHuman | null =>
  (consent !== null && (consent !== 'yes' || covers === 'nothing')) || !byHuman(reply) ? null : reply

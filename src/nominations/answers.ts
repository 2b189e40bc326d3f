// What somebody answers when they nominate themselves or another, what is missing, and which page of the form comes next.
import type { Shortcoming } from '../platform/refusal.ts'
import type { Offer } from './offer.ts'

export const forWhoms = ['self', 'other', 'link'] as const
export type ForWhom = (typeof forWhoms)[number]
/** `self`: the person contacts us; `through`: by a person or place they trust. */
export const reaches = ['email', 'phone', 'letter', 'self', 'through'] as const
export type Reach = (typeof reaches)[number]
export const needKinds = ['transport', 'support', 'childcare'] as const
export type Need = (typeof needKinds)[number]
export const residences = ['yes', 'no', 'unknown'] as const
export type Residence = (typeof residences)[number]

export interface TieAnswer {
  readonly kind: string
  readonly organisation: string
  readonly role: string
  readonly local: 'yes' | 'no' | 'unknown'
}
export interface Answers {
  readonly forWhom: ForWhom | null
  readonly councils: readonly string[]
  readonly name: string
  /** Keys of the offer that were ticked; `none` says that no tie fits, which is an answer too. */
  readonly declared: readonly string[]
  readonly ties: readonly TieAnswer[]
  readonly residence: Residence | null
  readonly reach: Reach | null
  readonly email: string | null
  readonly phone: string
  readonly address: string
  readonly through: string
  readonly language: string
  readonly interpreter: string
  readonly needs: readonly Need[]
  readonly motivation: string
  /** The name of who suggests another; may stay empty. */
  readonly suggester: string
  /** What was sent and cannot be read; its field is empty here. Told with what is missing beside it, all at once. */
  readonly faults?: readonly Shortcoming[]
}
/** The tick that says "none of these fit me". */
export const none = 'none'

/** The pages of the form, in order. `pass-on` is the page with a link and a slip; it takes no answers. */
const steps = ['who', 'reach', 'summary'] as const
export type Step = (typeof steps)[number]
export type Shown = 'start' | Step | 'pass-on'

/** The fields each page asks for; an error leads to the page that has its field. */
export const fieldsOf: Record<'start' | Step, readonly string[]> = {
  start: ['forWhom', 'councils'],
  who: ['name', 'declared', 'organisation', 'role', 'local', 'motivation', 'suggester'],
  reach: ['residence', 'reach', 'email', 'phone', 'address', 'through', 'language', 'interpreter', 'needs'],
  summary: [],
}
/** The first page that has one of the fields; the summary when none has. */
export function stepOf(fields: readonly string[]): 'start' | Step {
  const bare = fields.map(field => field.split(':')[0]!)
  return (['start', 'who', 'reach'] as const).find(step => bare.some(field => fieldsOf[step].includes(field))) ?? 'summary'
}

const words = {
  forWhom: {
    da: 'Vælg, hvem det gælder.',
    en: 'Choose whom it is about.',
    ar: 'اختر من المقصود.',
    tr: 'Kimin için olduğunu seçin.',
    ur: 'منتخب کریں کہ یہ کس کے لیے ہے۔',
  },
  councils: {
    da: 'Vælg mindst ét råd.',
    en: 'Choose at least one council.',
    ar: 'اختر مجلسًا واحدًا على الأقل.',
    tr: 'En az bir kurul seçin.',
    ur: 'کم از کم ایک کونسل چنیں۔',
  },
  closed: {
    da: 'Et af rådene tager ikke imod lige nu. Vælg igen.',
    en: 'One of the councils is not taking nominations now. Choose again.',
    ar: 'أحد المجالس لا يستقبل طلبات حاليًا. اختر من جديد.',
    tr: 'Kurullardan biri şu anda başvuru almıyor. Yeniden seçin.',
    ur: 'ان میں سے ایک کونسل اس وقت نام نہیں لے رہی۔ دوبارہ چنیں۔',
  },
  name: {
    da: 'Skriv et navn. Et fornavn er nok.',
    en: 'Write a name. A first name is enough.',
    ar: 'اكتب اسمًا. يكفي الاسم الأول.',
    tr: 'Bir ad yazın. İlk ad yeterli.',
    ur: 'نام لکھیں۔ پہلا نام کافی ہے۔',
  },
  declared: {
    da: 'Du har både sat kryds ved »Nej, ikke noget af det« og ved noget andet. Fjern det, der ikke passer.',
    en: 'You ticked both “No, none of these” and something else. Take away what does not fit.',
    ar: 'اخترت «لا شيء من ذلك» واخترت معه شيئًا آخر. أزل ما لا ينطبق عليك.',
    tr: 'Hem “Hayır, hiçbiri” hem de başka bir şeyi işaretlediniz. Uymayanı kaldırın.',
    ur: 'آپ نے «نہیں، ان میں سے کچھ نہیں» کے ساتھ کچھ اور بھی چنا ہے۔ جو درست نہیں اسے ہٹا دیں۔',
  },
  residence: {
    da: 'Vælg ja, nej eller ved ikke.',
    en: 'Choose yes, no or do not know.',
    ar: 'اختر نعم أو لا أو لا أعرف.',
    tr: 'Evet, hayır ya da bilmiyorum seçin.',
    ur: 'ہاں، نہیں یا معلوم نہیں چنیں۔',
  },
  reach: {
    da: 'Vælg, hvordan vi får kontakt.',
    en: 'Choose how we get in touch.',
    ar: 'اختر كيف نتواصل.',
    tr: 'Nasıl ulaşacağımızı seçin.',
    ur: 'منتخب کریں کہ ہم کیسے رابطہ کریں۔',
  },
  email: {
    da: 'Skriv e-mailadressen.',
    en: 'Write the e-mail address.',
    ar: 'اكتب عنوان البريد الإلكتروني.',
    tr: 'E-posta adresini yazın.',
    ur: 'ای میل لکھیں۔',
  },
  phone: {
    da: 'Skriv et telefonnummer med mindst otte tal.',
    en: 'Write a telephone number of at least eight digits.',
    ar: 'اكتب رقم هاتف من ثمانية أرقام على الأقل.',
    tr: 'En az sekiz haneli bir telefon numarası yazın.',
    ur: 'کم از کم آٹھ ہندسوں کا فون نمبر لکھیں۔',
  },
  address: {
    da: 'Skriv den adresse, brevet skal sendes til.',
    en: 'Write the address to send the letter to.',
    ar: 'اكتب العنوان الذي نرسل إليه الرسالة.',
    tr: 'Mektubun gönderileceği adresi yazın.',
    ur: 'وہ پتہ لکھیں جہاں خط بھیجا جائے۔',
  },
  through: {
    da: 'Skriv, hvem eller hvor vi skal spørge.',
    en: 'Write whom or where we should ask.',
    ar: 'اكتب من نسأل أو أين نسأل.',
    tr: 'Kime ya da nereye sormamız gerektiğini yazın.',
    ur: 'لکھیں کہ ہم کس سے یا کہاں پوچھیں۔',
  },
  organisation: {
    da: 'Skriv navnet på foreningen eller stedet.',
    en: 'Write the name of the association or place.',
    ar: 'اكتب اسم الجمعية أو المكان.',
    tr: 'Derneğin ya da yerin adını yazın.',
    ur: 'انجمن یا جگہ کا نام لکھیں۔',
  },
} as const satisfies Record<string, Shortcoming['message']>

const missing = (field: string, word: keyof typeof words = field as keyof typeof words): Shortcoming => ({ field, message: words[word] })

/** A name has a letter or a number of some script; spaces of no width and dots alone are none. */
const sayable = /[\p{L}\p{N}]/u

/** What is missing or wrong on a page, all of it at once. Only whom, where and a name are ever needed; the rest can be skipped (A36). */
export function shortcomings(step: 'start' | Step, answers: Answers, offer: Offer, open: readonly string[]): Shortcoming[] {
  const unread = answers.faults ?? []
  if (step === 'summary') {
    const elsewhere = unread.filter(one => !Object.values(fieldsOf).some(fields => fields.includes(bareOf(one))))
    return [...elsewhere, ...(['start', 'who', 'reach'] as const).flatMap(one => shortcomings(one, answers, offer, open))]
  }
  const own = unread.filter(one => fieldsOf[step].includes(bareOf(one)))
  return [...own, ...lacking(step, answers, offer, open).filter(one => !own.some(each => each.field === one.field))]
}
/** A question about one organisation has its kind behind the name. */
const bareOf = ({ field }: Shortcoming): string => field?.split(':')[0] ?? ''

function lacking(step: 'start' | Exclude<Step, 'summary'>, answers: Answers, offer: Offer, open: readonly string[]): Shortcoming[] {
  const faults: Shortcoming[] = []
  if (step === 'start') {
    if (answers.forWhom === null) faults.push(missing('forWhom'))
    if (answers.forWhom === 'link') return faults
    if (answers.councils.length === 0) faults.push(missing('councils'))
    else if (answers.councils.some(council => !open.includes(council))) faults.push(missing('councils', 'closed'))
  }
  if (step === 'who') {
    if (!sayable.test(answers.name)) faults.push(missing('name'))
    if (answers.declared.includes(none) && offer.kinds.some(kind => answers.declared.includes(kind.key))) faults.push(missing('declared'))
    for (const tie of answers.ties) if (tie.organisation === '') faults.push(missing(`organisation:${tie.kind}`, 'organisation'))
  }
  if (step === 'reach') {
    if (offer.residence && answers.forWhom === 'self' && answers.residence === null) faults.push(missing('residence'))
    if (answers.reach === null) faults.push(missing('reach'))
    if (answers.reach === 'email' && answers.email === null) faults.push(missing('email'))
    if (answers.reach === 'phone' && !isPhone(answers.phone)) faults.push(missing('phone'))
    if (answers.reach === 'letter' && answers.address === '') faults.push(missing('address'))
    if (answers.reach === 'through' && answers.through === '') faults.push(missing('through'))
  }
  return faults
}

/** Eight to fifteen digits, however they are grouped; also with a plus and in other scripts' digits. */
export function isPhone(text: string): boolean {
  const digits = phoneDigits(text)
  return digits.length >= 8 && digits.length <= 15 && /^[\p{Nd}\s+().\p{Pd}/]*$/u.test(text)
}
/** The digits of a telephone number as 0-9, without the Danish country code. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15)).replace(/\D/g, '')
  return digits.replace(/^(00)?45(?=\d{8}$)/, '')
}

/** What of the answers is kept: a suggestion holds nothing about the other's circumstances (ties, residence, wishes, own words). */
export function keepable(answers: Answers, offer: Offer): Answers {
  const only = (reach: Reach, text: string) => (answers.reach === reach ? text : '')
  const reached = {
    email: answers.reach === 'email' ? answers.email : null,
    phone: only('phone', answers.phone),
    address: only('letter', answers.address),
    through: only('through', answers.through),
  }
  if (answers.forWhom === 'other')
    return { ...answers, ...reached, declared: [], ties: [], residence: null, interpreter: '', needs: [], motivation: '' }
  const asked = new Set(offer.kinds.map(kind => kind.key))
  const declared = answers.declared.filter(key => asked.has(key) || key === none)
  const ties = answers.ties.filter(tie => asked.has(tie.kind) && declared.includes(tie.kind))
  return { ...answers, ...reached, declared: declared.filter(key => !ties.some(tie => tie.kind === key)), ties, suggester: '' }
}

// Field schemas for forms: one place for how a posted string becomes a value and what the reader is told when it cannot.
import { z } from 'zod'
import { type Lang, LOCALES } from '../i18n.ts'
import { parseAddress } from '../mail/address.ts'
import type { Said, Shortcoming } from '../refusal.ts'
import { cleanText } from '../text/clean.ts'
import { danishDate } from '../text/read-table.ts'

/** Words for faults that every form shares; a key travels inside zod's message. */
export const faultWords = {
  needed: {
    da: 'Skriv eller vælg noget her.',
    en: 'Write or choose something here.',
    ar: 'اكتب أو اختر شيئًا هنا.',
    tr: 'Buraya bir şey yazın ya da seçin.',
    ur: 'یہاں کچھ لکھیں یا چنیں۔',
  },
  tooLong: {
    da: 'Teksten er for lang. Gør den kortere.',
    en: 'The text is too long. Make it shorter.',
    ar: 'النص طويل جدًا. اختصره.',
    tr: 'Metin çok uzun. Kısaltın.',
    ur: 'متن بہت لمبا ہے۔ اسے مختصر کریں۔',
  },
  unreadable: {
    da: 'Teksten indeholder tegn, som ikke kan læses. Skriv den igen.',
    en: 'The text contains characters that cannot be read. Write it again.',
    ar: 'يحتوي النص على رموز لا يمكن قراءتها. اكتبه من جديد.',
    tr: 'Metinde okunamayan işaretler var. Yeniden yazın.',
    ur: 'متن میں ایسے نشان ہیں جو پڑھے نہیں جا سکتے۔ دوبارہ لکھیں۔',
  },
  choose: {
    da: 'Vælg en af mulighederne.',
    en: 'Choose one of the options.',
    ar: 'اختر أحد الخيارات.',
    tr: 'Seçeneklerden birini seçin.',
    ur: 'کوئی ایک انتخاب کریں۔',
  },
  email: {
    da: 'Skriv en e-mailadresse, fx navn@eksempel.dk.',
    en: 'Write an e-mail address, e.g. name@example.org.',
    ar: 'اكتب عنوان بريد إلكتروني، مثلًا navn@eksempel.dk.',
    tr: 'Bir e-posta adresi yazın, örneğin navn@eksempel.dk.',
    ur: 'ای میل لکھیں، مثلاً navn@eksempel.dk۔',
  },
  day: {
    da: 'Skriv en dato, fx 2026-12-03.',
    en: 'Write a date, e.g. 2026-12-03.',
    ar: 'اكتب تاريخًا، مثلًا 2026-12-03.',
    tr: 'Bir tarih yazın, örneğin 2026-12-03.',
    ur: 'تاریخ لکھیں، مثلاً 2026-12-03۔',
  },
  number: { da: 'Skriv et helt tal.', en: 'Write a whole number.', ar: 'اكتب عددًا صحيحًا.', tr: 'Tam sayı yazın.', ur: 'پورا عدد لکھیں۔' },
} satisfies Record<string, Said>
type Key = keyof typeof faultWords

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value) ?? ''
/** A field as text; the first of several under one name. */
export const firstOf = (value: unknown): string => String(one(value))
const many = (value: unknown) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])

/** A field read by a rule of its own, which adds what is wrong with it; one step, because every form is made of these. */
const read = <V>(rule: (raw: string, context: z.RefinementCtx) => V): z.ZodType<V> =>
  z.transform((value: unknown, context) => rule(firstOf(value), context)) as unknown as z.ZodType<V>

/** Text of at most `max` characters; `needed` refuses an empty one. Lines are kept; invisible trickery is removed (see text/clean). */
export function text(max: number, needed: 'needed' | 'optional' = 'optional'): z.ZodType<string> {
  return read((raw, context) => {
    const cleaned = cleanText(raw, { max })
    if (!cleaned.ok) {
      const { length, max } = cleaned
      context.addIssue(
        cleaned.fault === 'too-long'
          ? { code: 'custom', message: 'tooLong', params: { length, max } }
          : { code: 'custom', message: 'unreadable' },
      )
      return z.NEVER
    }
    const trimmed = cleaned.text.trim()
    if (needed === 'optional' || trimmed !== '') return trimmed
    context.addIssue({ code: 'custom', message: 'needed' })
    return z.NEVER
  })
}
/** One of the values; `''` is allowed when optional and comes out as null. */
export function choice<const V extends string>(values: readonly V[]): z.ZodType<V> {
  return z.preprocess(one, z.enum(values as unknown as [V, ...V[]], { error: 'choose' })) as unknown as z.ZodType<V>
}
export function optionalChoice<const V extends string>(values: readonly V[]): z.ZodType<V | null> {
  return z.preprocess(
    value => one(value) || null,
    z.enum(values as unknown as [V, ...V[]], { error: 'choose' }).nullable(),
  ) as unknown as z.ZodType<V | null>
}
/** Any number of the values. */
export function choices<const V extends string>(values: readonly V[], needed: 'needed' | 'optional' = 'optional'): z.ZodType<V[]> {
  const list = z.array(z.enum(values as unknown as [V, ...V[]], { error: 'choose' }))
  return z.preprocess(many, needed === 'needed' ? list.min(1, { error: 'choose' }) : list) as unknown as z.ZodType<V[]>
}
/** A list of free strings (ids, names), each at most `max` characters. */
export function list(max = 200): z.ZodType<string[]> {
  return z.preprocess(many, z.array(z.string().max(max, { error: 'tooLong' })).max(500, { error: 'tooLong' })) as unknown as z.ZodType<
    string[]
  >
}
/** An e-mail address, or null when left empty (`optional`). */
export const email = (needed: 'needed' | 'optional'): z.ZodType<string | null> => readable(parseAddress, 'email', needed)
/** A legal date `YYYY-MM-DD` (or `d.m.yyyy`), or null when left empty (`optional`). */
export const day = (needed: 'needed' | 'optional'): z.ZodType<string | null> => readable(danishDate, 'day', needed)

/** What `understood` makes of a field; null when it is left empty (`optional`). */
function readable(understood: (text: string) => string | null, fault: Key, needed: 'needed' | 'optional'): z.ZodType<string | null> {
  return read((raw, context) => {
    const trimmed = raw.trim()
    if (trimmed === '' && needed === 'optional') return null
    const found = trimmed === '' ? null : understood(trimmed)
    if (found) return found
    context.addIssue({ code: 'custom', message: trimmed === '' ? 'needed' : fault })
    return z.NEVER
  })
}
/** A ticked box. */
export const tick: z.ZodType<boolean> = z.preprocess(
  value => one(value) !== '' && one(value) !== undefined,
  z.boolean(),
) as unknown as z.ZodType<boolean>
/** A whole number between the bounds. */
export function whole(min: number, max: number): z.ZodType<number> {
  return z.preprocess(
    one,
    z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(min, { error: 'number' }).max(max, { error: 'number' }),
  ) as unknown as z.ZodType<number>
}

/** zod's issues as shortcomings in our words. */
export function shortcomingsOf(error: z.ZodError): Shortcoming[] {
  return error.issues.map(issue => ({ field: String(issue.path[0] ?? ''), message: wordsOf(issue as z.core.$ZodIssueCustom) }))
}

function wordsOf({ message, params }: z.core.$ZodIssueCustom): Said {
  if (message === 'tooLong' && params) return tooLongBy(Number(params.length), Number(params.max))
  return faultWords[message as Key] ?? faultWords.needed
}

/** Made once for each language: making one takes longer than the rest of the answer's words. */
const numbers = new Map<Lang, Intl.NumberFormat>()
function count(lang: Lang, n: number): string {
  const known = numbers.get(lang) ?? new Intl.NumberFormat(LOCALES[lang])
  numbers.set(lang, known)
  return known.format(n)
}

/** By how much a text is too long: whoever wrote it must know how much is to go. */
function tooLongBy(length: number, max: number): Said {
  const { da, en, ar, tr, ur } = faultWords.tooLong
  return {
    da: `${da} Der er plads til ${count('da', max)} tegn, og du har skrevet ${count('da', length)}.`,
    en: `${en} There is room for ${count('en', max)} characters, and you have written ${count('en', length)}.`,
    ar: `${ar} الحد الأقصى ${count('ar', max)} حرف، وقد كتبت ${count('ar', length)}.`,
    tr: `${tr} En fazla ${count('tr', max)} karakter olabilir, siz ${count('tr', length)} karakter yazdınız.`,
    ur: `${ur} زیادہ سے زیادہ ${count('ur', max)} حروف ہو سکتے ہیں، آپ نے ${count('ur', length)} لکھے ہیں۔`,
  }
}

// What a letter says of a nomination, as far as it can be seen without guessing: who writes, for whom, which councils, and in their own words.
import { type Answers, type ForWhom, isPhone } from './answers.ts'
import type { Words } from './offer.ts'

/** The parts of a letter that this rule reads. */
export interface ReadWords {
  readonly from: { readonly name: string; readonly address: string } | null
  readonly subject: string
  readonly text: string
}
export interface NamedCouncil {
  readonly slug: string
  readonly name: Words
}

const most = 20_000
/** Also where somebody has no å on their keyboard, and without the marks of a line that may break. */
const folded = (text: string) =>
  text
    .slice(0, most)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/raad/g, 'råd')

/** "Råd" alone is advice, or money one has: it is a council after a word that makes it one. */
const council =
  /(?<!\p{L})(udsatte|integrations|ældre|senior|handicap|ungdoms|borger|lokal)råd(et|ene|s|ets)?(?!\p{L})|(?<!\p{L})råd(et|ene)s?(?!\p{L})|(?<!\p{L})(i|af|til|for) ((et|en|jeres|kommunens|de|nogle?|flere|alle)( af)? )?((de|jeres|kommunens|nye?|lokale?|kommunale?|andet|andre) )*råd(?!\p{L}| (til at|om|og vejledning))|(?<!\p{L})councils?(?!\p{L})|مجلس|المجلس|کونسل|شورا|(?<!\p{L})(konsey|meclis|kurul)|(?<!\p{L})(?<!(я|дуже|була) )рад(а|и|і|у|ою)(?!\p{L})|(?<!\p{L})rad(a|y|zie|ę)(?!\p{L})|(?<!\p{L})golaha|(?<!\p{L})((im|in den|des|dem|den) rat(e?s)?|(senioren|integrations|behinderten|ausländer|jugend)(bei)?rat(e?s)?|beirat(e?s)?)(?!\p{L})/iu
const wish =
  /(?<!\p{L})(stille op|stiller op|opstil|melde? mig|tilmeld|være med|vaere med|være medlem|blive medlem|medlem af|kandidat|kandidere|nominer|indstil|anbefale|anbefaler|foreslå|foreslår|interesseret i|sidde i|plads i|deltage i|join|member|nominat|candidate|stand for|interested in|take part|recommend|suggest|be part of|mitglied|kandidieren)|عضو|انضم|الانضمام|أرشح|ترشيح|ارشح|مهتم|المشاركة|رکن|شامل ہو|نامزد|شرکت|(?<!\p{L})(üye|aday|katıl|öner)|(?<!\p{L})(член|кандидат|приєднат|долучит|висунут|участь|пропону)|(?<!\p{L})(członk|kandydat|zgłos|zgłasz|dołącz|polec|udział)|(?<!\p{L})(xubin|ka mid)/iu
const other =
  /(?<!\p{L})(anbefale (?!mig)|anbefaler (?!mig)|foreslå (?!mig)|foreslår (?!mig)|indstille (?!mig)|indstiller (?!mig)|min (mor|far|nabo|søster|bror|ven|veninde|kollega|mand|kone|datter|søn)|på vegne af|recommend (?!myself)|suggest (?!myself)|nominate (?!myself)|on behalf of|my (mother|father|neighbour|neighbor|sister|brother|friend|colleague|husband|wife))|أرشح (?!نفسي)|ارشح (?!نفسي)|(?<!\p{L})(öneriyorum|пропоную|рекомендую|polecam|proponuję)/iu
const self =
  /(?<!\p{L})(jeg (vil|ville|kunne|er|ønsker|kan|melder|stiller|søger)|melde mig|selv|mig selv|anbefale mig|i (would|want|am|wish|will|'d)|i’d|myself|ich (möchte|will))|أنا|أود|أريد|ارغب|أرغب|نفسي|میں|(?<!\p{L})(ben |istiyorum|isterim|я |хочу|хотів|хотіла|chcę|chciał|jestem)/iu

/** True when the words name a council and a wish to sit in one, or one of the councils by its name together with a wish. */
export function speaksOfNomination(words: ReadWords, councils: readonly NamedCouncil[]): boolean {
  const text = folded(`${words.subject}\n${words.text}`)
  return wish.test(text) && (council.test(text) || councilsIn(words, councils).length > 0)
}

/** The councils a letter names; none is "unclear". */
function councilsIn(words: ReadWords, councils: readonly NamedCouncil[]): string[] {
  const text = folded(`${words.subject}\n${words.text}`)
  return councils
    .filter(one =>
      Object.values(one.name).some(name => typeof name === 'string' && name.length > 3 && text.includes(stem(name.toLowerCase()))),
    )
    .map(one => one.slug)
}
/** "Udsatterådet" and "udsatteråd" are one word to a reader. */
const stem = (name: string) => name.replace(/råd(et)?$/, 'råd')

export interface LetterDraft {
  readonly forWhom: Extract<ForWhom, 'self' | 'other'> | null
  readonly councils: readonly string[]
  readonly name: string
  readonly email: string | null
  readonly phone: string
  readonly language: string
  /** The writer's own words, as they wrote them. */
  readonly motivation: string
}
const mostWords = 3_000

/** A draft to be confirmed by a human: what is not plain stays empty. `address` is the sender's, when it is one we can write to. */
export function draftFrom(words: ReadWords, address: string | null, language: string, councils: readonly NamedCouncil[]): LetterDraft {
  const text = folded(`${words.subject}\n${words.text}`)
  const [forOther, forSelf] = [other.test(text), self.test(text)]
  const forWhom = forOther === forSelf ? null : forOther ? 'other' : 'self'
  return {
    forWhom,
    councils: councilsIn(words, councils),
    name: forWhom === 'other' ? '' : nameOf(words),
    email: address,
    phone: phoneIn(words.text),
    language,
    motivation: words.text.trim().slice(0, mostWords),
  }
}

/** The name beside the address, when it is one; an address or a role is none. */
function nameOf({ from }: ReadWords): string {
  const name = (from?.name ?? '')
    .replace(/\s*\(.*\)\s*$/, '')
    .replace(/^"|"$/g, '')
    .trim()
  return /[@\d]/.test(name) || name.length < 2 ? '' : name.slice(0, 120)
}
/** A telephone number written as one: eight digits or more on a line that says so, or alone. */
function phoneIn(text: string): string {
  for (const line of text.split('\n').slice(0, 400)) {
    if (line.length > 120) continue
    const found = /(?:(?:tlf|telefon|mobil|tel|phone|mob|nummer)\.?[\s:]*|^\s*)(\+?\d[\d\s().-]{6,20}\d)(?!\S)/iu.exec(line)?.[1]
    if (found && isPhone(found)) return found.trim()
  }
  return ''
}

/** The draft as the fields of the form that staff confirm. */
export function fieldsOfDraft(draft: LetterDraft, suggester: string): Record<string, string | string[]> {
  return {
    forWhom: draft.forWhom ?? '',
    councils: [...draft.councils],
    name: draft.name,
    reach: draft.forWhom === 'other' ? '' : draft.email ? 'email' : draft.phone ? 'phone' : '',
    email: draft.forWhom === 'other' ? '' : (draft.email ?? ''),
    phone: draft.phone,
    language: draft.language,
    motivation: draft.forWhom === 'other' ? '' : draft.motivation,
    suggester: draft.forWhom === 'other' ? suggester : '',
  }
}
/** The draft as answers, to see what is missing. */
export function answersOfDraft(draft: LetterDraft): Answers {
  const other = draft.forWhom === 'other'
  return {
    forWhom: draft.forWhom,
    councils: draft.councils,
    name: draft.name,
    declared: [],
    ties: [],
    residence: null,
    reach: other ? null : draft.email ? 'email' : draft.phone ? 'phone' : null,
    email: other ? null : draft.email,
    phone: draft.phone,
    address: '',
    through: '',
    language: draft.language,
    interpreter: '',
    needs: [],
    motivation: other ? '' : draft.motivation,
    suggester: '',
  }
}

// Reads a plain yes or no out of a letter. Anything longer or less plain is left to a human.

export type YesNo = 'yes' | 'no'

const words: Readonly<Record<YesNo, readonly string[]>> = {
  yes: [
    'ja',
    'ja tak',
    'jatak',
    'jo',
    'jo tak',
    'yes',
    'yes please',
    'yes thanks',
    'yes thank you',
    'نعم',
    'نعم شكرا',
    'أجل',
    'اجل',
    'evet',
    'evet tesekkurler',
    'evet teşekkürler',
    'evet lütfen',
    'ہاں',
    'جی',
    'جی ہاں',
    'ہاں جی',
    'جی ہاں شکریہ',
    'ہاں شکریہ',
  ],
  no: [
    'nej',
    'nej tak',
    'nejtak',
    'no',
    'no thanks',
    'no thank you',
    'لا',
    'لا شكرا',
    'كلا',
    'hayır',
    'hayir',
    'hayır teşekkürler',
    'hayır tesekkurler',
    'hayir tesekkurler',
    'نہیں',
    'نہیں شکریہ',
    'جی نہیں',
    'نہیں جی',
  ],
}
// "Ja, men…" is no yes, whoever wrote it and however short.
const greetings =
  /^(hej|kære|hi|hello|dear|merhaba|selam|sayın|مرحبا|السلام عليكم|السلام علیکم|سلام)\b.{0,40}$|^(مرحبا|السلام|سلام).{0,40}$/iu
const closings =
  /^(venlig hilsen|med venlig hilsen|de bedste hilsner|bedste hilsner|hilsen|mange hilsner|mvh|vh|kh|kind regards|best regards|regards|best|sincerely|saygılarımla|sevgiler|selamlar|مع التحية|تحياتي|خیر اندیش|والسلام)\b|^(مع التحية|تحياتي|خیر اندیش|والسلام)/iu
const devices = /^(sendt fra|sent from|get outlook|hent outlook|iphone|أرسلت من|.*gönderildi$)/iu
const quote =
  /^(>|\||-{3,}|_{5,}|on .+ wrote:?$|den .+ skrev.*:?$|.+ tarihinde .+|fra:|from:|kimden:|من:|منجانب:|في .+ كتب.*|le .+ a écrit.*)/iu

/** What the sender wrote themselves: without what they answered, their greeting, their name and what their telephone adds. */
export function ownWords(text: string): string {
  const own: string[] = []
  for (const line of text.split(/\r\n?|\n/).slice(0, 200)) {
    const bare = line.trim()
    if (quote.test(bare) || /^-- ?$/.test(line) || closings.test(bare) || devices.test(bare)) break
    if (bare !== '' && !(own.length === 0 && greetings.test(bare))) own.push(bare)
  }
  return own.join('\n')
}

/** The yes or no of a letter in Danish, English, Arabic, Turkish or Urdu that says nothing else; null when a human must read it. */
export function readYesNo(text: string): YesNo | null {
  const own = ownWords(text.slice(0, 20_000)).slice(0, 400)
  const lines = own.split('\n')
  // A name below the word is all that may follow it.
  if (lines.length > 2 || (lines[1] ?? '').split(/\s+/).length > 3) return null
  const said = plain(lines[0]!)
  const answers = (['yes', 'no'] as const).filter(answer => words[answer].some(word => plain(word) === said))
  if (answers.length !== 1) return null
  const other = answers[0] === 'yes' ? 'no' : 'yes'
  return lines[1] && words[other].some(word => plain(word) === plain(lines[1]!)) ? null : answers[0]!
}

/** Lower case without marks, signs and pictures, so that "JA!!! 👍" is "ja". */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

// An answer as a letter on paper: for whoever wants to hold it in the hand, in large type too. The code never stands on it.
import { siteName } from '../people/index.ts'
import { localDate, longDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { directionOf, LANGS, type Lang, learn } from '../platform/i18n.ts'
import type { PaperText } from '../platform/paper/blocks.ts'
import { type Block, leftToRight, type Paper } from '../platform/paper/paper.ts'
import { receiptPath } from '../receipts/index.ts'
import { groundFor, groundOf } from './ground.ts'
import { wayOf } from './own-steps.ts'
import type { Voice } from './read-voice.ts'
import { voiceWords as w } from './words.ts'

export interface AskedPaper {
  /** The number of the answer in the talk. */
  readonly position: number
  readonly large: boolean
  /** First names or names of staff, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Staff post it; the teller prints it, and needs no address on it. */
  readonly toPost: boolean
}

/** The letter of one answer, in the teller's language, with what stands beside it in other languages; null when there is no such answer. */
export async function answerPaper(tx: Tx, voice: Voice, { position, large, names, toPost }: AskedPaper): Promise<Paper | null> {
  const answer = voice.lines.find(line => line.position === position && line.kind === 'answer')
  if (!answer) return null
  const lang = LANGS.find(one => one === voice.row.language) ?? 'da'
  await learn(lang)
  const author = await siteName(tx, lang)
  const { human } = groundFor(await groundOf(tx, lang), voice.row.kind)
  const name = (id: string | null) => names.get(id ?? '') ?? w(lang, 'somebody')
  const text = (words: PaperText, small = false): Block => ({ kind: 'text', text: words, ...(small && { size: 'small' as const }) })
  const translations = voice.lines.filter(line => line.kind === 'translation' && line.of_position === position)
  const address = leftToRight(new URL(`${tx.site.baseUrl}${receiptPath}`).href.replace(/^https?:\/\//, ''))
  return {
    lang,
    title: w(lang, 'letter.paper.title'),
    author,
    large,
    at: tx.now,
    foot: author,
    blocks: [
      ...(toPost && voice.details.address && wayOf(voice, localDate(tx.now)) === 'letter'
        ? [{ kind: 'recipient' as const, lines: voice.details.address.split('\n') }]
        : []),
      text(longDate(answer.on_day as never, lang), true),
      text(inOwnLanguage(answer.text, answer.language, lang)),
      text(name(answer.by_person)),
      ...translations.flatMap(one => [
        { kind: 'rule' as const },
        text(w(lang, 'line.translation', { name: name(one.by_person) }), true),
        text(inOwnLanguage(one.text, one.language, lang)),
      ]),
      { kind: 'rule' },
      text(w(lang, 'letter.paper.reply', { address }), true),
      // Last: a number has no full stop behind it that could be dialled.
      ...(human.phone ? [text(w(lang, 'letter.paper.call', { phone: leftToRight(human.phone) }), true)] : []),
    ],
  }
}

/** Staff may write in the teller's language where Danish is stated: what is written from the right is set from the right. */
function inOwnLanguage(words: string, stated: string, theirs: Lang): PaperText {
  const known = LANGS.find(one => one === stated) ?? 'da'
  const fromRight = (words.match(/\p{Script=Arabic}/gu)?.length ?? 0) > (words.match(/\p{Script=Latin}/gu)?.length ?? 0)
  if (fromRight === (directionOf(known) === 'rtl')) return { text: words, lang: known }
  return { text: words, lang: fromRight ? (directionOf(theirs) === 'rtl' ? theirs : 'ar') : 'da' }
}

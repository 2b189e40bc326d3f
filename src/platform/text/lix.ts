// Measures how hard a Danish text is to read (LIX), for running text only, and which sentences make it so.
import { type Sentence, sentencesOf, wordsOf } from './sentences.ts'

/** How hard a text is, from LIX 24 and below to 55 and above. */
type LixLevel = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard'

/** One sentence with what it weighs: its own words and long words (more than six letters), and the LIX a text of such sentences would have. */
type MeasuredSentence = Sentence & { words: number; longWords: number; lix: number }

/** `lix` is null when there are fewer than 60 words of running text: the figure would say nothing. */
export type Lix = { lix: number | null; level: LixLevel | null; words: number; longWords: number; hardest: MeasuredSentence[] }

/** Fewer words of running text than this are not scored. */
const ENOUGH_WORDS = 60
/** The goal for pages citizens read. */
export const CITIZEN_GOAL = 34

const LONG = 6

function measured(sentence: Sentence): MeasuredSentence {
  const words = wordsOf(sentence.text)
  const longWords = words.filter(isLong).length
  return { ...sentence, words: words.length, longWords, lix: words.length === 0 ? 0 : words.length + (100 * longWords) / words.length }
}

function isLong(word: string): boolean {
  return word.replace(/[^\p{L}]/gu, '').length > LONG
}

/**
 * LIX = words per sentence + long words in a hundred words, rounded. Headings and points of lists are left out, since they have no
 * full stops. Danish only: in other languages look at the length of sentences instead.
 */
export function lixOf(text: string): Lix {
  const sentences = sentencesOf(text)
    .filter(each => each.running)
    .map(measured)
    .filter(each => each.words > 0)
  const words = sentences.reduce((sum, each) => sum + each.words, 0)
  const longWords = sentences.reduce((sum, each) => sum + each.longWords, 0)
  const hardest = [...sentences].sort((a, b) => b.lix - a.lix || a.start - b.start)
  if (words < ENOUGH_WORDS) return { lix: null, level: null, words, longWords, hardest }
  const lix = Math.round(words / sentences.length + (100 * longWords) / words)
  return { lix, level: levelOf(lix), words, longWords, hardest }
}

function levelOf(lix: number): LixLevel {
  if (lix <= 24) return 'very-easy'
  if (lix <= 34) return 'easy'
  if (lix <= 44) return 'medium'
  return lix <= 54 ? 'hard' : 'very-hard'
}

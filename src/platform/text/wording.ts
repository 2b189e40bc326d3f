// Reads a text over the shoulder of the one who writes it: sentences said twice, labels on people, hard words, long sentences. It warns and never blocks.
import { CITIZEN_GOAL, lixOf } from './lix.ts'
import { type Sentence, sentencesOf, wordsOf } from './sentences.ts'
import { AVOIDED_DA, AVOIDED_EN, type AvoidedWord, BYWORD_PLACES, OFFICIAL_WORDS } from './wording-words.ts'

/** What was noticed. `should` wants a change, `hint` wants a thought. */
type WordingKind = 'duplicate-sentence' | 'label' | 'comparison' | 'official-word' | 'long-sentence' | 'hard-text'

/** One thing noticed, with its place in the text (UTF-16 positions) and what to write instead, if there is something. */
export type WordingNote = {
  kind: WordingKind
  strength: 'should' | 'hint'
  start: number
  end: number
  found: string
  instead: string | null
  message: { da: string; en: string }
}

const ENOUGH_TO_REPEAT = 4
const LONG_SENTENCE = 25

/**
 * Everything worth a second look in a text, in the order of the text.
 * Not for citizens' own words: those are never corrected.
 * @param options `lang` the language of the text (English has fewer checks); `goal` the LIX not to exceed
 */
export function checkWording(text: string, options: { lang?: 'da' | 'en'; goal?: number } = {}): WordingNote[] {
  const lang = options.lang ?? 'da'
  const notes = [...duplicateSentences(text), ...labelsIn(text, lang)]
  if (lang === 'da')
    notes.push(...comparisons(text), ...officialWords(text), ...longSentences(text), ...hardText(text, options.goal ?? CITIZEN_GOAL))
  return notes.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Sentences that stand in the text before, word for word (A11). Short ones ("Skriv til os.") may come again. */
export function duplicateSentences(text: string): WordingNote[] {
  const first = new Map<string, Sentence>()
  const notes: WordingNote[] = []
  for (const sentence of sentencesOf(text)) {
    const words = wordsOf(sentence.text)
    const spoken = words.join(' ').toLowerCase()
    if (words.length < ENOUGH_TO_REPEAT) continue
    if (!first.has(spoken)) first.set(spoken, sentence)
    else
      notes.push({
        ...noteAt(sentence, 'duplicate-sentence', 'should'),
        message: { da: 'Sætningen står her to gange. Slet den ene.', en: 'The sentence stands here twice. Delete one.' },
      })
  }
  return notes
}

/** Words that make a label of people or places (B2e, A24), with what to write instead. Also held against our own texts. */
export function labelsIn(text: string, lang: 'da' | 'en'): WordingNote[] {
  const { list, all } = lang === 'da' ? DANISH : ENGLISH
  return [...text.matchAll(all)].map(match => {
    const avoided = list[Object.entries(match.groups ?? {}).findIndex(([, value]) => value !== undefined)]!
    const [da, en] = avoided.instead
      ? [`Skriv hellere: ${avoided.instead}.`, `Better: ${avoided.instead}.`]
      : ['Ordet sårer. Sig det på en anden måde.', 'The word hurts. Say it another way.']
    return {
      ...noteAt({ text: match[0], start: match.index, end: match.index + match[0].length }, 'label', avoided.strength),
      instead: avoided.instead,
      message: { da, en },
    }
  })
}

function comparisons(text: string): WordingNote[] {
  return [...text.matchAll(PLACES)].map(match => ({
    ...noteAt({ text: match[0], start: match.index, end: match.index + match[0].length }, 'comparison', 'hint'),
    message: {
      da: 'Sammenlign kun områder med tal og kilde. Sig hellere, hvordan det er her.',
      en: 'Compare places only with figures and a source. Better say how it is here.',
    },
  }))
}

function officialWords(text: string): WordingNote[] {
  const seen = new Set<string>()
  const notes: WordingNote[] = []
  for (const { words, everyday } of OFFICIAL) {
    const match = text.matchAll(words).next().value
    if (!match || seen.has(everyday) || text.toLowerCase().includes(everyday)) continue
    // An explanation in brackets right behind the word is enough.
    if (/^\s*\(/.test(text.slice(match.index + match[0].length))) continue
    seen.add(everyday)
    notes.push({
      ...noteAt({ text: match[0], start: match.index, end: match.index + match[0].length }, 'official-word', 'hint'),
      instead: everyday,
      message: { da: `Forklar ordet første gang: ${everyday}.`, en: `Explain the word the first time: ${everyday}.` },
    })
  }
  return notes
}

function longSentences(text: string): WordingNote[] {
  return lixOf(text)
    .hardest.filter(each => each.words > LONG_SENTENCE)
    .map(each => ({
      ...noteAt(each, 'long-sentence', 'hint'),
      message: { da: `Sætningen har ${each.words} ord. Del den.`, en: `The sentence has ${each.words} words. Divide it.` },
    }))
}

function hardText(text: string, goal: number): WordingNote[] {
  const { lix, hardest } = lixOf(text)
  if (lix === null || lix <= goal || !hardest[0]) return []
  return [
    {
      ...noteAt(hardest[0], 'hard-text', 'hint'),
      message: {
        da: `Teksten har lixtal ${lix}; målet er højst ${goal}. Begynd med denne sætning.`,
        en: `The text has a LIX of ${lix}; the goal is at most ${goal}. Begin with this sentence.`,
      },
    },
  ]
}

function noteAt(at: { text: string; start: number; end: number }, kind: WordingKind, strength: 'should' | 'hint') {
  return { kind, strength, start: at.start, end: at.end, found: at.text, instead: null }
}

function wholeWords(pattern: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags)
}

function together(list: readonly AvoidedWord[]): { list: readonly AvoidedWord[]; all: RegExp } {
  return { list, all: wholeWords(list.map(({ pattern }, at) => `(?<n${at}>${pattern})`).join('|')) }
}

const DANISH = together(AVOIDED_DA)
const ENGLISH = together(AVOIDED_EN)
const PLACES = wholeWords(BYWORD_PLACES.join('|'), 'gu')
const OFFICIAL = OFFICIAL_WORDS.map(({ pattern, everyday }) => ({ words: wholeWords(pattern), everyday }))

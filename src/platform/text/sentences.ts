// Takes a Danish text apart into sentences, and tells running text from headings and lists.

/** One sentence with its place in the text (UTF-16 positions); `running` is false for headings and points of a list. */
export type Sentence = { text: string; start: number; end: number; running: boolean }

// Abbreviations whose full stop ends no sentence. Lower case, without the last stop.
const ABBREVIATIONS = new Set(
  (
    'adr afd afs ang bl.a c/o ca d.d d.v.s dr dvs eks e.kr el ekskl etc evt f.eks f.kr f.o.m fhv fm fr ff fx gl gr hhv hr ibid if ift ifm iht ' +
    'inkl instr jf jr kap kgl kl kr kst m.a.o m.fl m.h.p m.h.t m.m m.v maks mdr mht mia mio mr mv nr o.a o.l o.m.a obs osv p.g.a p.t pct pga pkt ' +
    'prof s.u sml sr st stk str tdl tlf t.o.m ugtl v.h.a vedr vha § §§'
  ).split(' '),
)
const LIST_POINT = /^\s*(?:[•‣◦▪–—*+-]|\d{1,3}[.)]|[a-zæøå]\))\s+/iu
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]{0,9}$/u
// A full stop (or ! ? …) with what closes behind it, then white space.
const STOP = /[.!?…]+["'”’»)\]]*(?=\s|$)/gu

/** The words of a text: letters and digits with the signs that may stand inside a word. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,:/-][\p{L}\p{N}]+)*/gu) ?? []
}

function endsHere(line: string, stop: RegExpExecArray): boolean {
  // No abbreviation is longer, and a long line stays quick.
  const before = line.slice(Math.max(0, stop.index - 30), stop.index)
  const after = line.slice(stop.index + stop[0].length).trimStart()
  if (after === '') return true
  if (stop[0] !== '.') return !/^[\p{Ll}]/u.test(after)
  const last = /[\p{L}\p{N}§./]+$/u.exec(before)?.[0] ?? ''
  // "24. juni", "3. december": an ordinal number goes on in lower case; "i 2019. Det" does not.
  if (/^\d+$/.test(last)) return /^[^\p{Ll}]/u.test(after) && !(last.length <= 2 && /^\d/.test(after))
  // Initials ("H.C. Andersen") and abbreviations go on, whatever follows.
  if (/^(?:\p{Lu}\.?)+$/u.test(last) && last.replaceAll('.', '').length <= 2) return false
  if (ABBREVIATIONS.has(last.toLowerCase())) return ABBREVIATIONS_THAT_MAY_END.has(last.toLowerCase()) && /^\p{Lu}/u.test(after)
  return !/^\p{Ll}/u.test(after)
}

const ABBREVIATIONS_THAT_MAY_END = new Set(['etc', 'm.fl', 'm.m', 'm.v', 'mv', 'o.a', 'o.l', 'osv'])

/** The sentences of a text in order. A line end ends a sentence; so does a full stop that belongs to no abbreviation, date or initial. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let lineStart = 0
  for (const line of text.split('\n')) {
    sentences.push(...sentencesOfLine(line, lineStart))
    lineStart += line.length + 1
  }
  return sentences
}

function sentencesOfLine(line: string, lineStart: number): Sentence[] {
  const found: Sentence[] = []
  const point = LIST_POINT.exec(line)?.[0].length ?? 0
  let from = point
  const add = (to: number) => {
    const raw = line.slice(from, to)
    const trimmed = raw.trim()
    if (/[\p{L}\p{N}]/u.test(trimmed)) {
      const start = lineStart + from + (raw.length - raw.trimStart().length)
      found.push({ text: trimmed, start, end: start + trimmed.length, running: ENDS_SENTENCE.test(trimmed) })
    }
    from = to
  }
  for (const stop of line.matchAll(STOP)) if (endsHere(line, stop)) add(stop.index + stop[0].length)
  add(line.length)
  // Several sentences after one bullet or dash are a paragraph or somebody's speech; one alone is a point of a list.
  if (point > 0 && found.length < 2) for (const each of found) each.running = false
  // "… og han siger:" at the end of a paragraph is running text, alone on its line it is a heading.
  const last = found.at(-1)
  if (last && found.length > 1 && last.text.endsWith(':')) last.running = true
  return found
}

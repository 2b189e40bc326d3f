// How long one page of the nomination form takes: what must be read, typed and pressed to come to the next (docs/decisions/0030).

/** Slower than measured for adults: 230 words a minute read in silence, 35 words of five signs a minute typed on a telephone. */
const read = 200
const typed = 20
const press = 2

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>|&#?\w+;/g, ' ').match(/[\p{L}\p{N}]+(?:[-.@/’'][\p{L}\p{N}]+)*/gu)?.length ?? 0
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([whole]) => whole).join(' ')

/**
 * The words of a page that must be read: its heading and lead; every question with its reason and the answers to choose from, but of one
 * that may be skipped the question only; what is looked through before it is sent; the button and what stands under it.
 */
export function wordsToRead(body: string): number {
  const page = /<main\b[\s\S]*?<\/main>/.exec(body)![0].replaceAll(/<span class="sr">[\s\S]*?<\/span>/g, ' ')
  const form = /<form\b[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const submit = all(form, /<div class="submit">[\s\S]*?<\/div>/g)
  const questions = form
    .replaceAll(/<div class="submit">[\s\S]*/g, '')
    .split(/(?=<(?:fieldset|div) class="field question)/)
    .slice(1)
    .map(question => {
      const asked = /<(?:legend|label) class="q"[\s\S]*?<\/(?:legend|label)>/.exec(question)![0]
      if (asked.includes('class="optional"')) return asked
      return asked + all(question, /<p class="why"[\s\S]*?<\/p>|<label class="opt"[\s\S]*?<\/label>/g)
    })
  const answers = all(form, /<dl class="answers">[\s\S]*?<\/dl>/g).replaceAll(/<dd class="change">[\s\S]*?<\/dd>/g, ' ')
  const head = all(page, /<h1\b[\s\S]*?<\/h1>|<p class="lead">[\s\S]*?<\/p>/g)
  return wordsOf([head, ...questions, answers, submit].join(' '))
}

/** Seconds from the page's opening to the press that leads on, with what is `written` in its fields and so many answers `chosen`. */
export const secondsOn = (body: string, written: readonly string[], chosen: number): number =>
  (wordsToRead(body) / read + written.join('').length / 5 / typed) * 60 + (chosen + written.length + 1) * press

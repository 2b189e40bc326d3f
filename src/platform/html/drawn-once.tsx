// Draws the parts of the frame once: they are the same on page after page, and drawing them took longer than the page itself.
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Lang } from '../i18n.ts'
import { PageLang } from './say.ts'

/** How many forms of one part are remembered: addresses come from outside, and have no end. */
const MOST = 300

const drawn = new WeakMap<object, Map<string, string>>()

/**
 * What a part holds, as markup for an element's `dangerouslySetInnerHTML`; the element itself is drawn by whoever asks.
 * Remembered for as long as `from` lives, the data it is drawn from, which nobody changes in place; `form` is everything else it depends on.
 */
export function drawnOnce(from: object, lang: Lang, form: string, draw: () => ComponentChildren): { __html: string } {
  const forms = drawn.get(from) ?? new Map<string, string>()
  drawn.set(from, forms)
  const key = `${lang} ${form}`
  const known = forms.get(key)
  if (known !== undefined) return { __html: known }
  const made = renderToString(<PageLang.Provider value={lang}>{draw()}</PageLang.Provider>)
  if (forms.size >= MOST) forms.clear()
  forms.set(key, made)
  return { __html: made }
}

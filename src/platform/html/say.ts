// Keeps how the frame speaks: its own words, and sentences with a piece of markup inside.
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Lang, translator } from '../i18n.ts'
import { type CitizenFrameWords, da } from './words/da.ts'
import { en } from './words/en.ts'

export type FrameKey = keyof typeof da

/** Says a text of the frame in a language. The staff's rooms fall back to English outside da and en. */
export const say = translator<FrameKey, keyof CitizenFrameWords>(
  { da, en },
  {
    ar: async () => (await import('./words/ar.ts')).ar,
    tr: async () => (await import('./words/tr.ts')).tr,
    ur: async () => (await import('./words/ur.ts')).ur,
  },
)

/** The language of the page being rendered; the layouts set it, so that the small parts need no `lang`. */
export const PageLang = createContext<Lang>('da')

/** The language to speak: the one asked for, else that of the page. */
export function useLang(lang?: Lang): Lang {
  const around = useContext(PageLang)
  return lang ?? around
}

const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'
const PLACE = /(\u{E000}[^\u{E001}]*\u{E001})/u

/**
 * Says a text whose places hold markup: each name in `nodes` is given to `sentence` as a token,
 * and the finished sentence is cut there. The sentence itself stays escaped text.
 */
export function weave(nodes: Record<string, ComponentChildren>, sentence: (tokens: Record<string, string>) => string): ComponentChildren[] {
  const tokens = Object.fromEntries(Object.keys(nodes).map(name => [name, `${OPEN}${name}${CLOSE}`]))
  return sentence(tokens)
    .split(PLACE)
    .map(part => (part.startsWith(OPEN) && part.endsWith(CLOSE) ? nodes[part.slice(1, -1)] : part))
}

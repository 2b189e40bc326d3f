// Keeps a text from the data on a page: marked with its own language where nobody has it in the page's.
import { directionOf, type Lang } from '../i18n.ts'
import { type Said, said, saidIn } from '../refusal.ts'
import { useLang } from './say.ts'

/** The text; read aloud in the right voice and set in its own direction even where nobody has translated it. */
export function SaidIn({ text, lang }: { text: unknown; lang?: Lang | undefined }) {
  const reader = useLang(lang)
  const words = said(text as Said, reader)
  const own = saidIn(text as Said, reader)
  return own === reader ? (
    words
  ) : (
    <span lang={own} dir={directionOf(own)}>
      {words}
    </span>
  )
}

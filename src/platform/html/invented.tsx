// Keeps the mark that says: this person, number or meeting is an example.
import type { Lang } from '../i18n.ts'
import { say, useLang } from './say.ts'

/** The tag "eksempel" that stands right after anything invented. */
export function Invented({ lang }: { lang?: Lang | undefined }) {
  const spoken = useLang(lang)
  return (
    <span class="eg" lang={spoken}>
      {say(spoken, 'example')}
    </span>
  )
}

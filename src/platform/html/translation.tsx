// Keeps what a page in another language says about its own translation.
import { dayInWords } from './dates.ts'
import { Mark } from './mark.tsx'
import type { Page } from './page.ts'
import { say, weave } from './say.ts'
import type { Checked } from './translation-line.ts'

/** Says who checked the translation, or that nobody has; always with the road to the Danish page. */
export function TranslationNote({ page, checked }: { page: Page; checked: Checked | null }) {
  const { lang } = page
  const danish = (
    <a href={page.href(page.path, 'da')} hreflang="da" lang="da" dir="ltr">
      Læs siden på dansk
    </a>
  )
  if (checked) {
    const by = <bdi>{checked.by}</bdi>
    return (
      <p class="note">
        {weave({ by }, tokens => say(lang, 'translation.checked', { ...tokens, on: dayInWords(lang, checked.on) }))} {danish}
      </p>
    )
  }
  return (
    <div class="rule undocumented">
      <p class="label undocumented">
        <Mark kind="undocumented" />
        {say(lang, 'translation.draft')}
      </p>
      <p>
        {say(lang, 'translation.draft.text')} {danish}
      </p>
    </div>
  )
}

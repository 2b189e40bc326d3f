// Keeps "In plain words" inside a form: a button that works everywhere, and a place that follows along where scripts run.
import type { Page } from '../../../platform/html/page.ts'
import { draftWords } from '../words.ts'

/** `lines`: what the form says so far; null before anybody asked. */
export function InWords({ page, lines }: { page: Page; lines: readonly string[] | null }) {
  const { lang } = page
  return (
    <section class="note" data-words id="i-ord" aria-labelledby="i-ord-h">
      <h2 id="i-ord-h">{draftWords(lang, 'words.title')}</h2>
      <div aria-live="polite">
        {lines === null ? <p class="soft">{draftWords(lang, 'words.empty')}</p> : lines.map(line => <p key={line}>{line}</p>)}
      </div>
      <button type="submit" class="b quiet" name="do" value="words" formNoValidate>
        {draftWords(lang, 'words.see')}
      </button>
    </section>
  )
}

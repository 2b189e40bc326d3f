// The field for pictures: with the last press of a telling, and with each message of the talk.
import type { Filled } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { voiceWords as w } from '../words.ts'

/** Pictures come along with the last press: nothing is kept before it. */
export function PicturesField({ page, form }: { page: Page; form: Filled }) {
  const { lang } = page
  const wrong = form.errors.find(error => error.field === 'pictures')
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label class="q" for="f-pictures">
        {w(lang, 'q.pictures')}
      </label>
      <p class="why" id="f-pictures-why">
        {w(lang, 'q.pictures.why')}
      </p>
      {form.errors.length > 0 && <p class="why">{w(lang, 'picture.again')}</p>}
      {wrong && <p class="error">{wrong.message}</p>}
      <input
        type="file"
        id="f-pictures"
        name="pictures"
        accept="image/jpeg,image/png,image/webp"
        multiple
        aria-describedby="f-pictures-why"
      />
    </div>
  )
}

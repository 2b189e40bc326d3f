// A page for what somebody typed that did not get through: their own words, in their hands, and what they can do with them.
import { Form, Hidden, NotWrittenDown, Submit, TextArea } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink } from '../../platform/html/pieces.tsx'
import { receiptPath } from '../../receipts/index.ts'
import { paths } from '../paths.ts'
import { longestTelling } from '../telling.ts'
import { voiceWords as w } from '../words.ts'
import type { Ended } from '../words-back.ts'

/** Nothing of the talk is here. The words lead into the form where everybody tells, as a telling of their own: never into the old talk. */
export function WordsBackPage({ page, why, words }: { page: Page; why: Ended; words: string }) {
  const { lang } = page
  const ended = why !== 'door'
  return (
    <PublicPage
      page={page}
      title={w(lang, ended ? 'ended.title' : 'talk.left')}
      lead={w(lang, why === 'over' ? 'guest.over' : ended ? 'ended.text' : 'unsent.door')}
      neutral
      noindex
    >
      <Form page={page} action={page.href(paths.tell)}>
        <NotWrittenDown />
        <Hidden name="step" value="start" />
        <TextArea
          form={{ values: { words }, errors: [] }}
          name="words"
          label={w(lang, 'unsent.words')}
          why={w(lang, 'unsent.words.why')}
          rows={6}
          maxLength={4 * longestTelling}
        />
        <Submit
          name="go"
          value={ended ? 'who:relative' : 'who:own'}
          label={w(lang, ended ? 'unsent.own' : 'unsent.new')}
          under={w(lang, ended ? 'unsent.own.under' : 'unsent.new.under')}
          quiet={!ended}
        />
      </Form>
      {!ended && <GoLink href={page.href(receiptPath)}>{w(lang, 'code.go')}</GoLink>}
    </PublicPage>
  )
}

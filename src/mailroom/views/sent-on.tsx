// The letter that was sent on just before: where it lies now, and how to undo it.
import { Form, Hidden } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Note } from '../../platform/html/pieces.tsx'
import { postPaths } from '../paths.ts'
import { postWords as w } from '../words.ts'
import { deskName } from './desk-name.ts'

export interface SentOn {
  readonly id: string
  readonly subject: string | null
  readonly desk: string
  readonly from: string
}

export function SentOnNote({ page, sent }: { page: Page; sent: SentOn }) {
  const { lang } = page
  return (
    <Note>
      <p role="status">
        {w(lang, 'sent.on', { desk: deskName(lang, sent.desk) })}{' '}
        <a href={page.href(postPaths.letter(sent.id))}>
          <bdi>{sent.subject || w(lang, 'no-subject')}</bdi>
        </a>
      </p>
      <Form page={page} action={page.href(postPaths.move(sent.id))}>
        <Hidden name="desk" value={sent.from} />
        <Hidden name="stay" value="1" />
        <button type="submit" class="b quiet" accesskey="z">
          {w(lang, 'sent.undo')}
        </button>
        <p class="why">{w(lang, 'move.key', { key: 'Z' })}</p>
      </Form>
    </Note>
  )
}

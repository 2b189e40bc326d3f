// A form of the talk: what every step of it carries along.
import type { ComponentChildren } from 'preact'
import { Form, Hidden, NotWrittenDown } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { paths } from '../paths.ts'
import type { Talk } from '../talk.ts'

interface Props {
  readonly page: Page
  readonly talk: Talk
}
/** A form of the talk: every step goes to one address and carries the token of this page. */
export function Step({ page, talk, go, files, children }: Props & { go: string; files?: boolean; children: ComponentChildren }) {
  return (
    <Form page={page} action={page.href(paths.talk)} enctype={files ? 'multipart/form-data' : undefined}>
      <NotWrittenDown />
      <Hidden name="visit" value={talk.token} />
      <Hidden name="go" value={go} />
      {talk.shared && <Hidden name="shared" value="1" />}
      {children}
    </Form>
  )
}

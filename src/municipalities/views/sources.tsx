// The sources of a fact on a page: the name of each text, linked where it can be read. Our own numbers of sentences mean nothing to a reader.
import { Fragment } from 'preact'
import type { Page } from '../../platform/html/page.ts'
import { SaidIn } from '../../platform/html/said-in.tsx'
import { citedIn, type SourceBook } from '../source-book.ts'

export function Sources({ page, book, of }: { page: Page; book: SourceBook; of: readonly string[] }) {
  return (
    <>
      {citedIn(book, of).map(({ title, href, refs }, at) => {
        const name = title === null ? null : typeof title === 'string' ? <span lang="da">{title}</span> : <SaidIn text={title} />
        return (
          <Fragment key={refs[0] ?? href}>
            {at > 0 && '; '}
            {name !== null && (href ? <a href={href.startsWith('/') ? page.href(href) : href}>{name}</a> : name)}
            {name === null && refs.join(', ')}
          </Fragment>
        )
      })}
    </>
  )
}

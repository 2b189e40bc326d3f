// The mailboxes as the operator sees them: how far each folder is read, and what is in the way.
import { staffNav } from '../../people/index.ts'
import { longDateTime } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, EmptyState, Note, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import type { FolderState } from './store.ts'
import { mailboxWords as w } from './words.ts'

export interface Mailboxes {
  readonly folders: readonly FolderState[]
  /** The mailboxes of the data. */
  readonly known: readonly { readonly slug: string; readonly address: string }[]
}

export function MailboxesPage({ page, who, all }: { page: Page; who: Principal; all: Mailboxes }) {
  const { lang } = page
  const names = [...new Set(all.folders.map(one => one.mailbox))]
  const unread = all.known.filter(one => !names.includes(one.slug))
  return (
    <StaffPage page={page} title={w(lang, 'title')} lead={w(lang, 'lead')} nav={staffNav(page, who, 'mailboxes')}>
      {unread.length > 0 && names.length > 0 && (
        <Note>
          {unread.map(one => (
            <p key={one.slug}>{w(lang, 'none.data', { address: one.address })}</p>
          ))}
        </Note>
      )}
      {names.length === 0 && (
        <EmptyState
          title={w(lang, 'none.title')}
          next={[w(lang, 'none.next'), ...unread.map(one => w(lang, 'none.data', { address: one.address }))].join(' ')}
        />
      )}
      {names.map(name => (
        <Section key={name} title={all.known.find(one => one.slug === name)?.address ?? name}>
          {all.folders
            .filter(one => one.mailbox === name)
            .map(one => (
              <Answers
                key={one.folder}
                items={[
                  { label: w(lang, 'folder'), value: <bdi>{one.folder}</bdi> },
                  { label: w(lang, 'state'), value: stateOf(page, one) },
                  { label: w(lang, 'letters'), value: String(one.letters) },
                  { label: w(lang, 'last'), value: one.letterAt ? longDateTime(one.letterAt, lang) : w(lang, 'last.never') },
                ]}
              />
            ))}
        </Section>
      ))}
    </StaffPage>
  )
}

function stateOf({ lang }: Page, { trouble, troubleSince, readAt }: FolderState): string {
  if (trouble && troubleSince) return w(lang, 'state.trouble', { why: w(lang, `why.${trouble}`), since: longDateTime(troubleSince, lang) })
  return readAt ? w(lang, 'state.fine', { at: longDateTime(readAt, lang) }) : w(lang, 'state.begins')
}

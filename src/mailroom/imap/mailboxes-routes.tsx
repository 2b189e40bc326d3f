// The address of the mailboxes for those who run the site, and how a mailbox that is away reads on the work list.
import { itemsOfKind } from '../../municipalities/index.ts'
import { type Describe, mayEnter, registerWork } from '../../people/index.ts'
import { get } from '../../platform/http/route.ts'
import { mailboxAway } from './away.ts'
import { MailboxesPage } from './mailboxes-page.tsx'
import { folderStates } from './store.ts'
import { mailboxWords as w } from './words.ts'

const path = '/arbejdsrum/postkasser'

export const mailboxRoutes = [
  get({
    path,
    may: mayEnter('mailboxes'),
    load: async tx => ({ folders: await folderStates(tx), known: await itemsOfKind(tx, 'mailbox') }),
    view: (page, all, _form, _asked, who) => <MailboxesPage page={page} who={who} all={all} />,
  }),
]

const both = (key: Parameters<typeof w>[1]) => ({ da: w('da', key), en: w('en', key) })
const describeAway: Describe = async (_tx, _who, abouts) =>
  new Map(
    abouts.map(about => [
      about,
      { title: both('work.title'), text: both('work.text'), next: both('work.next'), href: path, action: both('work.action') },
    ]),
  )

/** Called once, when the room is put into the house. */
export function registerMailboxWork(): void {
  registerWork(mailboxAway, describeAway)
}

// The English texts about the mailboxes that are read.
import type { da } from './da.ts'

export const en: Record<keyof typeof da, string> = {
  title: 'Mailboxes',
  lead: 'From here we fetch the letters that people write.',
  'none.title': 'No mailbox is being read.',
  'none.next': 'Set IMAP_URL and start again. The operator’s handbook shows how.',
  'none.data': '{address} stands in the municipality’s data. Letters to it do not come in here yet.',
  folder: 'Folder',
  state: 'State',
  'state.fine': 'Read to the end {at}.',
  'state.begins': 'Being read for the first time.',
  'state.trouble': '{why} Since {since}.',
  letters: 'Letters fetched',
  last: 'Latest letter',
  'last.never': 'none yet',
  'why.sign-in': 'The server does not let us in. Check the user name, the password or the key.',
  'why.away': 'The server does not answer. We try again by ourselves.',
  'why.tls': 'The connection cannot be made safe. Check the server’s certificate.',
  'why.no-folder': 'The folder does not exist on the server. Check its name in IMAP_URL.',
  'why.letter':
    'The server cannot give us one of the letters. The others are fetched. Open the mailbox and look at the oldest letter that is not here.',
  'why.delete': 'The server cannot delete one letter at a time, so we delete nothing. Take deleteAfterDays out.',
  'why.other': 'Something went wrong on the way. We try again by ourselves.',
  'work.title': 'The mailbox cannot be read',
  'work.text': 'Letters from people lie on the server and do not come in.',
  'work.next': 'See what is in the way. When the server answers, we fetch everything.',
  'work.action': 'See the mailboxes',
}

// The heading of an entry in a thread: who to whom, by what.
import { weave } from '../../platform/html/say.ts'
import type { Lang } from '../../platform/i18n.ts'
import type { Ground } from '../open-councils.ts'
import type { Entry } from '../thread.ts'
import { type NominationKey, nominationWords as w } from '../words.ts'
import { nameOfCouncil } from './own-page.tsx'

/** The heading of an entry, in words: who to whom, by what. */
export function headingOf(lang: Lang, ground: Ground, entry: Entry): string {
  switch (entry.kind) {
    case 'letter':
      return w(
        lang,
        entry.standing === 'to_post' || entry.standing === 'posted' ? 'thread.out.post' : entry.auto ? 'thread.out.auto' : 'thread.out',
        {
          subject: entry.subject,
        },
      )
    case 'letter-in':
      return w(lang, 'thread.in', { subject: entry.subject ?? w(lang, 'thread.in.unread') })
    case 'contact':
      return `${w(lang, `how.${entry.how}`)}: ${w(lang, `result.${entry.result}`)}`
    case 'received':
      return w(lang, entry.suggested ? 'thread.suggested' : 'thread.received', {
        council: nameOfCouncil(ground, entry.council, lang),
        channel: w(lang, `channel.${entry.channel}`),
      })
    case 'own-page':
      return w(lang, `thread.own.${entry.event}` as NominationKey)
  }
}

/** The same on a page: the subject of a letter stands in the letter's language. */
export function Heading({ lang, ground, entry }: { lang: Lang; ground: Ground; entry: Entry }) {
  if (entry.kind !== 'letter') return <>{headingOf(lang, ground, entry)}</>
  return (
    <>
      {weave({ subject: <bdi lang={entry.language}>{entry.subject}</bdi> }, tokens =>
        headingOf(lang, ground, { ...entry, subject: tokens.subject! }),
      )}
    </>
  )
}

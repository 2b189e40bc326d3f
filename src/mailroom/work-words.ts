// How the shelf reads on the work list.
import { type Describe, registerReadings, registerWork } from '../people/index.ts'
import { localDate, longDate } from '../platform/clock.ts'
import type { Said } from '../platform/refusal.ts'
import { mayReadPost } from './access.ts'
import { postPaths } from './paths.ts'
import { shelfDue } from './shelf-due.ts'
import { letterRow } from './sort-store.ts'
import { postWords as w } from './words.ts'

const both = (say: (lang: 'da' | 'en') => string): Said => ({ da: say('da'), en: say('en') })

const describeShelf: Describe = async (tx, who, abouts) => {
  const rows = await Promise.all(abouts.map(id => letterRow(tx, id)))
  return new Map(
    rows.flatMap(row =>
      row
        ? [
            [
              row.id,
              {
                title: both(lang => w(lang, 'work.shelf')),
                text: both(lang => w(lang, 'work.shelf.text', { date: longDate(localDate(row.arrived_at), lang) })),
                next: both(lang => w(lang, 'work.shelf.next')),
                ...(mayReadPost(who) ? { href: postPaths.post, action: both(lang => w(lang, 'work.shelf.do')) } : {}),
              },
            ] as const,
          ]
        : [],
    ),
  )
}

/** Called once, when the room is put into the house. */
export function registerPostWork(): void {
  registerWork(shelfDue, describeShelf)
  registerReadings({
    actions: {
      post: both(lang => w(lang, 'reading.post')),
      'post.letter': both(lang => w(lang, 'reading.letter')),
      'post.raw': both(lang => w(lang, 'reading.raw')),
      'post.file': both(lang => w(lang, 'reading.file')),
    },
    kinds: {},
  })
}

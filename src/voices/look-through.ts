// Opening what was told and looking through it: the same in a thread of its own and, where there is none, between other work.
import type { WrappingKey } from '../platform/crypto/envelope.ts'
import type { Copied } from '../platform/db/copy.ts'
import { packedRows } from '../platform/db/packed-rows.ts'
import { openerOf } from '../platform/opener.ts'
import { detailsPlace, linePlace } from './sealed-places.ts'
import { finderOf, type Seen } from './search.ts'
import type { Details } from './telling.ts'

/** What a thread needs: the one key that opens the keys, what is looked for, and where (as `sealedTexts` copied it). */
export interface ToLookThrough {
  readonly keys: WrappingKey
  readonly words: readonly string[]
  readonly sealed: Copied
}

/** What it answers; the buffer comes back to be filled again. */
export interface FoundInThread {
  readonly found: readonly string[]
  readonly buffer: ArrayBuffer
}

/** The ids of those in which every word stands: in what was told or written, in notes and translations, or in what else was told. Others may have a turn at each step. */
export function* lookThrough({ keys, words, sealed }: ToLookThrough): Generator<void, string[]> {
  const finder = finderOf(words)
  const voices = new Map<string, { readonly open: ReturnType<typeof openerOf>; seen: Seen }>()
  for (const { ids, value } of packedRows(sealed, 0, 1)) {
    const [thing] = ids as [string]
    voices.set(thing, { open: openerOf(keys, thing, value), seen: 0 })
    yield
  }
  // What has no key any more is erased.
  for (const { ids, value } of packedRows(sealed, 1, 1)) {
    const [id] = ids as [string]
    const voice = voices.get(id)
    if (!voice) continue
    for (const text of searchable(JSON.parse(voice.open(detailsPlace(id), value).toString('utf8')))) voice.seen |= finder.in(text)
    yield
  }
  for (const { ids, value } of packedRows(sealed, 2, 2)) {
    const [of, id] = ids as [string, string]
    const voice = voices.get(of)
    if (!voice) continue
    // Nothing is kept of a text: what is opened is gone again before the next is.
    voice.seen |= finder.in(voice.open(linePlace(of, id), value))
    yield
  }
  return [...voices].filter(([, { seen }]) => seen === finder.all).map(([id]) => id)
}
const searchable = ({ place, name, aboutWhom, phone, address, email, through }: Details) =>
  [place, name, aboutWhom, phone, address, email ?? '', through].filter(text => text !== '').map(text => Buffer.from(text, 'utf8'))

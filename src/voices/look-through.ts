// Opening what was told and looking through it: the same in a thread of its own and, where there is none, between other work.
import type { WrappingKey } from '../platform/crypto/envelope.ts'
import type { Copied } from '../platform/db/copy.ts'
import { idAt, packedRows } from '../platform/db/packed-rows.ts'
import { columnOpener, keyOpener } from '../platform/opener.ts'
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
  // By the bytes of their ids: of most of them no text is ever needed.
  const voices = new Map<string, { readonly dek: Buffer; seen: Seen }>()
  const unwrap = keyOpener(keys)
  for (const { piece, at, value } of packedRows(sealed, 0, 1)) {
    voices.set(bytesAt(piece, at), { dek: unwrap(piece, at, value), seen: 0 })
    yield
  }
  // What has no key any more is erased.
  const openDetails = columnOpener(keys, detailsPlace(''))
  for (const { piece, at, value } of packedRows(sealed, 1, 1)) {
    const voice = voices.get(bytesAt(piece, at))
    if (!voice) continue
    const details = JSON.parse(openDetails(voice.dek, piece, at, value).toString('utf8'))
    for (const text of searchable(details)) voice.seen |= finder.in(text)
    yield
  }
  const openLine = columnOpener(keys, linePlace('', ''))
  for (const { piece, at, value } of packedRows(sealed, 2, 2)) {
    const voice = voices.get(bytesAt(piece, at))
    if (!voice) continue
    // Nothing is kept of a text: what is opened is gone again before the next is.
    voice.seen |= finder.in(openLine(voice.dek, piece, at + 16, value))
    yield
  }
  return [...voices].filter(([, { seen }]) => seen === finder.all).map(([id]) => idAt(Buffer.from(id, 'latin1'), 0))
}
const bytesAt = (piece: Buffer, at: number) => piece.toString('latin1', at, at + 16)
const searchable = ({ place, name, aboutWhom, phone, address, email, through }: Details) =>
  [place, name, aboutWhom, phone, address, email ?? '', through].filter(text => text !== '').map(text => Buffer.from(text, 'utf8'))

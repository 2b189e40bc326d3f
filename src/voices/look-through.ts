// Opening what was told and looking through it: the same in a thread of its own and, where there is none, between other work.
import type { WrappingKey } from '../platform/crypto/envelope.ts'
import { copiedRows } from '../platform/db/copied-rows.ts'
import type { Copied } from '../platform/db/copy.ts'
import { openerOf } from '../platform/opener.ts'
import { detailsPlace, linePlace } from './sealed-places.ts'
import { finderOf } from './search.ts'
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
  const voices = new Map<string, { readonly open: ReturnType<typeof openerOf>; readonly texts: Buffer[] }>()
  for (const [id, wrapped] of copiedRows(sealed, 0)) {
    const thing = idOf(id)
    voices.set(thing, { open: openerOf(keys, thing, wrapped!), texts: [] })
    yield
  }
  // What has no key any more is erased.
  for (const [id, value] of copiedRows(sealed, 1)) {
    const voice = voices.get(idOf(id))
    if (!voice) continue
    voice.texts.push(...searchable(JSON.parse(voice.open(detailsPlace(idOf(id)), value!).toString('utf8'))))
    yield
  }
  for (const [id, of, value] of copiedRows(sealed, 2)) {
    const voice = voices.get(idOf(of))
    if (!voice) continue
    voice.texts.push(voice.open(linePlace(idOf(of), idOf(id)), value!))
    yield
  }
  const stands = finderOf(words)
  const found: string[] = []
  for (const [id, { texts }] of voices) {
    if (stands(texts)) found.push(id)
    yield
  }
  return found
}
const idOf = (field: Buffer | null | undefined) => field!.toString('latin1')
const searchable = ({ place, name, aboutWhom, phone, address, email, through }: Details) =>
  [place, name, aboutWhom, phone, address, email ?? '', through].filter(text => text !== '').map(text => Buffer.from(text, 'utf8'))

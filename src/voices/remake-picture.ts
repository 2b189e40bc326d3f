// Has pictures made anew in a process of its own; what cannot be opened is told in words.
import { type KeptChild, keepChild } from '../platform/child/kept-child.ts'
import type { PostedFile } from '../platform/http/body.ts'
import type { Lang } from '../platform/i18n.ts'
import { Refusal } from '../platform/refusal.ts'
import { isPicture, type MadePicture, mostPictures } from './picture.ts'
import { voiceWords as w } from './words.ts'

let child: KeptChild<Uint8Array, MadePicture | null> | null = null
const remaker = () => {
  child ??= keepChild<Uint8Array, MadePicture | null>(new URL('./picture-child', import.meta.url), {
    name: 'the picture maker',
    seconds: 5,
    addressSpace: 2_500_000,
    memory: 300 * 1024 * 1024,
    questions: 200,
    idle: 30,
    heap: 128,
    behind: true,
  })
  return child
}

/** Each picture made anew. @throws Refusal when one is none, or nobody could open it in time */
export async function remakePictures(files: readonly PostedFile[], lang: Lang): Promise<MadePicture[]> {
  const made: MadePicture[] = []
  const no = (key: 'picture.none' | 'picture.many') =>
    new Refusal([{ field: 'pictures', message: { da: w('da', key), en: w('en', key), [lang]: w(lang, key) } }])
  const given = files.filter(file => file.bytes.length > 0)
  if (given.length > mostPictures) throw no('picture.many')
  for (const file of given) {
    const picture = isPicture(file.bytes)
      ? await remaker()
          .ask(file.bytes)
          .catch(() => null)
      : null
    if (!picture) throw no('picture.none')
    made.push(picture)
  }
  return made
}

// Pictures between being made anew, which needs no transaction, and the transaction that keeps them: by the key of their form.
import type { Tx } from '../platform/db/act.ts'
import type { Asked } from '../platform/http/route.ts'
import { Refusal } from '../platform/refusal.ts'
import type { MadePicture } from './picture.ts'
import { remakePictures } from './remake-picture.ts'

const made = new Map<string, readonly MadePicture[] | Refusal>()
/** A form that was refused leaves its pictures here until others come. */
const mostMade = 20

/** Makes what came with the form anew. What cannot be made is told when the pictures are asked for, where the page can keep what was typed. */
export async function makePictures({ form, lang }: Asked): Promise<void> {
  const files = Object.entries(form!.files).flatMap(([name, one]) => (/^pictures(\.\d+)?$/.test(name) ? [one] : []))
  for (const old of [...made.keys()].slice(0, Math.max(0, made.size - mostMade))) made.delete(old)
  if (files.length > 0)
    made.set(
      form!.key,
      await remakePictures(files, lang).catch(error => {
        if (error instanceof Refusal) return error
        throw error
      }),
    )
}
/** The pictures of this form; let go once they are kept. @throws Refusal when one was no picture */
export function takePictures(tx: Tx, { form }: Asked): readonly MadePicture[] {
  const pictures = made.get(form!.key) ?? []
  if (pictures instanceof Refusal) {
    made.delete(form!.key)
    throw pictures
  }
  tx.afterCommit(() => void made.delete(form!.key))
  return pictures
}

// Letters out: written in the transaction of what they tell of, sent afterwards, never lost.
import type { Tx } from '../db/act.ts'
import type { Lang } from '../i18n.ts'
import { uuid7 } from '../ids.ts'
import { sealed } from '../sealed.ts'

export interface Letter {
  /** The thing it is about; its erasure erases the letter. */
  readonly about: string
  /** One address; the text of the letter carries neutral logistics only. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: Lang
  /** The human who signs; a letter without one cannot be written. */
  readonly signedBy: string
  /** One idea can be regretted: the letter waits so many seconds (60 unless told). */
  readonly waitSeconds?: number
}

/** Puts a letter in the outbox. Returns its id. */
export async function tell(tx: Tx, letter: Letter): Promise<string> {
  const id = uuid7(tx.now)
  const place = (column: string) => ({ thing: letter.about, table: 'letter', column, row: id })
  const leaves = new Date(tx.now.getTime() + (letter.waitSeconds ?? 60) * 1_000)
  await tx.db
    .insertInto('letter')
    .values({
      municipality_id: tx.municipalityId,
      id,
      about: letter.about,
      to_sealed: await sealed(tx, place('to_sealed'), letter.to),
      subject: letter.subject,
      body_sealed: await sealed(tx, place('body_sealed'), `${letter.text.trimEnd()}\n\n${letter.signedBy}\n`),
      language: letter.language,
      signed_by: letter.signedBy,
      created_at: tx.now,
      not_before: leaves,
      next_try_at: leaves,
      state: 'waiting',
    })
    .execute()
  return id
}

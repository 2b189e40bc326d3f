// Letters out: written in the transaction of what they tell of, sent afterwards, never lost.
import { sql } from 'kysely'
import { blindEmail } from '../crypto/blind-email.ts'
import type { Tx } from '../db/act.ts'
import { inserting } from '../db/held.ts'
import type { Lang } from '../i18n.ts'
import { uuid7 } from '../ids.ts'
import { sealed } from '../sealed.ts'

export interface Letter {
  /** The thing it is about; its erasure erases the letter. */
  readonly about: string
  /** One e-mail address; on paper, the name and address as they stand on the envelope. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: Lang
  /** The human who signs; a letter without one cannot be written. */
  readonly signedBy: string
  /** One idea can be regretted: the letter waits so many seconds (60 unless told). */
  readonly waitSeconds?: number
  /** On paper: printed here, then marked with the day it was posted. */
  readonly onPaper?: boolean
  /** The person here who wrote it; not given for what the house writes by itself. */
  readonly writtenBy?: string
  /** Where one says that one wants no more of these; for letters somebody subscribes to. */
  readonly unsubscribe?: string
}
interface Answering {
  /** The Message-ID of the letter that is answered by itself. */
  readonly answers: string | null
}

/** What a letter is sealed as: the same wherever it is written and read. */
export const letterPlace = (about: string, id: string, column: 'to_sealed' | 'body_sealed' | 'answers_sealed' | 'unsubscribe_sealed') => ({
  thing: about,
  table: 'letter',
  column,
  row: id,
})

/** Puts a letter in the outbox. Returns its id. */
export async function tell(tx: Tx, letter: Letter): Promise<string> {
  return await write(tx, letter, null)
}

const day = 24 * 60 * 60_000

/**
 * Answers a letter by itself (RFC 3834; ask `autoReplyTo` first whom, if anybody). One answer to an address within 24 hours, however many
 * letters it writes: null when there was one. The answer waits for nobody and never repeats what was written to us.
 */
export async function tellAutomatically(tx: Tx, letter: Letter & Answering): Promise<string | null> {
  const index = blindEmail(tx.keys.of(tx.municipalityId), letter.to)
  const { rows } = await sql`
    insert into auto_reply (municipality_id, email_index, at) values (${tx.municipalityId}, ${index}, ${tx.now})
    on conflict (municipality_id, email_index) do update set at = excluded.at
    where auto_reply.at <= ${new Date(tx.now.getTime() - day)}
    returning 1`.execute(tx.db)
  return rows.length === 0 ? null : await write(tx, { ...letter, waitSeconds: 0 }, letter)
}

async function write(tx: Tx, letter: Letter, auto: Answering | null): Promise<string> {
  const id = uuid7(tx.now)
  const { about } = letter
  const leaves = new Date(tx.now.getTime() + (letter.waitSeconds ?? 60) * 1_000)
  const optional = async (column: 'answers_sealed' | 'unsubscribe_sealed', text: string | null | undefined) =>
    text ? await sealed(tx, letterPlace(about, id, column), text) : null
  tx.hold(
    inserting('letter', [
      {
        municipality_id: tx.municipalityId,
        id,
        about,
        to_sealed: await sealed(tx, letterPlace(about, id, 'to_sealed'), letter.to),
        subject: letter.subject,
        body_sealed: await sealed(tx, letterPlace(about, id, 'body_sealed'), `${letter.text.trimEnd()}\n\n${letter.signedBy}\n`),
        language: letter.language,
        signed_by: letter.signedBy,
        created_at: tx.now,
        not_before: leaves,
        next_try_at: leaves,
        state: letter.onPaper ? 'to_post' : 'waiting',
        way: letter.onPaper ? 'post' : 'email',
        auto: auto !== null,
        answers_sealed: await optional('answers_sealed', auto?.answers),
        unsubscribe_sealed: await optional('unsubscribe_sealed', letter.unsubscribe),
        written_by: letter.writtenBy ?? null,
      },
    ]),
  )
  return id
}

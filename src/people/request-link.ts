// Asking for a sign-in link: the same answer and the same work, whether the address is known here or not.
import { sql } from 'kysely'
import { localDate, timeOfDay } from '../platform/clock.ts'
import { blindEmail } from '../platform/crypto/blind-email.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Lang } from '../platform/i18n.ts'
import { uuid7 } from '../platform/ids.ts'
import { tell } from '../platform/mail/outbox.ts'
import type { Principal } from '../platform/principal.ts'
import { humanOf } from './human.ts'
import { linkMinutes, makeSignInLink } from './sign-in-link.ts'
import { siteName } from './standing.ts'
import type { PeopleTables } from './tables.ts'
import { peopleWords } from './words.ts'

const mine = (tx: Tx) => tx.db.withTables<PeopleTables>()
/** So many letters one address, and so many the whole municipality, can be made to get within the life of a link. */
const mostLetters = { address: 5, municipality: 300 } as const

export interface LinkRequest {
  readonly email: string
  readonly backTo: string | null
  readonly origin: string
  readonly lang: Lang
}

/**
 * Writes a letter with a link to the person who has this address, if they work here today. For anybody else the very same rows are
 * written for somebody who does, and taken back: neither answer nor time tells who is known.
 */
export async function requestLink(tx: Tx, _who: Principal, asked: LinkRequest): Promise<void> {
  const often = await tooOften(tx, asked.email)
  const person = await personOrAnother(tx, asked.email)
  if (!person) return
  const { human } = await humanOf(tx, asked.lang)
  const site = await siteName(tx, asked.lang)
  await sql`savepoint known`.execute(tx.db)
  const path = await makeSignInLink(tx, person.id, asked.backTo)
  const until = timeOfDay(new Date(tx.now.getTime() + linkMinutes * 60_000), asked.lang)
  await tell(tx, {
    about: person.id,
    to: asked.email,
    subject: peopleWords(asked.lang, 'link.subject'),
    text: peopleWords(asked.lang, 'link.text', { site, until, url: `${asked.origin}${path}` }),
    language: asked.lang,
    signedBy: human.name ?? site,
    waitSeconds: 0,
  })
  if (person.known && !often) await sql`release savepoint known`.execute(tx.db)
  else await sql`rollback to savepoint known`.execute(tx.db)
}

/** Notes the request, and says whether this address or the whole municipality has asked too often. */
async function tooOften(tx: Tx, email: string): Promise<boolean> {
  const index = blindEmail(tx.keys.of(tx.municipalityId), email)
  const since = new Date(tx.now.getTime() - linkMinutes * 60_000)
  const before = await mine(tx)
    .selectFrom('sign_in_request')
    .select(eb => [eb.fn.countAll<number>().as('all'), eb.fn.countAll<number>().filterWhere('email_index', '=', index).as('same')])
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  await mine(tx)
    .insertInto('sign_in_request')
    .values({ municipality_id: tx.municipalityId, id: uuid7(tx.now), email_index: index, at: tx.now })
    .execute()
  return before.same >= mostLetters.address || before.all >= mostLetters.municipality
}

/** The person with the address, else anybody at all to do the same work for. */
async function personOrAnother(tx: Tx, email: string): Promise<{ id: string; known: boolean } | null> {
  const today = localDate(tx.now)
  const row = await mine(tx)
    .selectFrom('person')
    .select(eb => [
      'id',
      eb
        .and([
          eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()),
          eb.or([eb('to_date', 'is', null), eb('to_date', '>=', today)]),
        ])
        .as('known'),
    ])
    .orderBy('known', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, known: Boolean(row.known) } : null
}

// Confirming that the site is the municipality's own, and its closing days: what an operator or secretary writes into the data.
import { itemsOfKind, writeItem } from '../municipalities/index.ts'
import { isLocalDate, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, NotFound, Refusal } from '../platform/refusal.ts'
import { mayConfirmAuthority, maySetUp } from './access.ts'
import { houseThing } from './standing.ts'

export interface Confirmation {
  /** Who in the municipality said so: name and office. */
  readonly by: string
  readonly on: LocalDate
}

/** From now on letters leave, and the pages no longer say that they are a demonstration. */
export async function confirmAuthority(tx: Tx, who: Principal, { by, on }: Confirmation): Promise<void> {
  if (!mayConfirmAuthority(who)) throw new NotAllowed()
  if (on > localDate(tx.now)) throw new Refusal([{ field: 'on', message: future }])
  await writeFacts(tx, who, facts => ({ ...facts, authority: { ...facts.authority, state: 'confirmed', by, on } }))
  await record(tx, who, { kind: 'authority.confirmed', about: await houseThing(tx), facts: { on } })
}

/** The municipality takes its word back: the site is a demonstration again. */
export async function withdrawAuthority(tx: Tx, who: Principal): Promise<void> {
  if (!mayConfirmAuthority(who)) throw new NotAllowed()
  await writeFacts(tx, who, facts => ({ ...facts, authority: { ...facts.authority, state: 'unconfirmed', by: null, on: null } }))
  await record(tx, who, { kind: 'authority.withdrawn', about: await houseThing(tx) })
}

/** One day a line, `2026-12-24 Juleaften`; later deadlines no longer count these days. Dates already given stay as they were given. */
export async function setClosingDays(tx: Tx, who: Principal, { text }: { text: string }): Promise<void> {
  if (!maySetUp(who)) throw new NotAllowed()
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const days = lines.map(line => {
    const [, on = '', name = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/.exec(on)
    const date = danish ? `${danish[3]}-${danish[2]!.padStart(2, '0')}-${danish[1]!.padStart(2, '0')}` : on
    if (!isLocalDate(date) || name === '')
      throw new Refusal([
        {
          field: 'days',
          message: {
            da: `Linjen »${line}« skal have en dato og et navn, fx 2026-12-24 Juleaften.`,
            en: `The line “${line}” needs a date and a name, e.g. 2026-12-24 Christmas Eve.`,
          },
        },
      ])
    return { on: date, name: { da: name.slice(0, 80), checked: null } }
  })
  days.sort((a, b) => (a.on < b.on ? -1 : 1))
  await writeFacts(tx, who, facts => ({ ...facts, closingDays: days.length > 0 ? days : null }))
  await record(tx, who, { kind: 'closing-days.set', about: await houseThing(tx), facts: { count: days.length } })
}

type Facts = Awaited<ReturnType<typeof itemsOfKind<'municipality'>>>[number]
async function writeFacts(tx: Tx, who: Principal, change: (facts: Facts) => Facts): Promise<void> {
  const facts = (await itemsOfKind(tx, 'municipality'))[0]
  if (!facts) throw new NotFound()
  await writeItem(tx, who, { kind: 'municipality', slug: facts.slug, content: change(facts) })
}
const future = { da: 'Dagen er ikke kommet endnu.', en: 'That day has not come yet.' }

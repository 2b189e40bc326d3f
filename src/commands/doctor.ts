// `raadslag doctor`: everything an operator should mend, each in one line with what to do.
import { postAilments } from '../mailroom/index.ts'
import { itemsOfKinds } from '../municipalities/index.ts'
import { holders, unitsOf } from '../people/index.ts'
import type { Config } from '../platform/config.ts'
import { copyAilments } from '../platform/copies.ts'
import { look, type Tx } from '../platform/db/act.ts'
import { said } from '../platform/refusal.ts'
import { CommandFault, withHouse } from './with-house.ts'

export interface Finding {
  readonly about: string
  readonly mend: string
}

/** What is missing in the data of one municipality. */
export async function findings(tx: Tx): Promise<Finding[]> {
  const items = await itemsOfKinds(tx, ['municipality', 'contact', 'help', 'term'])
  const held = new Map((await holders(tx)).map(holder => [holder.contact, holder]))
  const found: Finding[] = []
  const facts = items.municipality[0]
  if (facts?.authority.state !== 'confirmed')
    found.push({
      about: 'authority',
      mend: 'nobody has confirmed that this site is the municipality’s: confirm it under Opsætning. Until then it is a demonstration.',
    })
  for (const contact of items.contact) {
    const holder = held.get(contact.slug)
    const name = `contact ${contact.slug} (${said(contact.helpsWith as never, 'da')})`
    if (!contact.person && !holder) found.push({ about: name, mend: 'has no human: choose one under Mennesker.' })
    else if (!contact.person && !holder?.name)
      found.push({
        about: name,
        mend: 'has a human without a name on the pages: ask whether they will be shown, and say so under Mennesker.',
      })
    if (!contact.phone && !holder?.phone)
      found.push({ about: name, mend: 'has no telephone number: people who do not write cannot reach it. Write it under Mennesker.' })
    if (!contact.hours && !facts?.openingHours) found.push({ about: name, mend: 'has no opening hours: write them under Mennesker.' })
    if (!contact.deputy && !holder?.deputyId)
      found.push({ about: name, mend: 'has no deputy for when its human is away: choose one under Mennesker.' })
  }
  for (const number of items.help) {
    if (number.missing)
      found.push({ about: `help number ${number.slug}`, mend: 'is missing: write it under Opsætning, Numre at ringe til.' })
    else if (!number.shown)
      found.push({
        about: `help number ${number.slug}`,
        mend: `(${number.phone}, seen ${number.asOf ?? 'at an unknown time'}) is not shown before somebody has called it: then confirm it under Opsætning, Numre at ringe til.`,
      })
  }
  if (!facts?.childWelfareNotification)
    found.push({
      about: 'child welfare notification',
      mend: 'the address of the municipality’s own channel is missing (childWelfareNotification in municipality.yaml): who is worried about a child is told to call.',
    })
  for (const unit of await unitsOf(tx))
    if (!unit.leaderId)
      found.push({ about: `unit ${unit.slug}`, mend: 'has no leader: overdue promises have nowhere to go. Choose one under Mennesker.' })
  if (items.term.length === 0)
    found.push({ about: 'electoral terms', mend: 'none are known (electoralTerms in municipality.yaml): seats cannot follow them.' })
  if (!facts?.closingDays)
    found.push({
      about: 'closing days',
      mend: 'are not filled in: deadlines are counted with public holidays only. Write them under Opsætning.',
    })
  return [...found, ...(await postAilments(tx))]
}

/** What is missing on the machine: in the environment and in the folder of copies. */
export function houseFindings(config: Config, now: Date): string[] {
  const lines = config.smtpUrl ? [] : ['letters: SMTP_URL is not set: letters are kept and shown, none are sent.']
  return [...lines, ...copyAilments(config, now)]
}

/** What works as it is and could be chosen otherwise: told, and nothing to mend. */
export function houseNotes(config: Config, embedded: boolean): string[] {
  const lines: string[] = []
  if (config.mail.imapUrls.length === 0 && Object.values(config.ownMail).every(ways => ways.imapUrls.length === 0))
    lines.push('letters in: IMAP_URL is not set: no mailbox is read. Letters come in by "raadslag mail receive" only.')
  if (!config.oidc) lines.push('sign-in: OIDC is not set: staff sign in by mail link, which needs SMTP_URL.')
  if (embedded) lines.push('database: the embedded PostgreSQL ships old OpenSSL and ICU; set DATABASE_URL for production at scale.')
  return lines.map(line => `note: ${line}`)
}

/** Ends with 0 when nothing is to be mended, otherwise with 1 and a line for each; what is only worth knowing stands last. */
export async function doctor(): Promise<string> {
  return await withHouse(async house => {
    const lines = houseFindings(house.ctx.config, house.ctx.clock.now())
    for (const tenant of house.tenants.all()) {
      if (tenant.practiceOf) continue
      const { value } = await look(house.ctx.database, { kind: 'system', municipalityId: tenant.id, job: 'doctor' }, findings)
      for (const { about, mend } of value) lines.push(`${tenant.slug}: ${about}: ${mend}`)
    }
    const notes = houseNotes(house.ctx.config, house.store.embedded !== null)
    if (lines.length > 0) throw new CommandFault([...lines, ...notes].join('\n'))
    return ['Nothing to mend.', ...notes].join('\n')
  })
}

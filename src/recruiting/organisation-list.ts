// A list of organisations as somebody pasted or uploaded it: read and checked, every fault with its line and column. Pure.
import type { Lang } from '../platform/i18n.ts'
import { LANGS } from '../platform/i18n.ts'
import { parseAddress } from '../platform/mail/address.ts'
import type { Said } from '../platform/refusal.ts'
import { columnNamed, readTable, tableFaultWords } from '../platform/text/read-table.ts'
import type { OrganisationFacts } from './organisation-store.ts'

export interface ListFault {
  readonly line: number
  readonly column: number
  readonly message: Said
}
export interface ReadOrganisations {
  readonly organisations: readonly (OrganisationFacts & { readonly line: number })[]
  readonly faults: readonly ListFault[]
}
/** A word of the data: its slug and what people call it. */
export interface Named {
  readonly slug: string
  readonly name: string
}

const listColumns = {
  name: ['navn', 'forening', 'name'],
  kind: ['slags', 'type', 'kind'],
  district: ['bydel', 'kvarter', 'district'],
  languages: ['sprog', 'languages'],
  letter: ['brevsprog', 'letter language'],
  person: ['kontaktperson', 'kontakt', 'contact'],
  email: ['e-mail', 'email', 'mail'],
  phone: ['telefon', 'tlf', 'phone'],
} as const
type Column = keyof typeof listColumns

const most = 1_000
const longest = 120

/** Reads a list with a header line. What the data do not know of is a fault, never a guess. */
export function readOrganisationList(text: string, kinds: readonly Named[], districts: readonly Named[]): ReadOrganisations {
  const table = readTable(text)
  const faults: ListFault[] = table.faults.map(fault => ({
    line: fault.line,
    column: fault.column,
    message: tableFaultWords(fault),
  }))
  const at = Object.fromEntries(
    (Object.keys(listColumns) as Column[]).map(column => [column, columnNamed(table.header, ...listColumns[column])]),
  ) as Record<Column, number>
  const fault = (line: number, column: Column, da: string, en: string) =>
    faults.push({ line, column: Math.max(0, at[column]) + 1, message: { da, en } })
  if (at.name < 0 && faults.length === 0)
    fault(1, 'name', 'Første linje skal have en kolonne, der hedder »navn«.', 'The first line needs a column called “name”.')
  if (table.rows.length > most) fault(1, 'name', `Højst ${most} linjer ad gangen.`, `At most ${most} lines at a time.`)
  const seen = new Set<string>()
  const organisations =
    at.name < 0 || table.rows.length > most
      ? []
      : table.rows.map(({ line, cells }) => {
          const cell = (column: Column) => (at[column] < 0 ? '' : cells[at[column]]!.trim())
          const pick = (column: Column, list: readonly Named[]): string | null => {
            const wanted = cell(column).toLocaleLowerCase('da')
            if (wanted === '') return null
            const found = list.find(one => one.slug === wanted || one.name.toLocaleLowerCase('da') === wanted)
            if (!found) {
              const known = list.map(one => one.name).join('; ')
              fault(
                line,
                column,
                `»${cell(column)}« kendes ikke. Skriv en af: ${known}.`,
                `“${cell(column)}” is not known. Write one of: ${known}.`,
              )
            }
            return found?.slug ?? null
          }
          const name = cell('name')
          if (name === '') fault(line, 'name', 'Navnet mangler.', 'The name is missing.')
          if (name.length > longest) fault(line, 'name', 'Navnet er for langt.', 'The name is too long.')
          const kind = pick('kind', kinds) ?? 'andet'
          const key = `${name.toLocaleLowerCase('da')} ${kind}`
          if (seen.has(key)) fault(line, 'name', 'Den står to gange på listen.', 'It is on the list twice.')
          seen.add(key)
          const email = cell('email')
          const address = email === '' ? null : parseAddress(email)
          if (email !== '' && !address) fault(line, 'email', 'E-mailadressen kan ikke bruges.', 'The e-mail address cannot be used.')
          const letter = cell('letter').toLowerCase() || 'da'
          if (!(LANGS as readonly string[]).includes(letter))
            fault(line, 'letter', `Skriv ${LANGS.join(', ')}.`, `Write ${LANGS.join(', ')}.`)
          return {
            line,
            name,
            kind,
            district: pick('district', districts),
            languages: cell('languages')
              .split(/[,/;]+/)
              .map(one => one.trim())
              .filter(Boolean)
              .slice(0, 10),
            letterLanguage: letter as Lang,
            contact: { person: cell('person').slice(0, longest), email: address, phone: cell('phone').slice(0, 40) },
          }
        })
  return { organisations, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) }
}

// A list of members as somebody pasted or uploaded it: read, checked against the charter, every fault with its line and column.
import type { LocalDate } from '../platform/clock.ts'
import { parseAddress } from '../platform/mail/address.ts'
import type { Said } from '../platform/refusal.ts'
import { columnNamed, danishDate, readTable, tableFaultWords } from '../platform/text/read-table.ts'
import type { Charter, Group } from './charters/index.ts'
import { freeSeat, seatPlan, type Taken } from './seat-plan.ts'

export interface ListedMember {
  readonly line: number
  readonly name: string
  readonly group: string
  /** Counted within the group. */
  readonly seat: number
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly shown: 'named' | 'unnamed'
  readonly protectedAddress: boolean
  readonly email: string | null
  readonly phone: string | null
}
export interface ListFault {
  readonly line: number
  readonly column: number
  readonly message: Said
}
export interface ReadList {
  readonly members: readonly ListedMember[]
  readonly faults: readonly ListFault[]
  /** Columns of the header that say nothing to us, as they are called there. */
  readonly unread: readonly string[]
}

/** The columns of a list; the first name is the one we write ourselves. */
const listColumns = {
  name: ['navn', 'name'],
  group: ['gruppe', 'group'],
  seat: ['plads', 'seat'],
  from: ['fra', 'from'],
  to: ['til', 'to'],
  shown: ['vises med navn', 'vises', 'shown'],
  protected: ['beskyttet', 'beskyttet adresse', 'adressebeskyttelse', 'navne og adressebeskyttelse', 'protected'],
  email: ['e-mail', 'email', 'mail'],
  phone: ['telefon', 'phone'],
} as const
type Column = keyof typeof listColumns
type Held = Taken & { readonly name?: string }

const mostMembers = 200
const longestName = 120

/**
 * Reads a list with a header line. `asOf` is the day the list tells of: who has no "fra" sits since then. Seats left empty get the first
 * free one. `taken` are the seats held in the council on that day, with who holds them: somebody on the list keeps their own.
 */
export function readMemberList(text: string, charter: Charter, asOf: LocalDate, taken: readonly Held[]): ReadList {
  const table = readTable(text)
  const faults: ListFault[] = table.faults.map(fault => ({
    line: fault.line,
    column: fault.column,
    message: tableFaultWords(fault),
  }))
  const at = Object.fromEntries(
    Object.entries(listColumns).map(([column, names]) => [column, columnNamed(table.header, ...names)]),
  ) as Record<Column, number>
  for (const column of ['name', 'group'] as const)
    if (at[column] === -1)
      faults.push({
        line: 1,
        column: 1,
        message: { da: `Kolonnen »${listColumns[column][0]}« mangler.`, en: `The column “${listColumns[column][1]}” is missing.` },
      })
  const read = new Set(Object.values(at))
  const unread = table.header.filter((name, column) => name.trim() !== '' && !read.has(column))
  if (at.name === -1 || at.group === -1) return { members: [], faults, unread }
  if (table.rows.length > mostMembers)
    return {
      members: [],
      unread,
      faults: [
        {
          line: mostMembers + 2,
          column: 1,
          message: { da: `Højst ${mostMembers} linjer ad gangen.`, en: `At most ${mostMembers} lines at a time.` },
        },
      ],
    }

  const held: Held[] = [...taken]
  const seen = new Set<string>()
  const members: ListedMember[] = []
  for (const { line, cells } of table.rows) {
    const own: ListFault[] = []
    const cell = (column: Column) => (at[column] === -1 ? '' : (cells[at[column]] ?? '').trim())
    const fault = (column: Column, da: string, en: string) => own.push({ line, column: Math.max(0, at[column]) + 1, message: { da, en } })
    const name = cell('name')
    if (name === '') fault('name', 'Navnet mangler.', 'The name is missing.')
    else if (name.length > longestName)
      fault(
        'name',
        `Navnet er for langt. Der er plads til ${longestName} tegn.`,
        `The name is too long. There is room for ${longestName} signs.`,
      )
    else if (seen.has(name.toLocaleLowerCase('da'))) fault('name', 'Navnet står her to gange.', 'The name stands here twice.')
    seen.add(name.toLocaleLowerCase('da'))
    const group = groupNamed(charter, cell('group'))
    if (!group)
      fault(
        'group',
        `Gruppen findes ikke. Skriv en af: ${groupNames(charter)}.`,
        `There is no such group. Write one of: ${groupNames(charter)}.`,
      )
    const from = dayIn(cell('from')) ?? (cell('from') === '' ? asOf : null)
    if (from === null) fault('from', 'Skriv datoen som 1.1.2026.', 'Write the date as 1.1.2026.')
    const to = dayIn(cell('to'))
    if (to === null && cell('to') !== '') fault('to', 'Skriv datoen som 31.12.2029.', 'Write the date as 31.12.2029.')
    if (from && to && to < from) fault('to', 'Den sidste dag ligger før den første.', 'The last day is before the first.')
    else if (to && to < asOf)
      fault(
        'to',
        'Perioden er slut før den dag, listen gælder. Ret datoen, eller tag linjen ud.',
        'The term is over before the day the list tells of. Correct the date, or take the line out.',
      )
    const email = cell('email') === '' ? null : parseAddress(cell('email'))
    if (email === null && cell('email') !== '') fault('email', 'Det er ikke en e-mailadresse.', 'This is not an e-mail address.')
    const seat = group ? seatIn(charter, group, cell('seat'), name, held) : null
    if (group && typeof seat === 'string') fault('seat', seatFaults[seat][0], seatFaults[seat][1])
    if (own.length > 0 || !group || typeof seat !== 'number' || from === null) {
      faults.push(...own)
      continue
    }
    if (!held.some(one => one.group === group.id && one.seat === seat)) held.push({ group: group.id, seat })
    members.push({
      line,
      name,
      group: group.id,
      seat,
      from,
      to,
      shown: yes(cell('shown')) ? 'named' : 'unnamed',
      protectedAddress: yes(cell('protected')),
      email,
      phone: cell('phone') || null,
    })
  }
  if (members.length === 0 && faults.length === 0)
    faults.push({
      line: 2,
      column: 1,
      message: { da: 'Der er ingen linjer under overskriften.', en: 'There are no lines under the header.' },
    })
  return { members, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column), unread }
}

const seatFaults = {
  unknown: [
    'Den plads findes ikke i gruppen. Lad feltet stå tomt for den første ledige.',
    'The group has no such seat. Leave the cell empty for the first free one.',
  ],
  taken: ['Pladsen er besat af en anden.', 'Somebody else has the seat.'],
  full: ['Alle pladser i gruppen er besat.', 'All seats of the group are taken.'],
} as const satisfies Record<string, readonly [string, string]>

/** A seat as the list calls it: the number of the drawing, or counted within the group. */
function seatIn(charter: Charter, group: Group, text: string, name: string, held: readonly Held[]): number | keyof typeof seatFaults {
  const own = held.find(one => one.group === group.id && one.name === name)
  if (own) return own.seat
  if (text === '') return freeSeat(charter, group.id, held) ?? 'full'
  const number = Number(text)
  const places = seatPlan(charter, held).filter(place => place.group === group.id)
  const place = places.find(one => one.number === number) ?? places.find(one => one.seat === number)
  if (!place) return 'unknown'
  return held.some(one => one.group === group.id && one.seat === place.seat) ? 'taken' : place.seat
}

const yes = (text: string) => /^(ja|j|x|1|yes|y|true|sand)$/i.test(text)
const dayIn = (text: string): LocalDate | null => (text === '' ? null : danishDate(text))
const same = (a: string, b: string) => a.trim().toLocaleLowerCase('da') === b.trim().toLocaleLowerCase('da')
const groupNamed = (charter: Charter, text: string) =>
  charter.groups.find(group => same(group.id, text) || Object.values(group.name ?? {}).some(name => same(name, text)))
const groupNames = (charter: Charter) => charter.groups.map(group => group.id).join(', ')

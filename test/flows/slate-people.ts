// Invented candidates for tests of slates, and what they hear.
import { type Candidate, type Closing, takeCandidatesFrom } from '../../src/appointments/candidates.ts'
import { compose } from '../../src/appointments/composed.ts'
import { decide, deviate, namePerson, openSlate, place, propose } from '../../src/appointments/index.ts'
import { findSlate } from '../../src/appointments/read-slate.ts'
import type { MemberAttributes } from '../../src/councils/index.ts'
import { newThing } from '../../src/platform/journal.ts'
import type { TestHouse } from '../house.ts'

const names = [
  'Nadia Haddad',
  'Yusuf Demir',
  'Åsta Øvlisen',
  'Nguyễn Thị Linh',
  'Микола Шевченко',
  'فاطمة الزهراء',
  'Erik Lund',
  'ሰላም ተክለ',
  '陳美玲',
  'Tove Bech',
]

export interface People {
  /** A candidate with these attributes who has said yes; returns their id. */
  candidate(attributes: MemberAttributes, name?: string): Promise<string>
  /** The candidate takes their yes back. */
  withdraw(id: string): void
  readonly closed: Closing[]
}
export function peopleOf(house: TestHouse): People {
  const list: Candidate[] = []
  const closed: Closing[] = []
  takeCandidatesFrom({
    candidates: async () => list.filter(one => !closed.some(each => each.candidate === one.id)),
    close: async (tx, _who, closing) => tx.afterCommit(() => void closed.push(closing)),
  })
  return {
    closed,
    async candidate(attributes, name = `${names[list.length % names.length]} ${list.length + 1}`) {
      const id = await house.act(tx => newThing(tx, 'candidate'), undefined)
      list.push({ id, name, attributes, contact: { email: 'somebody@example.org' }, contacted: true, residenceSeenOn: '2026-10-01' })
      return id
    },
    withdraw: id =>
      void list.splice(
        list.findIndex(one => one.id === id),
        1,
      ),
  }
}

export const user = { roles: ['user'] }
export const insight = { roles: ['insight'] }
export const organisation = { roles: ['organisation'], local: true }
export const resident = { resident: true, ties: [] as string[] }

/** Deeds on one slate, by whoever does them in the house. */
export async function slateOf(house: TestHouse, council = 'udsatteraad', body = 'municipal_council') {
  const secretary = (await house.as('secretary')).principal
  const recorder = (await house.as(body === 'administration' ? 'administration' : 'politicalSecretariat')).principal
  const id = await house.act(openSlate, { council, body }, secretary)
  const read = () => house.look(tx => findSlate(tx, id)).then(slate => slate!)
  return {
    id,
    read,
    whole: () => house.look(async tx => (await compose(tx, secretary, (await findSlate(tx, id))!))!),
    verdict: () => house.look(async tx => (await compose(tx, secretary, (await findSlate(tx, id))!))!.verdict),
    put: (person: string, group: string, seat: number | null = null) => house.act(place, { slate: id, person, group, seat }, secretary),
    councillor: (name: string, email?: string) =>
      house.act(namePerson, { slate: id, group: 'council', seat: null, name, email: email ?? null }, secretary),
    adviser: (name: string, more: { need?: string | null; until?: string | null; email?: string; covers?: readonly string[] } = {}) =>
      house.act(
        namePerson,
        { slate: id, group: 'adviser', seat: null, name, need: 'Viden om sundhed', until: '2027-12-31', ...more },
        secretary,
      ),
    explain: (atom: string, reason: string, seen = false) => house.act(deviate, { slate: id, atom, reason, seen }, secretary),
    propose: async () => house.act(propose, { slate: id, revision: (await read()).revision }, secretary),
    decide: async (more: object = {}, who = recorder) =>
      house.act(
        decide,
        {
          slate: id,
          revision: (await read()).revision,
          decidedOn: '2026-11-09',
          minuteRef: 'Punkt 12',
          explanation: null,
          seen: false,
          answers: [],
          ...more,
        },
        who,
      ),
  }
}

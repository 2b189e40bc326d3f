// Glostrup's two charters as the specification gives them, and invented people for them.
import { type Charter, type Person, parseCharter } from '../../src/councils/charters/index.ts'

export const udsatteraadData = {
  id: 'udsatteraad',
  groups: [
    {
      id: 'external',
      name: { da: 'Organisationer, brugere og personer med særlig indsigt', en: 'Organisations, users and people with special insight' },
      voting: true,
      min: 4,
      max: 4,
      appointed_by: 'municipal_council',
      eligible: {
        all: [
          {
            any: [
              {
                all: [
                  { attr: 'roles', has: 'organisation' },
                  { attr: 'local', eq: true },
                ],
              },
              { attr: 'roles', hasAny: ['user', 'user_rep', 'insight'] },
            ],
          },
          { not: { attr: 'roles', has: 'councillor' } },
        ],
      },
      source: {
        text: 'Fire af de faste medlemmer skal komme fra lokale organisationer, brugere og enkeltpersoner med særlig indsigt',
        ref: 'A9',
      },
    },
    {
      id: 'council',
      name: { da: 'Kommunalbestyrelsen', en: 'The municipal council' },
      voting: true,
      min: 3,
      max: 3,
      eligible: { attr: 'roles', has: 'councillor' },
      appointed_by: 'municipal_council',
      source: { text: 'De andre tre faste medlemmer af rådet skal være fra kommunalbestyrelsen.', ref: 'A12' },
    },
    {
      id: 'adviser',
      name: { da: 'Tilforordnede', en: 'Designated advisers' },
      voting: false,
      min: 1,
      max: 2,
      eligible: { attr: 'roles', has: 'municipal_employee' },
      appointed_by: 'administration',
    },
  ],
  rules: [
    {
      id: 'users',
      kind: 'count',
      in: ['external'],
      who: { attr: 'roles', hasAny: ['user', 'user_rep'] },
      min: 2,
      strength: 'should',
      text: { da: 'mindst to af disse medlemmer er brugere eller brugerrepræsentanter' },
      source: { text: 'Kommunen ønsker, at mindst to af disse medlemmer er brugere eller brugerrepræsentanter.', ref: 'A10' },
    },
    {
      id: 'staff',
      kind: 'count',
      in: ['external'],
      who: { attr: 'roles', has: 'municipal_employee' },
      max: 0,
      strength: 'hint',
      text: 'ansatte i kommunen er ikke udelukket',
    },
    {
      id: 'whole',
      kind: 'cover',
      attr: 'knows',
      values: ['families', 'health', 'work'],
      each_min: 1,
      strength: 'hint',
      source: { text: 'Det gælder ikke mindst i forhold til at styrke et helhedssyn', ref: 'A14' },
    },
  ],
}
export const udsatteraad: Charter = parseCharter(udsatteraadData)

const circles = ['refugee_immigrant_association', 'labour_market_party', 'school_board', 'local_association']
export const integrationsraad: Charter = parseCharter({
  id: 'integrationsraad',
  groups: [{ id: 'member', min: 7, max: 7, appointed_by: 'municipal_council' }],
  rules: [
    {
      id: 'residence',
      kind: 'every',
      who: { attr: 'resident', eq: true },
      source: { text: 'syv medlemmer med bopæl i Glostrup', ref: 'A29' },
    },
    {
      id: 'ties',
      kind: 'every',
      who: { attr: 'ties', hasAny: circles },
      strength: 'should',
      source: { text: 'udpeger rådets medlemmer blandt …', ref: 'A30' },
    },
    { id: 'circles', kind: 'cover', attr: 'ties', values: circles, strength: 'should' },
  ],
})

const person = (id: string, roles: string[], more: Partial<Person> = {}): Person => ({ id, roles, ...more }) as Person
/** All invented. */
export const cast = {
  aisha: person('aisha', ['user']),
  bent: person('bent', ['user_rep']),
  carmen: person('carmen', ['organisation'], { local: true }),
  dmytro: person('dmytro', ['insight']),
  elif: person('elif', ['organisation'], { local: false }),
  farid: person('farid', ['organisation'], { local: null }),
  grete: person('grete', ['councillor']),
  hassan: person('hassan', ['councillor']),
  inger: person('inger', ['councillor']),
  jonas: person('jonas', ['councillor', 'user']),
  katrine: person('katrine', ['municipal_employee'], { knows: ['families', 'health', 'work'] }),
  lars: person('lars', ['municipal_employee', 'insight']),
  mei: person('mei', ['municipal_employee']),
  nobody: person('nobody', []),
  omar: { id: 'omar' } as Person,
}
export const people: Person[] = Object.values(cast)
/** Two users, an organisation, somebody with insight, three councillors, one adviser: all as it should be. */
export const right = ['aisha', 'bent', 'carmen', 'dmytro', 'grete', 'hassan', 'inger', 'katrine']
export const swap = (out: string, into: string | null): string[] => right.flatMap(id => (id === out ? (into === null ? [] : [into]) : [id]))

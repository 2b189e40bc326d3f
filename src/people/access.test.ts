// The rules of giving roles, tried for every role against every other.
import { expect, test } from 'vitest'
import { type Principal, type Role, roles, type Staff } from '../platform/principal.ts'
import * as access from './access.ts'

const staff = (...held: Role[]): Staff => ({
  kind: 'staff',
  municipalityId: 'm',
  personId: `me ${held}`,
  name: 'Opdigtet Person',
  roles: held,
  unitIds: [],
  sessionId: 's',
})
const others: readonly Principal[] = [
  { kind: 'anyone', municipalityId: 'm' },
  { kind: 'subject', municipalityId: 'm', about: 'a', sessionId: 's' },
  { kind: 'system', municipalityId: 'm', job: 'j' },
]

test('nobody gives a role to themself, whatever roles they hold', () => {
  for (const held of roles)
    for (const role of roles) expect(access.mayGrant(staff(held, 'operator'), staff(held, 'operator').personId, role)).toBe(false)
})

test('who gives what: the operator everything, the secretary never operator, secretary or auditor, the rest nothing', () => {
  const given = Object.fromEntries(roles.map(held => [held, roles.filter(role => access.mayGrant(staff(held), 'another', role))]))
  const bySecretary = roles.filter(role => !['operator', 'secretary', 'auditor'].includes(role))
  for (const held of roles)
    expect([held, given[held]]).toEqual([held, held === 'operator' ? [...roles] : held === 'secretary' ? bySecretary : []])
})

test('one may lay down a role, and take only what one could give', () => {
  expect(access.mayEndRole(staff('caseworker'), staff('caseworker').personId, 'caseworker')).toBe(true)
  expect(access.mayEndRole(staff('secretary'), 'another', 'operator')).toBe(false)
  expect(access.mayEndRole(staff('secretary'), 'another', 'caseworker')).toBe(true)
})

test('letting somebody go needs the right to take each of their roles, and never concerns oneself', () => {
  expect(access.mayLetGo(staff('secretary'), 'another', ['caseworker', 'auditor'])).toBe(false)
  expect(access.mayLetGo(staff('secretary'), 'another', ['caseworker'])).toBe(true)
  expect(access.mayLetGo(staff('operator'), staff('operator').personId, [])).toBe(false)
})

test('each page and deed opens for exactly these roles', () => {
  const table: [string, Role[]][] = [
    ['maySeePeople', ['operator', 'secretary', 'unitLeader']],
    ['mayEmploy', ['operator', 'secretary']],
    ['mayChangeEmail', ['operator']],
    ['maySetUnits', ['operator', 'secretary']],
    ['mayHoldContacts', ['operator', 'secretary']],
    ['maySeeLetters', ['operator']],
    ['maySeeReadings', ['auditor']],
    ['maySetUp', ['operator', 'secretary']],
    ['mayConfirmAuthority', ['operator']],
  ]
  const rules = new Map(Object.entries(access))
  for (const [name, open] of table) {
    const may = rules.get(name) as (who: Principal) => boolean
    expect([name, roles.filter(role => may(staff(role)))]).toEqual([name, open])
    expect(others.filter(who => may(who))).toEqual([])
  }
})

test('an absence is set by the person, their leader, or those who keep the register', () => {
  expect(access.maySetAbsence(staff('caseworker'), staff('caseworker').personId, null)).toBe(true)
  expect(access.maySetAbsence(staff('unitLeader'), 'another', staff('unitLeader').personId)).toBe(true)
  expect(access.maySetAbsence(staff('unitLeader'), 'another', 'somebody else')).toBe(false)
  expect(access.maySetAbsence(staff('caseworker'), 'another', null)).toBe(false)
  for (const who of others) expect(access.maySetAbsence(who, 'another', null)).toBe(false)
})

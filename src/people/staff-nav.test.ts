// The staff's menu for every set of roles: short at the first look, and nothing out of reach.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf } from '../../test/look/cast.ts'
import { type Role, roles, type Staff } from '../platform/principal.ts'
import { mayEnter, type StaffRoom, staffNav, staffRooms } from './staff-nav.ts'

const assets = { publicCss: '/p', staffCss: '/s', script: '/x', icon: '/i' }
const page = pageOf('/arbejdsrum', assets)
const staff = (held: readonly Role[]): Staff => ({
  kind: 'staff',
  municipalityId: 'm',
  personId: 'me',
  name: 'Opdigtet Person',
  roles: held,
  unitIds: [],
  sessionId: 's',
})
const addresses = (who: Staff, current?: StaffRoom) => staffNav(page, who, current).map(link => link.href)

test('six links at most at the first look, and every permitted room in them or inside their groups', () => {
  fc.assert(
    fc.property(fc.subarray([...roles]), held => {
      const who = staff(held)
      const first = staffNav(page, who)
      expect(first.length).toBeLessThanOrEqual(6)
      const opened = first.flatMap(link => [link.href, ...(link.inside ?? []).map(one => one.href)])
      const permitted = (Object.keys(staffRooms) as StaffRoom[]).filter(room => mayEnter(room)(who)).map(room => staffRooms[room].path)
      expect([...new Set(opened)].sort()).toEqual([...permitted].sort())
    }),
  )
})

test('few links stand side by side; many are gathered, and the group of the page knows which of its rooms that is', () => {
  expect(addresses(staff(['auditor']))).toEqual(['/arbejdsrum', '/arbejdsrum/laesninger'])
  const secretary = staff(['secretary'])
  expect(addresses(secretary, 'work')).toHaveLength(6)
  const open = staffNav(page, secretary, 'themes').find(link => link.inside?.some(room => room.current))
  expect([open?.label, open?.inside?.map(link => [link.label, link.current])]).toEqual([
    'Henvendelser',
    [
      ['Henvendelser', false],
      ['Temaer', true],
      ['Læring', false],
    ],
  ])
})

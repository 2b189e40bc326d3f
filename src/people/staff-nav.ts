// The menu of the staff's rooms: the same on every page, each link only for those who may follow it.
import type { StaffLink } from '../platform/html/layout.tsx'
import type { Page } from '../platform/html/page.ts'
import { hasRole, type Principal, type Role, roles } from '../platform/principal.ts'
import { peoplePaths } from './paths.ts'
import { peopleWords } from './words.ts'

/** The rooms of the menu. Those downstream stand here by address only. */
const rooms = {
  member: { path: peoplePaths.member, roles: ['councilMember'] },
  work: { path: peoplePaths.work, roles },
  candidates: { path: '/arbejdsrum/kandidater', roles: ['secretary', 'caseworker', 'outreachWorker', 'unitLeader'] },
  voices: { path: '/arbejdsrum/henvendelser', roles: ['secretary', 'caseworker', 'outreachWorker', 'unitLeader'] },
  themes: { path: '/arbejdsrum/temaer', roles: ['secretary', 'caseworker', 'outreachWorker', 'unitLeader'] },
  learning: {
    path: '/arbejdsrum/laering',
    roles: ['secretary', 'caseworker', 'outreachWorker', 'unitLeader', 'policyOwner', 'administration'],
  },
  recruiting: { path: '/arbejdsrum/rekruttering', roles: ['secretary', 'politicalSecretariat', 'administration', 'unitLeader'] },
  slates: { path: '/arbejdsrum/indstillinger', roles: ['secretary', 'politicalSecretariat', 'administration'] },
  councils: { path: '/arbejdsrum/raad', roles: ['secretary', 'politicalSecretariat'] },
  people: { path: peoplePaths.people, roles: ['operator', 'secretary', 'unitLeader'] },
  post: { path: '/arbejdsrum/post', roles: ['secretary', 'politicalSecretariat'] },
  letters: { path: peoplePaths.letters, roles: ['operator'] },
  mailboxes: { path: '/arbejdsrum/postkasser', roles: ['operator'] },
  readings: { path: peoplePaths.readings, roles: ['auditor'] },
  setUp: { path: peoplePaths.setUp, roles: ['operator', 'secretary'] },
} as const satisfies Record<string, { path: string; roles: readonly Role[] }>
export type StaffRoom = keyof typeof rooms

/** The links this person may follow; `current` is the room the page belongs to. */
export function staffNav(page: Page, who: Principal, current?: StaffRoom): StaffLink[] {
  return (Object.keys(rooms) as StaffRoom[])
    .filter(room => hasRole(who, ...rooms[room].roles))
    .map(room => ({ href: page.href(rooms[room].path), label: peopleWords(page.lang, `nav.${room}`), current: room === current }))
}
/** Who may enter a room of the menu; the `may` of its first page. */
export const mayEnter =
  (room: StaffRoom) =>
  (who: Principal): boolean =>
    hasRole(who, ...rooms[room].roles)

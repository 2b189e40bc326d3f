// The menu of the staff's rooms: the same on every page, each link only for those who may follow it.
import type { StaffLink } from '../platform/html/layout.tsx'
import type { Page } from '../platform/html/page.ts'
import { hasRole, type Principal, type Role, roles } from '../platform/principal.ts'
import { peoplePaths } from './paths.ts'
import { peopleWords } from './words.ts'

/** The rooms of the menu. Those downstream stand here by address only. */
export const staffRooms = {
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
export type StaffRoom = keyof typeof staffRooms

/** What belongs together in the menu, each under the name of its first room. */
const groups: readonly (readonly StaffRoom[])[] = [
  ['work', 'member'],
  ['candidates', 'recruiting'],
  ['councils', 'slates'],
  ['voices', 'themes', 'learning'],
  ['post', 'letters', 'mailboxes'],
  ['setUp', 'people', 'readings'],
]
/** More links than this are gathered in groups. */
const mostLinks = 6

/**
 * The links this person may follow; `current` is the room the page belongs to. With many, the first look has one link
 * for each group, and each group holds its rooms.
 */
export function staffNav(page: Page, who: Principal, current?: StaffRoom): StaffLink[] {
  const may = (room: StaffRoom) => hasRole(who, ...staffRooms[room].roles)
  const link = (room: StaffRoom): StaffLink => ({
    href: page.href(staffRooms[room].path),
    label: peopleWords(page.lang, `nav.${room}`),
    current: room === current,
  })
  const mine = groups.map(group => group.filter(may)).filter(group => group.length > 0)
  if (mine.flat().length <= mostLinks) return mine.flat().map(link)
  return mine.map(group => ({ ...link(group[0]!), inside: group.length > 1 ? group.map(link) : undefined }))
}
/** Who may enter a room of the menu; the `may` of its first page. */
export const mayEnter =
  (room: StaffRoom) =>
  (who: Principal): boolean =>
    hasRole(who, ...staffRooms[room].roles)

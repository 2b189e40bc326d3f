// The forms behind a door: what staff, a person on their own page and an organisation can write in, found from the pages that show them.
import type { AnyRoute } from '../../../src/platform/http/route.ts'
import { anybody } from '../../../src/platform/http/route.ts'
import { roles } from '../../../src/platform/principal.ts'
import { rooms } from '../../../src/rooms.ts'
import type { Pair } from '../../isolation/pair.ts'
import { addressesOf } from '../../matrix/addresses.ts'
import type { Things } from '../../matrix/things.ts'
import { type Control, formsOf, type PageForm } from '../forms.ts'
import { shapeOf } from './shape.ts'

type Knock = ReturnType<Pair['own']['door']>
export interface ClosedForm {
  /** The page it stands on, where it goes, and who sees it. */
  readonly page: string
  readonly action: string
  readonly by: string
  readonly door: Knock
  readonly form: PageForm
  /** What can be written in. */
  readonly written: readonly Control[]
}

const free = new Set(['text', 'textarea', 'email', 'tel', 'search', 'number', 'date', 'url', 'password'])
const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** Signing out, and going on with what ends the session, would close the other forms. */
const leaves = new Set(['/log-ud', '/arbejdsrum/oevelse/slut'])

/** Whoever reaches most: staff with every role, the person on their own page, and an organisation that came by its link. */
async function doors(pair: Pair, things: Things): Promise<readonly (readonly [string, Knock])[]> {
  const { own } = pair
  const staff = await own.signedIn('Alle Roller', roles)
  // What waits for an answer is theirs, so that its whole page is open to them.
  await pair.house.sql('update due set owner_id = $1, owner_office = null where about = any ($2)', [staff.personId, things.owed])
  const asked = await own.door(null).post(`/anbefal/${Object.values(things.kinds.askKey!)[0]}`)
  const token = /raadslag=[0-9a-f-]{36}\.([\w-]+)/.exec(asked.headers.get('set-cookie') ?? '')?.[1] ?? ''
  return [
    ['staff', staff],
    ['the person', await own.subjectOf(things.subject)],
    ['an organisation', own.door(token)],
  ]
}

/** Every form with something to write in, once each, and what all these pages are made of. */
export async function closedForms(pair: Pair, things: Things): Promise<{ forms: ClosedForm[]; shape: Set<string> }> {
  const found = new Map<string, ClosedForm>()
  const shape = new Set<string>()
  const routes: readonly AnyRoute[] = rooms.flatMap(room => room.routes)
  const knocking = await doors(pair, things)
  // The page of an organisation is open to everybody, and closed to all who did not come by a link.
  for (const route of routes.filter(one => one.method === 'GET' && (one.may !== anybody || one.path === '/anbefal'))) {
    const { path } = addressesOf(route.path, things)[0]!
    for (const [by, door] of knocking) {
      const answer = await door.get(path)
      if (answer.status !== 200) continue
      for (const part of shapeOf(answer.body)) shape.add(part)
      for (const form of formsOf(answer.body)) {
        const written = form.controls.filter(one => free.has(one.kind))
        const action = form.action || path
        const key = `${action} ${written.map(one => one.name).join(' ')}`.replaceAll(ids, 'id')
        if (form.method === 'post' && written.length > 0 && !leaves.has(action) && !found.has(key))
          found.set(key, { page: path, action, by, door, form, written })
      }
    }
  }
  return { forms: [...found.values()], shape }
}

// T4: what a page shows of somebody is written to the log, also when a form comes back on that page.
import { expect, it } from 'vitest'
import { type AnyRoute, formReadings } from '../../src/platform/http/route.ts'
import { rooms } from '../../src/rooms.ts'

const routes = rooms.flatMap(room => room.routes)
/** Forms that come back at an address whose readings are logged, on a page of their own that logs none. */
function unlogged(all: readonly AnyRoute[]): string[] {
  const of = formReadings(all)
  const pages = new Set(all.flatMap(route => (route.method === 'GET' && route.reads ? [route.path] : [])))
  return all.flatMap(route => (route.method === 'POST' && pages.has(route.path) && !of(route) ? [route.path] : []))
}

it('T4: a form that comes back on the page of somebody is a reading like the page itself', () => {
  expect(unlogged(routes)).toEqual([])
  const logged = routes.filter(route => route.method === 'POST' && formReadings(routes)(route)).map(route => route.path)
  expect(logged.length).toBeGreaterThan(60)
  expect(logged).toEqual(expect.arrayContaining(['/arbejdsrum/kandidater/:id/kontakt', '/arbejdsrum/henvendelser/:id/svar']))
  // The other way round: a form that is drawn by a function of its own would be found.
  const apart = routes.map(route => (route.method === 'POST' ? { ...route, form: { ...route.form, view: () => ({}) as never } } : route))
  expect(unlogged(apart as readonly AnyRoute[])).toContain('/arbejdsrum/kandidater/:id/ret')
})

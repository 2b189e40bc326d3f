// Keeps the promise that the drawing of a council says the same to the ear as to the eye.
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { seatSpan } from './marks.tsx'
import { type DrawnSeat, describeSeats, SeatDiagram, SeatList } from './seats.tsx'

const SEATS: DrawnSeat[] = [
  { n: 1, group: 'a', state: 'filled' },
  { n: 2, group: 'a', state: 'undocumented' },
  { n: 3, group: 'a', state: 'wrong' },
  { n: 4, group: 'b', state: 'vacant', wish: true },
  { n: 5, group: 'b', state: 'vacant' },
]

describe('the seat diagram', () => {
  test('has a title and a description, and no id is used twice when two stand on one page', () => {
    const html = renderToString(
      <main>
        <SeatDiagram seats={SEATS} filled={3} total={5} />
        <SeatDiagram seats={SEATS} filled={3} total={5} />
      </main>,
    )
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids).toHaveLength(6)
    expect(new Set(ids).size).toBe(6)
    const labels = [...html.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, list]) => list!.split(' '))
    for (const label of labels) expect(ids).toContain(label)
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
    expect(html).toContain('<title id="')
    expect(html).toContain('3 af 5 pladser er besat')
  })

  test('names every seat with its state, the wishes, the groups and the advisers', () => {
    const words = describeSeats('da', {
      seats: SEATS,
      advisers: [{ state: 'filled' }, { state: 'allowed' }],
      groupNames: { a: 'Foreninger', b: 'Kommunalbestyrelsen' },
    })
    expect(words).toBe(
      'Plads 1: besat. Plads 4–5: ledig. Plads 3: forkert plads. Plads 2: ikke dokumenteret. Plads 4: ønske til pladsen. Foreninger: plads 1–3. Kommunalbestyrelsen: plads 4–5. Tilforordnede: 1.',
    )
    expect(describeSeats('en', { seats: SEATS })).toContain('Seats 4–5: vacant. Seat 3: wrong seat.')
  })

  test('a wrong and an undocumented seat differ in shape, not only in colour', () => {
    const html = renderToString(<SeatDiagram seats={SEATS} filled={3} total={5} />)
    expect(html.match(/class="flag"/g)).toHaveLength(1)
    expect(html.match(/class="disc"/g)).toHaveLength(1)
    expect(html.match(/class="wish"/g)).toHaveLength(1)
  })

  test('the list carries the numbers of the drawing and says the state that only a sign shows', () => {
    const html = renderToString(<SeatList rows={[{ n: 3, state: 'wrong', who: 'Jens <Krogh>' }]} />)
    expect(html).toContain('Plads 3: ')
    expect(html).toContain('(forkert plads)')
    expect(html).toContain('Jens &lt;Krogh>')
  })

  test('the pattern of each chair in a list has an id of its own', () => {
    const html = renderToString(<SeatList rows={[1, 2].map(n => ({ n, state: 'undocumented' as const, who: 'Farida Noor' }))} />)
    const ids = [...html.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id!)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(2)
    expect([...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)).toEqual(ids)
  })

  test('seat numbers are read as spans', () => {
    expect(seatSpan([4, 2, 1, 3, 7, 7])).toBe('1–4, 7')
    expect(seatSpan([])).toBe('')
  })
})

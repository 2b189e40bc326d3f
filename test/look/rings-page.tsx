// Keeps rings of every size in every state, to see where numbers or chairs would touch.
import { StaffPage } from '../../src/platform/html/layout.tsx'
import type { AssetNames } from '../../src/platform/html/page.ts'
import { Columns } from '../../src/platform/html/pieces.tsx'
import { SeatDiagram, SeatLegend, type SeatState } from '../../src/platform/html/seats.tsx'
import { pageOf } from './cast.ts'

const STATES: SeatState[] = ['filled', 'vacant', 'wrong', 'undocumented']

function Ring({ count, groups }: { count: number; groups: number }) {
  const seats = Array.from({ length: count }, (_, index) => ({
    n: index + 1,
    group: `g${Math.floor((index * groups) / count)}`,
    state: STATES[index % STATES.length]!,
    wish: index % 4 === 1,
  }))
  return (
    <SeatDiagram seats={seats} advisers={count % 2 ? [{ state: 'filled' }, { state: 'allowed' }] : []} filled={count - 1} total={count} />
  )
}

export function ringsPage(assets: AssetNames) {
  return (
    <StaffPage page={pageOf('/raad', assets, { standing: 'live' })} title="Ringe">
      <Columns even>
        <Ring count={5} groups={1} />
        <Ring count={9} groups={2} />
        <Ring count={12} groups={3} />
        <Ring count={18} groups={2} />
        <Ring count={24} groups={4} />
        <Ring count={24} groups={1} />
      </Columns>
      <SeatLegend states={['filled', 'vacant', 'wrong', 'undocumented', 'allowed']} wish />
    </StaffPage>
  )
}

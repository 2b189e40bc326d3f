// Councils as open data: status with its date and source, seats by group, names only of those who want to be shown.
import type { ListedCouncil } from './read.ts'

export function councilsAsData(councils: readonly ListedCouncil[]) {
  return {
    councils: councils.map(({ facts, status, seats }) => ({
      id: facts.slug,
      type: facts.type,
      name: facts.name,
      status: { state: status.state, asOf: status.asOf, sources: status.sources },
      recruiting: status.open,
      seats: seats.map(seat => ({
        number: seat.number,
        group: seat.group,
        voting: seat.voting,
        filled: seat.filled,
        name: seat.name,
        from: seat.since,
        until: seat.until,
      })),
    })),
  }
}

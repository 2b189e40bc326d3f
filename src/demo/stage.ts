// The days before today, in one transaction: the same store, with the time moved back.

import { addDays, atLocal, type LocalDate, localDate, workingDays } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Staff } from '../platform/principal.ts'
import type { StaffName } from './cast-staff.ts'

export interface Stage {
  /** The transaction as it would have been so many working days ago, at that time of the day. */
  at(ago: number, time?: string): Tx
  /** The working day so many working days ago; 0 is today. */
  day(ago: number): LocalDate
  /** Who of the staff acts. */
  as(name: StaffName): Staff
}

/** The working days before the transaction's own. Nothing on this stage happens later than now. */
export function stageOf(tx: Tx, as: (name: StaffName) => Staff): Stage {
  const calendar = workingDays([])
  const today = localDate(tx.now)
  const day = (ago: number): LocalDate => {
    let date = today
    for (let left = ago; left > 0; ) {
      date = addDays(date, -1)
      if (calendar.isWorkingDay(date)) left--
    }
    return date
  }
  return {
    day,
    as,
    at(ago, time = '10:00') {
      const moment = atLocal(day(ago), time)
      // What is remembered within the transaction (councils, keys) holds on all of its days.
      return { ...tx, now: new Date(Math.min(moment.getTime(), tx.now.getTime())) }
    },
  }
}

// Reads the moments in PostgreSQL's answers. The driver takes each apart by four patterns, which was most of what reading a row cost.
import pg from 'pg'

const driversOwn = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ)

/** The moment written so; years beyond 9999 or before Christ, zones with minutes and `infinity` are left to the driver. */
export function momentOf(text: string): Date {
  const sign = text.at(-3)
  if (text[4] !== '-' || text[10] !== ' ' || (sign !== '+' && sign !== '-')) return driversOwn(text) as Date
  return new Date(`${text.slice(0, 10)}T${text.slice(11)}:00`)
}

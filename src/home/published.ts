// When a version of an announcement was published: the file keeps Copenhagen's clock, pages show a moment.
import { atLocal } from '../platform/clock.ts'

/** `2019-06-24T11:56` on Copenhagen's clock as a moment. */
export function publishedAt(version: { readonly published: string }): Date {
  const [date = '', time = '00:00'] = version.published.split('T')
  return atLocal(date, time)
}

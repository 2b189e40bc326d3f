// The order of test files: those that take long begin first, so that no core stands idle beside the last one. A fresh machine knows no times.
import { existsSync } from 'node:fs'
import { BaseSequencer } from 'vitest/node'

/** The longest of each project, the longest first; whoever is not named comes after them, the larger file first. */
const long = [
  'test/faults/kills/kills.test.ts',
  // It only waits, half a minute long: at the beginning others have work for that time, at the end nobody has.
  'test/faults/slow-clients/slow-clients.test.ts',
  'test/faults/first-start/first-starts.test.ts',
  'test/faults/post/post-kills.test.ts',
  'test/faults/bad-input/bad-input.test.ts',
  'test/faults/post/pipe.test.ts',
  'test/faults/power-cut/power-cut.test.ts',
  'test/browser/staff.test.ts',
  'test/browser/voices.test.ts',
  'test/browser/public.test.ts',
  'test/browser/walks.test.ts',
  'test/matrix/matrix.test.ts',
  'test/mail/imap.test.ts',
  'test/isolation/writes.test.ts',
  'test/matrix/deeds.test.ts',
  'test/mail/corpus.test.ts',
  'test/flows/voices-staff.test.ts',
  'src/municipalities/faults.test.ts',
  'test/flows/voices-codes.test.ts',
  'test/charters/check.test.ts',
  'test/crawl/crawl.test.ts',
  'test/flows/people-letters.test.ts',
]

export class LongFirst extends BaseSequencer {
  async sort(files) {
    const gone = long.filter(name => !existsSync(new URL(`../${name}`, import.meta.url)))
    if (gone.length > 0) throw new Error(`scripts/long-first.mjs names tests that are not there: ${gone.join(', ')}`)
    const place = ({ moduleId }) => {
      const at = long.findIndex(name => moduleId.endsWith(`/${name}`))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

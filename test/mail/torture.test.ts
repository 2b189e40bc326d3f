// A35, R11, R12: letters as mail libraries' trials have them: each is read, and lies on the desk a careful human would choose, or on the shelf.
import { expect, it } from 'vitest'
import { speaksOfMeeting } from '../../src/councils/speaks-of-meeting.ts'
import { readLetter } from '../../src/mailroom/reading/read-letter.ts'
import { sort } from '../../src/mailroom/sort.ts'
import { speaksOfNomination } from '../../src/nominations/letter-draft.ts'
import { tortured } from './torture.ts'

const councils = [
  { slug: 'udsatteraad', name: { da: 'Udsatteråd' } },
  { slug: 'integrationsraad', name: { da: 'Integrationsråd' } },
]
const squeezed = (text: string) =>
  text
    .replace(/[\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

it('A35, R11, R12: several hundred letters of every broken form, report and robot lie where a careful human would lay them', {
  timeout: 120_000,
}, async () => {
  const letters = tortured()
  expect(letters.length).toBeGreaterThan(300)
  const wrong: string[] = []
  for (const { name, raw, desks, says } of letters) {
    const read = await readLetter(raw, () => 5).catch(() => null)
    if (!read) {
      if (!desks.includes('shelf')) wrong.push(`${name}: not read`)
      continue
    }
    const { facts } = read
    const view = (desk: string, words: boolean) => ({ desk, words, sender: false, mailbox: true })
    const { desk } = sort(facts, {
      thread: null,
      bounceOf: null,
      desks: [view('nominations', speaksOfNomination(facts, councils)), view('members', speaksOfMeeting(facts)), view('voices', false)],
      ownAddresses: ['hr.politik@glostrup.dk'],
      trustedServer: null,
    })
    if (!desks.includes(desk))
      wrong.push(`${name}: lies on ${desk}, not ${desks.join(' or ')}; said ${JSON.stringify(facts.text.slice(0, 90))}`)
    if (says && !squeezed(facts.text).includes(says)) wrong.push(`${name}: said ${JSON.stringify(facts.text.slice(0, 90))}`)
  }
  expect(wrong).toEqual([])
})

// What members write about meetings is known; what others write is not taken for it.
import { expect, test } from 'vitest'
import { speaksOfNomination } from '../nominations/letter-draft.ts'
import { speaksOfMeeting } from './speaks-of-meeting.ts'

const speaks = (text: string, subject = '') => speaksOfMeeting({ subject, text })

test('A35: apologies, minutes and agendas are members’ business', () => {
  for (const text of [
    'Jeg må desværre melde afbud til mødet på torsdag.',
    'Jeg kan ikke komme til mødet den 12.',
    'Jeg godkender referatet.',
    'Jeg har en rettelse til referatet: Fatma var til stede.',
    'I am sorry, I cannot attend the meeting on Thursday.',
    'Perşembe günkü toplantı için üzgünüm, katılamayacağım.',
    'أعتذر عن عدم حضور الاجتماع يوم الخميس.',
  ])
    expect([text, speaks(text)]).toEqual([text, true])
})

test('A35: a wish to sit in a council, a bin that was not emptied, and a meeting with a caseworker are not', () => {
  for (const text of [
    'Jeg vil gerne være medlem af Udsatterådet.',
    'Min skraldespand er ikke tømt.',
    'Hvornår er der møde i rådet? Må man komme?',
    'Tak for et godt møde.',
  ])
    expect([text, speaks(text)]).toEqual([text, false])
  const apology = { from: null, subject: 'Afbud', text: 'Jeg kan ikke komme til mødet i Udsatterådet.' }
  expect(speaksOfNomination(apology, [{ slug: 'udsatteraad', name: { da: 'Udsatteråd' } }])).toBe(false)
})

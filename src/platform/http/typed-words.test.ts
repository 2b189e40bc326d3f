// What is given back of a form that could not be taken.
import { expect, test } from 'vitest'
import { typedWords } from './typed-words.ts'

test('A32: the words of a human are given back, and neither keys nor codes nor ids', () => {
  const id = '01a219b9-2e25-77bf-b009-9efe5df98474'
  const values = {
    formKey: '1.aaaa bbbb cccc dddd',
    code: 'AEC8 S9NN K954 C5MZ FDH8',
    step: 'who',
    nomination: id,
    reason: '  Vi har spurgt alle foreninger.\r\nIngen havde tid. ',
    answers: ['kort', 'En tekst til, som er lang nok.'],
  }
  expect(typedWords(values)).toEqual(['Vi har spurgt alle foreninger.\r\nIngen havde tid.', 'En tekst til, som er lang nok.'])
  expect(typedWords({})).toEqual([])
})

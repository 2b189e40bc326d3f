// A council that does not exist yet: what its sentences bind to, and the address of its name.
import { expect, test } from 'vitest'
import { forceOf, slugOf } from './founding.ts'

test.each([
  ['Rådet skal høres om unge.', 'must', 'skal'],
  ['Kommunen ønsker, at rådet skal mødes fire gange.', 'should', 'ønsker'],
  ['Rådet bør have et årligt møde.', 'should', 'bør'],
  ['Rådet kan udtale sig af sig selv.', 'may', 'kan'],
  ['Rådet må gerne invitere gæster.', 'optional', 'må gerne'],
  ['Rådet skal høres om fx budgettet.', 'must', 'skal'],
  ['At styrke unges stemme.', 'aim', undefined],
  ['Rådets skalaer og kanten måles.', 'aim', undefined],
] as const)('A16: %s binds as %s', (text, force, verb) => {
  expect(forceOf(text)).toEqual({ force, verbs: verb ? [verb] : [] })
})

test('A16: an address keeps to a to z', () => {
  expect(slugOf('Ældre- & Handicapråd Østerå')).toBe('aeldre-handicapraad-oesteraa')
})

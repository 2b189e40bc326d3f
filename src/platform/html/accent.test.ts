// Keeps the promise that one colour of a municipality reads on every ground.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentFault, accentStyle, contrast, DEFAULT_ACCENT } from './accent.ts'

const part = fc.integer({ min: 0, max: 255 }).map(value => value.toString(16).padStart(2, '0'))
const colour = fc.tuple(part, part, part).map(parts => `#${parts.join('')}`)

describe('the accent', () => {
  test('black on white is 21, and the order does not matter', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  })

  test('one that is too light is refused in words that name the measure', () => {
    expect(accentFault(DEFAULT_ACCENT)).toBeNull()
    expect(accentFault('#ffcd2e')).toContain('mindst 7')
    expect(accentFault('red')).toContain('seks cifre')
  })

  test('whatever the data says, the style holds two readable colours and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(colour, fc.string()), accent => {
        const found = /^:root\{--accent-light:(#[0-9a-f]{6});--accent-dark:(#[0-9a-f]{6})\}$/.exec(accentStyle(accent))
        expect(found).not.toBeNull()
        expect(contrast(found![1]!, '#ffffff')).toBeGreaterThanOrEqual(7)
        expect(contrast(found![2]!, '#10191f')).toBeGreaterThanOrEqual(7)
      }),
    )
  })
})

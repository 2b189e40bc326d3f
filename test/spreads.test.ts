// What the build writes into objects that begin with a copy of another one means the same, and stands nowhere else.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareShapes } from '../scripts/spreads.mjs'

const written = (text: string) => shareShapes(text, 'piece.cjs')

test('only an object that begins with a copy and holds more is written anew', () => {
  expect(written('f({...a, b: 1})')).toBe('f({...null,...a, b: 1})')
  expect(written('f({...a,...b})')).toBe('f({...null,...a,...b})')
  expect(written('f({...{...a, b: 1}, c: {...d, e}})')).toBe('f({...null,...{...null,...a, b: 1}, c: {...null,...d, e}})')
  for (const same of [
    'f({...a})',
    'f({b: 1, ...a})',
    'f([...a, 1])',
    'f(...a, 1)',
    'const {...a} = b',
    'const {c, ...a} = b',
    '(({...a}, c) => c)({})',
    '"{...a, b}"',
    '/{...a, b}/',
    '`{...a, b}`',
    '// {...a, b}',
  ])
    expect(written(same)).toBe(same)
  const placed = (object: string) => ['`$', `{f(${object})} {...a, b}`, '`'].join('')
  expect(written(placed('{...a, b}'))).toBe(placed('{...null,...a, b}'))
})

test('what is made is the same to the letter: values, order, getters, and a name that would reach the ground of all objects', () => {
  const part = fc.oneof(
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '1', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 1 })),
    fc.constantFrom(null, undefined, 'text', 7, [1, 2]),
  )
  fc.assert(
    fc.property(part, part, (one, two) => {
      const make = (text: string) => {
        const told: string[] = []
        const made = vm.runInNewContext(text, { one, two, told })
        return JSON.stringify([Object.entries(made), told, Object.getPrototypeOf(made) === null, Reflect.ownKeys(made)])
      }
      const text = `({ ...one, b: told.push('b'), get c() { told.push('c'); return this.b }, ...two, ['__proto__']: 3, d: 4 })`
      expect(written(text)).not.toBe(text)
      expect(make(written(text))).toBe(make(text))
    }),
  )
})

test('the program that runs is written so throughout', () => {
  const dist = path.resolve(import.meta.dirname, '..', 'dist')
  const program = readFileSync(path.join(dist, 'program.cjs'), 'utf8')
  expect(program.match(/\{\.\.\.null,\.\.\./g)?.length).toBeGreaterThan(500)
})

test('a text that is no program is told by its name', () => {
  expect(() => shareShapes('({ ...a, ', 'broken.cjs')).toThrow(/^broken\.cjs: /)
})

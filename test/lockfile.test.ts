// The lockfile names every package for every platform, and no registry: `npm ci` works on a machine that is not ours.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

/** What is missing from or too much in a lockfile, a line each. */
function faultsOf(packages: Record<string, Locked>): string[] {
  const names = new Set(Object.keys(packages).map(place => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)))
  return Object.entries(packages).flatMap(([place, one]) => [
    ...(place !== '' && one.version === undefined ? [`${place}: no version`] : []),
    ...(one.resolved === undefined ? [] : [`${place}: names where it came from`]),
    ...Object.keys(one.optionalDependencies ?? {})
      .filter(name => !names.has(name))
      .map(name => `${place || 'raadslag'}: ${name} is missing`),
  ])
}

test('every package of every platform is in the lockfile, and no address of a registry', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, Locked>
  }
  expect(faultsOf(packages)).toEqual([])
  const { 'node_modules/@biomejs/cli-win32-x64': dropped, ...planted } = packages
  expect(dropped).toBeDefined()
  expect(faultsOf(planted)).toEqual(['node_modules/@biomejs/biome: @biomejs/cli-win32-x64 is missing'])
})

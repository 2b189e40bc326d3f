// What stands behind `npm run …`: what is missing is said in one line, a fault ends with 1, the demo keeps to its own folder, sources that change are served anew.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../scripts/browser.mjs'
import { installed } from '../scripts/build.mjs'
import { checkAll } from '../scripts/check.mjs'
import { needDebian, whatToInstall } from '../scripts/debian.mjs'
import { demoSettings } from '../scripts/demo-settings.mjs'
import { serveSources } from '../scripts/dev.mjs'
import { faultsOf, listed, report, shownHere, shownIn, whereShown } from '../scripts/requirements.mjs'
import { timeSoFar, tooLong } from '../scripts/test-time.mjs'
import { readConfig } from '../src/platform/config.ts'

const root = path.resolve(import.meta.dirname, '..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'raadslag-scripts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start', () => {
  test('packages count as there unless they are missing or of another version', () => {
    const lock = path.join(folder, 'package-lock.json')
    const there = path.join(folder, 'node_modules/.package-lock.json')
    const write = (file: string, version: string, at: number) => {
      writeFileSync(file, JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { optional: true } } }))
      utimesSync(file, at, at)
    }
    write(lock, '1.0.0', 100)
    expect(installed(folder)).toBe(false)
    mkdirSync(path.dirname(there))
    write(there, '1.0.0', 90)
    expect(installed(folder)).toBe(true)
    write(lock, '1.0.1', 110)
    expect(installed(folder)).toBe(false)
  })
})

describe('npm test', () => {
  test('says in one line what to install when there is no browser, and nothing when there is one', () => {
    const lines = whatToInstall(() => false)
    expect(lines.filter(line => line.startsWith('Chromium is missing'))).toEqual([
      'Chromium is missing: on Debian, apt-get install chromium fonts-liberation fonts-noto-core',
    ])
    expect(whatToInstall(() => true)).toEqual([])
    const others = (found: string) => (one: string) => one === found || !/chrom/i.test(one)
    for (const found of ['/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']) {
      expect(findBrowser(others(found))).toBe(found)
      expect(whatToInstall(others(found)).join('\n')).not.toMatch(/^Chromium is missing/m)
    }
    expect(findBrowser(() => false)).toBe(null)
  })
  test('installs Chromium and the rest by apt-get as root, once, and says so; anybody else is told in one line each and nothing is run', () => {
    /** A Debian with nothing of ours on it, until apt-get has brought it. */
    const debian = (user: number) => {
      const ran: string[] = []
      const said: string[] = []
      let brought = false
      needDebian({
        user,
        // Its policy for servers stands, so that none is written here.
        exists: file => brought || ['/usr/bin/apt-get', '/usr/sbin/policy-rc.d'].includes(file),
        run(command, args, { env }) {
          ran.push([command, ...args].join(' '))
          expect(env.DEBIAN_FRONTEND).toBe('noninteractive')
          brought ||= args[0] === 'install'
        },
        say: line => said.push(line),
      })
      return { ran, said }
    }
    const others = 'python3-fusepy fuse3 dovecot-imapd postfix openssl postgresql-15 swaks'
    expect(debian(0)).toEqual({
      ran: [
        'apt-get update -qq',
        `apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-noto-core ${others}`,
        'apt-get install -y -qq --no-install-recommends chromium-headless-shell',
      ],
      said: [`installing chromium fonts-liberation fonts-noto-core ${others} chromium-headless-shell (apt-get)`],
    })
    expect(debian(1_000)).toEqual({ ran: [], said: whatToInstall(() => false) })
    const there: string[] = []
    needDebian({ user: 0, exists: () => true, run: command => there.push(command), say: line => there.push(line) })
    expect(there).toEqual([])
  })
  test('says its limit beside the time, and in one line when ten minutes were not enough', () => {
    expect(timeSoFar(412_400)).toBe('412 s of at most 600 s')
    expect([0, 599_999, 600_000].map(tooLong)).toEqual([null, null, null])
    expect(tooLong(600_001)).toBe('TOO LONG: 600 s; npm test is promised in at most 10 minutes')
  })
  test('is exactly what .ci/run calls', () => {
    const lines = readFileSync(path.join(root, '.ci/run'), 'utf8').trim().split('\n')
    expect(lines).toEqual(['#!/usr/bin/env bash', 'set -euo pipefail', 'cd "$(dirname "$0")/.."', 'npm test'])
  })
})

describe('npm run check', () => {
  test('ends with 1 when any one of its checks does not pass, having run them all, and with 0 when all pass', () => {
    const ran: string[] = []
    const passing = checkAll(args => {
      ran.push(args[0]!)
      return 0
    })
    expect([passing, ran.length]).toEqual([0, 4])
    for (const bad of ran) {
      const seen: string[] = []
      const end = checkAll(args => {
        seen.push(args[0]!)
        return args[0] === bad ? 2 : 0
      })
      expect([end, seen], bad).toEqual([1, ran])
    }
    // A check that was ended by a signal has no code.
    expect(checkAll(() => null)).toBe(1)
  })
})

describe('npm run demo', () => {
  test('keeps to a data folder and a key of its own, and is a demo', () => {
    const own = readConfig({}, root)
    for (const env of [{}, { RAADSLAG_DATA: ' ' }]) {
      const demo = readConfig({ ...env, ...demoSettings(env) }, root)
      expect([own.demo, demo.demo]).toEqual([false, true])
      expect([demo.dataDir, demo.keyFile]).toEqual([path.join(root, 'demo-data'), path.join(root, 'demo-data.key')])
      expect([own.dataDir, own.keyFile]).toEqual([path.join(root, 'data'), path.join(root, 'data.key')])
    }
    expect(demoSettings({ RAADSLAG_DATA: '/srv/vist' }).RAADSLAG_DATA).toBe('/srv/vist')
  })
})

describe('npm run dev', () => {
  test('serves from the sources, again when one changes, and ends when it is told to', { timeout: 60_000 }, async () => {
    const program = path.join(folder, 'src/cli.ts')
    const write = (word: string) =>
      writeFileSync(program, `const word: string = '${word}'\nconsole.log(word, process.argv[2])\nsetInterval(() => {}, 1_000)\n`)
    mkdirSync(path.dirname(program))
    symlinkSync(path.join(root, 'node_modules/tsx'), path.join(folder, 'node_modules/tsx'))
    write('first')
    const child = serveSources(folder, { stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise(done => child.on('exit', done))
    let said = ''
    child.stdout!.on('data', piece => (said += piece))
    try {
      await vi.waitFor(() => expect(said).toContain('first start'), { timeout: 20_000, interval: 50 })
      write('second')
      await vi.waitFor(() => expect(said).toContain('second start'), { timeout: 20_000, interval: 50 })
    } finally {
      child.kill('SIGTERM')
      await ended
    }
  })
})

describe('npm run requirements', () => {
  const wanted = listed(readFileSync(path.join(root, 'docs/requirements.md'), 'utf8'))
  test('has every sentence of the two texts once, each with a test or figure that is there, or "not yet"', () => {
    const shown = shownHere()
    expect(faultsOf(wanted, shown)).toEqual([])
    expect([wanted[0]!.id, wanted.at(-1)!.id]).toEqual(['A0', 'B25'])
    const lines = report(wanted, shown, false).slice(0, -1)
    expect(lines.map(line => line.split(' ')[0])).toEqual(wanted.map(one => one.id))
    for (const line of lines) {
      const [head] = line.split('\n')
      const found = /^\w+ +((?:src|test|bench)\/[\w./-]+): /.exec(head!)
      if (found)
        expect(readFileSync(path.join(root, found[1]!), 'utf8'), head).toContain(head!.slice(found[0].length).replace(/ \(\+\d+\)$/, ''))
      else expect(head).toMatch(/^\w+ +not yet$/)
    }
    expect(whereShown(wanted, shown).find(one => one.id === 'A37')!.where.length).toBeGreaterThan(0)
  })
  test('is a fault with a planted id, a sentence that was lost, and one that stands twice', () => {
    // Written so that it does not stand here as a test itself.
    const named = { "it('": 'A38 A37: planted', "it.skip('": 'A36: skipped', "test.each([1])('": 'B25: each' }
    const planted = shownIn(
      Object.entries(named)
        .flatMap(([begin, name]) => [begin, name, "', () => {})\n"])
        .join(''),
    )
    expect(planted.map(one => one.id)).toEqual(['A38', 'A37', 'B25'])
    expect(faultsOf(wanted, planted)).toEqual(['a test names A38, which is no sentence of the texts'])
    const without = (...ids: string[]) => wanted.filter(one => !ids.includes(one.id))
    expect(faultsOf(without('A12'), [])).toEqual(['A12 is missing from the list'])
    expect(faultsOf(without('B10a', 'B10b'), [])).toEqual(['B10 is missing from the list'])
    expect(faultsOf([...wanted, wanted[0]!], [])).toEqual(['A0 stands twice in the list'])
    expect(report(wanted, [], true)).toEqual([
      expect.stringMatching(new RegExp(`^requirements: 0 of ${wanted.length} shown; not yet: A0 A1 .* B25$`)),
    ])
  })
})

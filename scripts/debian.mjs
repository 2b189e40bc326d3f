// What the tests need from Debian: as root it is installed at once; elsewhere one line says what to install.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

/** What is needed, where one sees that it is there (a path, or a question), and the packages that bring it. */
const needs = [
  { what: 'Chromium', there: exists => findBrowser(exists) !== null, packages: ['chromium', 'fonts-liberation', 'fonts-noto-core'] },
  {
    what: 'Chromium without a frame (the tests of pages take a fifth longer without it)',
    there: '/usr/bin/chromium-headless-shell',
    packages: ['chromium-headless-shell'],
    // Not every system has the package; asked for together with the others it would keep them from being installed.
    apart: true,
  },
  { what: 'a disk that forgets (power cuts)', there: '/usr/lib/python3/dist-packages/fusepy.py', packages: ['python3-fusepy', 'fuse3'] },
  { what: 'Dovecot', there: '/usr/sbin/dovecot', packages: ['dovecot-imapd'] },
  { what: 'Postfix', there: '/usr/sbin/postfix', packages: ['postfix', 'openssl'] },
  { what: 'an older PostgreSQL with its pg_dump', there: '/usr/lib/postgresql/15/bin/pg_dump', packages: ['postgresql-15'] },
  { what: 'swaks', there: '/usr/bin/swaks', packages: ['swaks'] },
]

const missingNow = exists => needs.filter(({ there }) => !(typeof there === 'string' ? exists(there) : there(exists)))

/** One line for each thing that is missing: what it is, and what to install. */
export const whatToInstall = (exists = existsSync) =>
  missingNow(exists).map(one => `${one.what} is missing: on Debian, apt-get install ${one.packages.join(' ')}`)

/** Installs what is missing where that is possible; otherwise says what to install. Nothing is done when all is there. A test gives it a machine of its own. */
export function needDebian({ exists = existsSync, user = process.getuid?.(), run = spawnSync, say = console.log } = {}) {
  const missing = missingNow(exists)
  if (missing.length === 0) return
  const lots = [missing.filter(one => !one.apart), ...missing.filter(one => one.apart).map(one => [one])]
    .map(lot => lot.flatMap(one => one.packages))
    .filter(lot => lot.length > 0)
  if (user === 0 && exists('/usr/bin/apt-get')) {
    say(`installing ${lots.flat().join(' ')} (apt-get)`)
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    // Servers are started by the tests, each in a folder of its own, never as services of the system.
    const policy = '/usr/sbin/policy-rc.d'
    const own = !exists(policy)
    if (own) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
    run('apt-get', ['update', '-qq'], quiet)
    for (const lot of lots) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lot], quiet)
    if (own) rmSync(policy, { force: true })
  }
  for (const line of whatToInstall(exists)) say(line)
}

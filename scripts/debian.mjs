// What the tests need from Debian: as root it is installed at once; elsewhere one line says what to install.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

/** What is needed, how one sees that it is there, and the packages that bring it. */
const needs = [
  { what: 'Chromium', there: '/usr/bin/chromium', packages: ['chromium', 'fonts-liberation', 'fonts-noto-core'] },
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

/** Installs what is missing where that is possible; otherwise says what to install. Nothing is done when all is there. */
export function needDebian() {
  const missing = needs.filter(one => !existsSync(one.there))
  if (missing.length === 0) return
  const lots = [missing.filter(one => !one.apart), ...missing.filter(one => one.apart).map(one => [one])]
    .map(lot => lot.flatMap(one => one.packages))
    .filter(lot => lot.length > 0)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`installing ${lots.flat().join(' ')} (apt-get)`)
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    // Servers are started by the tests, each in a folder of its own, never as services of the system.
    const policy = '/usr/sbin/policy-rc.d'
    const own = !existsSync(policy)
    if (own) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
    spawnSync('apt-get', ['update', '-qq'], quiet)
    for (const lot of lots) spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lot], quiet)
    if (own) rmSync(policy, { force: true })
  }
  for (const one of needs.filter(one => !existsSync(one.there)))
    console.log(`${one.what} is missing: on Debian, apt-get install ${one.packages.join(' ')}`)
}

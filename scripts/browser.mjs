// Finds the browser the tests drive; as root on Debian it installs it, elsewhere it says in one line what to install.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const known = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of Chromium, or null. */
export function findBrowser() {
  return known.find(path => path && existsSync(path)) ?? null
}

/** The path of Chromium, installed when that is possible; null and one line when it is not. */
export function needBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('installing Chromium (apt-get)')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-core'], quiet)
    const installed = findBrowser()
    if (installed) return installed
  }
  console.log('Chromium is missing: install the package "chromium" (or set CHROMIUM to its path) to run the browser tests.')
  return null
}

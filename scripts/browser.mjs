// Finds the browser the tests drive.
import { existsSync } from 'node:fs'

const known = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of Chromium, or null. */
export function findBrowser(exists = existsSync) {
  return known.find(path => path && exists(path)) ?? null
}

// The settings `npm start` gives Node, as package.json has them: flags, and variables of the environment.
import { readFileSync } from 'node:fs'

const words = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).scripts.start.split(' ')
/** @type {string[]} */
export const startFlags = words.filter(word => word.startsWith('--'))
/** @type {Record<string, string>} */
export const startSettings = Object.fromEntries(words.filter(word => /^[A-Z_]+=/.test(word)).map(word => word.split('=')))

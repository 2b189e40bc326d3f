// `raadslag keys init|verify|split|join`: the key file, proof that it opens what is stored, and its parts on paper.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join as within } from 'node:path'
import { text } from 'node:stream/consumers'
import { initKeys, keysFrom, loadKeys, readKeyFile } from '../platform/crypto/keys.ts'
import { joinSecret, splitSecret } from '../platform/crypto/shares.ts'
import { look } from '../platform/db/act.ts'
import { openedBytes } from '../platform/sealed.ts'
import { CommandFault, config, withHouse } from './with-house.ts'

export function init(): string {
  const { keyFile } = config()
  initKeys(keyFile)
  return `The key file ${keyFile} is made. Copy it to two safe places now: without it everything encrypted is lost.`
}

/** Opens one sealed letter per municipality, or says that there is none yet. */
export async function verify(): Promise<string> {
  const { keyFile } = config()
  loadKeys(keyFile)
  return await withHouse(async house => {
    let opened = 0
    for (const tenant of house.tenants.all()) {
      const { value } = await look(house.ctx.database, { kind: 'system', municipalityId: tenant.id, job: 'keys verify' }, async tx => {
        const row = await tx.db.selectFrom('letter').select(['id', 'about', 'body_sealed']).limit(1).executeTakeFirst()
        return row
          ? await openedBytes(tx, { thing: row.about, table: 'letter', column: 'body_sealed', row: row.id }, row.body_sealed)
          : null
      })
      if (value) opened++
    }
    return opened > 0
      ? `The key file opens what is stored (${opened} checked).`
      : 'The key file is the one the database knows. Nothing encrypted is stored yet.'
  })
}

interface Splitting {
  readonly parts: string
  readonly needed: string
  /** A folder for one file each; on the terminal when left out. */
  readonly dir?: string
}
/** The key in parts for sealed envelopes: any `needed` of them give it back, fewer say nothing. */
export function split(options: Splitting): string {
  const { keyFile } = config()
  const secret = readKeyFile(keyFile)
  const mark = keysFrom(secret).fingerprint()
  const needed = Number(options.needed)
  const parts = splitSecret(secret, { parts: Number(options.parts), needed, mark })
  const sheets = parts.map(
    (part, at) =>
      `Rådslag, nøgle ${mark.slice(0, 8)}: del ${at + 1} af ${parts.length}. ${needed} dele giver nøglen igen med "raadslag keys join".\n\n${part}\n`,
  )
  if (!options.dir) return `${sheets.join('\n\n')}\nWrite or print each on a sheet of its own, one envelope each, and clear this screen.`
  mkdirSync(options.dir, { recursive: true, mode: 0o700 })
  for (const [at, sheet] of sheets.entries())
    writeFileSync(within(options.dir, `del-${at + 1}-af-${parts.length}.txt`), sheet, { mode: 0o600, flag: 'wx' })
  return `${parts.length} parts are in ${options.dir}. Print each, one envelope each, and delete the files.`
}

/** Makes the key file from parts typed in, one on each line. They come by standard input, so that no list of processes shows them. */
export async function join(): Promise<string> {
  const { keyFile } = config()
  if (process.stdin.isTTY) process.stderr.write('Type the parts, one on each line, then Ctrl-D:\n')
  const lines = (await text(process.stdin)).split('\n').filter(line => /^[\s0-9A-Za-z-]*$/.test(line) && line.trim() !== '')
  const { secret, mark } = joinSecret(lines)
  if (!keysFrom(secret).fingerprint().startsWith(mark))
    throw new CommandFault('These parts do not give the key they name. Compare each sign with the paper.')
  initKeys(keyFile, secret)
  return `The key file ${keyFile} is made again from ${lines.length} parts (key ${mark}). Prove it with "raadslag keys verify".`
}

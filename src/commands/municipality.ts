// `raadslag municipality check|plan|apply DIR`: the municipality's files against their schema and against the database.
import { readCharter } from '../councils/charters/index.ts'
import {
  applyMunicipality,
  checkCommand,
  faultLines,
  isNoMunicipality,
  type MunicipalityData,
  plan,
  readMunicipality,
  type Step,
} from '../municipalities/index.ts'
import { look } from '../platform/db/act.ts'
import { CommandFault, withHouse } from './with-house.ts'

/** Reads the folder or throws all its faults, one line each. */
export async function readOrFault(dir: string): Promise<MunicipalityData> {
  const read = await readMunicipality(dir, { charterCheck })
  if (read.ok) return read.data
  throw new CommandFault(faultLines(dir, read.faults).join('\n'), isNoMunicipality(read.faults) ? 2 : 1)
}

/** The check as a command: faults line by line on standard output, their number on standard error. */
export async function check(dir: string): Promise<{ exit: number; out: string; err: string }> {
  return await checkCommand(dir, { charterCheck })
}

export async function planFiles(dir: string): Promise<string> {
  const data = await readOrFault(dir)
  return await withHouse(async house => {
    const id = await knownId(house.store.pools.app, data)
    if (!id) return `${data.municipality.slug} is new: everything would be added`
    const { value } = await look(house.ctx.database, { kind: 'system', municipalityId: id, job: 'municipality plan' }, tx => plan(tx, data))
    return inWords(value)
  })
}

export async function applyFilesOf(dir: string): Promise<string> {
  const data = await readOrFault(dir)
  return await withHouse(async house => {
    const { steps } = await applyMunicipality(house.ctx.database, data, house.ctx.config.demo, await knownId(house.store.pools.app, data))
    return inWords(steps)
  })
}

async function knownId(
  pool: { query(sql: string, values: unknown[]): Promise<{ rows: { id: string }[] }> },
  data: MunicipalityData,
): Promise<string | null> {
  const { rows } = await pool.query('select id from municipality where slug = $1', [data.municipality.slug])
  return rows[0]?.id ?? null
}

function inWords(steps: readonly Step[]): string {
  const loud = steps.filter(step => step.does !== 'same')
  const same = steps.length - loud.length
  return [...loud.map(step => `${step.does.padEnd(22)} ${step.key}`), `${same} items are the same`].join('\n')
}

/** The engine's judgement of a charter document, in the shape the files' checker asks for. */
export function charterCheck(document: unknown): { path: (string | number)[]; message: string }[] {
  const read = readCharter(document)
  return 'faults' in read ? read.faults.map(({ path, message }) => ({ path: [...path], message })) : []
}

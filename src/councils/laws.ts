// The laws that frame councils, as data: read once from `laws/`, and held against a council's charter.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { againstFrame, type Charter, type Frame, type FrameBreach, faultLine, readFrame } from './charters/index.ts'

const folder = fileURLToPath(new URL('../../laws/', import.meta.url))
let known: readonly Frame[] | null = null

/** Every law shipped, by id. Throws when a file is no frame law: a law that is not read would let everything through. */
export function laws(): readonly Frame[] {
  known ??= readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => {
      const read = readFrame(parse(readFileSync(folder + file, 'utf8')))
      if ('faults' in read) throw new Error(`laws/${file}: ${read.faults.map(faultLine).join('; ')}`)
      return read.frame
    })
  return known
}

export interface LawBreach extends FrameBreach {
  readonly law: Frame
}

/** What the laws for this kind of council demand and its charter does not give. Where the charter is silent, the law holds anyway. */
export function againstLaws(councilType: string, charter: Charter): LawBreach[] {
  return laws()
    .filter(law => law.council_types?.includes(councilType))
    .flatMap(law => againstFrame(law, charter).map(breach => ({ ...breach, law })))
}

// Sorting what waits: claimed in one transaction, read in a process of its own outside of any, laid on its desk in another.
import { act, type Database, look } from '../platform/db/act.ts'
import type { System } from '../platform/principal.ts'
import { bytesOfEach } from './intake/index.ts'
import { type Placed, placeLetters } from './place-letter.ts'
import { read } from './reading/reader.ts'
import { claimWaiting } from './sort-store.ts'

const atOnce = 20
const gentlePile = 5
/** Letters are read and laid in piles no larger than this. */
const pileBytes = 4_000_000
/** A letter that took this process with it so many times is not read again: a human sees it. */
const mostTries = 3

type Claimed = Awaited<ReturnType<typeof claimWaiting>>[number]

/**
 * Sorts letters until none waits or `seconds` are over. Returns how many were placed.
 * @param rest called after each pile with what had been computed before it, for a process that has others to serve
 */
export async function sortWaiting(
  database: Database,
  municipalityId: string,
  seconds: number,
  trustedServer: string | null,
  rest?: (begun: NodeJS.CpuUsage) => Promise<void>,
): Promise<number> {
  const who: System = { kind: 'system', municipalityId, job: 'sort the post' }
  const until = performance.now() + seconds * 1_000
  let placed = 0
  // While one pile is laid on its desks the next is read.
  let laying: Promise<number> = Promise.resolve(0)
  for (;;) {
    const claimed = await act(database, who, tx => claimWaiting(tx, atOnce), undefined)
    for (const pile of pilesOf(claimed, rest ? gentlePile : atOnce)) {
      const begun = process.cpuUsage()
      const read = await readPile(database, who, pile, trustedServer)
      placed += await laying
      laying = lay(database, who, read)
      // Heard of when the next pile has been read.
      laying.catch(() => {})
      if (!rest) continue
      await laying.catch(() => {})
      await rest(begun)
    }
    if (claimed.length > 0 && performance.now() <= until) continue
    return placed + (await laying)
  }
}

function pilesOf(claimed: readonly Claimed[], most: number): Claimed[][] {
  const piles: Claimed[][] = []
  let room = 0
  // A letter that has ended a process before is read and laid by itself.
  let alone = false
  for (const one of claimed) {
    if (piles.length === 0 || one.bytes > room || piles.at(-1)!.length >= most || alone || one.tries > 1) {
      piles.push([])
      room = pileBytes
    }
    piles.at(-1)!.push(one)
    room -= one.bytes
    alone = one.tries > 1
  }
  return piles
}

async function readPile(database: Database, who: System, pile: readonly Claimed[], trustedServer: string | null): Promise<Placed[]> {
  const ids = pile.map(one => one.id)
  const { value: raws } = await look(database, who, tx => bytesOfEach(tx, ids, 0))
  const placed: Placed[] = []
  for (const { id, tries } of pile) {
    const raw = raws.get(id) ?? null
    placed.push({ id, read: tries > mostTries || raw === null ? { fault: 'ended' } : await readTwice(raw), trustedServer })
  }
  return placed
}

/** Together; when that does not go, each by itself, so that one letter holds up no other. */
async function lay(database: Database, who: System, letters: readonly Placed[]): Promise<number> {
  try {
    return await act(database, who, placeLetters, letters)
  } catch (error) {
    if (letters.length === 1) throw error
    let placed = 0
    let fault: unknown
    for (const letter of letters)
      try {
        placed += await act(database, who, placeLetters, [letter])
      } catch (one) {
        fault = one
      }
    if (fault) throw fault
    return placed
  }
}

/** A letter that ran out of time on a busy machine, or was in the reader when it ended, is read once more before a human is asked. */
async function readTwice(raw: Buffer) {
  const first = await read(raw)
  return 'fault' in first && first.fault !== 'form' && first.fault !== 'memory' ? await read(raw) : first
}

// Paper: tagged PDF in every script, made in a process of its own, warm while there is something to do.
import { keepChild } from '../child/kept-child.ts'
import type { Paper } from './blocks.ts'
import type { PaperAnswer, PaperQuestion } from './paper-words.ts'
import { prepared } from './prepared.ts'

export { type Block, leftToRight, type Paper } from './blocks.ts'

const press = keepChild<PaperQuestion, PaperAnswer>(new URL('./paper-child', import.meta.url), {
  name: 'the press',
  seconds: 10,
  addressSpace: 3_000_000,
  memory: 300 * 1024 * 1024,
  questions: 500,
  waiting: 40,
  idle: 300,
})

export interface PressOptions {
  readonly seconds?: number
  readonly signal?: AbortSignal
}

/**
 * The file of a paper: PDF/UA-1, tagged, with the language and the title. Never inside a transaction.
 * Rejects with `NotAnswered` when it takes too long or there is too much to do, with `TooLong` for what is no paper.
 */
export async function pdf(paper: Paper, options: PressOptions = {}): Promise<Uint8Array> {
  return await press.ask({ sheet: prepared(paper), at: paper.at.getTime() }, options)
}

export const pressProcess = (): number | null => press.pid()
/** Ends the process; the next paper starts another. */
export const closePress = (): void => press.close()

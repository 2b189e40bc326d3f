// A thread that does what it is told: answers, cannot answer, dies, hangs, or takes all memory.
import { answerInThread } from '../src/platform/child/in-thread.ts'

export type OddQuestion = { readonly what: 'size' | 'fail' | 'die' | 'hang' | 'eat'; readonly buffer?: ArrayBuffer }

answerInThread<OddQuestion, { size: number; buffer?: ArrayBuffer }>(({ what, buffer }) => {
  if (what === 'fail') throw new Error('opdigtet fejl')
  if (what === 'die') process.exit(3)
  if (what === 'hang') for (;;);
  if (what === 'eat') for (const all: string[][] = []; ; ) all.push(new Array<string>(100_000).fill('x'))
  return buffer ? { answer: { size: buffer.byteLength, buffer }, given: [buffer] } : { answer: { size: 0 } }
})

// A thread of our own that fails, dies, hangs or eats memory harms nobody but whoever asked it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, it } from 'vitest'
import { type KeptThread, keepThread } from '../src/platform/child/kept-thread.ts'
import type { OddQuestion } from './odd-thread.ts'

const limits = { name: 'the odd thread', seconds: 20, idle: 0.2, heap: 24, young: 4 }
const made: KeptThread<OddQuestion, { size: number; buffer?: ArrayBuffer }>[] = []
const odd = (more: Partial<typeof limits> = {}) => {
  const thread = keepThread<OddQuestion, { size: number; buffer?: ArrayBuffer }>(
    new URL('../.cache/plain/test/odd-thread', import.meta.url),
    {
      ...limits,
      ...more,
    },
  )
  made.push(thread)
  return thread
}
afterAll(() => {
  for (const thread of made) thread.close()
})

it('takes what it is given and gives it back; a question it cannot answer fails alone', async () => {
  const thread = odd()
  expect(await thread.ready()).toBe(true)
  const buffer = new ArrayBuffer(100_000)
  const [there, failed, after] = await Promise.allSettled([
    thread.ask({ what: 'size', buffer }, [buffer]),
    thread.ask({ what: 'fail' }, []),
    thread.ask({ what: 'size' }, []),
  ])
  expect(buffer.byteLength).toBe(0)
  expect(there).toMatchObject({ status: 'fulfilled', value: { size: 100_000 } })
  if (there.status === 'fulfilled') expect(there.value.buffer!.byteLength).toBe(100_000)
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'opdigtet fejl' } })
  expect(after).toMatchObject({ status: 'fulfilled' })
  // Idle for a while it has gone; the next question finds another.
  await new Promise(done => setTimeout(done, 500))
  expect(await thread.ask({ what: 'size' }, [])).toMatchObject({ size: 0 })
})
it('dead, everybody who waits hears of it, and the next question is answered by another', async () => {
  const thread = odd()
  const waiting = await Promise.allSettled([thread.ask({ what: 'die' }, []), thread.ask({ what: 'size' }, [])])
  expect(waiting.map(one => one.status)).toEqual(['rejected', 'rejected'])
  expect(await thread.ask({ what: 'size' }, [])).toMatchObject({ size: 0 })
})
it('a thread that takes all memory ends, and this process does not', async () => {
  await expect(odd().ask({ what: 'eat' }, [])).rejects.toThrow('the odd thread')
})
it('stuck, it is ended', async () => {
  const thread = odd({ seconds: 2 })
  expect(await thread.ready()).toBe(true)
  await expect(thread.ask({ what: 'hang' }, [])).rejects.toThrow('out of time')
  expect(await thread.ask({ what: 'size' }, [])).toMatchObject({ size: 0 })
})
it('says so where no thread can be made', async () => {
  const none = keepThread<OddQuestion, { size: number }>(new URL('./there-is-none', import.meta.url), limits)
  expect(await none.ready()).toBe(false)
})
it('the built search has its thread', async () => {
  const built = join(import.meta.dirname, '../dist/voices/search-thread.js')
  expect(existsSync(built), 'npm run build').toBe(true)
  const worker = new Worker(pathToFileURL(built), { env: {} })
  const told = await new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject))
  expect(told).toEqual({ kind: 'ready' })
  await worker.terminate()
})

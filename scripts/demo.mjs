// `npm run demo`: the same house in a data folder of its own, with an invented cast in every state.
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

await build()
process.env.RAADSLAG_DEMO = '1'
process.env.RAADSLAG_DATA ??= fileURLToPath(new URL('../demo-data', import.meta.url))
process.argv[2] = 'start'
await import('../bin/run.cjs')

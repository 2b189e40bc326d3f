// `npm run demo`: the same house in a data folder of its own, with an invented cast in every state.
import { build } from './build.mjs'
import { demoSettings } from './demo-settings.mjs'

await build()
Object.assign(process.env, demoSettings(process.env))
process.argv[2] = 'start'
await import('../bin/run.cjs')

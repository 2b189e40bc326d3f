// `npm start`: install and build what is missing, then serve.
import { build } from './build.mjs'

await build()
process.argv[2] = 'start'
await import('../bin/run.cjs')

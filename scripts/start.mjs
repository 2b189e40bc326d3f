// `npm start`: install and build what is missing, then serve.
import { build } from './build.mjs'

await build()
const { start } = await import('../dist/main.js')
await start()

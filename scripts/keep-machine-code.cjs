// Loads the compiled server once and keeps the machine code that this made, for every later start.
const { writeFileSync } = require('node:fs')
const { kept, load } = require('../bin/load.cjs')

const { script, program } = load()
program.server().then(() => writeFileSync(kept, script.createCachedData()))

// The built program, run at once: `raadslag` without looking whether the build is up to date.
// Two threads for what takes long (squeezing, files) are enough for one program; each further one keeps memory of its own.
process.env.UV_THREADPOOL_SIZE ??= '2'

const { load } = require('./load.cjs')

load().program.commands()

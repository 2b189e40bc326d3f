// The built program, run at once: `raadslag` without looking whether the build is up to date.
const { load } = require('./load.cjs')

load().program.commands()

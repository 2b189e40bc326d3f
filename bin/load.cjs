// Loads the compiled program with the machine code the build kept: read, not compiled, at every start.
const { readFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const file = path.join(__dirname, '..', 'dist', 'program.cjs')
// Machine code is good only for the settings of Node it was made under: there is one for commands and one for `npm start`.
exports.kept = [file, 'machine-code', ...process.execArgv.map(flag => flag.replace(/[^\w]+/g, '-'))].join('.')

/** The program, and its script. Without machine code that fits this Node the text is compiled as usual. */
exports.load = () => {
  let cachedData
  try {
    cachedData = readFileSync(exports.kept)
  } catch {
    // Not kept yet.
  }
  const script = new vm.Script(wrap(readFileSync(file, 'latin1')), {
    filename: file,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file))
  return { script, program: module.exports }
}

// Start and stop: configuration, database, migrations, data, web server, jobs; SIGTERM closes them in the reverse order.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { type OpenHouse, openHouse } from './app.ts'
import { ConfigFaults, readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { faultLine } from './platform/refusal.ts'

const projectDir = resolve(fileURLToPath(new URL('..', import.meta.url)))

/**
 * Bytes of bytecode after which Node 20 looks whether a function shall become machine code, half of its own: what a few citizens an hour
 * walk through would hardly ever. Later versions count calls, and have no such setting.
 */
const COMPILE_AFTER = 33_000

/** Runs until told to stop. Prints the address and, when nobody can sign in yet, a one-time link for the operator. */
export async function start(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  // Not when the program is loaded: machine code that is kept belongs to the settings it was made under.
  if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${COMPILE_AFTER}`)
  const log = createLog('info')
  const began = performance.now()
  let house: OpenHouse | null = null
  let closing = false
  try {
    const config = readConfig(env, projectDir)
    const newKey = !existsSync(config.keyFile)
    const opened = await openHouse({ config, log })
    house = opened
    const close = async (signal: string) => {
      if (closing) return
      closing = true
      log.info('closing', { signal })
      const hard = setTimeout(() => process.exit(1), 15_000)
      hard.unref()
      await opened.close()
      process.exit(0)
    }
    // Before anybody is answered, since whoever is answered may end it. Ctrl-C reaches every process of the terminal, and npm passes it on as
    // well: the second one must not end a closing half-way.
    process.on('SIGTERM', () => void close('SIGTERM'))
    process.on('SIGINT', () => void close('SIGINT'))
    if (env.npm_lifecycle_event) whenParentDies(() => void close('parent'))
    const { port } = await opened.listen()
    const base = config.baseUrl.replace(/:0$/, `:${port}`)
    log.info('ready', { port, host: config.host, ms: Math.round(performance.now() - began) })
    process.stdout.write(`\nRådslag svarer på ${base}\n`)
    for (const line of await opened.greeting(base)) process.stdout.write(`${line}\n`)
    if (newKey)
      process.stdout.write(
        `Nøglefilen er ny: ${config.keyFile}\nLæg to kopier to sikre steder i dag. Uden den kan ingen læse det, der er gemt.\n`,
      )
  } catch (error) {
    // What was still to be said at the start no longer can be.
    if (closing) return
    const lines = error instanceof ConfigFaults ? error.faults : [faultLine(error)]
    for (const line of lines) process.stderr.write(`${line}\n`)
    await house?.close()
    process.exit(2)
  }
}

/** npm may be ended in a way it cannot pass on (kill -9, a shell between us): nobody could then find the program to end it. */
function whenParentDies(then: () => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && then(), 500).unref()
}

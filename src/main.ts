// Start and stop: configuration, database, migrations, data, web server, jobs; SIGTERM closes them in the reverse order.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHouse } from './app.ts'
import { ConfigFaults, readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'

const projectDir = resolve(fileURLToPath(new URL('..', import.meta.url)))

/** Runs until told to stop. Prints the address and, when nobody can sign in yet, a one-time link for the operator. */
export async function start(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const log = createLog('info')
  const began = performance.now()
  try {
    const config = readConfig(env, projectDir)
    const house = await openHouse({ config, log })
    const { port } = await house.listen()
    const base = config.baseUrl.replace(/:0$/, `:${port}`)
    log.info('ready', { port, host: config.host, ms: Math.round(performance.now() - began) })
    process.stdout.write(`\nRådslag svarer på ${base}\n`)
    for (const line of await house.greeting(base)) process.stdout.write(`${line}\n`)
    const close = async (signal: string) => {
      log.info('closing', { signal })
      const hard = setTimeout(() => process.exit(1), 15_000)
      hard.unref()
      await house.close()
      process.exit(0)
    }
    process.once('SIGTERM', () => void close('SIGTERM'))
    process.once('SIGINT', () => void close('SIGINT'))
  } catch (error) {
    const lines = error instanceof ConfigFaults ? error.faults : [(error as Error).message]
    for (const line of lines) process.stderr.write(`${line}\n`)
    process.exit(2)
  }
}

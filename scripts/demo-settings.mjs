// What `npm run demo` adds to the environment: a data folder of its own, whose people are invented.
import { fileURLToPath } from 'node:url'

/** The settings of a demo in this environment; a folder that was named stays. */
export function demoSettings(env) {
  return { RAADSLAG_DEMO: '1', RAADSLAG_DATA: env.RAADSLAG_DATA?.trim() || fileURLToPath(new URL('../demo-data', import.meta.url)) }
}

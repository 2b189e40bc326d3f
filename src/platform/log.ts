// The log: events with an allow-list of fields, so that personal data has no way in.
import { pino } from 'pino'

/** Fields an event may carry; anything else is dropped before it is written. */
const allowed = new Set([
  'event',
  'method',
  'route',
  'status',
  'ms',
  'port',
  'host',
  'municipality',
  'job',
  'attempt',
  'count',
  'version',
  'migration',
  'file',
  'code',
  'reference',
  'pid',
  'reason',
  'bytes',
  'kind',
  'signal',
  'warning',
  'adopted',
  'folder',
  'fault',
])
type Facts = Readonly<Record<string, string | number | boolean>>
export interface Log {
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  error(event: string, facts?: Facts): void
}

/** Writes JSON lines to `stream` (standard error by default). */
export function createLog(level: 'info' | 'warn' | 'silent' = 'info', stream: NodeJS.WritableStream = process.stderr): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream as never)
  const keep = (event: string, facts: Facts = {}) => ({
    event,
    ...Object.fromEntries(Object.entries(facts).filter(([name]) => allowed.has(name))),
  })
  return {
    info: (event, facts) => out.info(keep(event, facts)),
    warn: (event, facts) => out.warn(keep(event, facts)),
    error: (event, facts) => out.error(keep(event, facts)),
  }
}
export const silentLog: Log = { info() {}, warn() {}, error() {} }

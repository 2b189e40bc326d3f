// The hidden key of a form: signed when the form is shown, bound to municipality and session, checked when it comes back.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../crypto/keys.ts'
import type { Visit } from './serve.ts'

export interface OpenedFormKey {
  readonly key: string
  readonly state: 'ok' | 'too-fast' | 'stale' | 'forged'
}
const freshHours = 24
const humanMs = 2_000

const sign = (keys: Keys, visit: Visit, body: string) =>
  createHmac('sha256', keys.of(visit.tenant.id).form)
    .update(`${body}|${visit.token ?? ''}`)
    .digest('base64url')

/** A new key for a form about to be shown. */
export function issueFormKey(keys: Keys, visit: Visit, now: Date): string {
  const body = `${randomBytes(18).toString('base64url')}.${now.getTime().toString(36)}`
  return `${body}.${sign(keys, visit, body)}`
}

/** What came back: forged when it is not ours or belongs to another session; stale after a day. */
export function openFormKey(keys: Keys, visit: Visit, value: string, now: Date): OpenedFormKey {
  const [key = '', time = '', signature = ''] = value.split('.')
  const wanted = Buffer.from(sign(keys, visit, `${key}.${time}`))
  const given = Buffer.from(signature)
  if (key === '' || wanted.length !== given.length || !timingSafeEqual(wanted, given)) return { key: '', state: 'forged' }
  const age = now.getTime() - Number.parseInt(time, 36)
  return { key, state: age > freshHours * 3_600_000 ? 'stale' : age < humanMs ? 'too-fast' : 'ok' }
}

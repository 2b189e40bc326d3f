// The hidden key of a form, bound to the session it was shown in: a form of another session, or of nobody's, is not ours.
import type { Keys } from '../crypto/keys.ts'
import { markForm, readMark } from '../crypto/signed-form.ts'
import type { Visit } from './serve.ts'

export interface OpenedFormKey {
  readonly key: string
  readonly state: 'ok' | 'too-fast' | 'stale' | 'forged'
}
const formOf = (visit: Visit) => `page ${visit.token ?? 'open'}`

/** A new key for a form about to be shown. */
export function issueFormKey(keys: Keys, visit: Visit, now: Date): string {
  return markForm(keys.of(visit.tenant.id), formOf(visit), now)
}

/** What came back: forged when it is not ours or belongs to another session; stale after a day. */
export function openFormKey(keys: Keys, visit: Visit, value: string, now: Date): OpenedFormKey {
  const mark = readMark(keys.of(visit.tenant.id), formOf(visit), value, now)
  return mark.verdict === 'forged' ? { key: '', state: 'forged' } : { key: mark.formKey, state: mark.verdict }
}

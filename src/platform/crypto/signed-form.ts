// What a form carries from being shown to being sent: a secret key of its own, when it was shown, and our signature over both.
import { createHmac } from 'node:crypto'
import { chance } from './chance.ts'
import type { MunicipalityKeys } from './keys.ts'
import { sameSecret } from './token.ts'

/**
 * What the mark of a sent form tells. `ok`, `too-fast` and `stale` are ours and carry the form key (the key of idempotency, and what a
 * receipt code is made from); `stale` still keeps what was typed: show the form again, filled in. `forged` is not ours.
 */
export type FormMark = { verdict: 'ok' | 'too-fast' | 'stale'; formKey: string; shownAt: Date } | { verdict: 'forged' }

/** Nobody reads and fills in a form faster than this, in milliseconds. */
export const FASTEST = 2_000
/** After this the person is shown the form again, in milliseconds. */
export const LONGEST = 24 * 3_600_000

const MARK = /^1\.([A-Za-z0-9_-]{22})\.([0-9a-z]{1,11})\.([A-Za-z0-9_-]{43})$/

function signature(keys: MunicipalityKeys, form: string, formKey: string, shown: string): string {
  return createHmac('sha256', keys.form)
    .update(JSON.stringify([form, formKey, shown]), 'utf8')
    .digest('base64url')
}

/**
 * The mark to put into a hidden field when the form is shown.
 * @param form which form it is; a mark fits no other form and no other municipality
 */
export function markForm(keys: MunicipalityKeys, form: string, now: Date): string {
  const formKey = chance(16).toString('base64url')
  const shown = now.getTime().toString(36)
  return `1.${formKey}.${shown}.${signature(keys, form, formKey, shown)}`
}

/**
 * Reads the mark of a sent form. A form shown "later" than now is one our clock jumped back over: it counts as `ok` beyond the
 * two seconds, since nobody but us can have signed it.
 */
export function readMark(keys: MunicipalityKeys, form: string, mark: string, now: Date): FormMark {
  const [, formKey, shown, signed] = MARK.exec(mark) ?? []
  if (formKey === undefined || shown === undefined || signed === undefined) return { verdict: 'forged' }
  if (!sameSecret(signature(keys, form, formKey, shown), signed)) return { verdict: 'forged' }
  const shownAt = new Date(Number.parseInt(shown, 36))
  const age = now.getTime() - shownAt.getTime()
  const verdict = Math.abs(age) < FASTEST ? 'too-fast' : age > LONGEST ? 'stale' : 'ok'
  return { verdict, formKey, shownAt }
}

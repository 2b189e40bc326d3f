// Finds the same telephone number again without keeping it readable.
import { createHmac } from 'node:crypto'
import type { MunicipalityKeys } from '../platform/crypto/keys.ts'
import { phoneDigits } from './answers.ts'

/** What a number is found by: equal for two ways of grouping its digits, different in every municipality. */
export function blindPhone(keys: MunicipalityKeys, phone: string): Buffer {
  return createHmac('sha256', keys.emailIndex)
    .update(`tel:${phoneDigits(phone)}`, 'utf8')
    .digest()
}

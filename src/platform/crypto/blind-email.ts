// Finds the same e-mail address again without keeping it readable.
import { createHmac } from 'node:crypto'
import { sameMailbox } from '../mail/address.ts'
import type { MunicipalityKeys } from './keys.ts'

/** What an address is found by: equal for two spellings of one mailbox (case, Unicode form, punycode), different in every municipality. */
export function blindEmail(keys: MunicipalityKeys, address: string): Buffer {
  return createHmac('sha256', keys.emailIndex).update(sameMailbox(address), 'utf8').digest()
}

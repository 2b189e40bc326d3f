// A municipality's keys on the road: packed for an export, kept under the new installation's key after an import.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { openText, seal } from './envelope.ts'
import type { MunicipalityKeys } from './keys.ts'

const names = ['kek', 'receiptMaker', 'receiptPepper', 'emailIndex', 'token', 'form'] as const

/** All keys of a municipality as text. Whoever has it reads everything: it travels under a passphrase. */
export function packKeys(keys: MunicipalityKeys): string {
  return JSON.stringify({
    municipality: keys.municipality,
    ...Object.fromEntries(names.map(name => [name, keys[name].export().toString('base64')])),
  })
}

/** The keys again; throws one line when the text is no such pack. */
export function unpackKeys(text: string): MunicipalityKeys {
  const pack = JSON.parse(text) as Record<string, string>
  const key = (name: (typeof names)[number]): KeyObject => {
    const bytes = Buffer.from(pack[name] ?? '', 'base64')
    if (bytes.length !== 32) throw new Error('The keys of this export are damaged.')
    return createSecretKey(bytes)
  }
  return Object.freeze({
    municipality: pack.municipality ?? '',
    kek: key('kek'),
    receiptMaker: key('receiptMaker'),
    receiptPepper: key('receiptPepper'),
    emailIndex: key('emailIndex'),
    token: key('token'),
    form: key('form'),
  })
}

const place = (municipality: string) => ({ municipality, table: 'carried', column: 'wrapped', row: municipality, version: 1 })

/** Carried keys as they are stored, readable with this installation's own key for that municipality. */
export function keepCarried(own: MunicipalityKeys, carried: MunicipalityKeys): Buffer {
  return seal(own.kek, place(own.municipality), packKeys(carried))
}
/** Carried keys as they were before they were stored. */
export function openCarried(own: MunicipalityKeys, wrapped: Uint8Array): MunicipalityKeys {
  return unpackKeys(openText(own.kek, place(own.municipality), wrapped))
}

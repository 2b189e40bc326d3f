// Shows that one mailbox is found again however it is spelled, and by nobody without the key.
import { describe, expect, it } from 'vitest'
import { blindEmail } from './blind-email.ts'
import { keysFrom } from './keys.ts'

const keys = keysFrom(Buffer.alloc(32, 3)).of('glostrup')
const index = (address: string) => blindEmail(keys, address).toString('hex')

describe('blindEmail', () => {
  it('is the same for two spellings of one mailbox', () => {
    const spellings = ['Amina@blåbær.example', ' amina@BLÅBÆR.example', 'amina@bla\u030Abær.example', 'AMINA@xn--blbr-roah.example']
    expect(new Set(spellings.map(index)).size).toBe(1)
  })

  it('differs for other mailboxes, municipalities and keys', () => {
    const others = [
      index('amina@eksempel.dk'),
      index('amin@eksempel.dk'),
      index('amina@eksempel.example'),
      blindEmail(keysFrom(Buffer.alloc(32, 3)).of('another'), 'amina@eksempel.dk').toString('hex'),
      blindEmail(keysFrom(Buffer.alloc(32, 4)).of('glostrup'), 'amina@eksempel.dk').toString('hex'),
    ]
    expect(new Set(others).size).toBe(5)
  })
})

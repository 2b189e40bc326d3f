// Shows that our made-up addresses come back as what they were made for, and that nobody else can make one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysFrom } from '../crypto/keys.ts'
import { uuid4, uuid7 } from '../ids.ts'
import { parseAddress } from './address.ts'
import { bounceAddress, letterOfMessageId, plainMailbox, readOwnAddress, threadAddress } from './own-address.ts'

const keys = keysFrom(Buffer.alloc(32, 7)).of('018f0000-0000-7000-8000-000000000001')
const other = keysFrom(Buffer.alloc(32, 7)).of('018f0000-0000-7000-8000-000000000002')
const base = 'hr.politik@glostrup.dk'

describe('addresses of our own', () => {
  it('lead back to the thread or the letter, in any case, and are addresses one can send to', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), fc.boolean(), (at, upper) => {
        const id = upper ? uuid7(at) : uuid4()
        const thread = threadAddress(keys, base, id)
        const bounce = bounceAddress(keys, 'b@glostrup.dk', id)
        expect(parseAddress(thread)).toBe(thread)
        expect(parseAddress(bounce)).toBe(bounce)
        expect(readOwnAddress(keys, upper ? thread.toUpperCase() : thread)).toEqual({ kind: 'thread', about: id })
        expect(readOwnAddress(keys, bounce)).toEqual({ kind: 'bounce', letter: id })
      }),
    )
  })

  it('T20: a changed sign, another municipality or another purpose leads nowhere', () => {
    const id = uuid7(new Date('2026-11-09'))
    const address = threadAddress(keys, base, id)
    expect(readOwnAddress(other, address)).toBeNull()
    const start = base.indexOf('@') + 1
    for (let at = start; at < address.indexOf('@'); at++) {
      if (address[at] === '.') continue
      const changed = `${address.slice(0, at)}${address[at] === '7' ? '8' : '7'}${address.slice(at + 1)}`
      expect(readOwnAddress(keys, changed)).toBeNull()
    }
    const bounce = bounceAddress(keys, base, id)
    expect(readOwnAddress(keys, bounce)).toEqual({ kind: 'bounce', letter: id })
  })

  it('reads anything without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab07z+.@ \r\nÆ'.split('')), maxLength: 80 }), text => {
        expect(readOwnAddress(keys, text)).toBeNull()
        plainMailbox(text)
        letterOfMessageId(text)
      }),
    )
  })

  it('stays the plain address when the local part has no room', () => {
    const long = `${'a'.repeat(40)}@glostrup.dk`
    expect(threadAddress(keys, long, uuid4())).toBe(long)
  })

  it('knows the mailbox behind a plus, and the letter of a Message-ID', () => {
    expect(plainMailbox('HR.Politik+x.y@Glostrup.dk')).toBe('hr.politik@glostrup.dk')
    const id = uuid7(new Date())
    expect(letterOfMessageId(`<${id}@glostrup.dk>`)).toBe(id)
    expect(letterOfMessageId('<CAF=x@mail.gmail.com>')).toBeNull()
  })
})

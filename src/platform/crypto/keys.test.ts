// Shows that the key file is made safely, refused plainly, and gives every municipality keys of its own.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assertKeyFits, initKeys, KeyFileFault, keysFrom, loadKeys } from './keys.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  path = join(folder, 'safe', 'raadslag.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

function faultOf(deed: () => unknown): KeyFileFault {
  try {
    deed()
  } catch (error) {
    if (error instanceof KeyFileFault) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the key file', () => {
  it('is 32 bytes only its owner can read, in a folder of its own, and nothing else is left', () => {
    const made = initKeys(path)
    expect(statSync(path).size).toBe(32)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'safe')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(folder, 'safe'))).toEqual(['raadslag.key'])
    expect(loadKeys(path).fingerprint()).toBe(made.fingerprint())
  })

  it('is never overwritten', () => {
    initKeys(path)
    const before = readFileSync(path)
    expect(faultOf(() => initKeys(path)).fault).toBe('exists')
    expect(readFileSync(path)).toEqual(before)
    expect(readdirSync(join(folder, 'safe'))).toEqual(['raadslag.key'])
  })

  it('is refused in one line that says what to do', () => {
    const missing = faultOf(() => loadKeys(path))
    initKeys(path)
    chmodSync(path, 0o640)
    const open = faultOf(() => loadKeys(path))
    chmodSync(path, 0o600)
    truncateSync(path, 31)
    const short = faultOf(() => loadKeys(path))
    writeFileSync(path, Buffer.alloc(32))
    const empty = faultOf(() => loadKeys(path))
    const aFolder = faultOf(() => loadKeys(folder))
    expect([missing, open, short, empty, aFolder].map(each => each.fault)).toEqual(['missing', 'mode', 'size', 'damaged', 'unreadable'])
    for (const each of [missing, open, short, empty, aFolder]) expect(each.message).not.toContain('\n')
    expect(open.message).toContain(`chmod 600 '${path}'`)
    expect(missing.message).toContain('keys init')
  })
})

describe('the keys', () => {
  const keys = keysFrom(Buffer.alloc(32, 7))

  it('differ by municipality and by purpose, and are the same every time', () => {
    const all = ['a', 'b'].flatMap(id => {
      const { municipality, ...secrets } = keys.of(id)
      expect(municipality).toBe(id)
      return Object.values(secrets).map(key => key.export().toString('hex'))
    })
    expect(new Set(all).size).toBe(12)
    const again = keysFrom(Buffer.alloc(32, 7)).of('a').kek.export().toString('hex')
    expect(again).toBe(all[0])
    expect(keysFrom(Buffer.alloc(32, 8)).of('a').kek.export().toString('hex')).not.toBe(again)
  })

  it('stay the same between releases', () => {
    expect(keys.fingerprint()).toBe('382eca9eb1226251ca403406564d9eec')
    expect(keys.of('a').kek.export().toString('hex')).toBe('14713f242e5780fce0db2184a11241cb9b10e195e9461506cc9f7ff51dc54499')
  })

  it('show nothing of themselves when printed', () => {
    const secret = Buffer.from('0123456789abcdef0123456789abcdef')
    const shown = keysFrom(secret)
    const text = inspect([shown, shown.of('a')], { depth: 9, showHidden: true }) + JSON.stringify([shown, shown.of('a')])
    for (const form of ['latin1', 'hex', 'base64'] as const) expect(text).not.toContain(secret.toString(form))
    expect(text).not.toContain(shown.of('a').kek.export().toString('hex'))
  })

  it('fit only what was written with them', () => {
    expect(() => assertKeyFits(keys, null)).not.toThrow()
    expect(() => assertKeyFits(keys, keys.fingerprint())).not.toThrow()
    const fault = faultOf(() => assertKeyFits(keys, keysFrom(Buffer.alloc(32, 9)).fingerprint()))
    expect(fault.fault).toBe('other-key')
    expect(fault.message).not.toContain('\n')
  })

  it('are refused in another size', () => {
    expect(() => keysFrom(Buffer.alloc(31))).toThrow(RangeError)
    expect(() => keys.of('')).toThrow(RangeError)
  })
})

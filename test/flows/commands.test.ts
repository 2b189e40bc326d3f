// The commands as a terminal sees them: exit codes, one line per fault, nothing on the wrong stream.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
let folder = ''
beforeAll(() => {
  // The commands people type run the built program.
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root })
  folder = mkdtempSync(join(tmpdir(), 'raadslag-commands-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function raadslag(args: string[], env: Record<string, string> = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/run.cjs', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', RAADSLAG_DATA: join(folder, 'data'), ...env },
  })
  return { status, out: stdout, err: stderr }
}

describe('raadslag', { timeout: 120_000 }, () => {
  it('lists every fault of the configuration at once and stops', () => {
    writeFileSync(join(folder, 'a-file'), '')
    const { status, err } = raadslag(['start'], {
      PORT: 'abc',
      HOST: '0.0.0.0',
      RAADSLAG_DATA: join(folder, 'a-file/data'),
      SMTP_URL: 'http://x',
      OIDC_ISSUER: 'https://x',
    })
    expect(status).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^HOST: /),
      `RAADSLAG_DATA: the folder ${folder}/a-file/data cannot be used: ${folder}/a-file is a file`,
      expect.stringMatching(/^OIDC_ISSUER/),
      expect.stringMatching(/^SMTP_URL: /),
    ])
  })
  it('municipality check says that the shipped files have no faults', { timeout: 120_000 }, () => {
    for (const name of ['glostrup', 'nordhavre']) {
      const { status, out } = raadslag(['municipality', 'check', `municipalities/${name}`])
      expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('in order') })
    }
  })
  it('municipality check names file, line and field of a planted fault, and what is allowed', () => {
    const dir = join(folder, 'municipality')
    cpSync(join(root, 'municipalities/glostrup'), dir, { recursive: true })
    const file = join(dir, 'councils/udsatteraad.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('state: recruiting', 'state: recruting'))
    const { status, out, err } = raadslag(['municipality', 'check', dir])
    expect(status).toBe(1)
    expect(out).toMatch(/councils\/udsatteraad\.yaml:\d+: status\.state: .*recruiting/)
    expect(err).toBe('1 fault. Nothing was changed.\n')
  })
  it('a folder that is no municipality is said in one line, by every command alike', () => {
    const dir = join(folder, 'something-else')
    cpSync(join(root, 'docs/decisions'), dir, { recursive: true })
    for (const command of ['check', 'plan', 'apply']) {
      const { status, err } = raadslag(['municipality', command, dir])
      expect([status, err]).toEqual([2, `${dir}/municipality.yaml:1: (file): The file municipality.yaml is missing from this folder.\n`])
    }
    expect(raadslag(['municipality', 'chekc', dir]).status).toBe(2)
  })
  it('a database that does not answer is named by its setting, without its password', () => {
    const { status, err } = raadslag(['doctor'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' })
    expect(status).not.toBe(0)
    expect(err).toMatch(/^DATABASE_URL: the database at 127\.0\.0\.1:1\/none does not let us in: .*ECONNREFUSED/m)
    expect(err).not.toContain('secret')
  })
  it('keys init makes a file only its owner reads, outside the data folder, and never overwrites one', () => {
    const key = join(folder, 'here.key')
    expect(raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: key }).status).toBe(0)
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const again = raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: key })
    expect(again.status).not.toBe(0)
    expect(again.err).toContain('exists already')
    expect(raadslag(['keys', 'init'], { RAADSLAG_KEY_FILE: join(folder, 'data/inside.key') }).err).toContain('outside the data folder')
    expect(existsSync(join(folder, 'data/inside.key'))).toBe(false)
  })
  it('A8: charter check answers with exit 0 whatever the answer, and 2 for input that cannot be used', () => {
    const charter = { id: 'c', groups: [{ id: 'member', voting: true, min: 1, max: 1, appointed_by: 'municipal_council' }], rules: [] }
    const ask = (slate: string[]) =>
      raadslag(['charter', 'check', '-'], {}, JSON.stringify({ charter, people: [{ id: 'a' }, { id: 'b' }], slate }))
    const right = ask(['a'])
    expect([right.status, JSON.parse(right.out).ok]).toEqual([0, true])
    const wrong = ask(['a', 'b'])
    expect([wrong.status, JSON.parse(wrong.out).broken]).toEqual([0, ['size:member']])
    const unusable = raadslag(['charter', 'check', '-'], {}, '{"charter": 5}')
    expect(unusable.status).toBe(2)
    expect(unusable.err.trim().split('\n')).toHaveLength(1)
    const alone = raadslag(['charter', 'check', '-'], {}, JSON.stringify(charter))
    expect([alone.status, alone.err]).toEqual([2, expect.stringContaining('put it under "charter"')])
    const council = raadslag(['charter', 'check', 'municipalities/glostrup/councils/udsatteraad.yaml'])
    expect([council.status, council.err]).toEqual([2, expect.stringContaining('this is a council')])
  })
  it('refuses a role and an address it does not know, in one line', () => {
    expect(raadslag(['sign-in-link', '--email', 'a@example.org', '--role', 'queen']).err).toMatch(/^--role: "queen" is not a role/)
    expect(raadslag(['sign-in-link', '--email', 'a@b.dk\r\nBcc: x@y.dk', '--role', 'secretary']).status).toBe(2)
  })
})

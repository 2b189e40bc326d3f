// The environment: what holds when nothing is said, the forms an address may have, and that every fault is told at once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type ConfigFaults, readConfig } from './config.ts'

const project = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'raadslag-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const read = (env: Record<string, string>) => readConfig({ RAADSLAG_DATA: join(folder, 'data'), ...env }, project)
const faults = (env: Record<string, string>): readonly string[] => {
  try {
    read(env)
    return []
  } catch (error) {
    return (error as ConfigFaults).faults
  }
}

test('A0: without any setting it answers on 127.0.0.1:3000, this machine only, with the data of Glostrup and a key beside the data', () => {
  const config = readConfig({}, project)
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'http://127.0.0.1:3000', trustProxy: false, demo: false })
  expect([config.dataDir, config.keyFile]).toEqual([join(project, 'data'), join(project, 'data.key')])
  expect(config.municipalityDirs).toEqual([join(project, 'municipalities/glostrup')])
  expect([config.databaseUrl, config.databaseAdminUrl, config.smtpUrl, config.oidc]).toEqual([null, null, null, null])
  expect(read({ PORT: ' 8080 ', HOST: '::1' }).baseUrl).toBe('http://[::1]:8080')
  expect(read({ HOST: '127.0.0.2' }).baseUrl).toBe('http://127.0.0.2:3000')
  expect(() => read({ HOST: '127.0.0.2.example.org' })).toThrow(/^HOST: .*beyond this machine/)
  // Blank is as good as nothing said.
  expect(read({ PORT: '', HOST: ' ', BASE_URL: '' })).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'http://127.0.0.1:3000' })
})

test('A32: BASE_URL may be written in any form an address has; links are made from one', () => {
  for (const [written, meant] of [
    ['https://raad.example.org', 'https://raad.example.org'],
    ['https://raad.example.org/', 'https://raad.example.org'],
    ['  HTTPS://Raad.Example.ORG:443/ ', 'https://raad.example.org'],
    ['https://raad.example.org:8443/', 'https://raad.example.org:8443'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ] as const)
    expect([faults({ BASE_URL: written }), read({ BASE_URL: written }).baseUrl], written).toEqual([[], meant])
})

test('A32: a BASE_URL that links cannot be made from is told, together with every other fault', () => {
  const alone = 'BASE_URL: must be the address alone, as https://raad.example.org'
  for (const more of ['/sti', '/?x=1', '?', '/#a']) expect(faults({ BASE_URL: `https://raad.example.org${more}` }), more).toEqual([alone])
  expect(faults({ BASE_URL: 'https://me:hemmelig@raad.example.org' })).toEqual([alone])
  expect(faults({ BASE_URL: 'http://raad.example.org' })).toEqual(['BASE_URL: must be https beyond this machine'])
  expect(faults({ BASE_URL: 'raad.example.org' })).toEqual(['BASE_URL: is not an address; write it as http://…'])
  expect(
    faults({
      BASE_URL: 'ftp://raad.example.org',
      PORT: '70000',
      HOST: '0.0.0.0',
      RAADSLAG_KEY_FILE: join(folder, 'data/master.key'),
      DATABASE_URL: 'mysql://x',
      TRUST_PROXY: 'ja',
    }),
  ).toEqual([
    'PORT: must be a whole number from 0 to 65535',
    'TRUST_PROXY: must be 1 or 0',
    'BASE_URL: must begin with http:// or https://',
    expect.stringMatching(/^HOST: 0\.0\.0\.0 is beyond this machine/),
    'RAADSLAG_KEY_FILE: must lie outside the data folder, so that a copy of one is not a copy of both',
    'DATABASE_URL: must begin with postgres:// or postgresql://',
  ])
})

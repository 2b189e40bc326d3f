// Keeps the promises of the stylesheets: small, in layers, in logical directions, and what is built is what was written.
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { addressOf, loadAssets } from './assets.ts'

const LOOK = new URL('./look/', import.meta.url)
const sheets = async () =>
  Promise.all(
    (await readdir(LOOK))
      .filter(name => name.endsWith('.css'))
      .map(async name => [name, await readFile(new URL(name, LOOK), 'utf8')] as const),
  )

describe('the files of the look', () => {
  test('from source every import is put in its layer, and the address follows the content', async () => {
    const { files, names } = await loadAssets()
    const css = files.get(names.publicCss)!
    expect(css.type).toContain('text/css')
    expect(css.bytes.toString()).not.toContain('@import')
    expect(css.bytes.toString()).toContain('@layer ground {')
    expect(names.publicCss).toBe(addressOf('publicCss', css.bytes))
    expect(addressOf('publicCss', Buffer.from('a'))).not.toBe(addressOf('publicCss', Buffer.from('b')))
    expect(files.size).toBe(5)
  })

  test('every sheet is in a layer of one of the two files', async () => {
    const all = Object.fromEntries(await sheets())
    const imported = `${all['public.css']}${all['staff.css']}`
    for (const name of Object.keys(all)) if (!['public.css', 'staff.css'].includes(name)) expect(imported).toContain(`'./${name}' layer(`)
  })

  test('nothing is placed by left or right, so that every page can be mirrored', async () => {
    for (const [name, css] of await sheets()) {
      const physical = css.match(/^\s*(?:(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|float|right:)[^;]*/gm)
      expect(physical, name).toBeNull()
    }
  })

  test('nothing is written smaller than 13 px', async () => {
    for (const [name, css] of await sheets())
      for (const [, rem] of css.matchAll(/font(?:-size)?:[^;]*?([\d.]+)rem/g)) expect(Number(rem), name).toBeGreaterThanOrEqual(0.8125)
  })

  test('the public stylesheet is at most 15 kB when built', async () => {
    const { bundle } = await import('lightningcss')
    const { code } = bundle({ filename: new URL('public.css', LOOK).pathname, minify: true })
    expect(code.length).toBeLessThanOrEqual(15_000)
  })

  test('the icon and the script are whole', async () => {
    const { files, names } = await loadAssets()
    expect(files.get(names.icon!)!.bytes.toString()).toContain('</svg>')
    await promisify(execFile)(process.execPath, ['--check', new URL('./browser/exit.js', import.meta.url).pathname])
  })
})

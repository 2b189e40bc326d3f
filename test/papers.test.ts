// The papers a stranger reads: every link and picture in them leads somewhere, and what catalogues read of us is filled in.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LANGS } from '../src/platform/i18n.ts'

const root = path.resolve(import.meta.dirname, '..')
const papers = [
  ...['.', 'docs', 'docs/haandbog', 'docs/decisions', 'municipalities', 'laws'].flatMap(folder =>
    readdirSync(path.join(root, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => path.join(folder, name)),
  ),
]
/** The name GitHub and the like give a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
const anchorsIn = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!.trim()))

/** Links and pictures of a paper that lead nowhere: to a file that is not there, or to a heading it has not. */
function dead(paper: string, text: string): string[] {
  const written = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const targets = [...written.matchAll(/!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"/g)]
  return targets.flatMap(([, markdown, html]) => {
    const target = (markdown ?? html)!
    if (/^[a-z]+:/.test(target)) return []
    const [file = '', anchor] = decodeURIComponent(target).split('#')
    const at = file === '' ? paper : path.join(path.dirname(paper), file)
    if (!existsSync(path.join(root, at))) return [`${paper}: ${target}`]
    if (!anchor || !at.endsWith('.md')) return []
    const there = at === paper ? text : readFileSync(path.join(root, at), 'utf8')
    return anchorsIn(there).includes(anchor) ? [] : [`${paper}: ${target}`]
  })
}

describe('the papers', () => {
  test('every link and picture inside the project is there', () => {
    const must = [
      'README.md',
      'ARCHITECTURE.md',
      'STYLE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/glossary.md',
      'docs/haandbog/README.md',
    ]
    expect(papers).toEqual(expect.arrayContaining(must))
    expect(papers.flatMap(paper => dead(paper, readFileSync(path.join(root, paper), 'utf8')))).toEqual([])
  })
  test('the README and the handbook have pictures, and each of them is one', () => {
    const pictures = (paper: string) => [
      ...readFileSync(path.join(root, paper), 'utf8').matchAll(/(?:!\[[^\]]*\]\(|<img[^>]*src=")([^)"\s]+\.(?:png|jpe?g|webp|svg))/g),
    ]
    for (const paper of ['README.md', 'docs/haandbog/raadssekretaer.md', 'docs/haandbog/drift.md']) {
      const found = pictures(paper).map(([, file]) => path.join(root, path.dirname(paper), file!))
      expect(found.length, paper).toBeGreaterThan(0)
      for (const file of found) expect(readFileSync(file).length, file).toBeGreaterThan(1_000)
    }
  })
  test('a dead link would be seen: a file, a picture, a heading, and none that is only quoted', () => {
    const text =
      '# Ét hus\n[a](README.md) ![b](nowhere.png) [c](#ét-hus) [d](#intet) <img src="gone.png"> `[e](x.md)` [f](https://example.org)'
    expect(dead('README.md', text)).toEqual(['README.md: nowhere.png', 'README.md: #intet', 'README.md: gone.png'])
  })
})

/** Folders of src/ that the map does not have, and what stands on the map and is no folder. */
function offTheMap(map: string, folders: readonly string[]): string[] {
  const order = /^## Rooms[\s\S]*?```\n([\s\S]*?)^later:/m.exec(map)![1]!.replaceAll(/\([^)]*\)/g, '')
  const rows = [...map.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name!).filter(name => !['access', 'mails'].includes(name))
  return [
    ...folders.filter(name => !rows.includes(name)).map(name => `${name} is not on the map`),
    ...[...rows, ...order.match(/\w+/g)!].filter(name => !folders.includes(name)).map(name => `${name} is no folder`),
  ]
}

describe('the map of rooms', () => {
  const map = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8')
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).flatMap(one => (one.isDirectory() ? [one.name] : []))
  test('has every folder of src, and nothing else', () => expect(offTheMap(map, folders)).toEqual([]))
  test('would miss a folder that nobody drew, a room that is gone, and one in the order alone', () => {
    expect(offTheMap(map, [...folders, 'attic'])).toEqual(['attic is not on the map'])
    expect(
      offTheMap(
        map,
        folders.filter(name => name !== 'demo'),
      ),
    ).toEqual(['demo is no folder'])
    expect(offTheMap(map.replace('‹ home', '‹ cellar ‹ home'), folders)).toEqual(['cellar is no folder'])
  })
})

describe('publiccode.yml', () => {
  const file = readFileSync(path.join(root, 'publiccode.yml'), 'utf8')
  const code = parse(file)
  test('has what the standard asks for, but for what is known when it is published', () => {
    const needed = ['publiccodeYmlVersion', 'name', 'platforms', 'categories', 'developmentStatus', 'softwareType', 'description', 'legal']
    for (const key of [...needed, 'maintenance', 'localisation']) expect(code[key], key).toBeTruthy()
    expect(code.legal.license).toBe('EUPL-1.2')
    expect(readFileSync(path.join(root, 'LICENSE'), 'utf8')).toMatch(/EUROPEAN UNION PUBLIC LICEN[CS]E v\. 1\.2/i)
    const { shortDescription, longDescription, features } = code.description.en
    expect(shortDescription.length).toBeLessThanOrEqual(150)
    expect(longDescription.length).toBeGreaterThanOrEqual(150)
    expect(features.length).toBeGreaterThan(0)
    expect(code.maintenance.contacts[0].name).toBeTruthy()
    // Where it is published, and when: nobody can know it here, and the file says who writes it.
    expect(['url', 'releaseDate'].filter(key => !(key in code))).toEqual(
      ['url', 'releaseDate'].filter(key => new RegExp(`^# .*\\b${key}\\b`, 'm').test(file)),
    )
  })
  test('says the version and the languages as they are', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect([code.softwareVersion, code.localisation.availableLanguages]).toEqual([version, [...LANGS]])
  })
})

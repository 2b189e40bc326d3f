// How pages are looked at: what is folded away is opened first, and words of one kind have one contrast.
import type engine from 'axe-core'
import fc from 'fast-check'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, oneBrowser, unfold } from './browser.ts'
import type { Contrast } from './contrast.ts'

let context: BrowserContext
let page: Page
beforeAll(async () => {
  context = await (await oneBrowser()).newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
})
afterAll(async () => await context?.close())
const show = (inner: string, style = '') =>
  page.setContent(`<!doctype html><html lang="da"><title>t</title><style>${style}</style><main><h1>h</h1>${inner}</main></html>`)

it('what is wrong in a folded part is found, also in one of two that close each other', async () => {
  const part = (inner: string) => `<details name="n"><summary>Fold</summary>${inner}</details>`
  await show(`${part('<img src="x">')}${part('<p style="color:#ccc">Blege ord</p>')}`, 'summary { padding: 20px }')
  expect(await axe(page)).toEqual([])
  await unfold(page)
  expect((await axe(page)).map(one => one.split(':')[0]).sort()).toEqual(['color-contrast', 'image-alt'])
})

/** What axe finds too pale: with these kinds passed before, and by itself. */
async function bothWays(known: readonly string[]): Promise<{ quick: string[]; alone: string[]; learned: string[]; kinds: string[] }> {
  await axe(page, ['html-has-lang'])
  return await page.evaluate(async passed => {
    const { axe, contrast } = globalThis as unknown as { axe: typeof engine; contrast: Contrast }
    const pale = async () => {
      const { violations } = await axe.run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] })
      return violations.flatMap(one => one.nodes.map(node => String(node.target[0])))
    }
    contrast.begin(passed)
    const quick = await pale()
    const [learned, kinds] = [contrast.learned(), contrast.kinds()]
    contrast.alone()
    return { quick, alone: await pale(), learned, kinds }
  }, known)
}
/** Whatever a contrast is reckoned from, and what lies in its way. */
const look = fc.oneof(
  fc.constantFrom('color:#111', 'color:#777', 'color:#bbb', 'color:#fff', 'color:rgba(0,0,0,.4)', '-webkit-text-fill-color:#ccc'),
  fc.constantFrom(
    'background:#fff',
    'background:#222',
    'background:#888',
    'background:rgba(0,0,0,.5)',
    'background:linear-gradient(#fff,#000)',
  ),
  fc.constantFrom(
    'opacity:.5',
    'opacity:.9',
    'filter:invert(1)',
    'mix-blend-mode:multiply',
    'text-shadow:0 0 2px #222',
    'transform:rotate(3deg)',
  ),
  fc.constantFrom(
    'font-size:30px',
    'font-size:12px',
    'font-weight:700',
    'visibility:hidden',
    'display:none',
    'display:contents',
    'height:4px',
  ),
  fc.constantFrom(
    'position:relative;top:30px',
    'position:absolute;left:600px',
    'position:relative;z-index:-1',
    'margin-top:-18px',
    'overflow:hidden',
  ),
)
const blockOf = (inner: fc.Arbitrary<string[]>) =>
  fc
    .tuple(fc.constantFrom('div', 'p', 'section', 'details'), fc.uniqueArray(look, { maxLength: 3 }), inner)
    .map(([tag, styles, within]) => {
      const words = tag === 'details' ? '<summary>Fold</summary>Ord' : 'Ord <b>ord</b>'
      const rest = within.join('')
      return tag === 'p'
        ? `<p style="${styles.join(';')}">${words}</p>${rest}`
        : `<${tag} style="${styles.join(';')}">${words}${rest}</${tag}>`
    })
const leaf = blockOf(fc.constant([]))
const block = blockOf(fc.array(blockOf(fc.array(leaf, { maxLength: 2 })), { maxLength: 2 }))

it('words of one kind have one contrast: among any words on any ground the same are found as when each is measured', async () => {
  const known = new Set<string>()
  let pale = 0
  let spared = 0
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 15, maxLength: 25 }), async blocks => {
      await show(blocks.join('\n'))
      const { quick, alone, learned, kinds } = await bothWays([...known])
      expect(quick).toEqual(alone)
      pale += alone.length
      spared += kinds.filter(kind => known.has(kind)).length
      for (const kind of learned) known.add(kind)
    }),
    { numRuns: 15 },
  )
  // There was something to find, and something that was not measured again.
  expect(pale).toBeGreaterThan(20)
  expect(spared).toBeGreaterThan(20)
  // The fault to find: kinds that stand for words they have not the contrast of.
  await show('<p style="color:#bbb">Blege ord</p>')
  const { kinds, quick } = await bothWays([])
  expect(quick.length).toBe(1)
  const wrong = await bothWays(kinds)
  expect([wrong.quick.length, wrong.alone.length]).toEqual([0, 1])
})

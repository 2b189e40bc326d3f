// A page as the browser prints it on sheets of A4: how many there are, and which rows and lines of lists stand on two of them.
import type { Page } from 'playwright-core'

/** `top` moves everything down by so many millimetres; `mayBreak` takes away what keeps a row together, to see that the end of a sheet falls within one. */
export async function onSheets(page: Page, top: number, mayBreak = false): Promise<{ sheets: number; cut: string[] }> {
  const keep = async (breakInside: string) =>
    await page.evaluate(value => {
      for (const one of Array.from(document.querySelectorAll<HTMLElement>('tr, li'))) one.style.breakInside = value
    }, breakInside)
  await page.emulateMedia({ media: 'print' })
  if (mayBreak) await keep('auto')
  const bytes = await page.pdf({ format: 'A4', tagged: true, margin: { top: `${top}mm`, bottom: '10mm', left: '15mm', right: '15mm' } })
  if (mayBreak) await keep('')
  await page.emulateMedia({ media: null })
  return cutIn(bytes.toString('latin1'))
}

/** Every piece of text in a tagged PDF says on which page it stands and within which row it belongs. */
function cutIn(raw: string): { sheets: number; cut: string[] } {
  const parts = new Map(
    [...raw.matchAll(/(?<=^|\n)(\d+) 0 obj\n(<<\/Type \/StructElem\n[\s\S]*?)\nendobj/g)].map(([, id, part]) => [id!, part!]),
  )
  const within = (part: string) =>
    [...(/\/K (\[[^\]]*\]|\d+ 0 R)/.exec(part)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => parts.get(id!) ?? '')
  const sheetsOf = (part: string): string[] => [
    ...[...part.matchAll(/\/Pg (\d+) 0 R/g)].map(([, sheet]) => sheet!),
    ...within(part).flatMap(sheetsOf),
  ]
  const blocks = [...parts.values()].flatMap(part => {
    const tag = /\/S \/(TR|LI)\n/.exec(part)?.[1]
    // The head of a table stands above its rows on each sheet.
    return tag && !within(part).every(one => one.includes('/S /TH')) ? [{ tag, sheets: new Set(sheetsOf(part)) }] : []
  })
  if (blocks.length === 0 || blocks.some(({ sheets }) => sheets.size === 0)) throw new Error('the sheets cannot be read')
  return {
    sheets: raw.match(/\/Type \/Page\n/g)?.length ?? 0,
    cut: blocks.filter(({ sheets }) => sheets.size > 1).map(({ tag }) => tag),
  }
}

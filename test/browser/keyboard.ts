// A page walked with the Tab key alone, from its first stop to its last and back again: every stop comes once, in order, in sight and marked.
import type { Page } from 'playwright-core'

interface Stop {
  /** Which of the stops a page has; radio buttons of one name are one, and so are the parts of a day. Null on the page itself. */
  readonly key: string | null
  readonly name: string
  /** It, or what stands for it, is drawn with an outline or a shadow that was not there before. */
  readonly ring: boolean
  readonly inView: boolean
}

/** What is wrong with walking the page by keyboard, and how many stops it has. The page must run scripts: it notes where each press finds one. */
export async function byKeyboard(page: Page): Promise<{ faults: string[]; stops: number }> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { wanted, presses } = await page.evaluate(startWalk)
  const there = await press(page, presses + 1, 0)
  const back = await press(page, presses + 1, shift)
  const faults = [...walkFaults('Tab', wanted, there), ...walkFaults('Shift+Tab', [...wanted].reverse(), back)]
  return { faults, stops: wanted.length }
}
const shift = 8

/** Presses Tab so many times without waiting in between, and tells where each press led. */
async function press(page: Page, times: number, modifiers: number): Promise<Stop[]> {
  const keys = await page.context().newCDPSession(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers }
  await Promise.all(
    Array.from({ length: times }, () => [
      keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
    ]).flat(),
  )
  await keys.detach()
  return await page.evaluate(() => {
    const walk = (globalThis as unknown as { walk: { seen: Stop[]; look: () => Stop } }).walk
    return [...walk.seen.splice(0).slice(1), walk.look()]
  })
}

function walkFaults(key: string, wanted: readonly string[], stops: readonly Stop[]): string[] {
  const found: string[] = []
  const end = stops.findIndex(stop => stop.key === null)
  const walked = stops.slice(0, end < 0 ? undefined : end)
  if (end < 0) found.push(`${key}: is still on the page after ${stops.length} presses, at ${stops.at(-1)?.name}`)
  const keys = walked.map(stop => stop.key).filter((one, at, all) => !one?.startsWith('date ') || one !== all[at - 1])
  if (keys.join() !== wanted.join()) found.push(`${key}: ${keys.join()} instead of ${wanted.join()}, ends at ${walked.at(-1)?.name}`)
  for (const stop of walked)
    if (!stop.ring || !stop.inView) found.push(`${key}: ${stop.name} ${stop.ring ? 'out of view' : 'without a ring'}`)
  return found
}

/** Runs in the page: begins at its very top, notes from now on where each press of Tab finds one, and tells which stops there are. */
function startWalk(): { wanted: string[]; presses: number } {
  const all = Array.from(document.querySelectorAll('*'))
  const keyOf = (one: Element) => {
    const { type, name } = one as HTMLInputElement
    return type === 'radio' || type === 'date' ? `${type} ${name}` : String(all.indexOf(one))
  }
  /** The lines around a stop: a box or dot of our own drawing is marked beside or around the field it stands for. */
  const lines = (one: HTMLElement) =>
    [one, one.parentElement, one.nextElementSibling, one.id ? document.querySelector(`label[for="${one.id}"]`) : null].flatMap(each =>
      [undefined, '::before', '::after'].map(pseudo => {
        if (!each) return ''
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each, pseudo)
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
        return outlined || boxShadow !== 'none' ? `${outlineStyle} ${outlineWidth} ${boxShadow}` : ''
      }),
    )
  const before = new Map<Element, string[]>()
  const look = () => {
    const here = document.activeElement as HTMLElement
    if (!here || here === document.body) return { key: null, name: 'the page', ring: true, inView: true }
    // The button of a day's calendar stands within the field, and the browser itself draws a ring around it.
    const within = (here as HTMLInputElement).type === 'date' && !here.matches(':focus')
    const ring = within || lines(here).some((line, at) => line !== '' && line !== before.get(here)?.[at])
    const box = here.getBoundingClientRect()
    return { key: keyOf(here), name: here.outerHTML.slice(0, 90), ring, inView: box.bottom > 0 && box.top < innerHeight }
  }
  const seen: object[] = []
  Object.assign(globalThis, { walk: { seen, look } })
  addEventListener('keydown', event => event.key === 'Tab' && seen.push(look()), true)
  const top = document.createElement('i')
  top.tabIndex = -1
  document.body.prepend(top)
  top.focus()
  top.remove()
  // What can be pressed is a stop, whatever order it says it wants; a pot for machines, out of everybody's sight, is none.
  const stops = Array.from(
    document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ).filter(one => !one.closest('.pot') && !(one as HTMLInputElement).disabled && one.checkVisibility({ visibilityProperty: true }))
  for (const one of stops) before.set(one, lines(one))
  const wanted = [...new Set(stops.map(keyOf))]
  // A day, its month, its year and its calendar are a press each.
  return { wanted, presses: wanted.length + 3 * wanted.filter(one => one.startsWith('date ')).length }
}

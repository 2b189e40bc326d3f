// Words of one look on one ground: axe measures the first of a kind, and the next only where anything it reckons from is another.

/** What is kept in the page between the engine and us. */
export interface Contrast {
  /** Before each look: which kinds have passed already, in this page or another. */
  begin(passed: readonly string[]): void
  /** After it: the kinds that have passed now. */
  learned(): string[]
  /** Every kind that stood on the page at the last look. */
  kinds(): string[]
  /** Until the next look is begun axe measures everything, as it does by itself. */
  alone(): void
}

/**
 * Runs in the page, after axe is there. A kind of words is all that axe reckons their contrast from: colour, fill, outline, shadow, size
 * and weight, and every ground and every veil beneath them up to the one that lets nothing through, as computed at this width, in this
 * scheme. Words stand for others only as long as nothing but what encloses them is drawn where they stand; whatever else there is (a
 * picture, something laid over them, words beside their ground) is measured by axe each time. Only a kind that axe has measured and
 * passed is known: what it left undecided or never reached is not.
 */
export function contrastOnce(): void {
  type Matches = (this: unknown, node: Element, ...rest: unknown[]) => boolean
  type Helper = { data(told: unknown): void }
  type Evaluate = (this: Helper, node: Element, ...rest: unknown[]) => boolean | undefined
  interface Audit {
    rules: { id: string; matches: Matches }[]
    checks: Record<string, { evaluate: Evaluate }>
  }
  interface Ground {
    readonly one: Element
    readonly boxes: readonly DOMRect[]
  }
  const { _audit: audit } = (globalThis as unknown as { axe: { _audit: Audit } }).axe
  const rule = audit.rules.find(one => one.id === 'color-contrast')
  const check = audit.checks['color-contrast']
  if (!rule || !check) throw new Error('axe keeps its rule of contrast elsewhere than it did')

  const fields = new Set(['INPUT', 'SELECT', 'TEXTAREA'])
  const pictures = new Set(['IMG', 'CANVAS', 'OBJECT', 'IFRAME', 'VIDEO', 'EMBED', 'SVG'])
  const wordsOf = (one: Element) =>
    Array.from(one.childNodes).filter(child => child.nodeType === Node.TEXT_NODE && child.nodeValue?.trim() !== '')
  const inside = (box: DOMRect, outer: DOMRect) =>
    box.top >= outer.top && box.bottom <= outer.bottom && box.left >= outer.left && box.right <= outer.right
  /** Folded away, or not shown: axe says the same, after a longer way. */
  const nowhere = new Set<Element>()
  const meet = (a: DOMRect, b: DOMRect) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

  const range = document.createRange()
  /** Where its words stand; null where they stand nowhere, or where axe would look elsewhere than at the words. */
  function placeOf(one: Element): DOMRect[] | null {
    if (fields.has(one.tagName)) return [one.getBoundingClientRect()]
    const boxes = wordsOf(one).flatMap(words => {
      range.selectNodeContents(words)
      return Array.from(range.getClientRects())
    })
    if (boxes.length === 0) nowhere.add(one)
    const own = one.getBoundingClientRect()
    const astray = boxes.some(box => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      return x < own.left || x > own.right || y < own.top || y > own.bottom
    })
    const seen = boxes.filter(box => box.width >= 1 && box.height >= 1)
    return astray || seen.length === 0 ? null : seen
  }

  /** What has a place on the page. Asking what is folded away for its looks would make the browser lay it out. */
  function standing(outer: Element, found: Element[]): Element[] {
    found.push(outer)
    for (const one of Array.from(outer.children)) {
      if (one.checkVisibility() || getComputedStyle(one).display === 'contents') standing(one, found)
      else
        for (const away of [one, ...Array.from(one.querySelectorAll('*'))])
          if (!fields.has(away.tagName) && wordsOf(away).length > 0) nowhere.add(away)
    }
    return found
  }

  /** The kind of each element whose words may stand for others. */
  function kinds(): Map<Element, string> {
    nowhere.clear()
    const all = standing(document.body, [document.documentElement])
    const styles = new Map(all.map(one => [one, getComputedStyle(one)]))
    const grounds = new Map<Element, { colour: string; veil: string; odd: boolean }>()
    const drawn: Ground[] = []
    for (const [one, style] of styles) {
      const colour = style.backgroundColor
      const picture = style.backgroundImage !== 'none' || pictures.has(one.tagName.toUpperCase())
      const clear = /, 0\)$/.test(colour) && colour.startsWith('rgba')
      const odd =
        picture ||
        style.mixBlendMode !== 'normal' ||
        style.filter !== 'none' ||
        style.transform !== 'none' ||
        (style.zIndex !== 'auto' && Number(style.zIndex) < 0)
      grounds.set(one, { colour: clear ? '' : colour, veil: style.opacity === '1' ? '' : style.opacity, odd })
      if (picture || !clear) drawn.push({ one, boxes: Array.from(one.getClientRects()) })
    }
    const bare = grounds.get(document.documentElement)?.colour === ''
    const found = new Map<Element, string>()
    for (const [one, style] of styles) {
      if (!fields.has(one.tagName) && wordsOf(one).length === 0) continue
      const place = placeOf(one)
      if (!place) continue
      const under: string[] = []
      let odd = false
      let veiled = false
      let covered = false
      for (let at: Element | null = one; at && !odd; at = at.parentElement) {
        const ground = grounds.get(at)
        if (!ground || ground.odd) odd = true
        else {
          if (ground.veil) veiled = true
          if (covered && !veiled) {
            // Nothing of what lies beneath shows through, unless all of it is veiled further out.
            continue
          }
          if (ground.colour) {
            const whole = at === document.documentElement || (at === document.body && bare)
            const outer = whole ? null : at.getBoundingClientRect()
            if (outer && !place.every(box => inside(box, outer))) odd = true
            if (ground.colour.startsWith('rgb(')) covered = true
          }
          if (ground.colour || ground.veil) under.push(`${ground.colour}*${ground.veil}`)
        }
      }
      if (odd || drawn.some(other => !other.one.contains(one) && other.boxes.some(box => place.some(words => meet(box, words))))) continue
      const outline =
        Number.parseFloat(style.webkitTextStrokeWidth) === 0 ? '' : `${style.webkitTextStrokeWidth} ${style.webkitTextStrokeColor}`
      const look = [style.color, style.webkitTextFillColor, outline, style.textShadow, style.fontSize, style.fontWeight]
      found.set(one, [...look, ...under].join('|'))
    }
    return found
  }

  let kindOf = new Map<Element, string>()
  let passed = new Set<string>()
  let fresh: string[] = []
  let alone = false
  const { matches } = rule
  rule.matches = function (node, ...rest) {
    if (alone) return matches.call(this, node, ...rest)
    // Neither words of its own nor a field: axe says the same, after a longer way.
    if (nowhere.has(node) || (!fields.has(node.tagName) && wordsOf(node).length === 0)) return false
    const kind = kindOf.get(node)
    return (kind === undefined || !passed.has(kind)) && matches.call(this, node, ...rest)
  }
  const { evaluate } = check
  check.evaluate = function (node, ...rest) {
    const kind = kindOf.get(node)
    if (kind !== undefined && passed.has(kind)) return true
    let measured = false
    const data = (told: unknown) => {
      measured = typeof (told as { contrastRatio?: unknown } | undefined)?.contrastRatio === 'number'
      this.data(told)
    }
    const answer = evaluate.call({ ...this, data }, node, ...rest)
    if (kind !== undefined && measured && answer === true) {
      passed.add(kind)
      fresh.push(kind)
    }
    return answer
  }
  const kept: Contrast = {
    begin(known) {
      alone = false
      kindOf = kinds()
      passed = new Set(known)
      fresh = []
    },
    learned: () => fresh,
    kinds: () => [...new Set(kindOf.values())],
    alone() {
      alone = true
      kindOf = new Map()
    },
  }
  ;(globalThis as unknown as { contrast: Contrast }).contrast = kept
}

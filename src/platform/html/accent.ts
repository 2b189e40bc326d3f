// Keeps how a municipality's one colour becomes the accent in light and in dark.

/** The accent of a municipality that has chosen none. */
export const DEFAULT_ACCENT = '#0b4a66'

const DARK_PAPER = '#10191f'
const ENOUGH = 7

type Rgb = [number, number, number]

function parse(hex: string): Rgb | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  return found ? [Number.parseInt(found[1]!, 16), Number.parseInt(found[2]!, 16), Number.parseInt(found[3]!, 16)] : null
}

function write(rgb: Rgb): string {
  return `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast between two six-digit hex colours, 1 to 21 (WCAG 2.2). Throws on anything that is not such a colour. */
export function contrast(one: string, other: string): number {
  const a = parse(one)
  const b = parse(other)
  if (!a || !b) throw new Error(`Not a colour of six hex digits: ${a ? other : one}`)
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** What is wrong with an accent, in Danish for the one who wrote it; null when it can be used. */
export function accentFault(accent: string): string | null {
  if (!parse(accent)) return `Farven "${accent}" skal skrives med seks cifre, fx ${DEFAULT_ACCENT}.`
  const measured = contrast(accent, '#ffffff')
  if (measured < ENOUGH) return `Farven ${accent} er for lys: kontrasten på hvidt er ${measured.toFixed(1)}, og den skal være mindst 7.`
  return null
}

/** A colour by hue (degrees), saturation and lightness (shares). */
function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const part = (offset: number) => {
    const k = (offset + hue / 30) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return write([part(0), part(8), part(4)])
}

/** Hue in degrees and saturation as a share; grey has neither. */
function hueOf([r, g, b]: Rgb): { hue: number; saturation: number } {
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)]
  const span = high - low
  if (span === 0) return { hue: 0, saturation: 0 }
  const sixth = high === r ? ((g - b) / span + 6) % 6 : high === g ? (b - r) / span + 2 : (r - g) / span + 4
  return { hue: sixth * 60, saturation: span / (255 - Math.abs(high + low - 255)) }
}

/** The same hue, lighter until it reads on dark paper. */
function lighten(accent: string): string {
  const { hue, saturation } = hueOf(parse(accent)!)
  for (let lightness = 0.5; lightness < 1; lightness += 0.01) {
    const lighter = fromHsl(hue, Math.min(saturation, 0.6), lightness)
    if (contrast(lighter, DARK_PAPER) >= 9) return lighter
  }
  return '#ffffff'
}

/**
 * The content of the one `<style>` element of a page; the server hashes it for the CSP.
 * An accent that cannot be used is replaced by the default, so that no page becomes unreadable.
 */
export function accentStyle(accent: string): string {
  const known = styles.get(accent)
  if (known) return known
  const safe = accentFault(accent) ? DEFAULT_ACCENT : accent.toLowerCase()
  const style = `:root{--accent-light:${safe};--accent-dark:${lighten(safe)}}`
  if (styles.size < 1_000) styles.set(accent, style)
  return style
}
/** Worked out once for each colour: every page asks. */
const styles = new Map<string, string>()

// Reads the forms of a page and fills them as a browser would: hidden fields, what is ticked, and the button that was pressed.

export interface Control {
  readonly name: string
  /** `hidden`, `text`, `checkbox`, `radio`, `select`, `textarea`, `submit`, `date`, `file` … */
  readonly kind: string
  readonly value: string
  readonly checked: boolean
  /** What a list offers. */
  readonly options: readonly string[]
}
export interface PageForm {
  /** Where it goes; '' is the page itself. */
  readonly action: string
  readonly method: 'get' | 'post'
  readonly controls: readonly Control[]
}
/** What the person fills in: a text, or the values to tick. A control that is not named stays as the page shows it. */
export type Wishes = Readonly<Record<string, string | readonly string[]>>

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The text that HTML's escapes stand for. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return named[name] ?? whole
  })
}

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, quoted] of tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)) found.set(name!, unescaped(quoted ?? ''))
  return found
}

function controlsOf(html: string): Control[] {
  const controls: Control[] = []
  for (const [tag, kind, inside] of html.matchAll(
    /<(input|button)\b[^>]*>|<(?:textarea)\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/g,
  )) {
    const opening = tag.slice(0, tag.indexOf('>') + 1)
    const attributes = attributesOf(opening)
    const name = attributes.get('name')
    if (name === undefined || attributes.has('disabled')) continue
    const plain = { name, checked: false, options: [] }
    if (opening.startsWith('<textarea')) {
      controls.push({ ...plain, kind: 'textarea', value: unescaped(inside ?? '').replace(/^\r?\n/, '') })
    } else if (opening.startsWith('<select')) {
      const options = [...tag.matchAll(/<option\b[^>]*>/g)].map(([option]) => attributesOf(option))
      const chosen = options.find(option => option.has('selected')) ?? options[0]
      controls.push({
        ...plain,
        kind: 'select',
        value: chosen?.get('value') ?? '',
        options: options.map(option => option.get('value') ?? ''),
      })
    } else {
      const type = attributes.get('type') ?? (kind === 'button' ? 'submit' : 'text')
      const value = attributes.get('value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : '')
      controls.push({ ...plain, kind: type, value, checked: attributes.has('checked') })
    }
  }
  return controls
}

/** Every form of a page. Reads the markup this site writes: double quotes, closed tags. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([whole, inside]) => {
    const attributes = attributesOf(whole.slice(0, whole.indexOf('>') + 1))
    return {
      action: attributes.get('action') ?? '',
      method: attributes.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      controls: controlsOf(inside!),
    }
  })
}

/** The form that is filled in: the first that posts and has a field of this name. */
export function formWith(html: string, field: string): PageForm | undefined {
  return formsOf(html).find(form => form.method === 'post' && form.controls.some(control => control.name === field))
}

/** What the browser sends when the form is filled as wished and the named button is pressed (the first one unless told). */
export function filledIn(form: PageForm, wishes: Wishes, press?: { name: string; value: string }): URLSearchParams {
  const sent = new URLSearchParams()
  for (const control of form.controls) {
    const wish = wishes[control.name]
    if (control.kind === 'submit' || control.kind === 'button' || control.kind === 'file') continue
    if (control.kind === 'checkbox' || control.kind === 'radio') {
      const ticked = wish === undefined ? control.checked : [wish].flat().includes(control.value)
      if (ticked) sent.append(control.name, control.value)
    } else if (control.kind === 'hidden' || wish === undefined) sent.append(control.name, control.value)
    // A browser sends line ends as CRLF.
    else sent.append(control.name, String([wish].flat()[0] ?? '').replace(/\r?\n/g, '\r\n'))
  }
  if (press) sent.append(press.name, press.value)
  return sent
}

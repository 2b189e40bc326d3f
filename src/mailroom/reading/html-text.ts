// Turns HTML into the text a reader sees, in one pass over it: time grows with length, never with its square.

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const silent = new Set(['head', 'script', 'style', 'template', 'title', 'noscript', 'svg', 'math'])
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '\u200c',
  zwj: '\u200d',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  ouml: 'ö',
  Ouml: 'Ö',
  auml: 'ä',
  Auml: 'Ä',
  uuml: 'ü',
  Uuml: 'Ü',
  ccedil: 'ç',
  Ccedil: 'Ç',
  szlig: 'ß',
  agrave: 'à',
  aacute: 'á',
  oacute: 'ó',
  iacute: 'í',
  uacute: 'ú',
  ntilde: 'ñ',
  ecirc: 'ê',
  acirc: 'â',
  icirc: 'î',
  ocirc: 'ô',
  eth: 'ð',
  thorn: 'þ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  sect: '§',
  para: '¶',
  deg: '°',
  frac12: '½',
  times: '×',
  plusmn: '±',
  lrm: '\u200e',
  rlm: '\u200f',
}
const deepest = 8

/** The text of an HTML body: paragraphs on lines of their own, quotations marked with `>`, addresses of links behind their words. */
export function htmlText(html: string): string {
  const out: string[] = []
  // The pieces of the line under way, and whether a space stands at its end: a long text is never copied to look at it.
  let line: string[] = []
  let spaced = true
  let quote = 0
  let hush: string | null = null
  let pre = 0
  let href: { from: number; url: string } | null = null
  const put = (text: string) => {
    if (text === '') return
    line.push(text)
    spaced = text.endsWith(' ')
  }
  const end = (always: boolean) => {
    const text = line.join('').trimEnd()
    if (text !== '' || always) out.push(quote > 0 ? `${'> '.repeat(Math.min(quote, deepest))}${text}` : text)
    line = []
    spaced = true
    href = null
  }
  const say = (text: string) => {
    if (pre > 0) {
      const [first = '', ...rest] = text.split('\n')
      put(first)
      for (const more of rest) {
        end(true)
        put(more)
      }
      return
    }
    const words = text.replace(/[\s\u00a0]+/g, ' ')
    put(spaced ? words.replace(/^ /, '') : words)
  }
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const until = open < 0 ? html.length : open
    if (until > at && hush === null) say(decoded(html.slice(at, until)))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4)
      at = close < 0 ? html.length : close + 3
      continue
    }
    const after = html.charCodeAt(open + 1)
    const isTag = (after >= 65 && after <= 90) || (after >= 97 && after <= 122) || after === 47 || after === 33 || after === 63
    if (!isTag) {
      if (hush === null) say('<')
      at = open + 1
      continue
    }
    const close = html.indexOf('>', open + 1)
    // A tag that never ends hides what follows it in every browser; here it is shown.
    if (close < 0) {
      if (hush === null) say(decoded(html.slice(open)))
      break
    }
    tag(html.slice(open + 1, Math.min(close, open + 4_000)))
    at = close + 1
  }
  end(false)
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

  function tag(inside: string): void {
    const closing = inside.startsWith('/')
    const name = (/^[a-z][a-z0-9]{0,20}/i.exec(closing ? inside.slice(1) : inside)?.[0] ?? '').toLowerCase()
    if (hush !== null) {
      if (closing && name === hush) hush = null
      return
    }
    if (silent.has(name) && !closing && !inside.endsWith('/')) {
      hush = name
      return
    }
    if (name === 'br') end(true)
    if (name === 'a') link(inside, closing)
    if (name === 'td' || name === 'th') {
      if (!spaced) put(' ')
      return
    }
    if (name === 'img' && !closing) {
      const alt = attribute(inside, 'alt')
      if (alt) say(` [${alt.slice(0, 200)}] `)
      return
    }
    if (!blocks.has(name)) return
    end(false)
    if (name === 'pre') pre = Math.max(0, pre + (closing ? -1 : 1))
    if (name === 'blockquote') quote = Math.max(0, quote + (closing ? -1 : 1))
    if (name === 'li' && !closing) put('- ')
    if ((name === 'p' || /^h[1-6]$/.test(name) || name === 'blockquote' || name === 'table') && out.length > 0 && out.at(-1) !== '')
      out.push('')
    if (name === 'hr') out.push('----------')
  }
  function link(inside: string, closing: boolean): void {
    if (!closing) {
      const url = attribute(inside, 'href')
      href = url && /^(https?:|mailto:)/i.test(url) && url.length < 500 ? { from: line.length, url: url.replace(/^mailto:/i, '') } : null
      return
    }
    if (href) {
      const shown = line.slice(href.from).join('').trim()
      if (shown !== '' && shown.replace(/\/$/, '') !== href.url.replace(/\/$/, '')) say(` (${href.url})`)
    }
    href = null
  }
}

function attribute(inside: string, name: string): string | null {
  const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(inside)
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '').trim() : null
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? entities[String(name).toLowerCase()] ?? whole
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
  })
}

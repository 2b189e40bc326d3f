// Keeps the promises of the frame: the way out, the human, the honest strip, nothing inline.
import fc from 'fast-check'
import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { AMIRA, pageOf } from '../../../test/look/cast.ts'
import { learn } from '../i18n.ts'
import { accentStyle } from './accent.ts'
import { drawnOnce } from './drawn-once.tsx'
import { clockWords, telHref } from './human.tsx'
import { PublicPage, type PublicPageProps, renderPage as rendered, StaffPage } from './layout.tsx'
import type { AssetNames, Page } from './page.ts'

const ASSETS: AssetNames = {
  publicCss: '/assets/public.css',
  staffCss: '/assets/staff.css',
  script: '/assets/exit.js',
  icon: '/assets/icon.svg',
}
const renderPage = (node: VNode) => rendered(node, ASSETS).toString()
const draw = (over: Partial<Page> = {}, props: Partial<PublicPageProps> = {}) =>
  renderPage(
    <PublicPage page={pageOf('/raad', ASSETS, over)} title="Råd" section="councils" {...props}>
      <p>Indhold</p>
    </PublicPage>,
  )
/** Everything a keyboard reaches, in order. */
const stops = (html: string) => [...html.matchAll(/<(?:a href|a [^>]*href)="([^"]+)"/g)].map(([, href]) => href)

await learn('ar')

describe('a public page', () => {
  test('"Forlad siden" is the second tab stop, between the way to the content and the way to the human', () => {
    expect(stops(draw()).slice(0, 3)).toEqual(['#indhold', '/forlad', '#kontakt'])
    expect(draw({}, { exit: false })).not.toContain('/forlad')
  })

  test('has the public stylesheet in its head byte for byte, once, and nowhere what somebody writes as its place', () => {
    const publicStyle = Buffer.from('.arrow::before { content: "←" } /* ’…” */')
    const names = { ...ASSETS, publicStyle }
    const inPlace = (words: string) =>
      rendered(
        <PublicPage page={pageOf('/raad', names)} title={words}>
          <p>{words}</p>
        </PublicPage>,
        names,
      ).toString()
    for (const words of ['Råd', '<style>/* here */</style>', '/* here */', '</style>', '’ ← 🙂 عربي'])
      expect(inPlace(words).split(`<style>${publicStyle}</style>`), words).toHaveLength(2)
    expect(inPlace('/* here */')).toContain('<p>/* here */</p>')
    // Without it a page asks for the file, and is otherwise the same.
    const asks = (html: string) => html.replace(/<style>[^<]*←[^<]*<\/style>|<link rel="stylesheet"[^>]*>/, '')
    expect(asks(inPlace('Indhold'))).toBe(asks(draw({}, { title: 'Indhold', section: undefined })))
  })

  test('has one h1, one main, and the human last before the foot', () => {
    const html = draw()
    expect(html.startsWith('<!doctype html><html lang="da" dir="ltr">')).toBe(true)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(html.indexOf('id="kontakt"')).toBeGreaterThan(html.indexOf('</main>'))
    expect(html.indexOf('<footer')).toBeGreaterThan(html.indexOf('id="kontakt"'))
  })

  test('holds no inline script and no style beside the one the server can hash', () => {
    const html = draw({}, { above: <p>Over</p>, aside: <p>Ved siden af</p>, back: { href: '/' } })
    expect(html).not.toMatch(/ style=/)
    expect(html).not.toMatch(/ on[a-z]+=/)
    expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script type="module" src="/assets/exit.js">'])
    expect([...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css]) => css)).toEqual([accentStyle('#0b4a66')])
  })

  test('nothing is painted before its head has come: what the browser is told to wait for is there, before the content', () => {
    const html = draw()
    const [, waited] = /<link rel="expect" href="#([a-z]+)" blocking="render"\/?>/.exec(html)!
    expect(html.indexOf(`id="${waited}"`)).toBeGreaterThan(html.indexOf('<body'))
    expect(html.indexOf(`id="${waited}"`)).toBeLessThan(html.indexOf('<main'))
  })

  test('what people write is text, wherever it stands', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&'
    const html = draw(
      {
        human: {
          ...AMIRA,
          name: evil,
          fillsIn: evil,
          phone: `${evil}12345678`,
          email: evil,
          address: evil,
          helpsWith: evil,
          deputy: { name: evil },
        },
      },
      { title: evil, lead: evil, back: { href: `/"><script>`, label: evil } },
    )
    expect(html).not.toContain('<img')
    expect(html).not.toContain('"><script>')
  })

  test('says whose site it is not until the authority is confirmed, and keeps search engines out', () => {
    expect(draw({ standing: 'demonstration' })).toContain('Drives ikke af Glostrup Kommune.')
    expect(draw({ standing: 'demo' })).toContain('er opdigtede <span class="eg"')
    expect(draw({ standing: 'demo' })).toContain('noindex')
    const live = draw({ standing: 'live' })
    expect(live).not.toContain('Demonstration')
    expect(live).not.toContain('noindex')
    expect(draw({ standing: 'live' }, { noindex: true })).toContain('noindex')
  })

  test('the tab names the page first; a page of safe use shows the site only; an error says so first', () => {
    expect(draw()).toContain('<title>Råd · Råd og dialog · Glostrup Kommune</title>')
    expect(draw({}, { neutral: true })).toContain('<title>Råd og dialog · Glostrup Kommune</title>')
    expect(draw({}, { faulty: true })).toContain('<title>Fejl: Råd · Råd og dialog')
  })

  test('the current section is marked in both menus, and languages lead to this very page', () => {
    const html = draw()
    expect(html.match(/aria-current="page"/g)).toHaveLength(2)
    expect(html).toContain('<a href="/ar/raad" lang="ar" hreflang="ar" dir="rtl">العربية</a>')
    expect(html).toContain('<b lang="da">Dansk</b>')
  })

  test('another language says that nobody has checked it, or who did and when', () => {
    expect(draw({ lang: 'ar', dir: 'rtl' })).toContain('ترجمة آلية')
    const checked = draw({ lang: 'en' }, { checked: { by: 'Noor Aziz', on: '2026-10-01' } })
    expect(checked).toContain('was checked by <bdi>Noor Aziz</bdi>, Thursday')
    expect(checked).not.toContain('Machine translation')
    const municipality = { ...pageOf('/raad', ASSETS).municipality, checked: { ar: { by: 'Noor Aziz', on: '2026-10-01' } } }
    expect(draw({ lang: 'ar', municipality }, {})).toContain('<bdi>Noor Aziz</bdi>')
    expect(draw({ lang: 'en', municipality }, {})).not.toContain('Noor Aziz')
    expect(draw()).not.toContain('Læs siden på dansk')
  })
})

describe('the human', () => {
  test('B25: a known number can be tapped, on a page without script too', () => {
    const html = draw({ human: { ...AMIRA, phone: '12 34 56 78' } })
    expect(html).toContain('<a href="tel:12345678">')
    expect(html).toContain('Du kan skjule dit nummer')
  })

  test('B25: a missing number is said to be missing, with who fills it in', () => {
    const html = draw()
    expect(html).not.toContain('tel:')
    expect(html).toContain('Nummeret mangler. ')
    expect(html).toContain('<bdi>Bo Lind i driften</bdi> skriver')
  })

  test('nothing known at all is still a block that says who will make it known', () => {
    const html = draw({
      human: {
        ...AMIRA,
        name: null,
        email: null,
        hours: null,
        openNow: null,
        deputy: null,
        invented: false,
        fillsIn: 'Den, der driver siden,',
      },
    })
    expect(html).toContain('Navnet mangler')
    expect(html).toContain('Tiderne mangler. ')
    expect(html).not.toContain('class="name"><bdi>')
    expect(html.match(/Den, der driver siden,/g)!.length).toBeGreaterThanOrEqual(5)
  })

  test('closed says when it opens', () => {
    expect(draw({ human: { ...AMIRA, openNow: { open: false, next: 'mandag kl. 9' } } })).toContain('Lukket nu. Åbner mandag kl. 9')
    expect(draw({ human: { ...AMIRA, openNow: { open: true, until: '15:30' } } })).toContain('Åbent nu, til kl. 15.30')
  })

  test('a number is only what can be dialled', () => {
    expect(telHref('+45 12 34 56 78')).toBe('tel:+4512345678')
    expect(telHref('112')).toBe('tel:112')
    expect(telHref('kommer snart')).toBeNull()
    expect(telHref(null)).toBeNull()
    expect(clockWords('da', '09:00')).toBe('9')
    expect(clockWords('en', '09:30')).toBe('9:30')
  })
})

describe('a page of the staff', () => {
  const staff = (over: Partial<Page> = {}) =>
    renderPage(
      <StaffPage
        page={pageOf('/arbejdsrum', ASSETS, {
          standing: 'live',
          signedIn: { name: 'Amira Holm', roles: ['rådssekretær'], demo: false, signOut: '/log-ud' },
          formKey: () => 'k3y',
          ...over,
        })}
        title="Hvad venter?"
        nav={[{ href: '/arbejdsrum', label: 'Hvad venter?', current: true, count: 3 }]}
      />,
    )

  test('is never indexed, signs out by a post with the key, and has no exit', () => {
    const html = staff()
    expect(html).toContain('noindex')
    expect(html).toContain('<form method="post" action="/log-ud"><input type="hidden" name="formKey" value="k3y"/>')
    expect(html).not.toContain('/forlad')
    expect(html).toContain('/assets/staff.css')
  })

  test('shows the rooms of the group one is in, and says which of them one stands in', () => {
    const inside = [{ href: '/arbejdsrum/temaer', label: 'Temaer', current: true }]
    const others = [{ href: '/arbejdsrum/indstillinger', label: 'Indstillinger', current: false }]
    const html = renderPage(
      <StaffPage
        page={pageOf('/arbejdsrum/temaer', ASSETS)}
        title="Temaer"
        nav={[
          { href: '/arbejdsrum', label: 'Hvad venter?' },
          { href: '/arbejdsrum/raad', label: 'Råd', inside: others },
          { href: '/arbejdsrum/henvendelser', label: 'Henvendelser', inside },
        ]}
      />,
    )
    expect(html).toContain('<a href="/arbejdsrum/henvendelser" aria-current="true">Henvendelser</a><ul><li>')
    expect(html.match(/aria-current="[a-z]+"/g)).toEqual(['aria-current="true"', 'aria-current="page"'])
    expect(html).toContain('<button type="button" class="link menu" popovertarget="rum">Menu</button>')
    expect(html).toContain('<div id="rum" class="rooms" popover="auto">')
  })

  test('sends nobody to themselves: the signed-in secretary is shown the deputy', () => {
    expect(staff()).toMatch(/Gået i stå\? <bdi>Peter Juhl/)
    expect(staff({ signedIn: { name: 'Hamid Rahimi', roles: [], demo: false } })).toMatch(/Gået i stå\? <bdi>Amira Holm/)
  })
})

describe('the frame is drawn once', () => {
  const {
    lang: langs,
    path: paths,
    section: sections,
    standing: standings,
  } = {
    lang: ['da', 'ar'],
    path: ['/raad', '/nyheder', '/raad/udsatteraad'],
    section: ['councils', 'news', undefined],
    standing: ['live', 'demo', 'demonstration'],
  } as const
  const asked = fc.record({
    lang: fc.constantFrom(...langs),
    path: fc.constantFrom(...paths),
    section: fc.constantFrom(...sections),
    standing: fc.constantFrom(...standings),
    signedIn: fc.boolean(),
    phone: fc.constantFrom(null, '12 34 56 78'),
  })
  type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never
  const ground = pageOf('/raad', ASSETS)
  const withPhone = new Map(([null, '12 34 56 78'] as const).map(phone => [phone, { ...ground.human, phone }]))
  const pageFor = ({ lang, path, section, standing, signedIn, phone }: Asked, anew: boolean) => {
    const human = withPhone.get(phone)!
    const page = pageOf(path, ASSETS, {
      lang,
      standing,
      municipality: anew ? { ...ground.municipality } : ground.municipality,
      human: anew ? { ...human } : human,
      href: (to, other = lang) => (other === 'da' ? to : `/${other}${to}`),
      ...(signedIn ? { signedIn: { name: 'Amira Holm', roles: [], demo: false } } : {}),
    })
    return renderPage(<PublicPage page={page} title="Råd" section={section} />)
  }

  test('whatever was drawn before, a page is the one it would have been', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 2, maxLength: 12 }), all => all.every(one => pageFor(one, false) === pageFor(one, true))),
    )
  })

  test('without end of addresses it does not grow without end', () => {
    const from = {}
    let drawn = 0
    for (let n = 0; n < 1_000; n++) drawnOnce(from, 'da', `/${n}`, () => `${++drawn}`)
    expect(drawnOnce(from, 'da', '/999', () => 'anew').__html).toBe('1000')
    expect(drawnOnce(from, 'da', '/1', () => 'anew').__html).toBe('anew')
  })
})

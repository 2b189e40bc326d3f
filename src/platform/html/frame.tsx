// Keeps what stands around a page: shortcuts, exit, demonstration strip, header, menus and foot.
import { directionOf, LANG_NAMES } from '../i18n.ts'
import { drawnOnce } from './drawn-once.tsx'
import { Invented } from './invented.tsx'
import { FORM_KEY_FIELD, FRAME_PATHS, type Page } from './page.ts'
import { type FrameKey, say, useLang } from './say.ts'

/** The sections of the main menu; a page names the one it belongs to. */
export type Section = 'tell' | 'councils' | 'news' | 'policy' | 'contact' | 'help'

const MENU: readonly Section[] = ['tell', 'councils', 'news', 'policy', 'contact']

/** The title of the site as one line: "Råd og dialog · Glostrup Kommune". */
export function siteTitle(page: Page): string {
  return `${page.municipality.title} · ${page.municipality.name}`
}

/**
 * The first tab stops: to the content, out of the site, to the human.
 * The exit is a plain link that the server answers with Clear-Site-Data and a neutral page; it sticks to the corner.
 */
export function Shortcuts({ page, exit }: { page: Page; exit: boolean }) {
  const { lang } = page
  return (
    <nav class="cuts" aria-label={say(lang, 'skip.label')}>
      <a class="skip" href="#indhold">
        {say(lang, 'skip.content')}
      </a>
      {exit && (
        <a class="exit" href={FRAME_PATHS.leave} rel="noreferrer nofollow">
          {say(lang, 'exit')}
        </a>
      )}
      <a class="skip" href="#kontakt">
        {say(lang, 'skip.human')}
      </a>
    </nav>
  )
}

/** The strip that says plainly whose site this is not; nothing when the authority is confirmed. */
export function Strip({ page, staff }: { page: Page; staff?: boolean }) {
  const { lang, standing, municipality } = page
  if (municipality.practice) return <PracticeStrip page={page} staff={staff ?? false} />
  if (standing === 'live') return null
  return (
    <p class="strip w">
      {say(lang, `standing.${standing}`, { municipality: municipality.name })}
      {standing === 'demo' && (
        <>
          {' '}
          <Invented /> {!page.signedIn && <a href={`${page.href(FRAME_PATHS.signIn)}#proev`}>{say(lang, 'standing.demo.try')}</a>}
        </>
      )}
    </p>
  )
}

/** Says on every page that this is a practice, and leads out of it. A kept page has no form, so there the way leads over the page of the practice. */
function PracticeStrip({ page, staff }: { page: Page; staff: boolean }) {
  const { lang } = page
  return (
    <div class="strip practice w">
      <b>{say(lang, 'standing.practice')}</b>{' '}
      {staff && page.formKey ? (
        <form method="post" action={page.href(FRAME_PATHS.practiceEnd)}>
          <input type="hidden" name={FORM_KEY_FIELD} value={page.formKey()} />
          <button type="submit" class="link">
            {say(lang, 'standing.practice.back')}
          </button>
        </form>
      ) : (
        <a href={page.href(FRAME_PATHS.practice)}>{say(lang, 'standing.practice.back')}</a>
      )}
    </div>
  )
}

/** The languages the municipality offers, each in its own script; the current one is plain text. */
function Languages({ page }: { page: Page }) {
  const { lang, municipality } = page
  if (municipality.languages.length < 2) return null
  return (
    <nav class="langs" aria-label={say(lang, 'languages')}>
      <ul>
        {municipality.languages.map(other => (
          <li key={other}>
            {other === lang ? (
              <b lang={other}>{LANG_NAMES[other]}</b>
            ) : (
              <a href={page.href(page.path, other)} lang={other} hreflang={other} dir={directionOf(other)}>
                {LANG_NAMES[other]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MenuLinks({ page, section }: { page: Page; section: Section | undefined }) {
  return (
    <ul>
      {MENU.map(one => {
        const current = one === section ? (page.path === FRAME_PATHS[one] ? 'page' : 'true') : undefined
        return (
          <li key={one}>
            <a href={page.href(FRAME_PATHS[one])} aria-current={current}>
              {say(page.lang, `nav.${one}`)}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** The head of a public page. On a narrow screen "Menu" is a link to the menu at the foot, so it needs no script. */
export function PublicHeader({ page, section }: { page: Page; section: Section | undefined }) {
  const { municipality, standing, signedIn, path } = page
  const form = `head ${section} ${standing} ${Boolean(signedIn)} ${path}`
  return <header id="hoved" dangerouslySetInnerHTML={drawnOnce(municipality, page.lang, form, () => head(page, section))} />
}

function head(page: Page, section: Section | undefined) {
  const { lang, municipality } = page
  return (
    <>
      <Strip page={page} />
      <div class="top w">
        <a class="site" href={page.href(FRAME_PATHS.home)}>
          <b>{municipality.title}</b> <span>{municipality.name}</span>
        </a>
        <Languages page={page} />
      </div>
      <div class="bar w">
        <a class="menu" href="#menu">
          {say(lang, 'menu')}
        </a>
        <nav class="main" aria-label={say(lang, 'nav.main')}>
          <MenuLinks page={page} section={section} />
        </nav>
        <a class="help" href={page.href(FRAME_PATHS.help)} aria-current={section === 'help' ? 'page' : undefined}>
          {say(lang, 'nav.help')}
        </a>
      </div>
    </>
  )
}

const FOOT: readonly ['accessibility' | 'privacy' | 'openData', FrameKey][] = [
  ['accessibility', 'foot.accessibility'],
  ['privacy', 'foot.privacy'],
  ['openData', 'foot.openData'],
]

/** The foot of a public page: the menu once more, and the statements the law asks for. */
export function PublicFoot({ page, section }: { page: Page; section: Section | undefined }) {
  const form = `foot ${section} ${page.path}`
  return <footer class="foot w" dangerouslySetInnerHTML={drawnOnce(page.municipality, page.lang, form, () => foot(page, section))} />
}

function foot(page: Page, section: Section | undefined) {
  const { lang } = page
  return (
    <nav id="menu" tabIndex={-1} aria-label={say(lang, 'nav.foot')}>
      <MenuLinks page={page} section={section} />
      <ul>
        {FOOT.map(([path, words]) => (
          <li key={path}>
            <a href={page.href(FRAME_PATHS[path])}>{say(lang, words)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The link back to where one came from, above the content. `href` is used as it stands. */
export function BackLink({ href, label }: { href: string; label?: string | undefined }) {
  const lang = useLang()
  return (
    <p class="back">
      <a href={href}>
        <span class="arrow" aria-hidden="true" />
        {label ?? say(lang, 'back')}
      </a>
    </p>
  )
}

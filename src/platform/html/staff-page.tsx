// Keeps a whole page of the staff's rooms.
import type { ComponentChildren } from 'preact'
import { Document } from './document.tsx'
import { BackLink, Shortcuts, Strip, siteTitle } from './frame.tsx'
import { StaffHuman } from './human.tsx'
import { Invented } from './invented.tsx'
import { FORM_KEY_FIELD, FRAME_PATHS, type Page } from './page.ts'
import { say } from './say.ts'

/** One link of the staff's menu; `href` is used as it stands. */
export interface StaffLink {
  href: string
  label: string
  current?: boolean | undefined
  /** How many things wait there; shown after the label when above 0. */
  count?: number | undefined
  /** The rooms of this group: in a line of their own below while one stands in the group, and all of them in the telephone's menu. */
  inside?: StaffLink[] | undefined
}

export interface StaffPageProps {
  page: Page
  title: string
  /** The title is in this language, whatever the page is in. */
  titleIn?: string | undefined
  lead?: ComponentChildren
  nav?: StaffLink[] | undefined
  back?: { href: string; label?: string | undefined } | undefined
  above?: ComponentChildren
  /** Beside the h1 and lead: a drawing or the one thing to do. */
  beside?: ComponentChildren
  /** Under the lead, still beside the drawing: the verdict and the one thing to do. */
  opening?: ComponentChildren
  /** The content may use the whole width of the screen (tables). */
  wide?: boolean | undefined
  faulty?: boolean | undefined
  /** A script of this page's own, by its address. */
  script?: string | undefined
  children?: ComponentChildren
}

/** A whole page of the staff's rooms. Never indexed, no exit, the human in one line. */
export function StaffPage(props: StaffPageProps) {
  const { page, title, lead, nav, back, above, beside, opening, wide, children } = props
  const { lang, signedIn } = page
  const head = (
    <>
      {above}
      <h1 lang={props.titleIn}>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {opening}
    </>
  )
  return (
    <Document page={page} tab={title} faulty={props.faulty} noindex staff script={props.script}>
      <body class={wide ? 'staff wide' : 'staff'}>
        <Shortcuts page={page} exit={false} />
        <header>
          <div class="top w">
            <a class="site" href={page.href('/arbejdsrum')}>
              <b>{say(lang, 'staff.room')}</b> <span>{siteTitle(page)}</span>
            </a>
            {signedIn && (
              <div class="who">
                <span>
                  <bdi>{signedIn.name}</bdi>
                  {signedIn.roles.length > 0 && `, ${signedIn.roles.join(', ')}`} {signedIn.demo && <Invented />}
                </span>
                {signedIn.signOut && (
                  <form method="post" action={signedIn.signOut}>
                    {page.formKey && <input type="hidden" name={FORM_KEY_FIELD} value={page.formKey()} />}
                    <button type="submit" class="link">
                      {say(lang, 'staff.signOut')}
                    </button>
                  </form>
                )}
                {signedIn.stay && (
                  <form method="post" action={signedIn.stay.action}>
                    {page.formKey && <input type="hidden" name={FORM_KEY_FIELD} value={page.formKey()} />}
                    <input type="hidden" name="til" value={signedIn.stay.backTo} />
                    <span class="soft">{signedIn.stay.text}</span>{' '}
                    <button type="submit" class="link">
                      {signedIn.stay.label}
                    </button>
                  </form>
                )}
              </div>
            )}
          </div>
          {nav && nav.length > 0 && (
            <nav class="bar main w" aria-label={say(lang, 'staff.nav')}>
              {nav.length > MOST_IN_LINE ? <Folded page={page} links={nav} /> : <NavLinks links={nav} />}
            </nav>
          )}
          <Strip page={page} staff />
        </header>
        <main id="indhold" class="w" tabIndex={-1}>
          {back && <BackLink {...back} />}
          {beside ? (
            <div class="cols">
              <div>{head}</div>
              <div>{beside}</div>
            </div>
          ) : (
            head
          )}
          {children}
        </main>
        <footer class="foot w">
          <StaffHuman page={page} />
          <p>
            <a href={page.href(FRAME_PATHS.home)}>{say(lang, 'staff.toPublic')}</a>
          </p>
        </footer>
      </body>
    </Document>
  )
}

/** More links than this are folded on a telephone. */
const MOST_IN_LINE = 2

/**
 * The menu in one line on a telephone: what waits is one press away, and the rest opens as a popover, which the browser
 * shows, closes and moves the focus into without a script. Where there is room it is the same list, never folded.
 */
function Folded({ page, links }: { page: Page; links: StaffLink[] }) {
  const [first] = links
  return (
    <>
      <button type="button" class="link menu" popovertarget="rum">
        {say(page.lang, 'menu')}
      </button>
      <a class="first" href={first!.href} aria-current={first!.current && !first!.inside ? 'page' : undefined}>
        {first!.label}
      </a>
      <div id="rum" class="rooms" popover="auto">
        <button type="button" class="link" popovertarget="rum" popovertargetaction="hide">
          {say(page.lang, 'staff.nav.close')}
        </button>
        <NavLinks links={links} />
      </div>
    </>
  )
}

function NavLinks({ links }: { links: StaffLink[] }) {
  return (
    <ul>
      {links.map(({ href, label, current, count, inside }) => (
        <li key={href}>
          <a href={href} aria-current={inside?.some(room => room.current) ? 'true' : current ? 'page' : undefined}>
            {label}
            {count ? <span class="count">{count}</span> : null}
          </a>
          {inside && <NavLinks links={inside} />}
        </li>
      ))}
    </ul>
  )
}

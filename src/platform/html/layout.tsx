// Keeps a whole public page, and is the one place to get either layout from.
import type { ComponentChildren } from 'preact'
import { Document } from './document.tsx'
import { BackLink, PublicFoot, PublicHeader, type Section, Shortcuts } from './frame.tsx'
import { HumanBlock } from './human.tsx'
import type { Page } from './page.ts'
import { TranslationNote } from './translation.tsx'
import type { Checked } from './translation-line.ts'

export { renderPage } from './document.tsx'

export { type StaffLink, StaffPage } from './staff-page.tsx'

export interface PublicPageProps {
  page: Page
  /** The h1, and the name of the tab. */
  title: string
  /** One or two sentences under the h1. */
  lead?: ComponentChildren
  section?: Section | undefined
  /** A link above everything in the content; `label` is "Tilbage" when left out. `href` is used as it stands. */
  back?: { href: string; label?: string | undefined } | undefined
  /** "Forlad siden"; true when left out. */
  exit?: boolean | undefined
  noindex?: boolean | undefined
  /** Stands above the h1: an error summary, a step line, a status chip. */
  above?: ComponentChildren
  /** A second column beside the whole content (one column on a narrow screen). */
  aside?: ComponentChildren
  /** The title is somebody's own words: serif, in »…«. */
  quoted?: boolean | undefined
  /** The title is in Danish on a page in any language. */
  danish?: boolean
  /** The tab shows the title of the site only (telling, receipt, help). */
  neutral?: boolean | undefined
  /** The form came back with errors: the tab says so first. */
  faulty?: boolean | undefined
  /** Who checked the translation of this page, when that is known of it alone; else the municipality's data say it for the language. */
  checked?: Checked | null | undefined
  children?: ComponentChildren
}

/** A whole public page: frame, h1, content, the human at the end. */
export function PublicPage(props: PublicPageProps) {
  const { page, title, lead, section, back, exit = true, above, aside, quoted, danish, children } = props
  const note =
    page.lang === 'da' ? null : <TranslationNote page={page} checked={props.checked ?? page.municipality.checked?.[page.lang] ?? null} />
  const head = (
    <>
      {above}
      <h1 class={quoted ? 'own' : undefined} lang={quoted ? 'da' : undefined}>
        {quoted ? (
          `»${title}«`
        ) : danish && page.lang !== 'da' ? (
          <span lang="da" dir="ltr">
            {title}
          </span>
        ) : (
          title
        )}
      </h1>
      {lead && <p class="lead">{lead}</p>}
    </>
  )
  return (
    <Document
      page={page}
      tab={props.neutral ? undefined : title}
      faulty={props.faulty}
      noindex={Boolean(props.noindex) || page.standing !== 'live'}
    >
      <body>
        <Shortcuts page={page} exit={exit} />
        <PublicHeader page={page} section={section} />
        <main id="indhold" class="w" tabIndex={-1}>
          {back && <BackLink {...back} />}
          {aside ? (
            <div class="cols">
              <div>
                {head}
                {children}
              </div>
              <div class="aside">
                {aside}
                {note}
              </div>
            </div>
          ) : (
            <>
              {head}
              {note}
              {children}
            </>
          )}
        </main>
        <HumanBlock page={page} />
        <PublicFoot page={page} section={section} />
      </body>
    </Document>
  )
}

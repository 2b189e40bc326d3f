// Keeps the outermost of every page: the head, the language, and how it becomes bytes.
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { accentStyle } from './accent.ts'
import { siteTitle } from './frame.tsx'
import type { AssetNames, Page } from './page.ts'
import { PageLang, say } from './say.ts'

interface DocumentProps {
  page: Page
  /** What the tab and the history show, before the title of the site; left out, only the title of the site shows. */
  tab: string | undefined
  faulty?: boolean | undefined
  noindex: boolean
  staff?: boolean
  /** A script of this page's own. */
  script?: string | undefined
  children: ComponentChildren
}

/** The document around a body; sets the language that the parts inside speak. */
export function Document({ page, tab, faulty, noindex, staff, script, children }: DocumentProps) {
  const { assets, lang } = page
  const title = [faulty ? say(lang, 'form.error') : '', tab ? `${tab} ·` : '', siteTitle(page)].filter(Boolean).join(' ')
  return (
    <PageLang.Provider value={lang}>
      <html lang={lang} dir={page.dir}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="format-detection" content="telephone=no" />
          {noindex && <meta name="robots" content="noindex, nofollow" />}
          {staff || !assets.publicStyle ? (
            <link rel="stylesheet" href={assets.publicCss} />
          ) : (
            <style dangerouslySetInnerHTML={{ __html: here }} />
          )}
          {staff && <link rel="stylesheet" href={assets.staffCss} />}
          {/* Nothing is painted before the head of the page has come whole: it would move while the rest of it comes in. */}
          {!staff && <link {...{ rel: 'expect', href: '#hoved', blocking: 'render' }} />}
          {assets.icon && <link rel="icon" href={assets.icon} />}
          {/* The styles in the page are files of ours and accentStyle alone, never what people write. The server names their hashes. */}
          <style dangerouslySetInnerHTML={{ __html: accentStyle(page.municipality.accent) }} />
          {assets.script && <script type="module" src={assets.script} />}
          {script && <script type="module" src={script} />}
        </head>
        {children}
      </html>
    </PageLang.Provider>
  )
}

/** What stands in the stylesheet's place until the page becomes bytes. */
const here = '/* here */'
/** No words of a page can hold this: what people write has its `<` escaped. */
const place = `<style>${here}</style>`

/**
 * The bytes of a page: the doctype and the rendered document. The public stylesheet (`assets.publicStyle`), two thirds of a page, is bytes
 * already: turning it into them again with each page cost a seventh of the processor time of an answer.
 */
export function renderPage(page: VNode, { publicStyle }: Pick<AssetNames, 'publicStyle'>): Buffer {
  const html = `<!doctype html>${renderToString(page)}`
  const at = publicStyle ? html.indexOf(place) : -1
  if (!publicStyle || at < 0) return Buffer.from(html)
  const [before, after] = [at + '<style>'.length, at + place.length - '</style>'.length]
  return Buffer.concat([Buffer.from(html.slice(0, before)), publicStyle, Buffer.from(html.slice(after))])
}

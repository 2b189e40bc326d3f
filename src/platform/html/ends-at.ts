// A page on a computer that many people use: it ends by itself. The browser is told so by a header, which needs no script.
import type { VNode } from 'preact'
import { type Answer, file } from '../http/route.ts'
import { renderPage } from './layout.tsx'
import type { Page } from './page.ts'

/** Seconds until the page ends; two minutes before, it says so where there is something on it. */
const sharedSeconds = 600

export const endsAt = (page: Page, node: VNode, address: string, status = 200): Answer =>
  file('text/html; charset=utf-8', renderPage(node, page.assets), {
    status,
    headers: { 'content-language': page.lang, refresh: `${sharedSeconds}; url=${address}` },
  })

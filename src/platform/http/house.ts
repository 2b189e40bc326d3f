// What the rooms hand to the web server: routes, the frame of a page, who is signed in, and the pages of "no".
import type { VNode } from 'preact'
import type { Tx } from '../db/act.ts'
import type { Page, SignedIn } from '../html/page.ts'
import type { Principal, Staff } from '../principal.ts'
import type { AnyRoute } from './route.ts'

/** The part of a page that is the same for everybody in one language: municipality, human, standing. */
export interface Frame {
  readonly page: Omit<Page, 'path' | 'href' | 'now' | 'signedIn' | 'formKey' | 'assets' | 'lang' | 'dir'>
  /** A clock-driven line ("åbent nu") is wrong after this moment. */
  readonly validUntil: Date | null
}
export interface NoPage {
  readonly status: number
  readonly title: string
  readonly text: string
  readonly reference?: string
  /** What was typed, where it would be lost otherwise; with what to say above it. */
  readonly typed?: { readonly label: string; readonly texts: readonly string[] }
  /** The page to open again. */
  readonly again?: { readonly href: string; readonly label: string }
}
export interface House {
  readonly routes: readonly AnyRoute[]
  readonly frame: (tx: Tx, lang: Page['lang']) => Promise<Frame>
  /** The person behind a session token, or null when it is unknown, ended or idle too long. */
  readonly signIn: (tx: Tx, token: string) => Promise<Principal | null>
  readonly signedIn: (who: Staff, page: Page) => SignedIn
  /** Where a stranger who asks for a staff page goes; they come back afterwards. */
  readonly signInPath: (backTo: string) => string
  readonly noPage: (page: Page, no: NoPage) => VNode
  /** Hears of each use of a session, to be written down in batches: a GET itself writes nothing. */
  readonly seen: (who: Principal, at: Date) => void
}

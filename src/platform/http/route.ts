// What a route is: an address, who may, what it loads, what it shows or does. `may` has no default.
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Ctx, Tenant } from '../context.ts'
import type { Deed, Tx } from '../db/act.ts'
import type { Filled } from '../html/filled.ts'
import type { Page } from '../html/page.ts'
import type { Principal } from '../principal.ts'
import type { PostedFile } from './body.ts'
import type { Tenants } from './tenants.ts'

/** What was asked for: parts of the address, the query, and the languages. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly lang: Page['lang']
  /** Scheme and host of this site, without a trailing slash; never taken from a header nobody vouches for. */
  readonly origin: string
  /** With a posted form: its key (the same for a retry), whether it came faster than a human types, and files. */
  readonly form?: {
    readonly key: string
    readonly state: 'ok' | 'too-fast' | 'stale'
    readonly files: Readonly<Record<string, PostedFile>>
  }
}

interface Common<T> {
  readonly path: string
  /** May this person come here, given what was found? Denied: 404 when `hides`, 403 otherwise; staff pages send strangers to sign in. */
  readonly may: (who: Principal, thing: T, asked: Asked) => boolean
  /** Finds what the page is about; null is 404. Runs as this person, in one transaction. */
  readonly load: (tx: Tx, who: Principal, asked: Asked) => Promise<T | null>
  /** Not permitted looks like not there (things whose existence is nobody's business). */
  readonly hides?: boolean
  /** Whoever comes here is nobody: a session the browser happens to have is not looked at, so that nothing written down can say who it was. */
  readonly nameless?: boolean
  /** A public page: read as the public role, kept until what it was made from changes. */
  readonly kept?: boolean
  /** Names whose data this page shows; each reading is written to the access log before the page is sent, also when a form comes back on it (`formReadings`). */
  readonly reads?: (thing: T, asked: Asked) => Reading | readonly Reading[] | null
}
export interface Reading {
  readonly about: string | null
  readonly action: string
  readonly reason?: string
}

export interface View<T> extends Common<T> {
  readonly method: 'GET'
  /** What takes time and needs no store (a question to the solver): runs after `load` and `may`, when the transaction has been given back. */
  readonly finish?: (thing: T) => Promise<T>
  readonly view: (page: Page, thing: T, form: Filled, asked: Asked, who: Principal) => VNode | Answer
}
export interface Deeds<T, I, R> extends Common<T> {
  readonly method: 'POST'
  /** Turns the posted fields into the deed's input. A zod error comes back as field errors. */
  readonly input: z.ZodType<I>
  readonly deed: Deed<{ readonly thing: T; readonly input: I; readonly asked: Asked }, R>
  readonly isolation?: 'serializable'
  /** Waits before the transaction is opened, so that a slowed-down guess holds no connection. May refuse. */
  readonly waits?: (input: I, asked: Asked) => Promise<void>
  /** Where next: an address (303), or a page or file shown at once. */
  readonly then: (result: R, context: { page: Page; thing: T; input: I; asked: Asked; who: Principal }) => string | VNode | Answer
  /** The page with the form; it comes back filled with the errors when the deed says no. */
  readonly form: {
    readonly view: (page: Page, thing: never, form: Filled, asked: Asked, who: Principal) => VNode | Answer
    readonly load?: (tx: Tx, who: Principal, asked: Asked) => Promise<unknown>
  }
  /** Ends or begins sessions: gets and sets cookies. */
  readonly cookie?: (result: R) => { readonly set?: string; readonly clear?: boolean } | undefined
  /** Runs after the commit, in no transaction, and takes the place of `then`: where next needs another server, or another municipality. */
  readonly outside?: (ctx: Ctx, visit: OutsideVisit<T>, result: R) => Promise<Leaving>
  /** At most so many bytes (64 kB unless told). */
  readonly maxBytes?: number
  /** How many bytes a form with files may have (multipart), where that is more than one without. */
  readonly fileBytes?: number
}
/** An address that must ask another server: `outside` runs after `load` and `may`, in no transaction, and opens its own for what it writes. */
export interface Outside<T> extends Common<T> {
  readonly method: 'GET'
  readonly outside: (ctx: Ctx, visit: OutsideVisit<T>) => Promise<Leaving>
}
export interface OutsideVisit<T> {
  readonly who: Principal
  readonly thing: T
  readonly asked: Asked
  readonly tenant: Tenant
  /** The address as it was asked for, with its query. */
  readonly url: URL
  /** The cookies that came along, as they came. */
  readonly cookies: string
  readonly tenants: Tenants
}
/** Where an outside route leads: an address of ours (then in the reader's language), or of the other server. */
export interface Leaving {
  readonly to: string
  /** The token of a session that begins here. */
  readonly session?: string
  /** Further cookies, each a whole `Set-Cookie`. */
  readonly cookies?: readonly string[]
}
/** A file, feed or other answer that is not a page. */
export interface Answer {
  readonly answer: true
  readonly status?: number
  readonly type: string
  /** A function is called when no transaction is open any more: for what takes its time (a PDF). */
  readonly body: string | Uint8Array | (() => Promise<string | Uint8Array>)
  readonly headers?: Readonly<Record<string, string>>
  /** The answer is wrong after this moment. */
  readonly validUntil?: Date
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds routes of every kind; each was typed where it was made.
export type AnyRoute = View<any> | Outside<any> | Deeds<any, any, any>

/** A page or file to read. */
export function get<T>(route: Omit<View<T>, 'method'>): View<T> {
  return { method: 'GET', ...route }
}
/** A page that asks another server before it knows where to lead. */
export function outside<T>(route: Omit<Outside<T>, 'method'>): Outside<T> {
  return { method: 'GET', ...route }
}
/** A deed behind an address of its own. */
export function post<T, I, R>(route: Omit<Deeds<T, I, R>, 'method'>): Deeds<T, I, R> {
  return { method: 'POST', ...route }
}

/** What is logged when a form comes back: what the page it comes back on logs. A form and its page share the function that draws them. */
export function formReadings(routes: readonly AnyRoute[]): (route: AnyRoute) => Common<unknown>['reads'] {
  const pages = routes.flatMap(route => ('view' in route && route.reads ? [[route.view as unknown, route.reads] as const] : []))
  const byView = new Map(pages)
  return route => (route.method === 'POST' ? byView.get(route.form.view) : route.reads)
}

/** Everybody may. Written out, so that an open page is a choice one can search for. */
export const anybody = () => true
/** Nothing to load. */
export const nothing = async () => ({})
/** A file or feed as an answer. */
export function file(type: string, body: Answer['body'], more: Partial<Omit<Answer, 'answer' | 'type' | 'body'>> = {}): Answer {
  return { answer: true, type, body, ...more }
}

// How a test knocks: as a browser would, with cookie, origin and the hidden key of the form.
import { FORM_KEY_FIELD } from '../src/platform/html/page.ts'

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>
interface Answered {
  readonly status: number
  /** Where a 303 leads, without the host; null otherwise. */
  readonly location: string | null
  readonly body: string
  readonly headers: Headers
}
export interface Door {
  /** Any request; cookie, host and (for unsafe methods) origin are added unless given. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  get(path: string): Promise<Answered>
  /** Sends a form as our own page would. `formKey` repeats a form; left out, each call is a new one. */
  post(path: string, fields?: Fields, formKey?: string): Promise<Answered>
  /** A new form key, to send the same form twice. */
  formKey(): string
}

type Fetch = (request: Request) => Promise<Response>

export function doorOf(fetch: Fetch, session: string | null, host: string, formKey: () => string): Door {
  const send: Door['fetch'] = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', host)
    if (session && !headers.has('cookie')) headers.set('cookie', `raadslag=${session}`)
    if ((init.method ?? 'GET') !== 'GET' && !headers.has('origin')) headers.set('origin', `http://${host}`)
    return await fetch(new Request(`http://${host}${path}`, { redirect: 'manual', ...init, headers }))
  }
  const answered = async (response: Response): Promise<Answered> => ({
    status: response.status,
    location: response.headers.get('location'),
    body: await response.text(),
    headers: response.headers,
  })
  return {
    fetch: send,
    formKey,
    get: async path => await answered(await send(path)),
    async post(path, fields = {}, key = formKey()) {
      const body = new URLSearchParams()
      body.append(FORM_KEY_FIELD, key)
      for (const [name, value] of Object.entries(fields)) for (const one of [value ?? []].flat()) body.append(name, one)
      return await answered(
        await send(path, { method: 'POST', body: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      )
    },
  }
}

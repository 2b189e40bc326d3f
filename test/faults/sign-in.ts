// Signing in at a running site by a printed link, as a person does it: opened, and then pressed.
import { filledIn, formsOf } from './forms.ts'

/** The cookie of whoever opens the link and presses its button; null where it lets nobody in. The page itself opens for any link: looking uses none up. */
export async function signInBy(link: string): Promise<string | null> {
  const page = await fetch(link)
  const form = formsOf(await page.text()).find(one => one.method === 'post' && one.controls.some(control => control.name === 'formKey'))
  if (page.status !== 200 || !form) return null
  const to = new URL(form.action || link, link)
  const answer = await fetch(to, { method: 'POST', headers: { origin: to.origin }, body: filledIn(form, {}), redirect: 'manual' })
  const cookie = answer.headers.getSetCookie().find(one => one.startsWith('raadslag='))
  return cookie?.split(';')[0] ?? null
}

// A citizen at the public form: takes a page, fills it, sends it, and sends the same again when no answer came.

import { filledIn, formWith, type PageForm, unescaped, type Wishes } from './forms.ts'
import type { Answered, Site } from './site.ts'

/** What a citizen was told is received. */
export interface Acknowledged {
  readonly name: string
  readonly code: string
  readonly councils: readonly string[]
  readonly letter: boolean
}
/** Somebody invented who sends one nomination after the other. */
export interface Citizen {
  /** Fills the form up to the page where "send" is pressed, if that is not in hand already. */
  begin(): Promise<void>
  /** Goes on until `alive` says no or the site stops answering; what was being sent is sent again the next time. */
  go(alive: () => boolean): Promise<void>
  /** Sends once more what was being sent when the site went, and waits for an answer. */
  finish(): Promise<void>
}
export interface Ledger {
  /** Only ever added to: what was acknowledged. */
  readonly acknowledged: Acknowledged[]
  /** Summaries sent whose answer never came. */
  interrupted: number
  /** Connections that broke before an answer, after the site was ready again; each was sent once more. */
  broken: number
  /** Answers no citizen should see; the first few. */
  readonly strange: string[]
}

const councils = ['udsatteraad', 'integrationsraad']
const scripts = ['Opdigtet Åse', 'Opdigtet Yılmaz', 'Opdigtet محمد', 'Opdigtet Оксана', 'Opdigtet 美玲', "Opdigtet O'Neill"]
const address = '/bliv-medlem'
/** What a broken connection is called: reset by the other side, or gone while we wrote. A refused one is a site that is not there. */
const broke = new Set(['ECONNRESET', 'EPIPE'])

interface Sending {
  readonly body: URLSearchParams
  readonly last: boolean
}

/** The answers of invented person number `n`. */
export function answersOf(n: number): { wishes: Wishes; name: string; councils: readonly string[]; letter: boolean } {
  const name = `${scripts[n % scripts.length]} ${n}`
  const chosen = n % 3 === 0 ? councils : [councils[n % 2]!]
  const letter = n % 2 === 0
  const reach = letter ? { reach: 'email', email: `person${n}@example.org` } : { reach: 'letter', address: `Opdigtet Allé ${n}` }
  const motivation = 'Jeg vil gerne være med. '.repeat(1 + (n % 40))
  return { wishes: { forWhom: 'self', councils: chosen, name, motivation, residence: 'yes', ...reach }, name, councils: chosen, letter }
}

/** The receipt code on a page, if it is a receipt. */
export const codeOn = (html: string): string | undefined => unescaped(/id="kode">\s*([^<]+?)\s*</.exec(html)?.[1] ?? '') || undefined

/** The summary as the last step sends it, with the key of a page just taken: what the steps between would have led to. */
export function summaryOf(wishes: Wishes, key: string): URLSearchParams {
  const fields = new URLSearchParams({ formKey: key, step: 'summary', language: 'da' })
  for (const [name, value] of Object.entries(wishes)) for (const one of [value].flat()) fields.append(name, one)
  return fields
}

/** `hurried`: after the first time, goes from the first page straight to the summary, so that a long run spends its time on what is kept. */
export function citizen(site: Site, ledger: Ledger, nextNumber: () => number, hurried = false): Citizen {
  let who = answersOf(nextNumber())
  let sending: Sending | undefined
  let walked = false

  function fill(form: PageForm): Sending {
    const key = form.controls.find(control => control.name === 'formKey')?.value
    if (hurried && walked && !sending && key) return { body: summaryOf(who.wishes, key), last: true }
    const last = form.controls.some(control => control.name === 'step' && control.value === 'summary')
    return { body: filledIn(form, who.wishes), last }
  }
  function took(answer: Answered): void {
    const code = codeOn(answer.body)
    if (code) {
      ledger.acknowledged.push({ name: who.name, code, councils: who.councils, letter: who.letter })
      who = answersOf(nextNumber())
      sending = undefined
      walked = true
      return
    }
    const form = formWith(answer.body, 'step')
    if (!form || (answer.status !== 200 && answer.status !== 422)) throw new Error(`answered ${answer.status}`)
    const next = fill(form)
    // The same page again: it came too fast and wants one more press; anything else is a form this citizen cannot fill.
    if (answer.status === 422 && !next.body.has('again')) throw new Error(`refused at step ${next.body.get('step')}`)
    sending = next
  }
  /** False when no answer came, or one that says "not now". */
  async function send(): Promise<boolean> {
    try {
      const answer = sending ? await site.post(address, sending.body) : await site.get(address)
      if (answer.status === 503 || answer.status === 500) {
        if (answer.status === 500 && ledger.strange.length < 5) ledger.strange.push('500')
        return false
      }
      took(answer)
      return true
    } catch (error) {
      if (!(error as NodeJS.ErrnoException).code && ledger.strange.length < 5) ledger.strange.push((error as Error).message)
      return false
    }
  }
  /** A connection kept open may end under one's hands (the site closes what was silent for some seconds): whoever meets that sends again. A site that answers nobody is still a fault. */
  async function patiently(body: URLSearchParams, tries = 3): Promise<Answered> {
    try {
      return await site.post(address, body)
    } catch (error) {
      if (tries <= 1 || !broke.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      ledger.broken++
      return await patiently(body, tries - 1)
    }
  }
  return {
    async begin() {
      while (!sending?.last && (await send()));
    },
    async go(alive) {
      while (alive()) {
        if (await send()) continue
        if (sending?.last) ledger.interrupted++
        return
      }
    },
    async finish() {
      if (!sending?.last) return
      // Impatient: pressed twice. Two receipts must be the same one; "press once more" is no receipt.
      const copy = sending
      const [first, second] = await Promise.all([patiently(copy.body), patiently(copy.body)])
      const [one, other] = [codeOn(first.body), codeOn(second.body)]
      if (one && other && one !== other) ledger.strange.push('two presses, two receipts')
      took(other ? second : first)
    },
  }
}

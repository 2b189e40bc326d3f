// Somebody who tells, step by step, with the form in hand: what was being sent when the site went is sent again.
import { codeOn } from '../citizen.ts'
import { formWith } from '../forms.ts'
import type { Answered, Site } from '../site.ts'

/** Every step at which the site may go. */
export const tellSteps = ['more', 'reply', 'summary', 'send', 'sendShort', 'kept', 'open', 'write'] as const
export type TellStep = (typeof tellSteps)[number]

export interface Told {
  readonly words: string
  readonly code: string
}
export interface Teller {
  readonly step: TellStep
  /** Goes up to the step, so that only pressing is left. */
  begin(): Promise<void>
  /** Presses. False when no answer came. */
  press(): Promise<boolean>
  /** Presses again with the very same form, and goes on to the end: the receipt, the code, the words read again. Throws what is not as it should be. */
  finish(): Promise<Told>
}

type Fields = Record<string, string>

export function teller(site: Site, number: number, step: TellStep): Teller {
  const words = `Opdigtet fortælling ${number} ${'æøå '.repeat(1 + (number % 30))}`.trim()
  const added = `Tilføjet ${number}`
  let sending: { path: string; fields: Fields } = { path: '/fortael', fields: {} }
  let answer: Answered | null = null
  let code = ''

  const hidden = (html: string, marked: string): Fields => {
    const form = formWith(html, marked)
    if (!form) throw new Error(`no form with ${marked} at ${step}: ${/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? html.slice(0, 80)}`)
    return Object.fromEntries(form.controls.filter(one => one.kind === 'hidden').map(one => [one.name, one.value]))
  }
  async function send(path: string, fields: Fields): Promise<string> {
    sending = { path, fields }
    return await again()
  }
  async function again(): Promise<string> {
    answer = null
    answer = await site.post(sending.path, new URLSearchParams(sending.fields))
    if (answer.status >= 500) throw new Error(`answered ${answer.status} at ${step}`)
    return answer.body
  }
  const first = async (): Promise<Fields> => ({
    ...hidden((await site.get('/fortael')).body, 'step'),
    words,
    language: 'da',
    reply: 'code',
    again: '1',
  })
  const pages: readonly TellStep[] = ['more', 'reply', 'summary', 'send']
  /** The fields of the page that `until` presses, having walked up to it. */
  async function walkTo(until: TellStep): Promise<Fields> {
    let fields: Fields = { ...(await first()), go: 'more' }
    for (const page of pages) {
      if (page === until) return fields
      const body = await send('/fortael', fields)
      fields = { ...hidden(body, 'step'), words, reply: 'code', again: '1' }
    }
    return fields
  }
  async function told(): Promise<string> {
    const body = await send('/fortael', await first())
    code = codeIn(body)
    return body
  }
  const codeIn = (body: string) => {
    const found = codeOn(body.replace(/<bdi[^>]*>/, ''))
    if (!found) throw new Error(`no receipt at ${step}: ${/<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1]}`)
    return found
  }
  async function openPage(): Promise<Fields> {
    return { ...hidden((await site.get('/kvittering')).body, 'formKey'), code }
  }
  async function opened(): Promise<string> {
    return await send('/kvittering', await openPage())
  }

  return {
    step,
    async begin() {
      if (step === 'sendShort') sending = { path: '/fortael', fields: await first() }
      else if (pages.includes(step)) sending = { path: '/fortael', fields: await walkTo(step) }
      else {
        const receipt = await told()
        if (step === 'kept') sending = { path: '/fortael', fields: { ...hidden(receipt, 'step'), go: 'kept' } }
        else if (step === 'open') sending = { path: '/kvittering', fields: await openPage() }
        else {
          const talk = await opened()
          sending = { path: '/fortael/samtale', fields: { ...hidden(talk, 'visit'), go: 'write', text: added } }
        }
      }
    },
    async press() {
      try {
        await again()
        return true
      } catch {
        return false
      }
    },
    async finish() {
      // A browser that got no answer sends the very same form again; one that did, twice at once, as impatient people do.
      const copy = { ...sending }
      const [body] = await Promise.all([again(), site.post(copy.path, new URLSearchParams(copy.fields))])
      if (step === 'send' || step === 'sendShort') code = codeIn(body)
      else if (pages.includes(step)) {
        const carried = hidden(body, 'step')
        if (step !== 'summary' && carried.words !== words && !body.includes(words)) throw new Error(`the words are gone after ${step}`)
        code = codeIn(await send('/fortael', { ...carried, step: 'summary', words, reply: 'code', again: '1' }))
      }
      let talk = await opened()
      if (!talk.includes(words)) throw new Error(`the code of ${step} does not lead to its words`)
      if (step === 'write') {
        if (!talk.includes(added)) talk = await send('/fortael/samtale', { ...hidden(talk, 'visit'), go: 'write', text: added })
        if (talk.split(added).length !== 2) throw new Error('a message stands there twice or not at all')
      }
      return { words, code }
    },
  }
}

// Every form that anybody may send, found from the routes themselves, with its fields found from the pages that show it.
import { rooms } from '../../../src/rooms.ts'
import type { TestHouse } from '../../house.ts'
import { type Control, filledIn, formsOf, type PageForm, type Wishes } from '../forms.ts'

export interface OpenForm {
  readonly path: string
  /** Fields a person writes or picks in; hidden ones too, since anybody can change them. */
  readonly fields: readonly string[]
  /** The steps it was seen to have; none for a form of one page. */
  readonly steps: readonly string[]
  /** A form filled in harmlessly, as far as it goes; its key is the caller's to renew. */
  readonly filled: URLSearchParams
}

/** What a harmless person answers; fields that are not named stay as the page shows them. */
export const harmless: Wishes = {
  forWhom: 'self',
  councils: ['udsatteraad'],
  name: 'Opdigtet Prøve',
  motivation: 'Jeg vil gerne være med.',
  residence: 'yes',
  reach: 'letter',
  address: 'Opdigtet Allé 1',
  email: 'proeve@example.org',
  words: 'Opdigtet: Jeg venter stadig på svar.',
}

/** Addresses for the parts of a path that forms anybody may send have. */
const parts: Readonly<Record<string, string>> = { ':raad': 'udsatteraad' }

/** The open forms of a house: routes of POST that let a stranger through. */
export async function openForms(house: TestHouse): Promise<OpenForm[]> {
  const found: OpenForm[] = []
  const stranger = { kind: 'anyone', municipalityId: house.municipalityId } as const
  for (const route of rooms.flatMap(room => room.routes)) {
    if (route.method !== 'POST') continue
    const path = route.path.replace(/:\w+/g, part => parts[part] ?? part)
    if (path.includes(':') || !admits(() => route.may(stranger, {} as never, {} as never))) continue
    found.push(await walkThrough(house, path))
  }
  return found
}
const admits = (may: () => boolean) => {
  try {
    return may()
  } catch {
    return false
  }
}

/** Goes through the form as far as harmless answers lead, and notes every field on the way. */
async function walkThrough(house: TestHouse, path: string): Promise<OpenForm> {
  const fields = new Set<string>()
  const steps = new Set<string>()
  let filled = new URLSearchParams()
  let form: PageForm | undefined = formOn((await house.get(path)).body, path)
  for (let page = 0; form && page < 6; page++) {
    for (const control of form.controls as readonly Control[]) if (control.name !== 'formKey') fields.add(control.name)
    // Whoever may say more presses that first; what they may say lies behind it.
    const more = form.controls.find(({ name, value }) => name === 'go' && value === 'more')
    const before = filled.toString()
    filled = filledIn(form, harmless, more && { name: more.name, value: more.value })
    if (filled.has('step')) steps.add(filled.get('step')!)
    if (filled.toString() === before || filled.get('step') === 'summary') break
    form = formOn((await house.post(path, asFields(filled))).body, path)
  }
  return { path, fields: [...fields], steps: [...steps], filled }
}
const formOn = (html: string, path: string): PageForm | undefined =>
  formsOf(html).find(form => form.method === 'post' && (form.action === '' || form.action === path))

/** Fields as the test's door takes them, without the key. */
export function asFields(sent: URLSearchParams): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const name of new Set(sent.keys())) if (name !== 'formKey') fields[name] = sent.getAll(name)
  return fields
}

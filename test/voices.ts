// What tests of voices share: a house where telling is open, and a telling sent as a browser would send it.
import { setUnit } from '../src/people/index.ts'
import { openTestHouse, type TestHouse, type TestHouseOptions, type Visitor } from './house.ts'

/** A confirmed municipality with a sign-in of its own, so that telling is open. */
export const openVoicesHouse = async (options: TestHouseOptions = {}): Promise<TestHouse> =>
  await openTestHouse({
    ...options,
    config: { oidc: { issuer: 'https://login.example.org', clientId: 'raadslag', clientSecret: 'opdigtet' }, ...options.config },
  })

/** The unit everybody works in, led by Laila; a deputy may stand in. */
export async function ledByLaila(house: TestHouse, deputyId: string | null): Promise<void> {
  const [laila, bo] = [await house.as('laila'), await house.as('bo')]
  await house.act(setUnit, { slug: 'administrationen', leaderId: laila.personId, deputyId }, bo.principal)
}

/** The code on a page; null when there is none. */
export const codeIn = (body: string): string | null => /id="kode"[^>]*><bdi[^>]*>([0-9A-Z-]{24})</.exec(body)?.[1] ?? null
/** The token of the next step. */
export const visitIn = (body: string): string => /name="visit" value="([^"]+)"/.exec(body)?.[1] ?? ''
export const flowIn = (body: string): string => /name="flow" value="([^"]+)"/.exec(body)?.[1] ?? ''

type Values = Record<string, string | string[]>
/** Tells and sends; the receipt's page and code. */
export async function tell(house: TestHouse, words: string, more: Values = {}, path = '/fortael') {
  const step = more.reply ? 'summary' : 'start'
  const { body, status } = await house.post(path, { step, words, ...more })
  return { body, status, code: codeIn(body) }
}
/** Opens the talk by its code; then each step with the token of the page before. */
export async function comeBack(house: TestHouse, code: string) {
  let { body } = await house.post('/kvittering', { code })
  return {
    body: () => body,
    async go(go: string, more: Values = {}, path = '/fortael/samtale') {
      const answer = await house.post(path, { visit: visitIn(body), go, ...more })
      body = answer.body
      return answer
    },
  }
}
export async function onlyVoice(house: TestHouse): Promise<Record<string, unknown>> {
  const rows = await house.sql('select * from voice')
  if (rows.length !== 1) throw new Error(`${rows.length} voices`)
  return rows[0]!
}
/** Looks for words as somebody who works here does; what the page shows that comes of it. */
export async function searchFor(who: Visitor, q: string): Promise<{ status: number; body: string; address: string }> {
  const sent = await who.post('/arbejdsrum/henvendelser/soeg', { q })
  const address = sent.headers.get('location') ?? ''
  return { status: sent.status, body: address ? (await who.get(address)).body : sent.body, address }
}

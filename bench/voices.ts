// Telling: how long the slowest take, against the nomination in the same minute; twenty thousand voices searched; the weight of a first visit.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { newDek, seal, wrapDek } from '../src/platform/crypto/envelope.ts'
import { loadKeys, type MunicipalityKeys } from '../src/platform/crypto/keys.ts'
import { newToken } from '../src/platform/crypto/token.ts'
import { detailsOf, nothingSaid } from '../src/voices/telling.ts'
import { answersOf, summaryOf } from '../test/faults/citizen.ts'
import { formWith } from '../test/faults/forms.ts'
import type { Site } from '../test/faults/site.ts'
import { openTellingSite } from '../test/faults/voices/open-site.ts'
import { figure, median, quantile, spread } from './figures.ts'
import { type Load, load, postBytes } from './load.ts'

const voices = 20_000
const group = 'Telling'
const telling = '/fortael'
const joining = '/bliv-medlem'

/** On a site of its own, where telling is open. */
export async function benchVoices({ rounds, each }: { rounds: number; each: number }): Promise<void> {
  const site = await openTellingSite()
  try {
    await weight(site)
    await tellBeside(site, rounds, each)
    await search(site, rounds)
  } finally {
    await site.remove()
  }
}

async function keysOf(site: Site, path: string, count: number): Promise<string[]> {
  const keys: string[] = []
  for (let n = 0; n < count; n++) {
    const form = formWith((await site.get(path)).body, 'step')
    keys.push(form?.controls.find(control => control.name === 'formKey')?.value ?? '')
  }
  return keys
}
const words = (n: number) => 'Jeg venter på svar fra kommunen. '.repeat(1 + (n % 40))

async function tellBeside(site: Site, rounds: number, each: number): Promise<void> {
  let number = 1
  const tellings = async (count: number) =>
    (await keysOf(site, telling, count)).map(formKey => {
      const fields = { formKey, step: 'start', words: words(number++), language: 'da', reply: 'code', again: '1' }
      return postBytes(site.port, telling, new URLSearchParams(fields))
    })
  const nominations = async (count: number) =>
    (await keysOf(site, joining, count)).map(key => postBytes(site.port, joining, summaryOf(answersOf(number++).wishes, key)))
  const send = async (bodies: readonly Buffer[]): Promise<Load> => {
    const done = await load({ port: site.port, connections: 10, count: bodies.length, request: i => bodies[i]! })
    if ((done.statuses[200] ?? 0) !== bodies.length) throw new Error(`telling answered ${JSON.stringify(done.statuses)}`)
    return done
  }
  const both = async (count: number, turned: boolean): Promise<[Load, Load]> => {
    const told = await tellings(count)
    const joined = await nominations(count)
    // Faster than a human types is asked to press once more.
    await pause(2_200)
    if (turned) {
      const second = await send(joined)
      return [await send(told), second]
    }
    return [await send(told), await send(joined)]
  }
  for (let time = 0; time < 4; time++) await both(250, time % 2 === 1)
  const ours: Load[] = []
  const theirs: Load[] = []
  for (let round = 0; round < rounds; round++) {
    const [a, b] = await both(each, round % 2 === 1)
    ours.push(a)
    theirs.push(b)
  }
  const slow = quantile(
    ours.flatMap(one => one.times),
    0.99,
  )
  figure('A1: something told (durable, encrypted, with its code, promise and journal), p99 at 10 at once', {
    group,
    target: '≤ 80 ms',
    figure: `${slow.toFixed(0)} ms`,
    met: slow <= 80,
    note: `of ${ours.length * each}; rounds ${spread(
      ours.map(one => one.p99),
      0,
    )} ms`,
  })
  const ratios = ours.map((one, at) => one.perSecond / theirs[at]!.perSecond)
  figure('something told beside a nomination submitted, 10 at once', {
    group,
    target: '≥ 0.5 × the nomination’s rate in the same minute',
    figure: `${median(ratios).toFixed(2)} ×`,
    met: median(ratios) >= 0.5,
    note: `${Math.round(median(ours.map(one => one.perSecond)))}/s beside ${Math.round(median(theirs.map(one => one.perSecond)))}/s; rounds ${spread(ratios)}`,
  })
}

/** Voices of one person, each of about two thousand signs, sealed as the room seals them. */
async function fill(site: Site, owner: string): Promise<void> {
  const [one] = await site.sql('select id from municipality where practice_of is null')
  const municipality = String(one!.id)
  const keys: MunicipalityKeys = loadKeys(`${site.dataDir}.key`).of(municipality)
  const details = JSON.stringify(detailsOf(nothingSaid))
  const text = 'Jeg skriver om det, der skete på mit værelse i går aftes. '.repeat(35)
  for (let from = 0; from < voices; from += 1_000) {
    const rows = Array.from({ length: 1_000 }, (_, at) => {
      const [id, line] = [randomUUID(), randomUUID()]
      const dek = newDek()
      const place = (table: string, column: string, row: string) => ({ municipality, table, column, row, version: 1 })
      const told = (from + at) % 4_000 === 0 ? `${text} Kanariefuglen sang.` : text
      return {
        id,
        line,
        wrapped: wrapDek(keys, id, dek),
        details: seal(dek, place('voice', 'details_sealed', id), details),
        text: seal(dek, place('voice_line', 'text_sealed', line), told),
      }
    })
    const ids = rows.map(row => row.id)
    await site.sql(`insert into thing (municipality_id, id, kind, created_at) select $1, unnest($2::uuid[]), 'voice', now()`, [
      municipality,
      ids,
    ])
    await site.sql('insert into keys.data_key select $1, * from unnest($2::uuid[], $3::bytea[])', [
      municipality,
      ids,
      rows.map(row => row.wrapped),
    ])
    await site.sql(
      `insert into voice (municipality_id, id, kind, channel, language, received_on, reply, owner_id, details_sealed, invented)
       select $1, id, 'own', 'web', 'da', current_date, 'code', $4, sealed, true from unnest($2::uuid[], $3::bytea[]) as n (id, sealed)`,
      [municipality, ids, rows.map(row => row.details), owner],
    )
    await site.sql(
      `insert into voice_line (municipality_id, id, voice_id, position, kind, on_day, language, text_sealed)
       select $1, line, voice, 1, 'told', current_date, 'da', sealed from unnest($2::uuid[], $3::uuid[], $4::bytea[]) as n (line, voice, sealed)`,
      [municipality, rows.map(row => row.line), ids, rows.map(row => row.text)],
    )
  }
  await site.sql('analyze voice, voice_line, keys.data_key')
}

/** An invented caseworker, signed in by the municipality's own login as far as the site knows. */
async function signedIn(site: Site): Promise<{ owner: string; cookie: string }> {
  const [one] = await site.sql('select id from municipality where practice_of is null')
  const municipality = String(one!.id)
  const owner = randomUUID()
  const { token, hash } = newToken()
  await site.sql("insert into thing (municipality_id, id, kind, created_at) values ($1, $2, 'person', now())", [municipality, owner])
  await site.sql(
    `insert into person (municipality_id, id, name, email, invented, from_date) values ($1, $2, 'Opdigtet Sagsbehandler', 'opdigtet@example.org', true, current_date - 1)`,
    [municipality, owner],
  )
  await site.sql(
    `insert into role_grant (municipality_id, id, person_id, role, from_date, granted_by) values ($1, gen_random_uuid(), $2, 'caseworker', current_date - 1, 'system')`,
    [municipality, owner],
  )
  await site.sql(
    `insert into session (municipality_id, id, token_hash, kind, person_id, strength, created_at, seen_at, ends_at)
     values ($1, gen_random_uuid(), $2, 'staff', $3, 'oidc', now(), now(), now() + interval '8 hours')`,
    [municipality, hash, owner],
  )
  return { owner, cookie: `raadslag=${municipality}.${token}` }
}

async function search(site: Site, rounds: number): Promise<void> {
  const { owner, cookie } = await signedIn(site)
  await fill(site, owner)
  const formKey = async () =>
    formWith((await site.get('/arbejdsrum/henvendelser/soeg', { cookie })).body, 'q')?.controls.find(one => one.name === 'formKey')
      ?.value ?? ''
  const took: number[] = []
  const others: number[] = []
  let shown = 0
  for (let round = -1; round < rounds; round++) {
    const key = await formKey()
    let over = false
    const asking = (async () => {
      while (!over) {
        const began = performance.now()
        await site.get('/api/health')
        if (round >= 0) others.push(performance.now() - began)
        await pause(25)
      }
    })()
    const began = performance.now()
    const begun = await site.post('/arbejdsrum/henvendelser/soeg', new URLSearchParams({ formKey: key, q: 'kanariefuglen sang' }), {
      cookie,
    })
    const address = String(begun.headers.location ?? '')
    let body = (await site.get(address, { cookie })).body
    while (body.includes('<progress')) {
      if (round >= 0) shown++
      // A browser looks once a second; asked all the time, the looking itself would be what is measured.
      await pause(100)
      body = (await site.get(address, { cookie })).body
    }
    const ms = performance.now() - began
    over = true
    await asking
    if (!body.includes(`Fundet: ${voices / 4_000}`)) throw new Error('the search did not find what stands there')
    if (round >= 0) took.push(ms)
  }
  figure(`${voices.toLocaleString('en')} voices of 2 kB searched within permission`, {
    group,
    target: '≤ 1 s, with progress',
    figure: `${(median(took) / 1_000).toFixed(2)} s`,
    met: median(took) <= 1_000,
    note: `rounds ${spread(
      took.map(ms => ms / 1_000),
      2,
    )} s; progress was looked at ${shown} times`,
  })
  const kept = Math.max(...others)
  figure('somebody else’s request while a search goes on', {
    group,
    target: 'none set',
    figure: `median ${median(others).toFixed(0)} ms`,
    met: null,
    note: `the longest ${kept.toFixed(0)} ms of ${others.length}`,
  })
}

/** What the first page of a telling weighs, compressed as a browser asks for it, with everything it refers to. */
async function weight(site: Site): Promise<void> {
  const compressed = { 'accept-encoding': 'br' }
  const bytesOf = async (path: string) => {
    const response = await fetch(`${site.origin}${path}`, { headers: compressed })
    const counted = Number(response.headers.get('content-length') ?? 0)
    const body = await response.text()
    return { body, bytes: counted || Buffer.byteLength(body) }
  }
  const page = await bytesOf(telling)
  const parts = [...new Set([...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(found => found[1]!))]
  let bytes = page.bytes
  for (const part of parts) bytes += (await bytesOf(part)).bytes
  figure('first visit to the page where one tells, with everything it refers to', {
    group,
    target: '≤ 30 kB',
    figure: `${(bytes / 1_000).toFixed(1)} kB`,
    met: bytes <= 30_000,
    note: `${parts.length + 1} requests; the page itself ${(page.bytes / 1_000).toFixed(1)} kB`,
  })
}

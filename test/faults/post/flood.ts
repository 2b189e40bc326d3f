// A flood in the mailbox with real nominations inside: how soon all of them lie before the secretary, who is answered, and what readers of the site notice.
import { setTimeout as pause } from 'node:timers/promises'
import { dovecotMissing, openDovecot } from '../../mail/dovecot.ts'
import { openTestPost } from '../../smtp.ts'
import { filledIn, formsOf } from '../forms.ts'
import { quantile } from '../kills/kills.ts'
import { newSite, type Site } from '../site.ts'

export interface FloodReport {
  letters: number
  /** Real nominations inside, and how many of them the secretary's page showed. */
  real: number
  shown: number
  /** Seconds from the flood's first letter until all of them were shown. */
  shownAfter: number
  /** Seconds until every letter lay on a desk, and letters kept in the end. */
  sortedAfter: number
  kept: number
  senders: number
  receipts: number
  /** The most receipts one address got. */
  mostToOne: number
  /** Milliseconds for a public page made anew: 95 % were faster, before and after the flood, and throughout it; and how many were read. */
  quietP95: number
  floodP95: number
  quietPages: number
  floodPages: number
  notRun?: string
}
export interface FloodOptions {
  readonly letters: number
  readonly real?: number
  /** Seconds of asking for pages before each wave, and after the last one. */
  readonly quietSeconds?: number
  /** The flood comes in so many waves with quiet between them: what else the machine does is then the same for both. */
  readonly waves?: number
  readonly log?: (words: string) => void
}

const words = 'vind gratis pris lån nu klik her tilbud uge medicin ur kasino hurtig penge levering pakke faktura konto'.split(' ')
/** Letter `n` of the flood: from one of some thousand senders, now and then one that looks as if it were for the councils. */
function spam(n: number): Buffer {
  const sender = `afsender${(n * 7_919) % 3_001}@flod.example`
  const text = Array.from({ length: 40 + (n % 160) }, (_, at) => words[(n * 31 + at * 17) % words.length]).join(' ')
  const fitting = n % 50 === 7 ? 'Jeg vil gerne være medlem af Udsatterådet. ' : ''
  return Buffer.from(
    `Return-Path: <${sender}>\r\nFrom: Opdigtet ${n} <${sender}>\r\nTo: hr.politik@glostrup.dk\r\nMessage-ID: <flod${n}@flod.example>\r\nSubject: ${words[n % words.length]} ${n}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${fitting}${text}\r\n`,
  )
}
const subjectOf = (n: number) => `Jeg melder mig til raadet ${n}`
const nomination = (n: number) =>
  Buffer.from(
    `Return-Path: <borger${n}@example.org>\r\nFrom: Opdigtet Borger ${n} <borger${n}@example.org>\r\nTo: hr.politik@glostrup.dk\r\nMessage-ID: <borger${n}@example.org>\r\nSubject: ${subjectOf(n)}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHej. Jeg vil gerne være medlem af Integrationsrådet. Venlig hilsen Borger ${n}\r\n`,
  )

export async function flood({ letters, real = 20, quietSeconds = 60, waves = 1, log = () => {} }: FloodOptions): Promise<FloodReport> {
  const report: FloodReport = {
    letters,
    real,
    shown: 0,
    shownAfter: 0,
    sortedAfter: 0,
    kept: 0,
    senders: 0,
    receipts: 0,
    mostToOne: 0,
    quietP95: 0,
    floodP95: 0,
    quietPages: 0,
    floodPages: 0,
  }
  const missing = dovecotMissing()
  if (missing) return { ...report, notRun: missing }
  const dovecot = await openDovecot()
  const post = await openTestPost()
  const site = await newSite({ env: { RAADSLAG_DEMO: '1', SMTP_URL: post.url, IMAP_URL: `${dovecot.url}?mailbox=politik` } })
  try {
    await site.start().catch(() => site.ready(180_000))
    const cookie = await signedIn(site)
    const pages = watchPages(site)
    // The first pages warm the program.
    await pause(5_000)
    pages.forget()
    const [{ n: before }] = (await site.sql('select count(*)::int as n from incoming_letter')) as [{ n: number }]
    const began = performance.now()
    let quiet = 0
    const since = () => (performance.now() - began) / 1_000 - quiet
    const every = Math.floor(letters / real)
    for (let wave = 0; wave < waves; wave++) {
      quiet += await pages.during('quiet', quietSeconds)
      pages.phase('flood')
      const upTo = Math.round((letters * (wave + 1)) / waves)
      for (let n = Math.round((letters * wave) / waves); n < upTo; n++) {
        dovecot.deliver(n % every === every - 1 && n / every < real ? nomination(Math.floor(n / every)) : spam(n))
        if (n % 100 === 99) await pause(1)
      }
      log(`${upTo} letters laid into the mailbox after ${Math.round(since())} s`)
      await sorted(upTo)
    }
    report.sortedAfter = since()
    await pages.during('quiet', quietSeconds)
    pages.stop()
    for (const phase of ['quiet', 'flood'] as const) {
      report[`${phase}P95`] = quantile(pages.times(phase), 0.95)
      report[`${phase}Pages`] = pages.times(phase).length
    }
    // The receipts leave with the post's own rounds.
    for (let tries = 0; tries < 120; tries++) {
      const [row] = await site.sql("select count(*)::int as n from letter where auto and state = 'waiting'")
      if (row!.n === 0) break
      await pause(500)
    }
    const received = new Map<string, number>()
    for (const { to, raw } of post.received)
      if (/^Auto-Submitted: auto-replied/im.test(raw)) received.set(to[0]!, (received.get(to[0]!) ?? 0) + 1)
    report.receipts = [...received.values()].reduce((sum, one) => sum + one, 0)
    report.mostToOne = Math.max(0, ...received.values())
    report.senders = new Set(Array.from({ length: letters }, (_, n) => (n * 7_919) % 3_001)).size + real
    return report

    /** Waits until so many letters lie on their desks. Without progress for long something is stuck; the counts then tell what is missing. */
    async function sorted(upTo: number): Promise<void> {
      for (let stuck = 0, last = -1, second = 0; stuck < 60; second++) {
        await pause(1_000)
        const [row] = await site.sql(
          "select count(*)::int as kept, count(*) filter (where desk = 'waiting')::int as waiting from incoming_letter",
        )
        report.kept = Number(row!.kept) - before
        const done = report.kept >= upTo && row!.waiting === 0
        if (report.shownAfter === 0 && report.kept > letters / 2 && (done || second % 5 === 0)) {
          report.shown = await shownOn(site, cookie, real)
          if (report.shown === real) report.shownAfter = since()
        }
        if (done && (report.shown === real || upTo < letters)) return
        const progress = Number(row!.kept) - Number(row!.waiting)
        stuck = progress === last ? stuck + 1 : 0
        if (progress !== last && second % 10 === 0)
          log(`${report.kept} kept, ${row!.waiting} wait, ${report.shown} shown, ${Math.round(since())} s`)
        last = progress
      }
    }
  } finally {
    await site.remove()
    await post.close()
    await dovecot.close()
  }
}

/** A session of the demo's secretary, by the button the demo offers. */
export async function signedIn(site: Site): Promise<string> {
  const { body } = await site.get('/log-ind')
  for (const form of formsOf(body).filter(one => one.controls.some(control => control.name === 'person'))) {
    const answer = await site.post(form.action, filledIn(form, {}))
    const cookie = [answer.headers['set-cookie'] ?? []]
      .flat()
      .map(one => one.split(';')[0])
      .join('; ')
    if (cookie !== '' && (await site.get('/arbejdsrum/post', { cookie })).status === 200) return cookie
  }
  throw new Error('nobody of the demo reads the post')
}

/** How many of the real nominations stand on the pages of the desk for nominations. */
async function shownOn(site: Site, cookie: string, real: number): Promise<number> {
  const seen = new Set<number>()
  for (let number = 1; number <= 40; number++) {
    const { body } = await site.get(`/arbejdsrum/post?bord=nominations&side=${number}`, { cookie })
    const found = [...body.matchAll(/Jeg melder mig til raadet (\d+)</g)].map(([, n]) => Number(n))
    for (const n of found) seen.add(n)
    if (seen.size === real || !body.includes(`side=${number + 1}`)) break
  }
  return seen.size
}

type Phase = 'quiet' | 'flood'
/** Somebody who reads public pages, each made anew, twenty a second; how long each took, by what was going on when it was asked for. */
function watchPages(site: Site) {
  const taken: Record<Phase, number[]> = { quiet: [], flood: [] }
  let now: Phase | null = 'quiet'
  let n = 0
  const paths = ['/raad/udsatteraad', '/kontakt', '/nyheder', '/']
  const timer = setInterval(() => {
    const asked = performance.now()
    const number = n++
    const list = now && taken[now]
    site.get(`${paths[number % paths.length]}?x=${number}`).then(
      () => list?.push(performance.now() - asked),
      () => list?.push(30_000),
    )
  }, 50)
  return {
    times: (phase: Phase) => taken[phase],
    forget() {
      for (const list of Object.values(taken)) list.length = 0
    },
    phase(phase: Phase | null) {
      now = phase
    },
    /** So many seconds of it; the first of them belong to neither. Returns the seconds. */
    async during(phase: Phase, seconds: number): Promise<number> {
      now = null
      await pause(1_000)
      now = phase
      await pause(seconds * 1_000)
      return seconds + 1
    },
    stop: () => clearInterval(timer),
  }
}

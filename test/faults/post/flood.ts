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
  /** Milliseconds for a public page made anew: 95 % were faster, before and during the flood. */
  quietP95: number
  floodP95: number
  notRun?: string
}
export interface FloodOptions {
  readonly letters: number
  readonly real?: number
  /** Seconds of asking for pages before the flood begins. */
  readonly quietSeconds?: number
  /** Seconds of asking for pages while the flood comes in. */
  readonly readSeconds?: number
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

export async function flood({
  letters,
  real = 20,
  quietSeconds = 20,
  readSeconds = 90,
  log = () => {},
}: FloodOptions): Promise<FloodReport> {
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
    await pause(3_000)
    pages.forget()
    await pause(quietSeconds * 1_000)
    report.quietP95 = quantile(pages.times(), 0.95)
    const before = Number((await site.sql('select count(*)::int as n from incoming_letter'))[0]!.n)
    pages.forget()
    const began = performance.now()
    const since = () => (performance.now() - began) / 1_000
    const every = Math.floor(letters / real)
    for (let n = 0; n < letters; n++) {
      dovecot.deliver(n % every === every - 1 && n / every < real ? nomination(Math.floor(n / every)) : spam(n))
      if (n % 100 === 99) await pause(1)
    }
    log(`${letters} letters laid into the mailbox after ${Math.round(since())} s`)
    // Without progress for long something is stuck; the counts then tell what is missing.
    for (let stuck = 0, last = -1, second = 0; stuck < 60; second++) {
      await pause(1_000)
      if (report.floodP95 === 0 && since() > readSeconds) {
        report.floodP95 = quantile(pages.times(), 0.95)
        pages.stop()
      }
      const [row] = await site.sql(
        "select count(*)::int as kept, count(*) filter (where desk = 'waiting')::int as waiting from incoming_letter",
      )
      report.kept = Number(row!.kept) - before
      if (report.shownAfter === 0 && report.kept > letters / 2 && second % 5 === 0) {
        report.shown = await shownOn(site, cookie, real)
        if (report.shown === real) report.shownAfter = since()
      }
      const done = report.kept >= letters && row!.waiting === 0
      const progress = Number(row!.kept) - Number(row!.waiting)
      stuck = progress === last ? stuck + 1 : 0
      if (progress !== last && second % 10 === 0)
        log(`${report.kept} kept, ${row!.waiting} wait, ${report.shown} shown, ${Math.round(since())} s`)
      last = progress
      if (done && (report.shown === real || stuck > 3)) break
    }
    report.sortedAfter = since()
    if (report.floodP95 === 0) report.floodP95 = quantile(pages.times(), 0.95)
    pages.stop()
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
  } finally {
    await site.remove()
    await post.close()
    await dovecot.close()
  }
}

/** A session of the demo's secretary, by the button the demo offers. */
async function signedIn(site: Site): Promise<string> {
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

/** Somebody who reads public pages, each made anew, twenty a second; how long each took. */
function watchPages(site: Site) {
  let taken: number[] = []
  let going = true
  let n = 0
  const paths = ['/raad/udsatteraad', '/kontakt', '/nyheder', '/']
  const timer = setInterval(() => {
    if (!going) return
    const asked = performance.now()
    const number = n++
    site.get(`${paths[number % paths.length]}?x=${number}`).then(
      () => taken.push(performance.now() - asked),
      () => taken.push(30_000),
    )
  }, 50)
  return {
    times: () => taken,
    forget() {
      taken = []
    },
    stop() {
      going = false
      clearInterval(timer)
    },
  }
}

// Kills with -9 while letters come in from a real mailbox and go out to a server: none lost, none kept twice, none sent twice but by a cut.
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { dovecotMissing, openDovecot } from '../../mail/dovecot.ts'
import { openTestPost } from '../../smtp.ts'
import { chance } from '../kills/kills.ts'
import { newSite, type Site, type SiteOptions } from '../site.ts'

export interface PostReport {
  kills: number
  /** Letters laid into the mailbox, and of those: not kept, and kept more than once. */
  letters: number
  lost: number
  doubled: number
  /** Letters that say they were sent; of those: the server never took them, and took them more than once. */
  sent: number
  never: number
  twice: number
  notRun?: string
  /** The day of the run, and the program that was run. */
  on?: string
  version?: string
  /** Why it ended early. */
  fault?: string
}
export const noPost = (): PostReport => ({ kills: 0, letters: 0, lost: 0, doubled: 0, sent: 0, never: 0, twice: 0 })
export interface PostOptions {
  readonly letters: number
  readonly kills: number
  readonly seed?: number
  /** Plants a fault in the running site: the negative control. */
  readonly sabotage?: (site: Site) => Promise<void>
  /** Makes the site; a new one unless told. */
  readonly open?: (options: SiteOptions) => Promise<Site>
  readonly log?: (report: PostReport) => void
}

const letter = (n: number) =>
  Buffer.from(
    `Return-Path: <nr${n}@example.org>\r\nFrom: Opdigtet Nr. ${n} <nr${n}@example.org>\r\nTo: hr.politik@proevby.example\r\nMessage-ID: <${n}@example.org>\r\nSubject: Brev ${n}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${n % 10 === 3 ? 'Jeg vil gerne være medlem af Udsatterådet' : 'Det er brev'} ${n}.\r\n${'x'.repeat((n * 37) % 3_000)}\r\n`,
  )

/** Lays the letters into the mailbox bit by bit while the program is killed `kills` times, then lets it finish and counts. */
export async function postKills({ letters, kills, seed = 1, sabotage, open = newSite, log = () => {} }: PostOptions): Promise<PostReport> {
  const report = noPost()
  const missing = dovecotMissing()
  if (missing) return { ...report, notRun: missing }
  const dovecot = await openDovecot()
  const post = await openTestPost()
  const site = await open({ env: { RAADSLAG_DEMO: '1', SMTP_URL: post.url, IMAP_URL: dovecot.url } })
  const random = chance(seed)
  const lay = (upTo: number) => {
    while (report.letters < upTo) dovecot.deliver(letter(++report.letters))
  }
  const keptHashes = async () =>
    (await site.sql("select encode(sha256, 'hex') as hash from incoming_letter")).map(row => row.hash as string)
  // A letter claimed by a process that died is tried again after minutes; here it is due at once.
  const hurry = () =>
    site.sql("update letter set next_try_at = now(), not_before = least(not_before, now()) where state in ('waiting', 'kept')")
  try {
    // The first start brings the demo's whole cast in.
    await site.start().catch(() => site.ready(180_000))
    await sabotage?.(site)
    // The cast has letters of its own.
    const before = await keptHashes()
    while (report.kills < kills) {
      lay(Math.ceil((letters * (report.kills + 1)) / (kills + 1)))
      await hurry()
      await pause(20 + random() * 1_500)
      await site.kill()
      report.kills++
      await site.start().catch(() => site.ready(120_000))
      log(report)
    }
    lay(letters)
    await until(async () => {
      await hurry()
      const [row] = await site.sql(
        "select (select count(*) from incoming_letter)::int as kept, (select count(*) from incoming_letter where desk = 'waiting')::int as unsorted, (select count(*) from letter where state = 'waiting')::int as waiting",
      )
      const { kept, unsorted, waiting } = row as Record<string, number>
      return { done: kept! >= letters + before.length && unsorted === 0 && waiting === 0, progress: `${kept} ${unsorted} ${waiting}` }
    })
    const kept = (await keptHashes()).filter(hash => !before.includes(hash))
    const laid = Array.from({ length: letters }, (_, n) =>
      createHash('sha256')
        .update(letter(n + 1))
        .digest('hex'),
    )
    const known = new Set(kept)
    report.lost = laid.filter(hash => !known.has(hash)).length
    report.doubled = kept.length - known.size
    const taken = new Map<string, number>()
    for (const { raw } of post.received) {
      const id = /^Message-ID:\s*<([0-9a-f-]{36})@/im.exec(raw)?.[1] ?? ''
      taken.set(id, (taken.get(id) ?? 0) + 1)
    }
    const sent = (await site.sql("select id from letter where state = 'sent'")).map(row => row.id as string)
    report.sent = sent.length
    report.never = sent.filter(id => !taken.has(id)).length
    report.twice = [...taken.values()].filter(times => times > 1).length
    return report
  } finally {
    await site.remove()
    await post.close()
    await dovecot.close()
  }
}

/** Waits while something goes on. Without progress for two minutes something is stuck: the counts then tell what is lost. */
async function until(what: () => Promise<{ done: boolean; progress: string }>): Promise<void> {
  let last = ''
  let since = performance.now()
  for (;;) {
    const { done, progress } = await what()
    if (done) return
    if (progress !== last) since = performance.now()
    last = progress
    if (performance.now() - since > 120_000) return
    await pause(400)
  }
}

// A32, A35–A37: a person with an ordinary mailbox: writes, gets the receipt, answers the question by letter, and stands in the register as they wrote. The whole site, a real Dovecot.
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { dovecotMissing, openDovecot } from '../../mail/dovecot.ts'
import { openTestPost } from '../../smtp.ts'
import { filledIn, formsOf } from '../forms.ts'
import { settledSite } from '../settled.ts'
import { signedIn } from './flood.ts'

const missing = dovecotMissing()
if (missing) console.log(`not run: ${missing}`)
const mail = missing ? test.skip : test

const address = 'zeynep@example.org'
const letter = (n: number, to: string, subject: string, text: string) =>
  `Return-Path: <${address}>\r\nFrom: Opdigtet Zeynep Öz <${address}>\r\nTo: ${to}\r\nMessage-ID: <person${n}@example.org>\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n`

mail('A32, A35, A37: writes, gets the receipt, answers the question, and stands in the register', async () => {
  const dovecot = await openDovecot()
  const post = await openTestPost()
  const site = await settledSite({ env: { RAADSLAG_DEMO: '1', SMTP_URL: post.url, IMAP_URL: `${dovecot.url}?mailbox=politik` } })
  const until = async <T>(what: () => Promise<T | undefined | null | false> | T | undefined | null | false): Promise<T> => {
    for (let tries = 0; tries < 240; tries++) {
      const found = await what()
      if (found) return found
      await pause(500)
    }
    throw new Error('it did not come')
  }
  const toThem = () => post.received.filter(one => one.to.includes(address)).map(one => one.raw)
  const seen = new Set<string>()
  /** A letter that has come and lies on a desk. */
  const sorted = async () =>
    (await site.sql("select id, desk, thread from incoming_letter where desk <> 'waiting'")).find(row => !seen.has(String(row.id)))
  try {
    await site.start().catch(() => site.ready(180_000))
    const cookie = await signedIn(site)
    for (const row of await site.sql('select id from incoming_letter')) seen.add(String(row.id))

    dovecot.deliver(
      letter(
        1,
        'hr.politik@glostrup.dk',
        'Et af rådene',
        'Hej. Jeg vil gerne være med i et af kommunens råd, men jeg ved ikke hvilket. Hilsen Zeynep',
      ),
    )
    const first = await until(sorted)
    seen.add(String(first.id))
    expect(first).toMatchObject({ desk: 'nominations', thread: first.id })
    const receipt = await until(() => toThem()[0])
    expect(receipt).toMatch(/^Auto-Submitted: auto-replied/im)
    expect(receipt).toMatch(/^In-Reply-To: <person1@example\.org>/im)
    expect(receipt).not.toContain('ved ikke hvilket')

    const at = `/arbejdsrum/kandidater/brev/${first.id}`
    const page = await site.get(at, { cookie })
    expect(page.body).toContain('ved ikke hvilket')
    const ask = formsOf(page.body).find(form => form.action.endsWith('/spoerg'))!
    expect((await site.post(ask.action, filledIn(ask, {}), { cookie })).status).toBe(303)
    // Nobody regrets it; the minute is over.
    await site.sql("update letter set not_before = now(), next_try_at = now() where state = 'waiting'")
    const question = await until(() => toThem()[1])
    const back = /^Reply-To:.*?([^\s<>]+\+[^\s<>]+@[^\s<>]+)/im.exec(question.replace(/\r?\n[ \t]+/g, ' '))![1]!

    dovecot.deliver(letter(2, back, 'Sv: Et af rådene', 'Integrationsrådet. Jeg bor i kommunen.'))
    const answer = await until(sorted)
    expect(answer).toMatchObject({ desk: 'nominations', thread: first.id })

    const again = await site.get(at, { cookie })
    expect(again.body).toContain('Integrationsrådet. Jeg bor i kommunen.')
    const draft = formsOf(again.body).find(form => form.controls.some(control => control.name === 'forWhom'))!
    const done = await site.post(
      draft.action || at,
      filledIn(draft, { forWhom: ['self'], councils: ['integrationsraad'], residence: ['yes'] }),
      { cookie },
    )
    expect(done.status).toBe(200)
    const [made] = await site.sql(
      "select c.id, c.name, n.channel, n.council from candidate c join nomination n on n.candidate_id = c.id where c.name like '%Zeynep%'",
    )
    expect(made).toMatchObject({ name: 'Opdigtet Zeynep Öz', channel: 'email', council: 'integrationsraad' })
    const thread = await site.get(`/arbejdsrum/kandidater/${made!.id}/traad`, { cookie })
    for (const words of ['ved ikke hvilket', 'Integrationsrådet. Jeg bor i kommunen.']) expect(thread.body).toContain(words)
    // One receipt for the two letters of a day.
    expect(toThem().filter(raw => /^Auto-Submitted: auto-replied/im.test(raw))).toHaveLength(1)
  } finally {
    await site.remove()
    await post.close()
    await dovecot.close()
  }
})

// R12: the machine answers people only, never machines, lists, empty paths or ourselves.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arrived, autoReplyTo } from './auto-reply.ts'

const letter = (headers: Record<string, string>, envelopeFrom: string | null = 'aase@example.org'): Arrived => ({
  envelopeFrom,
  headers: Object.entries({ From: 'Åse <aase@example.org>', ...headers }).map(([name, value]) => ({ name, value })),
})
const own = ['glostrup.dk']

describe('R12: who gets an automatic receipt', () => {
  it('a person does, at the path the letter came from', () => {
    expect(autoReplyTo(letter({ Subject: 'Jeg vil gerne være med' }), own)).toEqual({ to: 'aase@example.org' })
    expect(autoReplyTo(letter({ 'Auto-Submitted': 'no' }), own)).toEqual({ to: 'aase@example.org' })
    expect(autoReplyTo(letter({ 'Return-Path': '<other@example.org>' }, null), own)).toEqual({ to: 'other@example.org' })
    expect(autoReplyTo(letter({}, null), own)).toEqual({ to: 'aase@example.org' })
  })

  const silent: [string, Arrived, string][] = [
    ['the empty path', letter({}, ''), 'empty-path'],
    ['the empty path in a header', letter({ 'Return-Path': '<>' }, null), 'empty-path'],
    ['an answering machine', letter({ 'Auto-Submitted': 'auto-replied' }), 'automatic'],
    ['a machine that writes by itself', letter({ 'auto-submitted': 'auto-generated; owner=x' }), 'automatic'],
    ['a machine of the old kind', letter({ 'X-Autoreply': 'yes' }), 'automatic'],
    ['a list', letter({ 'List-Id': '<nyt.example.org>' }), 'list'],
    ['a newsletter', letter({ 'List-Unsubscribe': '<mailto:x@example.org>' }), 'list'],
    ['bulk', letter({ Precedence: 'bulk' }), 'bulk'],
    ['who asks for none', letter({ 'X-Auto-Response-Suppress': 'OOF, AutoReply' }), 'suppressed'],
    ['a bounce', letter({ 'Content-Type': 'multipart/report; report-type=delivery-status' }), 'report'],
    ['a calendar', letter({ 'Content-Type': 'text/calendar; method=REPLY' }), 'report'],
    ['a mailer', letter({ From: 'MAILER-DAEMON@example.org' }, 'MAILER-DAEMON@example.org'), 'robot'],
    ['who reads nothing', letter({ From: 'no-reply@example.org' }), 'robot'],
    ['a list by its address', letter({}, 'nyt-bounces@example.org'), 'robot'],
    ['ourselves', letter({ From: 'hr.politik@glostrup.dk' }), 'own'],
    ['ourselves under another roof', letter({}, 'x@mail.glostrup.dk'), 'own'],
    ['spam', letter({ 'X-Spam-Flag': 'YES' }), 'spam'],
    ['nobody', letter({ From: 'Åse' }, null), 'no-address'],
    ['two at once', letter({ From: 'a <a@b.dk>, c <c@d.dk>' }, null), 'no-address'],
    ['a trap', letter({}, 'a@b.dk\r\nRCPT TO:<c@d.dk>'), 'no-address'],
  ]
  it.each(silent)('%s does not', (_who, arrived, why) => {
    expect(autoReplyTo(arrived, own)).toEqual({ silent: why })
  })

  it('whatever else stands in the letter, one sign of a machine is enough, and the address is always one plain address', () => {
    const other = fc.array(
      fc.record({ name: fc.constantFrom('Subject', 'To', 'X-Mailer', 'Date', 'From', 'Reply-To'), value: fc.string({ maxLength: 40 }) }),
      { maxLength: 6 },
    )
    const sign = fc.constantFrom(
      { name: 'Auto-Submitted', value: 'auto-replied' },
      { name: 'PRECEDENCE', value: 'List' },
      { name: 'List-Id', value: 'x' },
      { name: 'X-Auto-Response-Suppress', value: 'All' },
    )
    const sender = fc.oneof(fc.constant(null), fc.constant(''), fc.emailAddress(), fc.string({ maxLength: 30 }))
    fc.assert(
      fc.property(other, sign, sender, (headers, one, envelopeFrom) => {
        expect(autoReplyTo({ envelopeFrom, headers: [...headers, one] }, own)).toHaveProperty('silent')
        const answer = autoReplyTo({ envelopeFrom, headers }, own)
        if ('to' in answer) {
          expect(answer.to).toMatch(/^[^\s<>,;@]+@[^\s<>,;@]+$/)
          expect(answer.to).not.toMatch(/glostrup\.dk$/)
          expect(envelopeFrom).not.toBe('')
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

// Reports of many servers, in their own words (addresses and hosts invented), and letters that are none.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBounce, verdictOf } from './bounce.ts'

const raw = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1')
const dsn = (fields: string, { encoded = false, words = 'It failed.' } = {}) =>
  raw(`Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
To: b+x@glostrup.dk
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_b"

--=_b
Content-Type: text/plain

${words}
--=_b
Content-Type: message/delivery-status
${encoded ? 'Content-Transfer-Encoding: base64\n' : ''}
${encoded ? Buffer.from(fields).toString('base64') : fields}
--=_b
Content-Type: text/rfc822-headers

From: a@glostrup.dk
Message-ID: <0199aaaa-0000-7000-8000-000000000001@glostrup.dk>
--=_b--
`)
const recipient = (status: string, action: string, diagnostic = '') =>
  `Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; aase@example.org\nAction: ${action}\nStatus: ${status}\n${diagnostic && `Diagnostic-Code: smtp; ${diagnostic}\n`}`
const plain = (subject: string, body: string, headers = '') =>
  raw(`Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\nSubject: ${subject}\n${headers}Content-Type: text/plain\n\n${body}\n`)

describe('reports in the form of RFC 3464', () => {
  it.each([
    ['5.1.1', 'failed', 'gone'],
    ['5.1.10', 'failed', 'gone'],
    ['5.2.2', 'failed', 'lost'],
    ['4.4.1', 'delayed', 'waits'],
    ['4.4.7', 'failed', 'lost'],
    ['4.2.2', 'delayed', 'waits'],
    ['2.0.0', 'relayed', 'delivered'],
    ['2.1.5', 'delivered', 'delivered'],
  ])('%s %s is %s', (status, action, verdict) => {
    const bounce = readBounce(dsn(recipient(status, action)))
    expect(bounce).toEqual({ verdict, status, messageId: '<0199aaaa-0000-7000-8000-000000000001@glostrup.dk>' })
  })
  it('are read when coded, folded, told twice, or told only in the words behind', () => {
    expect(readBounce(dsn(recipient('5.1.1', 'failed'), { encoded: true }))?.verdict).toBe('gone')
    expect(readBounce(dsn(recipient('5.0.0', 'failed', '552\n 5.2.2 mailbox full')))).toMatchObject({ verdict: 'lost', status: '5.2.2' })
    expect(
      readBounce(dsn(`${recipient('2.0.0', 'relayed')}\nFinal-Recipient: rfc822; b@c.dk\nAction: failed\nStatus: 5.7.1\n`))?.verdict,
    ).toBe('gone')
    expect(readBounce(dsn('Reporting-MTA: dns; x\n', { words: '550 5.1.1 user unknown' }))).toMatchObject({
      verdict: 'gone',
      status: '5.1.1',
    })
    expect(readBounce(dsn('', { words: 'Something happened.' }))?.verdict).toBe('unclear')
  })
})

describe('plain letters of servers', () => {
  it.each([
    [
      'qmail',
      plain(
        'failure notice',
        "Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message.\n\n<aase@example.org>:\n192.0.2.4 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.4.\n\n--- Below this line is a copy of the message.\n\nSubject: x 4.2.1",
      ),
      'gone',
      '5.1.1',
    ],
    [
      'qmail that gave up',
      plain(
        'failure notice',
        "Hi. This is the qmail-send program.\n<aase@example.org>:\nCNAME lookup failed temporarily. (#4.4.3)\nI'm not going to try again; this message has been in the queue too long.",
      ),
      'lost',
      '4.4.3',
    ],
    [
      'Exim',
      plain(
        'Mail delivery failed: returning message to sender',
        'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients.\n\n  aase@example.org\n    host mx.example.org [192.0.2.4]\n    SMTP error from remote mail server after RCPT TO:<aase@example.org>:\n    550 No such user here',
        'X-Failed-Recipients: aase@example.org\n',
      ),
      'gone',
      '5.0.0',
    ],
    [
      'Exim that waits',
      plain(
        'Warning: message 1abc delayed 24 hours',
        'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\nNo action is required on your part. Delivery attempts will continue for some time.\n  aase@example.org\n  Delay reason: Connection timed out; will be retried',
      ),
      'waits',
      null,
    ],
    [
      'sendmail',
      plain(
        'Returned mail: see transcript for details',
        '   ----- The following addresses had permanent fatal errors -----\n<aase@example.org>\n    (reason: 550 5.1.1 <aase@example.org>... User unknown)',
      ),
      'gone',
      '5.1.1',
    ],
    ['a full mailbox', plain('Undeliverable: Møde', "The recipient's mailbox is full and can't accept messages now."), 'lost', '5.2.2'],
    [
      'Courier',
      plain(
        'NOTICE: mail delivery status.',
        'This is a delivery status notification from mx.example.org.\n<aase@example.org>:\n <<< 550 User unknown.',
      ),
      'gone',
      '5.0.0',
    ],
    [
      'Exchange of old',
      plain(
        'Undeliverable: Møde',
        'Your message did not reach some or all of the intended recipients.\n  The e-mail account does not exist at the organization this message was sent to.\n  <mx.example.org #5.1.1>',
      ),
      'gone',
      '5.1.1',
    ],
    ['a Danish server', plain('Meddelelsen kunne ikke leveres', 'Modtageren findes ikke.'), 'gone', '5.1.1'],
    ['words nobody has met', plain('Delivery failure', 'The gnomes have your letter.'), 'unclear', null],
  ])('%s', (_server, letter, verdict, status) => {
    expect(readBounce(letter as Buffer)).toMatchObject({ verdict, status })
  })
})

describe('letters that are no reports', () => {
  it.each([
    ['an answer', 'From: aase@example.org\nSubject: Re: Møde\n\nJeg kommer. 550 kr. er for meget. 5.1.1'],
    ['one that asks about a bounce', 'From: aase@example.org\nSubject: Undelivered mail?\n\nJeg fik 550 5.1.1 User unknown'],
    [
      'a read receipt',
      'From: aase@example.org\nSubject: Read\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n--x\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--x--',
    ],
    ['an empty one', ''],
  ])('%s', (_what, text) => {
    expect(readBounce(raw(text))).toBeNull()
  })
})

it('reads any bytes without a fault, and a code of 5.x.x other than 5.2.2 is never taken for waiting', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), bytes => void readBounce(bytes)))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 99 }), (a, b) => {
      const status = `5.${a}.${b}`
      expect(verdictOf(status, 'failed')).toBe(status === '5.2.2' ? 'lost' : 'gone')
      expect(verdictOf(`4.${a}.${b}`, null)).toBe('waits')
    }),
  )
  // Were it not linear, these would not end within the test's time.
  readBounce(raw(`Return-Path: <>\nFrom: MAILER-DAEMON@x\nSubject: failure notice\n\n${'mailbox '.repeat(40_000)}`))
  readBounce(raw(`Content-Type: multipart/report\n\n${'\n\n'.repeat(100_000)}${'content-type: message/delivery-status '.repeat(2_000)}`))
})

describe('reports in the words of servers that know no form', () => {
  const told = (headers: string, body: string) => readBounce(Buffer.from(`${headers}\n\n${body}\n`))?.verdict ?? null
  const daemon = 'From: MAILER-DAEMON@mx.example'
  it('nobody but a mail server writes as MAILER-DAEMON; an encoded subject is read', () => {
    expect(told(`${daemon}\nSubject: x`, 'User unknown')).toBe('gone')
    expect(told('From: postmaster@mx.example\nSubject: =?iso-8859-15?Q?Delivery_Status_Notification?=', '550 5.1.1 no')).toBe('gone')
    expect(told('From: postmaster@mx.example\nSubject: =?utf-8?B?VW5kZWxpdmVyYWJsZQ==?=', '550 5.1.1 no')).toBe('gone')
    expect(told('From: borger@example.org\nSubject: =?utf-8?Q?M=C3=B8de?=', '550 5.1.1 no')).toBe(null)
  })
  it('what stands below "the original message was received" is the report; what was tried for good asks a human and marks nothing', () => {
    expect(told(daemon, 'The original message was received at noon\nfrom here\n\n550 5.1.1 no mailbox')).toBe('gone')
    for (const words of [
      'This is a permanent error. The following address failed: a@b.dk',
      'Your message did not reach the following recipient(s)',
      'Sorry, we were unable to deliver your message.',
      'a@b.dk: Envelope expired',
    ])
      expect([words, told(daemon, words)]).toEqual([words, 'lost'])
    expect(told(daemon, 'Something happened.')).toBe('unclear')
    expect(told(daemon, '4.4.1 could not be delivered yet')).toBe('waits')
    expect(told(daemon, 'User mailbox exceeds allowed size')).toBe('lost')
  })
})

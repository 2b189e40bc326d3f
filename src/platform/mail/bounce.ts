// Reads what a mail server says became of a letter: reports of RFC 3464, and the plain letters of older servers.

/**
 * `gone`: the address does not work (5.x.x). `lost`: this letter will not arrive, but the address may work (4.x.x given up, full mailbox
 * 5.2.2). `waits`: the server tries on. `delivered`: it arrived. `unclear`: a report we cannot read; a human does.
 */
export type BounceVerdict = 'gone' | 'lost' | 'waits' | 'delivered' | 'unclear'
export interface Bounce {
  readonly verdict: BounceVerdict
  /** The code of RFC 3463, `5.1.1`; null when none is told. */
  readonly status: string | null
  /** The Message-ID of the letter it is about, where the report repeats it. */
  readonly messageId: string | null
}

const most = 256 * 1024

/** What the report says, or null when the letter is no report. Looks at the first 256 kB only, in linear time. */
export function readBounce(raw: Uint8Array): Bounce | null {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, most)).toString('latin1').replace(/\r\n?/g, '\n')
  const split = text.indexOf('\n\n')
  const headers = fieldsOf(split < 0 ? text : text.slice(0, split))
  const body = split < 0 ? '' : text.slice(split + 2)
  const type = headers.get('content-type') ?? ''
  const report = /^\s*multipart\/report/i.test(type)
  if (!report && !isOldReport(headers, body)) return null
  const status = report ? reported(body) : null
  const messageId = /^(?:original-)?message-id:\s*(<[^<>\s]{1,250}>)/im.exec(body)?.[1] ?? null
  if (status) return { ...status, messageId }
  // A disposition notification says that somebody read it: it is a report, but none of a failure.
  if (report && /disposition-notification/i.test(type)) return null
  return { ...told(body), messageId }
}

/** Verdict by code and by what the server did. */
export function verdictOf(status: string | null, action: string | null): BounceVerdict {
  const act = action?.trim().toLowerCase() ?? ''
  const kind = status?.[0]
  if (act === 'delayed' || act === 'delay') return 'waits'
  if (act === 'delivered' || act === 'relayed' || act === 'expanded') return 'delivered'
  if (kind === '2') return 'delivered'
  if (status === '5.2.2') return 'lost'
  if (kind === '5') return 'gone'
  if (kind === '4') return act === 'failed' ? 'lost' : 'waits'
  return act === 'failed' ? 'lost' : 'unclear'
}

/** The fields of a delivery-status part, wherever in the body it stands: the first recipient's, the worst when several. */
function reported(body: string): Omit<Bounce, 'messageId'> | null {
  const at = /^content-type:\s*message\/(global-)?delivery-status/im.exec(body)
  if (!at) return null
  const rest = body.slice(at.index)
  const blank = rest.indexOf('\n\n')
  if (blank < 0) return null
  const part = decodedPart(rest.slice(0, blank), rest.slice(blank + 2).split(/\n--/)[0] ?? '')
  const found: Omit<Bounce, 'messageId'>[] = []
  for (const block of part.split(/\n{2,}/)) {
    const fields = fieldsOf(block)
    const action = fields.get('action')?.split(/[\s;(]/)[0] ?? null
    if (action === null && !fields.has('status')) continue
    const status = codeIn(fields.get('status') ?? '') ?? codeIn(fields.get('diagnostic-code') ?? '')
    // "5.0.0" says nothing; the words behind it often do.
    const exact = codeIn(fields.get('diagnostic-code') ?? '')
    const best = status && /^[45]\.0\.0$/.test(status) && exact ? exact : status
    found.push({ verdict: verdictOf(best, action), status: best })
  }
  const order: readonly BounceVerdict[] = ['gone', 'lost', 'unclear', 'waits', 'delivered']
  return found.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0] ?? null
}
function decodedPart(head: string, content: string): string {
  return /content-transfer-encoding:\s*base64/i.test(head)
    ? Buffer.from(content, 'base64').toString('latin1').replace(/\r\n?/g, '\n')
    : content
}

const oldSubjects =
  /undeliver|delivery (status|failure|has failed|failed)|(failed|failure) delivery|failure notice|mail (failure|failed|error|system error)|error sending your mail|could not send|returned mail|mail delivery|delivery notification|could not be delivered|returned to sender|warning: message .*delayed|kunne ikke leveres|ikke leveret|leveringsfejl|uleverbar|unzustellbar|non remis|no entregado|не доставлено|配信できません|メールエラー/i
const oldSenders = /(mailer-daemon|postmaster|mail delivery (sub)?system|mail administrator|microsoft outlook)/i

/** A report without the form of one: from a mailer, with a subject that says so; or with the header some servers add. */
function isOldReport(headers: ReadonlyMap<string, string>, body: string): boolean {
  if (headers.has('x-failed-recipients')) return true
  const from = headers.get('from') ?? ''
  // Nobody but a mail server writes under this name.
  if (/mailer-daemon@|<mailer-daemon>/i.test(from)) return true
  const mailer = oldSenders.test(from) || /^\s*<>\s*$/.test(headers.get('return-path') ?? 'x')
  if (mailer && oldSubjects.test(plainSubject(headers.get('subject') ?? ''))) return true
  return (
    mailer && /^hi\. this is the|this (message|report) (was created|relates)|this is the mail system at host/im.test(body.slice(0, 2_000))
  )
}

/** A subject with its encoded words read. */
function plainSubject(text: string): string {
  return text.slice(0, 1_000).replace(/=\?([\w-]{1,40})\?([qb])\?([^?\s]{0,400})\?=\s*/gi, (whole, charset, way, words) => {
    const bytes =
      way.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64')
        : Buffer.from(
            words
              .replaceAll('_', ' ')
              .replace(/=([0-9a-f]{2})/gi, (_all: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          )
    try {
      return new TextDecoder(charset).decode(bytes)
    } catch {
      return whole
    }
  })
}

const full = /(mailbox|inbox|quota|postkasse).{0,40}(full|exceed|over|fyldt|fuld)|over ?quota|quota exceeded/i
const unknown =
  /user (is )?unknown|unknown user|no such (user|address|mailbox|recipient)|(does not|doesn.t) (exist|have an? .{0,20}account)|recipient (address )?rejected|mailbox (is )?(not found|unavailable|unknown)|address (rejected|not found)|not our customer|account (is )?(disabled|inactive)|host(name)? (or domain name )?not found(?!, try)|domain (name )?not found|no mx record|recipient name is not recognized|not listed in .{0,40}directory|no mailbox here by that name|findes ikke|ukendt modtager/i
const delay =
  /(will|is) (be )?(retr|keep trying|continue)|still (being )?(retr|trying)|has been delayed|not yet been delivered|warning message only|not necessary to resend|do(es)? not need to (be )?resen|vi prøver igen/i
const gaveUp =
  /giving up|given up|could not be delivered for|has been (in the queue|returned)|retry time(out)? (not reached|exceeded)|timed out|too long|envelope expired|was aborted after/i
const failed =
  /could not be delivered|(not able|unable) to deliver|did not reach the following|was not delivered to|permanent (error|failure|fatal)|failed permanently|(rejected|refused) by/i

/** What the plain words of a server say. */
function told(body: string): Omit<Bounce, 'messageId'> {
  // What is returned below the words is our own letter.
  const own = body
    .split(
      /^.{0,10}(?:below this line is a copy|this is a copy of the message|the original message(?! was received)|original message follows|unsent message below|-{3,} ?(?:original message|returned))/im,
    )[0]!
    .slice(0, 8_000)
    .replace(/\s+/g, ' ')
  if (full.test(own)) return { verdict: 'lost', status: '5.2.2' }
  const code = codeIn(own)
  const reply = /(?:^|[\s:<(])([45]\d\d)[ -](?!\d{3})/m.exec(own)?.[1]
  if (delay.test(own) && !/permanent|fatal/i.test(own)) return { verdict: 'waits', status: code }
  if (code?.startsWith('5') || reply?.startsWith('5')) return { verdict: 'gone', status: code ?? '5.0.0' }
  if (unknown.test(own)) return { verdict: 'gone', status: '5.1.1' }
  if (code?.startsWith('4') || reply?.startsWith('4')) return { verdict: gaveUp.test(own) ? 'lost' : 'waits', status: code ?? '4.0.0' }
  return { verdict: gaveUp.test(own) || failed.test(own) ? 'lost' : 'unclear', status: null }
}

/** The first code of RFC 3463 in a text; not part of an IP address or a version. */
function codeIn(text: string): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1] ?? null
}
/** The fields of a block, unfolded, names in lower case; the first of each name counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0 || /\s/.test(line.slice(0, colon))) continue
    const name = line.slice(0, colon).toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

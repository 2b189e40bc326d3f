// How a letter of the outbox becomes a message on the wire: one recipient, plain text and the same as simple HTML.
import { renderToString } from 'preact-render-to-string'
import type { MunicipalityKeys } from '../crypto/keys.ts'
import { directionOf, type Lang } from '../i18n.ts'
import { headerName } from './address.ts'
import { bounceAddress, threadAddress } from './own-address.ts'

export interface Sender {
  /** The address the letters come from. */
  readonly address: string
  /** The name beside it. */
  readonly name: string
  /** The mailbox answers come to. */
  readonly answers: string
  /** The address bounces come to. */
  readonly bounces: string
  /** Whether both take a mark of ours after a plus; without it answers are known by the Message-ID they name. */
  readonly plus: boolean
}
export interface Outgoing {
  readonly id: string
  readonly about: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: string
  readonly writtenAt: Date
  /** Answers a letter by itself: an empty path, so that no machine answers back. */
  readonly auto: boolean
  /** The Message-ID it answers. */
  readonly answers: string | null
  readonly unsubscribe: string | null
}

/** The same for every try, so that a receiver who got it twice can see that it is one letter. */
function messageIdOf(letterId: string, sender: Sender): string {
  return `<${letterId}@${sender.address.split('@')[1] ?? 'localhost'}>`
}

/** The message for nodemailer, with an envelope of its own: what the headers say diverts nothing. */
export function messageOf(letter: Outgoing, sender: Sender, keys: MunicipalityKeys) {
  const path = sender.plus ? bounceAddress(keys, sender.bounces, letter.id) : sender.bounces
  const answered = letter.answers === null ? null : messageIdIn(letter.answers)
  return {
    envelope: { from: letter.auto ? '' : path, to: [letter.to] },
    from: { name: headerName(sender.name), address: sender.address },
    to: { name: '', address: letter.to },
    replyTo: sender.plus ? threadAddress(keys, sender.answers, letter.about) : sender.answers,
    subject: oneLine(letter.subject),
    date: letter.writtenAt,
    messageId: messageIdOf(letter.id, sender),
    ...(answered && { inReplyTo: answered, references: [answered] }),
    text: letter.text,
    html: htmlOf(letter),
    headers: {
      'Auto-Submitted': letter.auto ? 'auto-replied' : 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': letter.language,
      ...(letter.unsubscribe && {
        'List-Unsubscribe': `<${encodeURI(letter.unsubscribe).replace(/[<>\s]/g, '')}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** A Message-ID that may stand in a header of ours; anything else is left out rather than repeated. */
function messageIdIn(text: string): string | null {
  return /^\s*(<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>)\s*$/.exec(text)?.[1] ?? null
}
const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ')
const link = /(https?:\/\/[^\s<>"]+)/

function htmlOf({ text, language, subject }: Outgoing): string {
  const paragraphs = text.trim().split(/\n{2,}/)
  return `<!doctype html>${renderToString(
    <html lang={language} dir={directionOf(language as Lang)}>
      <head>
        <meta charset="utf-8" />
        <title>{oneLine(subject)}</title>
      </head>
      <body>
        {paragraphs.map((paragraph, at) => (
          <p key={at} dir="auto">
            {paragraph.split('\n').map((line, n) => (
              <span key={n}>
                {n > 0 && <br />}
                {line.split(link).map(part => (link.test(part) ? <a href={part}>{part}</a> : part))}
              </span>
            ))}
          </p>
        ))}
      </body>
    </html>,
  )}`
}

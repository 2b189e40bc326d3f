// How a letter of the outbox becomes a message on the wire: one recipient, plain text and the same as simple HTML.
import { renderToString } from 'preact-render-to-string'
import { directionOf, type Lang } from '../i18n.ts'
import { headerName } from './address.ts'

export interface Sender {
  /** The address the letters come from. */
  readonly address: string
  /** The name beside it. */
  readonly name: string
}
export interface Outgoing {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: string
  readonly writtenAt: Date
}

/** The same for every try, so that a receiver who got it twice can see that it is one letter. */
export function messageIdOf(letterId: string, sender: Sender): string {
  return `<${letterId}@${sender.address.split('@')[1] ?? 'localhost'}>`
}

/** The message for nodemailer, with an envelope of its own: what the headers say diverts nothing. */
export function messageOf(letter: Outgoing, sender: Sender) {
  return {
    envelope: { from: sender.address, to: [letter.to] },
    from: { name: headerName(sender.name), address: sender.address },
    to: { name: '', address: letter.to },
    subject: oneLine(letter.subject),
    date: letter.writtenAt,
    messageId: messageIdOf(letter.id, sender),
    text: letter.text,
    html: htmlOf(letter),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': letter.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
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

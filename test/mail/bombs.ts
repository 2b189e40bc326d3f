// Letters made to hurt: what took a parser seconds or gigabytes once, each in its smallest harmful form.
import sharp from 'sharp'

const filled = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes)
const mega = 1 << 20
const head = (more = '') => `From: a@b.dk\r\nTo: c@d.dk\r\nSubject: x\r\n${more}\r\n`
const html = (text: string) => `${head('Content-Type: text/html; charset=utf-8\r\n')}${text}`
const flowed = (format: string, line: string) => `${head(`Content-Type: text/plain; ${format}\r\n`)}${filled(line, 2 * mega)}`
const parts = (part: string, bytes: number) =>
  `${head('Content-Type: multipart/mixed; boundary=b\r\n')}${filled(`--b\r\n${part}\r\n`, bytes)}\r\n--b--`
const utf8 = 'Content-Type: text/plain; charset=utf-8\r\n'

/** By name. `words`: they can be read all the same. */
export async function bombs(): Promise<{ name: string; raw: Buffer; words: boolean }[]> {
  const deep = Array.from({ length: 39 }, (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`).join('')
  const wide = await sharp({ create: { width: 5_000, height: 5_000, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const picture = `${head('Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n')}${wide.toString('base64').replace(/.{76}/g, '$&\r\n')}`
  const readable: Record<string, string> = {
    'two megabytes flowed': flowed('format=flowed', 'ord ord ord ord ord ord ord ord ord ord \r\n'),
    'flowed in short lines': flowed('format=flowed', 'a \r\n'),
    'flowed, written otherwise': flowed('\r\n format*0=flo; format*1=wed', 'a \r\n'),
    'flowed with delsp': flowed('format=flowed; delsp=yes', 'ord \r\n'),
    'half a million short lines': `${head()}${filled('a\n', mega)}`,
    'one line of twenty megabytes': `${head()}${filled('x', 20 * mega)}`,
    'one header folded 80,000 times': `${head(`X-A: ${filled('a\r\n ', 400_000)}\r\n`)}hej`,
    'a subject of encoded words': `From: a@b.dk\r\nSubject: ${filled('=?utf-8?Q?=C3=A6?=\r\n ', 400_000)}x\r\n\r\nhej`,
    'twenty thousand recipients': `From: a@b.dk\r\nTo: ${filled('"N, M" <a@b.dk>, ', 400_000)}c@d.dk\r\n\r\nhej`,
    'brackets without end': `From: ${filled('<a (', 200_000)}\r\nTo: ${filled('"', 200_000)}\r\n\r\nhej`,
    'references without end': `From: a@b.dk\r\nReferences: ${filled('<', 400_000)}\r\n\r\nhej`,
    'parts within parts': `${head('Content-Type: multipart/mixed; boundary=b0\r\n')}${deep}${filled('--hej\r\n', 2 * mega)}`,
    'forty thousand marks on one letter': `${head(utf8)}a${filled('\u0301\u0327', 400_000)}`,
    'html of opening signs': html(filled('<', mega)),
    'html of divs': html(filled('<div>', mega)),
    'html of open comments': html(filled('<!--', mega)),
    'html of links in links': html(filled('<a href=http://x>y', mega)),
    'html of quotations': html(filled('<blockquote>a', mega)),
    'html of entities': html(filled('&amp;&#x41;&abcdefghi', mega)),
    'html of ten megabytes': html(filled('<p>Jeg vil gerne være med. <b>Hej</b></p>\r\n', 10 * mega)),
    'quotations in quotations': `${head()}${filled('> ', 400_000)}\r\n${filled('> hej\r\n', 400_000)}`,
    'somebody wrote, forty thousand times': `${head()}${filled('Den 12. jan 2026 kl. 10 skrev x\r\n', 400_000)}`,
    'headings of answers': `${head()}${filled('Fra: a\r\nb\r\n', 400_000)}`,
    'a report without end': `From: a@b.dk\r\nContent-Type: multipart/report; boundary=b\r\n\r\n${filled('content-type: message/delivery-status\n', 250_000)}`,
    'a report in words without end': `Return-Path: <>\r\nSubject: Undelivered Mail\r\n\r\n${filled('mailbox quota ', 250_000)}`,
    'a picture of 25 million points': picture,
  }
  const refused: Record<string, string> = {
    'eight million lines': `${head()}${filled('\n', 8 * mega)}`,
    'a header of two megabytes': `${head(`X-A: ${filled('x', 2 * mega)}\r\n`)}hej`,
    'a hundred thousand headers': `${head(filled('X-A: b\r\n', mega - 8))}hej`,
    'parts without number': parts('Content-Type: text/plain\r\n\r\nhej', 4 * mega),
    'files without number': parts('Content-Type: application/pdf; name=a.pdf\r\n\r\nhej', 4 * mega),
    'letters without number': parts('Content-Type: message/rfc822\r\n\r\nFrom: a@b.dk\r\n\r\nhej', 2 * mega),
  }
  const made = (from: Record<string, string>, words: boolean) =>
    Object.entries(from).map(([name, text]) => ({ name, raw: Buffer.from(text, 'utf8'), words }))
  return [...made(readable, true), ...made(refused, false)]
}

// The files in a letter: pictures are made anew, others kept as downloads within caps, what could do harm stays in the raw letter.
import type { Attachment } from 'postal-mime'
import type { Mark, ReadFile } from './facts.ts'
import { plainLine } from './plain.ts'

const largest = 26_214_400
const most = 40
const mostPixels = 50_000_000
const widest = 2_000
const unsafe =
  /\.(exe|com|bat|cmd|scr|pif|msi|msp|jar|js|jse|vbs|vbe|wsf|wsh|ps1|psm1|lnk|iso|img|hta|cpl|reg|dll|app|apk|chm|html?|xhtml|shtml|svg|xml|mht(ml)?)$/i
const unsafeType = /^(text\/html|application\/(x-msdownload|x-msdos-program|java|javascript|x-sh|hta)|image\/svg)/

/** @param left seconds that remain for the letter */
export async function readFiles(attachments: readonly Attachment[], left: () => number, found: Set<Mark>): Promise<ReadFile[]> {
  const files: ReadFile[] = []
  for (const attachment of attachments) {
    if (files.length >= most) {
      found.add('files-cut')
      break
    }
    files.push(await oneFile(attachment, left, found))
  }
  return files
}

async function oneFile(attachment: Attachment, left: () => number, found: Set<Mark>): Promise<ReadFile> {
  const bytes = bytesOf(attachment)
  const type = /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(attachment.mimeType) ? attachment.mimeType : 'application/octet-stream'
  const name = fileName(attachment.filename, type)
  const file = { name, type, size: bytes.length }
  if (bytes.length > largest) {
    found.add('files-cut')
    return { ...file, how: 'kept', mark: 'too-large', bytes: null }
  }
  if (isPicture(bytes) && left() > 1.5) {
    const made = await anew(bytes)
    if (made)
      return { ...file, name: name.replace(/(\.[^.]{1,10})?$/, '.webp'), type: 'image/webp', how: 'picture', mark: null, bytes: made }
  }
  if (unsafe.test(name) || unsafeType.test(type)) return { ...file, how: 'kept', mark: 'unsafe', bytes: null }
  return { ...file, how: 'download', mark: markOf(name, type), bytes }
}

function markOf(name: string, type: string): string | null {
  if (type === 'application/ms-tnef' || name.toLowerCase() === 'winmail.dat') return 'winmail'
  if (type === 'text/calendar') return 'calendar'
  if (type === 'message/rfc822') return 'letter'
  return /(pkcs7|pgp)-signature$/.test(type) ? 'signature' : null
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8')
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

/** A name for saving: no folders, no leading dots, nothing unseen. */
function fileName(given: string | null, type: string): string {
  const name = plainLine(given ?? '', 120)
    .replace(/[/\\:*?"<>|\u200e\u200f\u061c]/g, '_')
    .replace(/^[.\s]+/, '')
  return name || (type === 'message/rfc822' ? 'brev.eml' : type === 'text/calendar' ? 'kalender.ics' : 'fil')
}

/** By the first bytes, whatever the letter calls it. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(12, bytes.byteLength)).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('GIF8') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}

/** The picture and nothing else: no place, no time, no owner. Null when it is no picture after all, or one too large to open. */
async function anew(bytes: Uint8Array): Promise<Uint8Array | null> {
  // Loaded for the first letter that has a picture.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .timeout({ seconds: 3 })
      .rotate()
      .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
  } catch {
    return null
  }
}

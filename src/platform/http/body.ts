// Reads a posted form: bounded in bytes and fields, valid UTF-8 or a plain answer.
import { MIMEType } from 'node:util'
import { Refusal } from '../refusal.ts'

export interface PostedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}
export interface Posted {
  /** Every field as it came; a name given several times is a list. */
  readonly values: Record<string, string | string[]>
  readonly files: Record<string, PostedFile>
}
/** The body is larger than the route takes. */
export class TooLarge extends Error {}
/** The body is not a form, or is broken. */
export class BadBody extends Error {}

const maxFields = 1_000

/** Reads the fields of `request`; `fileBytes` is the bound of a form that carries files, when it has one of its own. Throws TooLarge, BadBody, or Refusal for text that is not valid. */
export async function readForm(request: Request, maxBytes: number, fileBytes = maxBytes): Promise<Posted> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  const type = request.headers.get('content-type') ?? ''
  const most = type.startsWith('multipart/form-data') ? fileBytes : maxBytes
  if (declared > most) throw new TooLarge()
  const bytes = await readBytes(request, most)
  if (type.startsWith('multipart/form-data')) return await multipart(bytes, type)
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new BadBody('the form was sent in a shape we do not read')
  const raw = bytes.toString('latin1')
  const posted: Posted = { values: emptyRecord(), files: emptyRecord() }
  let count = 0
  for (const [name, value] of new URLSearchParams(raw)) {
    if (++count > maxFields) throw new BadBody('too many fields')
    add(posted, name, value)
  }
  // URLSearchParams puts U+FFFD where the bytes were no UTF-8; a real U+FFFD arrives as %EF%BF%BD.
  const replaced = Object.values(posted.values)
    .flat()
    .some(v => v.includes('\ufffd'))
  if (replaced && !/%EF%BF%BD/i.test(raw)) throw new Refusal(notText)
  return posted
}

async function multipart(bytes: Buffer, type: string): Promise<Posted> {
  if (hasTooManyParts(bytes, type)) throw new BadBody('too many fields')
  let form: FormData
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new BadBody('the form arrived broken')
  }
  const posted: Posted = { values: emptyRecord(), files: emptyRecord() }
  let count = 0
  let at = 0
  for (const [name, value] of form as unknown as Iterable<[string, string | File]>) {
    if (++count > maxFields) throw new BadBody('too many fields')
    if (typeof value === 'string') {
      // U+FFFD stands where the bytes were no UTF-8; a real one is among the bytes as it is, behind the field before it: looked for from the
      // beginning each time, a thousand fields would keep everybody waiting for a minute.
      if (value.includes('\ufffd')) {
        const found = bytes.indexOf(value, at)
        if (found === -1) throw new Refusal(notText)
        at = found + Buffer.byteLength(value)
      }
      add(posted, name, value)
    } else posted.files[fileName(posted, name)] = { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return posted
}

/** Whether there are more parts than a form has fields, by their boundaries: reading a hundred thousand parts would keep everybody waiting. */
function hasTooManyParts(bytes: Buffer, type: string): boolean {
  const boundary = boundaryOf(type)
  if (!boundary) return false
  // One more stands at the end.
  let parts = -1
  for (let at = bytes.indexOf(boundary); at !== -1 && parts <= maxFields; at = bytes.indexOf(boundary, at + boundary.length)) parts++
  return parts > maxFields
}

/** The boundary as the reader of forms finds it: of several that are nearly one, the same must be counted by that is read by. */
function boundaryOf(type: string): string | null {
  try {
    return new MIMEType(type).params.get('boundary')
  } catch {
    return null
  }
}

/** Several files under one name are told apart by a number. */
function fileName(posted: Posted, name: string): string {
  let at = name
  for (let n = 2; posted.files[at]; n++) at = `${name}.${n}`
  return at
}

async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  // A body that says how long it is holds no more than that, so it is taken as it comes, without a stream around it.
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared <= maxBytes) return Buffer.from(await request.arrayBuffer())
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > maxBytes) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A record without a prototype, so that a field named `__proto__` is only a field. */
function emptyRecord<V>(): Record<string, V> {
  return Object.create(null) as Record<string, V>
}

function add(posted: Posted, name: string, value: string): void {
  if (value.includes('\0') || name.includes('\0')) throw new Refusal(notText)
  const known = posted.values[name]
  if (known === undefined) posted.values[name] = value
  else if (Array.isArray(known)) known.push(value)
  else posted.values[name] = [known, value]
}

const notText = {
  da: 'Teksten indeholder tegn, som ikke kan læses. Skriv den igen, eller ring til os.',
  en: 'The text contains characters that cannot be read. Write it again, or call us.',
}

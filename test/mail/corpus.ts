// Invented letters in every form people's programs give them: clients, languages, alphabets, encodings, and what is broken about them.

export interface CorpusLetter {
  readonly name: string
  readonly raw: Buffer
  /** Words that must be read in it; null where nobody can read them. */
  readonly says: string | null
  /** Where its rules send it, when nothing else is known about it; left out where that is not the point. */
  readonly desk?: string
}

const texts = {
  da: {
    subject: 'Udsatterådet på ny',
    text: 'Jeg vil gerne være medlem af udsatterådet. Jeg bor på Ærø-vej og kan mødes.',
    charsets: ['utf-8', 'iso-8859-1', 'windows-1252'],
  },
  en: {
    subject: 'The council',
    text: 'I would like to join the council as a member. I live in the municipality.',
    charsets: ['utf-8', 'us-ascii'],
  },
  ar: { subject: 'المجلس', text: 'أود الانضمام إلى المجلس كعضو، وأسكن في البلدية.', charsets: ['utf-8', 'windows-1256'] },
  tr: {
    subject: 'Kurul üyeliği',
    text: 'Kurula üye olmak istiyorum. Belediyede yaşıyorum, çok ilgileniyorum.',
    charsets: ['utf-8', 'iso-8859-9'],
  },
  ur: { subject: 'کونسل', text: 'میں کونسل کا رکن بننا چاہتا ہوں۔', charsets: ['utf-8'] },
  uk: { subject: 'Рада', text: 'Хочу стати членом ради. Я живу в громаді.', charsets: ['utf-8', 'koi8-u', 'windows-1251'] },
  pl: { subject: 'Rada', text: 'Chcę zostać członkiem rady. Mieszkam w gminie.', charsets: ['utf-8', 'iso-8859-2'] },
} as const
const clients = {
  outlook: 'X-Mailer: Microsoft Outlook 16.0\r\nThread-Index: AdkInvented==\r\nContent-Language: da',
  gmail: 'X-Gm-Message-State: invented',
  iphone: 'X-Mailer: iPhone Mail (22A1)\r\nX-Apple-Base-Url: x-msg://1/',
  samsung: 'X-Mailer: Samsung Email 6.1',
  webmail: 'User-Agent: Roundcube Webmail/1.6\r\nX-Priority: 3',
} as const
type Client = keyof typeof clients

const tables = new Map<string, Map<string, number>>()
/** The bytes of a text in an eight-bit alphabet, found by asking the decoder for each of its 256 signs. */
function inCharset(text: string, charset: string): Buffer {
  if (charset === 'utf-8' || charset === 'us-ascii') return Buffer.from(text, 'utf8')
  let table = tables.get(charset)
  if (!table) {
    const decoder = new TextDecoder(charset)
    table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
    tables.set(charset, table)
  }
  return Buffer.from([...text].map(sign => table.get(sign) ?? 63))
}
const wrapped = (text: string) => text.replace(/.{1,76}/g, '$&\r\n').trimEnd()
const encoders = {
  '8bit': (bytes: Buffer) => bytes,
  base64: (bytes: Buffer) => Buffer.from(wrapped(bytes.toString('base64'))),
  'quoted-printable': (bytes: Buffer) =>
    Buffer.from(
      [...bytes]
        .map(byte =>
          byte === 61 || byte > 126 || (byte < 32 && byte !== 10 && byte !== 13)
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .join('')
        .replace(/(?:=..|[^=\r\n]){70}(?=.)/g, '$&=\r\n'),
    ),
} as const
type Encoding = keyof typeof encoders

const word = (text: string, charset: string, how: 'B' | 'Q') => {
  const bytes = inCharset(text, charset)
  const coded =
    how === 'B'
      ? bytes.toString('base64')
      : [...bytes]
          .map(byte => (byte > 47 && byte < 58 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`))
          .join('')
  return `=?${charset}?${how}?${coded}?=`
}
let number = 0
const head = (client: Client, subject: string, more = '') =>
  `Received: from mx.example by mx.kommune.example with ESMTPS; Tue, 3 Nov 2026 10:15:00 +0100\r\nMessage-ID: <${++number}.invented@eksempel.dk>\r\nDate: Tue, 3 Nov 2026 10:15:00 +0100\r\nFrom: =?utf-8?B?${Buffer.from('Opdigtet Ærlig').toString('base64')}?= <borger${number}@eksempel.dk>\r\nTo: hr.politik@glostrup.dk\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n${clients[client]}\r\n${more}`

/** Every language in every alphabet and encoding, each from another client. */
function plain(): CorpusLetter[] {
  const letters: CorpusLetter[] = []
  const names = Object.keys(clients) as Client[]
  for (const [language, { subject, text, charsets }] of Object.entries(texts))
    for (const charset of charsets)
      for (const encoding of Object.keys(encoders) as Encoding[])
        for (const form of ['plain', 'alternative'] as const) {
          const client = names[letters.length % names.length]!
          const body = encoders[encoding](inCharset(text, charset))
          const subjects = word(subject, charset === 'us-ascii' ? 'utf-8' : charset, letters.length % 2 ? 'B' : 'Q')
          const html = encoders[encoding](inCharset(`<html><body><p>${text}</p></body></html>`, charset))
          const part = (type: string, bytes: Buffer) => [
            Buffer.from(`Content-Type: ${type}; charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`),
            bytes,
          ]
          const raw =
            form === 'plain'
              ? Buffer.concat([Buffer.from(head(client, subjects)), ...part('text/plain', body)])
              : Buffer.concat([
                  Buffer.from(head(client, subjects, 'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n')),
                  ...part('text/plain', body),
                  Buffer.from('\r\n--b\r\n'),
                  ...part('text/html', html),
                  Buffer.from('\r\n--b--\r\n'),
                ])
          letters.push({ name: `${language} ${charset} ${encoding} ${form} ${client}`, raw, says: text, desk: 'nominations' })
        }
  return letters
}

/** Each client's habits: HTML only, answers above what they answer, forwarding, signatures, files. */
function habits(): CorpusLetter[] {
  const { text } = texts.da
  const quoted = {
    outlook:
      '\r\n\r\n________________________________\r\nFra: Rådssekretær <raad@kommune.example>\r\nSendt: 2. november 2026 09:00\r\nTil: Borger\r\nEmne: Spørgsmål\r\n\r\nGAMMELT BREV',
    gmail: '\r\n\r\nDen man. 2. nov. 2026 kl. 09.00 skrev Rådssekretær <raad@kommune.example>:\r\n\r\n> GAMMELT BREV',
    iphone:
      '\r\n\r\nSendt fra min iPhone\r\n\r\n> Den 2. nov. 2026 kl. 09.00 skrev Rådssekretær <raad@kommune.example>:\r\n> \r\n> GAMMELT BREV',
    samsung: '\r\n\r\n-------- Oprindelig meddelelse --------\r\nFra: Rådssekretær\r\nDato: 02.11.2026\r\n\r\nGAMMELT BREV',
    webmail: '\r\n\r\nOn 2026-11-02 09:00, Rådssekretær wrote:\r\n> GAMMELT BREV',
  }
  const utf8 = 'Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
  return (Object.keys(clients) as Client[]).flatMap((client): CorpusLetter[] => [
    {
      name: `${client} html only`,
      raw: Buffer.from(
        `${head(client, 'Raad')}Content-Type: text/html; charset=utf-8\r\n\r\n<div dir=ltr><p class=MsoNormal>${text}<o:p></o:p></p><style>.x{}</style></div>`,
      ),
      says: text,
      desk: 'nominations',
    },
    {
      name: `${client} top-posted`,
      raw: Buffer.from(`${head(client, 'SV: Spm')}${utf8}${text}${quoted[client]}`),
      says: text,
      desk: 'nominations',
    },
    {
      name: `${client} forwarded`,
      raw: Buffer.from(
        `${head(client, 'VS: Råd')}${utf8}Se her\r\n\r\n---------- Forwarded message ---------\r\nFrom: A\r\nSubject: x\r\n\r\n${text}`,
      ),
      says: text,
      desk: 'nominations',
    },
    { name: `${client} empty subject`, raw: Buffer.from(`${head(client, '')}${utf8}${text}`), says: text, desk: 'nominations' },
    {
      name: `${client} no message id`,
      raw: Buffer.from(`${head(client, 'Råd')}${utf8}${text}`.replace(/Message-ID: .*\r\n/, '')),
      says: text,
      desk: 'nominations',
    },
    {
      name: `${client} doubled message id`,
      raw: Buffer.from(`Message-ID: <same@eksempel.dk>\r\n${head(client, 'Råd')}${utf8}${text}`),
      says: text,
      desk: 'nominations',
    },
    {
      name: `${client} calendar reply`,
      raw: Buffer.from(
        `${head(client, 'Accepteret: Møde')}Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n`,
      ),
      says: null,
      desk: 'shelf',
    },
    {
      name: `${client} winmail`,
      raw: Buffer.from(
        `${head(client, 'Råd')}Content-Type: multipart/mixed; boundary=w\r\n\r\n--w\r\n${utf8}${text}\r\n--w\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+\r\n--w--\r\n`,
      ),
      says: text,
      desk: 'nominations',
    },
    {
      name: `${client} signed`,
      raw: Buffer.from(
        `${head(client, 'Råd')}Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=s\r\n\r\n--s\r\n${utf8}${text}\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n--s--\r\n`,
      ),
      says: text,
      desk: 'nominations',
    },
    {
      name: `${client} encrypted`,
      raw: Buffer.from(
        `${head(client, 'Fortroligt')}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n`,
      ),
      says: null,
      desk: 'shelf',
    },
    {
      name: `${client} about something else`,
      raw: Buffer.from(`${head(client, 'Skraldespand')}${utf8}Min skraldespand er ikke tømt.`),
      says: 'Min skraldespand er ikke tømt.',
      desk: 'shelf',
    },
    {
      name: `${client} out of office`,
      raw: Buffer.from(
        `${head(client, 'Automatisk svar: Råd', 'Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\n')}${utf8}${text}`,
      ),
      says: text,
      desk: 'auto-reply',
    },
  ])
}

/** What no program should send and some do. */
function broken(): CorpusLetter[] {
  const nest = (depth: number) =>
    Array.from({ length: depth }, (_, at) => `--x${at}\r\nContent-Type: multipart/mixed; boundary=x${at + 1}\r\n\r\n`).join('')
  const rfc822 = (depth: number): string =>
    depth === 0 ? 'Subject: inderst\r\n\r\nhej' : `Content-Type: message/rfc822\r\n\r\n${rfc822(depth - 1)}`
  const letter = (name: string, raw: string | Buffer, says: string | null = null): CorpusLetter => ({
    name,
    raw: typeof raw === 'string' ? Buffer.from(raw, 'utf8') : raw,
    says,
  })
  return [
    letter('nothing at all', ''),
    letter('one byte', 'x'),
    letter('only line ends', '\r\n\r\n\r\n'),
    letter('no headers', '\r\nHej med jer', 'Hej med jer'),
    letter('no body', 'From: a@b.dk\r\nSubject: x\r\n'),
    letter('nul bytes', 'From: a@b.dk\r\nSubject: x\0y\r\n\r\nHej\0 med jer', 'Hej med jer'),
    letter('lines ended by cr', 'From: a@b.dk\rSubject: x\r\rHej', 'Hej'),
    letter(
      'turned around',
      'From: "gpj.exe\u202e" <a@b.dk>\r\nSubject: \u202ex\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHej \u202e\u2066med',
      'Hej med',
    ),
    letter('nested 400 deep', `Content-Type: multipart/mixed; boundary=x0\r\n\r\n${nest(400)}`),
    letter('letters in letters', rfc822(60)),
    letter('unclosed parts', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHej', 'Hej'),
    letter('boundary missing', 'Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nHej'),
    letter('unknown charset', 'From: a@b.dk\r\nContent-Type: text/plain; charset=klingon-1\r\n\r\nHej', 'Hej'),
    letter('unknown encoding', 'From: a@b.dk\r\nContent-Transfer-Encoding: rot13\r\n\r\nHej', 'Hej'),
    letter('broken base64', 'From: a@b.dk\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVq*** ===\r\nx'),
    letter('broken words in subject', 'From: a@b.dk\r\nSubject: =?utf-8?B?w?= =?x?Q?=ZZ?=\r\n\r\nHej', 'Hej'),
    letter('a header of a megabyte', `From: a@b.dk\r\nX-Long: ${'a'.repeat(1_100_000)}\r\n\r\nHej`),
    letter('ten thousand headers', `${Array.from({ length: 10_000 }, (_, at) => `X-${at}: y\r\n`).join('')}\r\nHej`, 'Hej'),
    letter(
      'ten thousand recipients',
      `From: a@b.dk\r\nTo: ${Array.from({ length: 10_000 }, (_, at) => `a${at}@b.dk`).join(', ')}\r\n\r\nHej`,
      'Hej',
    ),
    letter('half a megabyte of div', `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}Hej`),
    letter('two megabytes flowed', `Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${'> Hej \r\n'.repeat(250_000)}`),
    letter(
      'a thousand parts',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n'.repeat(1_000)}--b--`,
    ),
    letter(
      'a picture that is none',
      'Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQ\r\n',
    ),
    letter(
      'names that climb',
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename="../../etc/passwd"\r\n\r\nx\r\n--b--',
    ),
    letter('bytes of chance', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256))),
    letter(
      'twenty megabytes',
      Buffer.concat([
        Buffer.from(
          'From: a@b.dk\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHej med filen\r\n--b\r\nContent-Type: application/pdf; name=stor.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n',
        ),
        Buffer.from(wrapped(Buffer.alloc(14_600_000, 7).toString('base64'))),
        Buffer.from('\r\n--b--\r\n'),
      ]),
      'Hej med filen',
    ),
  ]
}

export const corpus = (): CorpusLetter[] => [...plain(), ...habits(), ...broken()]

/** A letter with some bytes changed, cut or doubled; the same for the same seed. */
export function mutated(raw: Buffer, seed: number): Buffer {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
  let bytes = Buffer.from(raw)
  for (let change = next(6); change >= 0 && bytes.length > 0; change--) {
    const at = next(bytes.length)
    const to = Math.min(bytes.length, at + next(80))
    const kind = next(5)
    if (kind === 0) bytes[at] = next(256)
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)])
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)])
    else if (kind === 3) bytes.fill(next(2) === 0 ? 0 : 0xff, at, to)
    else bytes = bytes.subarray(0, Math.max(1, at))
  }
  return bytes
}

// Letters as mail libraries' own trials have them, invented anew: broken forms, odd headers, reports and robots of every kind. Each with the desk a careful human would choose.

export interface Tortured {
  readonly name: string
  readonly raw: Buffer
  /** Any of these would do. */
  readonly desks: readonly string[]
  /** What a reader must find in it; left out where nobody can. */
  readonly says?: string
}

const wish = 'Jeg vil gerne være medlem af udsatterådet.'
const plain = 'Hvornår bliver skraldet hentet hos os?'
const b64 = (text: string | Buffer) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
const latin = (text: string) => Buffer.from(text, 'latin1')
const crlf = (text: string) => Buffer.from(text.replace(/\r?\n/g, '\r\n'))
const to = 'To: hr.politik@glostrup.dk'
const from = 'From: Opdigtet Borger <borger@eksempel.dk>'
const head = (more = '', subject = 'Til jer') => `${from}\n${to}\nSubject: ${subject}\nMessage-ID: <t@eksempel.dk>\n${more}`
const typed = (type: string, more = '') => `MIME-Version: 1.0\nContent-Type: ${type}\n${more}`
const utf8 = typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit\n')
const nominations = ['nominations']
const shelf = ['shelf']
const bounce = ['bounce']
const machine = ['auto-reply']

function forms(): Tortured[] {
  const one = (name: string, raw: Buffer | string, desks: readonly string[] = nominations, says?: string): Tortured => ({
    name,
    raw: typeof raw === 'string' ? crlf(raw) : raw,
    desks,
    ...(says === undefined ? desks === nominations && { says: 'medlem af udsatterådet' } : { says }),
  })
  const deep = (levels: number) =>
    `${head()}${Array.from({ length: levels }, (_, n) => `${n ? `--b${n - 1}\n` : ''}${typed(`multipart/mixed; boundary=b${n}`)}\n`).join('')}--b${levels - 1}\n${utf8}\n${wish}\n--b${levels - 1}--\n`
  const alternative = (plainPart: string, html: string) =>
    `${head()}${typed('multipart/alternative; boundary=x')}\n--x\n${utf8}\n${plainPart}\n--x\n${typed('text/html; charset=utf-8')}\n${html}\n--x--\n`
  return [
    one('nothing but line ends', '\n\n\n', shelf),
    one('one byte', Buffer.from('x'), shelf),
    one('only NULs', Buffer.alloc(4_096), shelf),
    one(
      'NULs between the words',
      Buffer.concat([crlf(`${head()}${utf8}\n`), Buffer.from('Jeg vil gerne \0være medlem af udsatterådet.\0\0')]),
    ),
    one('every byte', Buffer.from(Array.from({ length: 256 }, (_, n) => n)), shelf),
    one('bare LF', Buffer.from(`${head()}${utf8}\n${wish}\n`)),
    one('bare CR', Buffer.from(`${head()}${utf8}\n${wish}\n`.replace(/\n/g, '\r'))),
    one('line ends mixed', Buffer.from(`${from}\r\n${to}\nSubject: a\r\n${utf8.replace(/\n/g, '\r\n')}\n${wish}\n`)),
    one('an mbox line on top', `From borger@eksempel.dk Thu Nov 26 10:00:00 2026\n${head()}${utf8}\n${wish}\n`),
    one('an mbox line, quoted', `>From borger@eksempel.dk Thu Nov 26 10:00:00 2026\n${head()}${utf8}\n${wish}\n`),
    one('a line of the body that begins as a header', `${head()}${utf8}\n${wish}\nSubject: ikke emnet\n`),
    one('>From in the body', `${head()}${utf8}\n>From mig til jer:\n\n${wish}\n`, ['nominations', 'shelf'], ''),
    one('a byte order mark on top', Buffer.concat([Buffer.from('\ufeff'), crlf(`${head()}${utf8}\n${wish}\n`)])),
    one('no header at all', `${wish}\n`, ['nominations', 'shelf'], ''),
    one('an empty line first, then headers', `\n${head()}${utf8}\n${wish}\n`, ['nominations', 'shelf'], ''),
    one('headers only, no empty line', head().trimEnd(), shelf),
    one('a header without a colon among them', `${from}\nnonsens\n${to}\nSubject: a\n${utf8}\n${wish}\n`),
    one(
      'a space before the colon',
      `From : Opdigtet <a@eksempel.dk>\n${to}\nSubject : a\nContent-Type : text/plain; charset=utf-8\n\n${wish}\n`,
    ),
    one('headers in capitals', `FROM: a@eksempel.dk\nTO: b@eksempel.dk\nSUBJECT: a\nCONTENT-TYPE: TEXT/PLAIN; CHARSET=UTF-8\n\n${wish}\n`),
    one('no From', `${to}\nSubject: a\n${utf8}\n${wish}\n`),
    one('two From lines', `From: a@eksempel.dk\nFrom: b@eksempel.dk\n${to}\nSubject: a\n${utf8}\n${wish}\n`),
    one('From is a group', `From: Borgere: a@eksempel.dk, b@eksempel.dk;\n${to}\nSubject: a\n${utf8}\n${wish}\n`),
    one('From is empty', `From: <>\n${to}\nSubject: a\n${utf8}\n${wish}\n`),
    one('From has comments within comments', `From: (a (b) c) a@eksempel.dk (Opdigtet)\n${to}\nSubject: a\n${utf8}\n${wish}\n`),
    one('no Subject', `${from}\n${to}\n${utf8}\n${wish}\n`),
    one(
      'the wish stands in the subject only',
      `${from}\n${to}\nSubject: =?utf-8?q?Jeg_vil_gerne_v=C3=A6re_medlem_af_udsatter=C3=A5det?=\n${utf8}\n\n`,
      nominations,
      '',
    ),
    one(
      'a subject cut inside a letter',
      `${from}\n${to}\nSubject: =?utf-8?B?${Buffer.from('Medlem af udsatteråd').subarray(0, 19).toString('base64')}?=\n =?utf-8?B?${Buffer.from('Medlem af udsatteråd').subarray(19).toString('base64')}?=\n${utf8}\n${wish}\n`,
    ),
    one(
      'an encoded word in an alphabet nobody knows',
      `${from}\n${to}\nSubject: =?x-ukendt?Q?=FF=FE?= =?utf-8?Q?broken=?=\n${utf8}\n${wish}\n`,
    ),
    one('encoded words inside a word and unclosed', `${from}\n${to}\nSubject: a=?utf-8?Q?b?=c =?utf-8?Q?d\n${utf8}\n${wish}\n`),
    one('an encoded word with a language', `${from}\n${to}\nSubject: =?utf-8*da?Q?R=C3=A5d?=\n${utf8}\n${wish}\n`),
    one('8-bit headers in UTF-8', `From: Opdigtet Åse <a@eksempel.dk>\n${to}\nSubject: Rådet\n${utf8}\n${wish}\n`),
    one(
      '8-bit headers in latin1',
      latin(
        `From: Opdigtet Åse <a@eksempel.dk>\r\n${to}\r\nSubject: Rådet\r\n${typed('text/plain; charset=iso-8859-1').replace(/\n/g, '\r\n')}\r\n${wish}\r\n`,
      ),
    ),
    one('a subject of 100,000 signs', `${head('', 'x'.repeat(100_000))}${utf8}\n${wish}\n`),
    one('a header of 300,000 signs', `${head(`X-Lang: ${'y'.repeat(300_000)}\n`)}${utf8}\n${wish}\n`),
    one('5,000 headers', `${head(Array.from({ length: 5_000 }, (_, n) => `X-Nr-${n}: ${n}\n`).join(''))}${utf8}\n${wish}\n`),
    one(
      'a thousand addresses',
      `${head(`Cc: ${Array.from({ length: 1_000 }, (_, n) => `a${n}@eksempel.dk`).join(', ')}\n`)}${utf8}\n${wish}\n`,
    ),
    one(
      'a header folded two hundred times',
      `${head(`References: ${Array.from({ length: 200 }, (_, n) => `<r${n}@eksempel.dk>`).join('\n ')}\n`)}${utf8}\n${wish}\n`,
    ),
    one('folded with empty lines of spaces', `${head('X-A: b\n \n\t\n c\n')}${utf8}\n${wish}\n`),
    one('a date that is none', `${head('Date: i går ved middagstid\n')}${utf8}\n${wish}\n`),
    one('a date in the year 99999', `${head('Date: Mon, 1 Jan 99999 00:00:00 +0000\n')}${utf8}\n${wish}\n`),
    one('no Content-Type, bytes in UTF-8', `${head()}\n${wish}\n`),
    one('no Content-Type, bytes in latin1', latin(`${head().replace(/\n/g, '\r\n')}\r\n${wish}\r\n`)),
    one('says us-ascii, is UTF-8', `${head()}${typed('text/plain; charset=us-ascii')}\n${wish}\n`),
    one('says latin1, is UTF-8', `${head()}${typed('text/plain; charset=iso-8859-1')}\n${wish}\n`),
    one('says UTF-8, is latin1', latin(`${head()}${utf8}\n${wish}\n`.replace(/\n/g, '\r\n'))),
    one('an alphabet nobody knows', `${head()}${typed('text/plain; charset=x-mac-ukendt')}\n${wish}\n`),
    one('an alphabet in quotes with a space', `${head()}${typed('text/plain; charset=" utf-8 "')}\n${wish}\n`),
    one(
      'UTF-16',
      Buffer.concat([
        crlf(`${head()}${typed('text/plain; charset=utf-16le', 'Content-Transfer-Encoding: base64\n')}\n`),
        Buffer.from(b64(Buffer.from(wish, 'utf16le'))),
      ]),
    ),
    one('windows-1252', Buffer.concat([crlf(`${head()}${typed('text/plain; charset=windows-1252')}\n`), latin(wish)])),
    one(
      'quoted-printable',
      `${head()}${typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable\n')}\nJeg vil gerne v=C3=A6re medlem af ud=\nsatter=C3=A5det.\n`,
    ),
    one(
      'quoted-printable, broken',
      `${head()}${typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable\n')}\nJeg vil gerne v=c3=a6re medlem af udsatter=C3=A5det. =ZZ =\n`,
    ),
    one(
      'base64 without its end',
      `${head()}${typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64\n')}\n${b64(wish).replace(/=+$/, '')}\n`,
    ),
    one(
      'base64 with noise in it',
      `${head()}${typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64\n')}\n${b64(wish).replace(/(.{10})/, '$1 !\n\t')}\n`,
    ),
    one(
      'base64 in capitals and a comment',
      `${head()}${typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: BASE64 \n')}\n${b64(wish)}\n`,
    ),
    one('an encoding nobody knows', `${head()}${typed('text/plain; charset=utf-8', 'Content-Transfer-Encoding: x-ukendt\n')}\n${wish}\n`),
    one(
      'format=flowed',
      `${head()}${typed('text/plain; charset=utf-8; format=flowed; delsp=no')}\nJeg vil gerne være \nmedlem af udsatterådet.\n`,
      nominations,
      '',
    ),
    one('text/enriched', `${head()}${typed('text/enriched; charset=utf-8')}\n<bold>Hej.</bold> ${wish}\n`, ['nominations', 'shelf'], ''),
    one('a type that is none', `${head()}Content-Type: tekst\n\n${wish}\n`),
    one('an empty type', `${head()}Content-Type:\n\n${wish}\n`),
    one(
      'two types',
      `${head()}${typed('text/plain; charset=utf-8', 'Content-Type: text/html\n')}\n${wish}\n`,
      ['nominations', 'shelf'],
      '',
    ),
    one(
      'a hundred words of form around one wish',
      `${head()}${utf8}\nHej alle sammen\n\n${'Det er et langt brev om alt muligt andet. '.repeat(100)}\n\n${wish}\n`,
    ),
    ...[3, 10, 25].map(levels => one(`${levels} parts within parts`, deep(levels))),
    one('100 parts within parts', deep(100), shelf),
    one('a boundary that never ends', `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n${utf8}\n${wish}\n`),
    one('a boundary nobody named', `${head()}${typed('multipart/mixed')}\n--x\n${utf8}\n${wish}\n--x--\n`, ['nominations', 'shelf'], ''),
    one('a boundary that is not there', `${head()}${typed('multipart/mixed; boundary=y')}\n${wish}\n`, ['nominations', 'shelf'], ''),
    one('a boundary with spaces behind it', `${head()}${typed('multipart/mixed; boundary="x y"')}\n--x y  \n${utf8}\n${wish}\n--x y--  \n`),
    one(
      'one boundary is the beginning of the other',
      `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n${typed('multipart/alternative; boundary=xx')}\n--xx\n${utf8}\n${wish}\n--xx--\n--x--\n`,
    ),
    one('parts without headers', `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n\n${wish}\n--x--\n`),
    one('empty parts', `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n--x\n\n--x\n${utf8}\n${wish}\n--x--\n`),
    one(
      'words before and after the parts',
      `${head()}${typed('multipart/mixed; boundary=x')}\nForord\n--x\n${utf8}\n${wish}\n--x--\nEfterord\n`,
    ),
    one(
      'a part in HTML only',
      alternative('', `<html><body><p>Jeg vil gerne v&aelig;re <b>medlem</b> af udsatter&aring;det.</p></body></html>`),
    ),
    one(
      'HTML only',
      `${head()}${typed('text/html; charset=utf-8')}\n<table><tr><td><div>Jeg vil gerne v&#230;re medlem af udsatter&#xe5;det.</div></table>\n`,
    ),
    one(
      'HTML that names its alphabet itself',
      Buffer.concat([crlf(`${head()}${typed('text/html')}\n<meta charset="iso-8859-1"><p>`), latin(wish), Buffer.from('</p>')]),
    ),
    one('HTML that is not closed', `${head()}${typed('text/html; charset=utf-8')}\n<div><p>${wish}<a href="\n`),
    one('plain words say one thing, HTML the same', alternative(wish, `<p>${wish}</p>`)),
    one(
      'related within alternative within mixed',
      `${head()}${typed('multipart/mixed; boundary=a')}\n--a\n${typed('multipart/alternative; boundary=b')}\n--b\n${utf8}\n${wish}\n--b\n${typed('multipart/related; boundary=c')}\n--c\n${typed('text/html; charset=utf-8')}\n<p>${wish}</p>\n--c\n${typed('image/png', 'Content-ID: <i>\nContent-Transfer-Encoding: base64\n')}\niVBORw0KGgo=\n--c--\n--b--\n--a--\n`,
    ),
    one(
      'a file name in pieces',
      `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n${utf8}\n${wish}\n--x\n${typed('application/pdf', "Content-Disposition: attachment;\n filename*0*=utf-8'da'r%C3%A5d;\n filename*1*=%20og%20;\n filename*2=nej.pdf\n")}\nx\n--x--\n`,
    ),
    one(
      'a file name that is broken',
      `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n${utf8}\n${wish}\n--x\n${typed('application/octet-stream; name="=?utf-8?q?../../a', "Content-Disposition: attachment; filename*=utf-8''%ZZ%\n")}\nx\n--x--\n`,
    ),
    one(
      'winmail.dat',
      `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n${utf8}\n${wish}\n--x\n${typed('application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64\n')}\n${b64(Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0, 0, 0]))}\n--x--\n`,
    ),
    one(
      'winmail.dat alone',
      `${head()}${typed('application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64\n')}\n${b64(Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0, 0, 0]))}\n`,
      shelf,
    ),
    one(
      'a letter in a letter',
      `${head()}${typed('multipart/mixed; boundary=x')}\n--x\n${utf8}\nSe her.\n--x\n${typed('message/rfc822')}\n${head('', 'Inde i')}${utf8}\n${wish}\n--x--\n`,
      ['nominations', 'shelf'],
      '',
    ),
    one(
      'a letter that is a letter',
      `${head()}${typed('message/rfc822')}\n${head('', 'Inde i')}${utf8}\n${wish}\n`,
      ['nominations', 'shelf'],
      '',
    ),
    one('uuencoded below the words', `${head()}${utf8}\n${wish}\n\nbegin 644 a.txt\n#0V%T\n\`\nend\n`),
    one(
      'a partial letter',
      `${head()}${typed('message/partial; id="a@b"; number=1; total=2')}\n${utf8}\n${wish}\n`,
      ['nominations', 'shelf'],
      '',
    ),
    one('an external body', `${head()}${typed('message/external-body; access-type=URL; URL="http://eksempel.dk/"')}\n\n`, shelf),
    one(
      'signed by S/MIME',
      `${head()}${typed('multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=x')}\n--x\n${utf8}\n${wish}\n--x\n${typed('application/pkcs7-signature; name=smime.p7s', 'Content-Transfer-Encoding: base64\n')}\nMIIB\n--x--\n`,
    ),
    one(
      'encrypted by S/MIME',
      `${head()}${typed('application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'Content-Transfer-Encoding: base64\n')}\nMIIB\n`,
      shelf,
    ),
    one(
      'signed by PGP',
      `${head()}${typed('multipart/signed; protocol="application/pgp-signature"; boundary=x')}\n--x\n${utf8}\n${wish}\n--x\n${typed('application/pgp-signature')}\n-----BEGIN PGP SIGNATURE-----\n--x--\n`,
    ),
    one(
      'encrypted by PGP',
      `${head()}${typed('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x')}\n--x\n${typed('application/pgp-encrypted')}\nVersion: 1\n--x\n${typed('application/octet-stream')}\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n--x--\n`,
      shelf,
    ),
    one('encrypted by PGP, in the text', `${head()}${utf8}\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n`, shelf),
    one(
      'clear-signed by PGP',
      `${head()}${utf8}\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${wish}\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n`,
    ),
    one('a decomposed å', `${head()}${utf8}\n${wish.normalize('NFD')}\n`),
    one(
      'a soft hyphen and spaces that do not break',
      `${head()}${utf8}\nJeg\u00a0vil gerne være medlem\u00a0af udsatte\u00adrådet.\n`,
      nominations,
      '',
    ),
  ]
}

/** What people write that is for one desk, or for none. */
function matters(): Tortured[] {
  const said = (name: string, subject: string, text: string, desks: readonly string[], more = ''): Tortured => ({
    name,
    raw: crlf(`${head(more, subject)}${utf8}\n${text}\n`),
    desks,
  })
  return [
    said(
      'good advice is no council',
      'Et godt råd',
      'Har I et godt råd? Jeg er interesseret i at blive medlem af et fitnesscenter.',
      shelf,
    ),
    said('to afford is no council', 'Medlemskab', 'Jeg har ikke råd til at være medlem af svømmeklubben. Kan jeg få tilskud?', shelf),
    said('advice on taking part', 'Råd om deltagelse', 'Jeg vil gerne deltage i kurset og mangler råd om transport.', shelf),
    said(
      'the municipal council is none of these',
      'Byrådet',
      'Hvornår holder byrådet møde, og må man være med på tilhørerpladserne?',
      shelf,
    ),
    said('a rat', 'Rat', 'There is a rat in the yard. I am interested in how you deal with it.', shelf),
    said('glad in Ukrainian', 'Дякую', 'Я рада взяти участь у святі в суботу.', shelf),
    said('a rubbish bin', 'Skrald', plain, shelf),
    said('sick at work', 'Sygemelding', 'Jeg er syg i dag og kan ikke komme på arbejde eller til mødet kl. 10.', shelf),
    said('a child’s first sick day', 'Barns første sygedag', 'Mit barn er syg, så jeg kan ikke deltage i mødet.', shelf),
    said('a job', 'Ansøgning', 'Jeg søger stillingen som sagsbehandler og vil gerne til samtale.', shelf),
    said('an apology of a member', 'Afbud', 'Jeg må melde afbud til rådsmødet på torsdag.', ['members']),
    said('an apology in English', 'Apologies', 'I cannot attend the meeting of the council next week.', ['members']),
    said('minutes approved', 'Referat', 'Jeg godkender referatet fra sidste møde i ældrerådet.', ['members']),
    said('a sick member', 'Afbud', 'Jeg er syg og kan ikke komme til mødet i udsatterådet.', ['members']),
    said('an item for the agenda', 'Dagsorden', 'Her er et punkt til dagsordenen: adgang til servicebussen.', ['members']),
    said('two things at once', 'Afbud og ny', `Jeg kan ikke komme til mødet i handicaprådet. ${wish}`, shelf),
    said('a neighbour', 'Min nabo', 'Jeg vil gerne anbefale min nabo til integrationsrådet.', nominations),
    said('an old one with ae and aa', 'Udsatteraadet', 'Jeg vil gerne vaere medlem af udsatteraadet.', nominations),
    said('English', 'Council', 'I would like to join the integration council as a member.', nominations),
    said('German', 'Seniorenrat', 'Ich möchte gern Mitglied im Seniorenbeirat werden.', nominations),
    said('Arabic', 'المجلس', 'أود الانضمام إلى المجلس كعضو.', nominations),
    said('Turkish', 'Kurul', 'Kurula üye olmak istiyorum.', nominations),
    said('Ukrainian', 'Рада', 'Хочу стати членом ради.', nominations),
    said('Polish', 'Rada', 'Chcę zostać członkiem rady.', nominations),
    said('Urdu', 'کونسل', 'میں کونسل کا رکن بننا چاہتا ہوں۔', nominations),
    said('some council, none named', 'Råd', 'Jeg vil gerne være med i et af kommunens råd.', nominations),
    said('in the quotation only', 'Re: Udsatterådet', `Tak for svaret.\n\nDen 1. november skrev Opdigtet:\n> ${wish}\n`, shelf),
    said(
      'a newsletter',
      'Nyheder',
      'Ugens tilbud på haveredskaber.',
      ['list'],
      'List-Id: <nyt.eksempel.dk>\nList-Unsubscribe: <mailto:af@eksempel.dk>\n',
    ),
    said('bulk', 'Nyheder', 'Ugens tilbud på haveredskaber.', ['list'], 'Precedence: bulk\n'),
    { name: 'from ourselves', raw: crlf(`From: hr.politik@glostrup.dk\n${to}\nSubject: Kopi\n${utf8}\n${plain}\n`), desks: ['own'] },
  ]
}

const calendar = (method: string, text: string) =>
  `${head('', text)}${typed('multipart/alternative; boundary=x')}\n--x\n${utf8}\n${text}\n--x\n${typed(`text/calendar; charset=utf-8; method=${method}`)}\nBEGIN:VCALENDAR\nMETHOD:${method}\nEND:VCALENDAR\n--x--\n`

function robots(): Tortured[] {
  const auto = (name: string, subject: string, more: string, text = 'Jeg er ikke til stede og læser din mail på mandag.'): Tortured => ({
    name,
    raw: crlf(`From: Opdigtet Ansat <ansat@eksempel.dk>\n${to}\nSubject: ${subject}\n${more}${utf8}\n${text}\n`),
    desks: machine,
  })
  const subjects = [
    'Automatisk svar: Tak for dit brev',
    'Autosvar: Tak',
    'Auto: Ikke til stede',
    'Fraværsmeddelelse: Tak',
    'Fravær: Tak for dit brev',
    'Ikke på kontoret: Tak',
    'Ikke til stede: Tak',
    'Jeg holder ferie: Tak (automatisk svar)',
    'Out of Office AutoReply: Thanks',
    'Out of office: Thanks',
    'Out-of-office: Thanks',
    'Automatic reply: Thanks',
    'Auto-Reply: Thanks',
    'AUTO: Opdigtet Ansat is out of the office (returning 30-11-2026)',
    'Abwesenheitsnotiz: Danke',
    'Abwesend: Danke',
    'Automatische Antwort: Danke',
    'Réponse automatique : Merci',
    'Svar under fravær: Tak',
    'Autosvar – Tak',
  ]
  return [
    ...subjects.map(subject =>
      auto(
        `by its subject alone: ${subject}`,
        subject.replace(/[^\x20-\x7e]+/g, words => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`),
        '',
      ),
    ),
    auto(
      'Exchange',
      'Automatisk svar: Tak',
      'Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: ansat@eksempel.dk\n',
    ),
    auto('vacation(1)', 'away from my mail', 'Precedence: bulk\nX-Vacation: yes\nAuto-Submitted: auto-replied (vacation)\n'),
    auto('Sieve', 'Tak', 'Auto-Submitted: auto-replied (vacation)\n'),
    auto('Gmail', 'Re: Tak', 'Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied\n'),
    auto('cPanel', 'Re: Tak', 'X-Autorespond: Re: Tak\nPrecedence: auto_reply\n'),
    auto('Precedence alone', 'Re: Tak', 'Precedence: auto_reply\n'),
    auto('Lotus Notes', 'AUTO: Opdigtet er bortrejst', 'Auto-Submitted: auto-generated\n'),
    auto(
      'a ticket system',
      '[#4711] Vi har modtaget din henvendelse',
      'Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: OOF, AutoReply\n',
      'Tak. Dit sagsnummer er 4711.',
    ),
    auto('an empty path', 'Tak', 'Return-Path: <>\n'),
    auto('it names a council', 'Automatisk svar: Udsatterådet', 'Auto-Submitted: auto-replied\n', `${wish} skrev du. Jeg er på ferie.`),
    {
      name: 'read receipt (Outlook)',
      desks: machine,
      raw: crlf(
        `From: Opdigtet <a@eksempel.dk>\n${to}\nSubject: Læst: Tak for dit brev\n${typed('multipart/report; report-type=disposition-notification; boundary=x')}\n--x\n${utf8}\nDin meddelelse blev læst.\n--x\n${typed('message/disposition-notification')}\nFinal-Recipient: rfc822;a@eksempel.dk\nDisposition: manual-action/MDN-sent-manually; displayed\n--x--\n`,
      ),
    },
    {
      name: 'deleted unread (Outlook)',
      desks: machine,
      raw: crlf(
        `From: Opdigtet <a@eksempel.dk>\n${to}\nSubject: Ikke læst: Tak\n${typed('multipart/report; report-type=disposition-notification; boundary=x')}\n--x\n${utf8}\nSlettet uden at blive læst.\n--x\n${typed('message/disposition-notification')}\nDisposition: automatic-action/MDN-sent-automatically; deleted\n--x--\n`,
      ),
    },
    { name: 'a meeting accepted', raw: crlf(calendar('REPLY', 'Accepteret: Kaffe')), desks: shelf },
    { name: 'a meeting declined', raw: crlf(calendar('REPLY', 'Afslået: Kaffe')), desks: shelf },
    { name: 'an invitation', raw: crlf(calendar('REQUEST', 'Kaffe tirsdag')), desks: shelf },
    { name: 'a meeting cancelled', raw: crlf(calendar('CANCEL', 'Aflyst: Kaffe')), desks: shelf },
  ]
}

interface Dsn {
  readonly name: string
  readonly sender: string
  readonly subject: string
  readonly more?: string
  readonly words: string
  readonly status: string
  readonly action?: string
}
const dsns: readonly Dsn[] = [
  {
    name: 'Postfix',
    sender: 'MAILER-DAEMON@mx.eksempel.dk (Mail Delivery System)',
    subject: 'Undelivered Mail Returned to Sender',
    words: "This is the mail system at host mx.eksempel.dk.\n\nI'm sorry to have to inform you that your message could not be delivered.",
    status: '5.1.1',
  },
  {
    name: 'Postfix, delayed',
    sender: 'MAILER-DAEMON@mx.eksempel.dk',
    subject: 'Delayed Mail (still being retried)',
    words: 'YOUR MESSAGE IS BEING RETRIED.',
    status: '4.4.1',
    action: 'delayed',
  },
  {
    name: 'Exchange',
    sender: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@eksempel.dk>',
    subject: 'Undeliverable: Tak',
    more: 'X-MS-Exchange-Message-Is-Ndr:\n',
    words: 'Your message could not be delivered.',
    status: '5.1.10',
  },
  {
    name: 'Exchange in Danish',
    sender: 'postmaster@eksempel.dk',
    subject: 'Kan ikke leveres: Tak',
    words: 'Levering mislykkedes til disse modtagere.',
    status: '5.1.1',
  },
  {
    name: 'Exchange in German',
    sender: 'postmaster@eksempel.de',
    subject: 'Unzustellbar: Tak',
    words: 'Fehler bei der Nachrichtenzustellung.',
    status: '5.4.1',
  },
  {
    name: 'Gmail',
    sender: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    subject: 'Delivery Status Notification (Failure)',
    more: 'X-Failed-Recipients: b@eksempel.dk\nAuto-Submitted: auto-replied\n',
    words: 'Address not found',
    status: '5.1.1',
  },
  {
    name: 'Sendmail',
    sender: 'Mail Delivery Subsystem <MAILER-DAEMON@eksempel.dk>',
    subject: 'Returned mail: see transcript for details',
    more: 'Auto-Submitted: auto-generated (failure)\n',
    words: 'The original message was received',
    status: '5.1.1',
  },
  {
    name: 'Yahoo',
    sender: 'MAILER-DAEMON@yahoo.example',
    subject: 'Failure Notice',
    words: 'Sorry, we were unable to deliver your message',
    status: '5.0.0',
  },
  { name: 'a full mailbox', sender: 'MAILER-DAEMON@eksempel.dk', subject: 'Undelivered Mail', words: 'Over quota', status: '5.2.2' },
  {
    name: 'relayed',
    sender: 'MAILER-DAEMON@eksempel.dk',
    subject: 'Successful Mail Delivery Report',
    words: 'Your message was relayed.',
    status: '2.1.5',
    action: 'relayed',
  },
]
function reports(): Tortured[] {
  const made = dsns.flatMap(({ name, sender, subject, more = '', words, status, action = 'failed' }): Tortured[] =>
    [`Return-Path: <>\n${more}`, more].map((headers, at) => ({
      name: `${name}${at ? ', its path not told' : ''}`,
      desks: bounce,
      raw: crlf(
        `From: ${sender}\n${to}\nSubject: ${subject}\n${headers}${typed('multipart/report; report-type=delivery-status; boundary=x')}\n--x\n${utf8}\n${words}\n--x\n${typed('message/delivery-status')}\nReporting-MTA: dns; mx.eksempel.dk\n\nFinal-Recipient: rfc822; b@eksempel.dk\nAction: ${action}\nStatus: ${status}\n\n--x\n${typed('message/rfc822')}\nFrom: hr.politik@glostrup.dk\nSubject: Tak\n\n${wish}\n--x--\n`,
      ),
    })),
  )
  const old = (name: string, sender: string, subject: string, text: string, more = 'Return-Path: <>\n'): Tortured => ({
    name,
    desks: bounce,
    raw: crlf(`From: ${sender}\n${to}\nSubject: ${subject}\n${more}\n${text}\n`),
  })
  return [
    ...made,
    old(
      'qmail',
      'MAILER-DAEMON@eksempel.dk',
      'failure notice',
      "Hi. This is the qmail-send program at eksempel.dk.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<b@eksempel.dk>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.",
    ),
    old(
      'Exim',
      'Mail Delivery System <Mailer-Daemon@eksempel.dk>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\n  b@eksempel.dk\n    host mx.eksempel.dk: 550 5.1.1 User unknown',
      'Return-Path: <>\nX-Failed-Recipients: b@eksempel.dk\nAuto-Submitted: auto-replied\n',
    ),
    old(
      'Exim, warning',
      'Mail Delivery System <Mailer-Daemon@eksempel.dk>',
      'Warning: message 1abc delayed 24 hours',
      'This message was created automatically by mail delivery software. A message that you sent has not yet been delivered.',
      'Return-Path: <>\nAuto-Submitted: auto-replied\n',
    ),
    old(
      'Domino',
      'postmaster@eksempel.dk',
      'DELIVERY FAILURE: User b (b@eksempel.dk) not listed in Domino Directory',
      'Your message could not be delivered because: User not listed in Domino Directory',
    ),
    old(
      'Groupwise',
      'Mail administrator <Postmaster@eksempel.dk>',
      'Mail System Error - Returned Mail',
      'This Message was undeliverable due to the following reason: user unknown',
    ),
    old('a Danish server', 'MAILER-DAEMON@eksempel.dk', 'Meddelelsen kunne ikke leveres', 'Modtageren findes ikke.'),
  ]
}

/** Some hundred letters: each form, matter, robot and report, the plain ones in three ways of writing their bytes. */
export function tortured(): Tortured[] {
  const all = [...forms(), ...matters(), ...robots(), ...reports()]
  // Put through another server on the way: two headers more, the same letter.
  const passed = all
    .filter(one => !/mbox|byte order|NULs|every byte|empty line|no header|one byte|line ends|bare CR/.test(one.name))
    .map(one => ({
      ...one,
      name: `${one.name}, passed on`,
      raw: Buffer.concat([
        Buffer.from(
          'Received: from a.eksempel.dk (a.eksempel.dk [192.0.2.1])\r\n\tby mx.eksempel.dk (Postfix) with ESMTPS id 1\r\n\tfor <hr.politik@glostrup.dk>; Thu, 26 Nov 2026 10:00:00 +0100 (CET)\r\nDelivered-To: hr.politik@glostrup.dk\r\n',
        ),
        one.raw,
      ]),
    }))
  return [...all, ...passed]
}

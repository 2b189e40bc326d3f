// Letters in the mailbox of the demonstration, every word of them invented: for the desk, for the shelf, from machines, and one that is not for the councils.

export interface LetterPart {
  /** Working days before today, and the hour. */
  readonly ago: number
  readonly at: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly headers?: string
}

export const lettersIn: readonly LetterPart[] = [
  {
    ago: 1,
    at: '08:42',
    from: 'Opdigtet Sanne Krogh <sanne.krogh@eksempel.example>',
    subject: 'Udsatterådet',
    text: 'Hej\n\nJeg så opslaget på biblioteket og vil gerne være medlem af Udsatterådet. Jeg har selv været hjemløs og ved lidt om, hvad der virker.\n\nI må gerne ringe efter klokken 15.\nTlf. 00 00 01 21\n\nVenlig hilsen\nSanne',
  },
  {
    ago: 1,
    at: '13:05',
    from: 'Opdigtet Daniel Osei <d.osei@eksempel.example>',
    subject: 'Joining a council',
    text: 'Hello,\n\nI would like to join one of the councils as a member, but I am not sure which one. I moved here two years ago and volunteer at the football club.\n\nKind regards,\nDaniel',
  },
  {
    ago: 2,
    at: '19:31',
    from: 'Opdigtet Hanan Saleh <hanan.saleh@eksempel.example>',
    subject: 'مجلس الاندماج',
    text: 'مرحبا\n\nأود الانضمام إلى مجلس الاندماج كعضو. أسكن في البلدية وأعمل متطوعة مع الأمهات.\n\nمع التحية\nحنان',
  },
  {
    ago: 3,
    at: '09:12',
    from: 'Opdigtet Bent Holm <bent.holm@eksempel.example>',
    subject: 'Min skraldespand',
    text: 'Hej\n\nMin skraldespand er ikke blevet tømt i to uger. Hvem skal jeg skrive til?\n\nBent',
  },
  {
    ago: 1,
    at: '07:55',
    from: 'Opdigtet Kollega <kollega@eksempel.example>',
    subject: 'Sygemelding i dag',
    text: 'Hej\n\nJeg er desværre syg i dag. Jeg ringer i morgen.\n\nHilsen',
  },
  {
    ago: 2,
    at: '10:20',
    from: 'Opdigtet Forening <nyt@forening.example>',
    subject: 'Nyt fra foreningen',
    text: 'Kære alle\n\nHer er månedens nyt.',
    headers: 'List-Id: <nyt.forening.example>\nPrecedence: bulk\n',
  },
  {
    ago: 1,
    at: '13:06',
    from: 'Opdigtet Lise Bro <lise.bro@eksempel.example>',
    subject: 'Automatisk svar: Vi har dit brev',
    text: 'Jeg holder ferie og læser ikke mail før mandag.',
    headers: 'Auto-Submitted: auto-replied\n',
  },
]

/** The letter as a mail server hands it in. */
export function rawLetter({ from, subject, text, headers = '' }: LetterPart, to: string, at: Date): Buffer {
  const path = /<(.*)>/.exec(from)?.[1] ?? ''
  const lines = `Return-Path: <${path}>\nFrom: ${from}\nTo: ${to}\nSubject: ${subject}\nDate: ${at.toUTCString()}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n${headers}\n${text}\n`
  return Buffer.from(lines.replaceAll('\n', '\r\n'))
}

// Shows what is read in a letter, and that reading takes time in proportion to length.
import { describe, expect, it } from 'vitest'
import { htmlText } from './html-text.ts'
import { carriesForwarded, parted } from './own-words.ts'
import { plainLine, plainText } from './plain.ts'
import { readLetter } from './read-letter.ts'

const read = async (text: string, encoding: BufferEncoding = 'utf8') =>
  (await readLetter(Buffer.from(text.replace(/\n/g, '\r\n'), encoding), () => 5)).facts

describe('htmlText', () => {
  it('keeps the words, their paragraphs, letters and links, and drops what is not shown', () => {
    const html = `<html><head><title>x</title><style>p{}</style></head><body><p>K&aelig;re r&#229;d</p><p>Jeg vil<br>gerne <b>v\u00e6re</b> med.</p><ul><li>et</li><li>to</li></ul><script>alert(1)</script><a href="https://eksempel.dk/a?b=1&amp;c=2">her</a> <a href="javascript:x">der</a><blockquote><p>før</p></blockquote> 1 < 2</body></html>`
    expect(htmlText(html)).toBe(
      'Kære råd\n\nJeg vil\ngerne være med.\n\n- et\n- to\nher (https://eksempel.dk/a?b=1&c=2) der\n\n> før\n\n1 < 2',
    )
  })
  it('takes time in proportion to length, whatever the tags', () => {
    const bombs = ['<div>', '<', '<!--', '</', '<a href="', '&', '&#', '<blockquote>', '<table><tr><td>', '<a ', '<script>', '<p '].map(
      part => (size: number) => part.repeat(size / part.length),
    )
    for (const bomb of bombs) {
      // The processor's time, so that a busy machine does not count.
      const time = (size: number) => {
        const began = process.cpuUsage()
        htmlText(bomb(size))
        const { user, system } = process.cpuUsage(began)
        return (user + system) / 1_000
      }
      time(20_000)
      // Eight times as long: far from sixty-four times the work.
      expect(time(800_000)).toBeLessThan(Math.max(2_500, time(100_000) * 40))
    }
  })
})

describe('own words', () => {
  it.each([
    ['Ja tak.\n\nDen 3. nov. 2026 kl. 10.15 skrev Opdigtet Person <a@b.dk>:\n> Vil du være med?', 'Ja tak.'],
    ['Ja tak.\n\nOn Tue, 3 Nov 2026 at 10:15, Invented Person <a@b.dk> wrote:\n> Will you?', 'Ja tak.'],
    ['Ja tak.\n\nOn Tue, 3 Nov 2026 at 10:15, Invented Person\n<a@b.dk> wrote:\n\n> Will you?', 'Ja tak.'],
    ['Ja tak.\n\n-----Oprindelig meddelelse-----\nFra: A\nSendt: i dag\n\nVil du?', 'Ja tak.'],
    ['Ja tak.\n\n________________________________\nFra: A <a@b.dk>\nSendt: 3. november\nTil: B\nEmne: Hej\n\nVil du?', 'Ja tak.'],
    ['Ja tak.\n\nFrom: A <a@b.dk>\nSent: Tuesday\nTo: B\nSubject: Hi\n\nWill you?', 'Ja tak.'],
    ['Так.\n\nвт, 3 лист. 2026 р. о 10:15 Вигадана Особа <a@b.dk> пише:\n> Хочете?', 'Так.'],
    ['Evet.\n\n3 Kas 2026 Sal, 10:15 tarihinde Hayali Kişi <a@b.dk> şunu yazdı:\n> İster misiniz?', 'Evet.'],
    ['Tak.\n\nwt., 3 lis 2026 o 10:15 Zmyślona Osoba <a@b.dk> napisał(a):\n> Chcesz?', 'Tak.'],
    ['نعم.\n\nفي الثلاثاء، ٣ نوفمبر كتب شخص وهمي <a@b.dk>:\n> هل تريد؟', 'نعم.'],
  ])('folds what is repeated: %j', (text, own) => {
    expect(parted(text).own).toBe(own)
    expect(parted(text).quoted).not.toBe('')
  })
  it('keeps answers between the lines, all-quotation letters, and ordinary sentences that look like it', () => {
    for (const text of [
      '> Vil du?\nJa.\n> Hvornår?\nMandag.\nHilsen',
      '> kun citat',
      'Fra mandag kan jeg.\nTil gengæld ikke tirsdag.',
      'Min mor skrev:\nhun vil gerne være med.',
      'Hej',
    ])
      expect(parted(text)).toEqual({ own: text, quoted: '' })
  })
  it('knows a forwarded letter, which is read whole', () => {
    for (const line of ['---------- Forwarded message ---------', 'Begin forwarded message:', '----- Videresendt meddelelse -----'])
      expect(carriesForwarded(`Se her\n\n${line}\nFra: x`)).toBe(true)
    expect(carriesForwarded('Min besked blev videresendt meddelelse')).toBe(false)
  })
})

describe('readLetter', () => {
  it('reads words and headers in Danish eight-bit letters of old clients', async () => {
    const facts = await read(
      'From: "S\xf8ren \xc5" <soren@eksempel.dk>\nSubject: R\xe5d\nContent-Type: text/plain; charset=iso-8859-1\n\nJeg bor i Glostrup og vil gerne v\xe6re med p\xe5 m\xf8der.',
      'latin1',
    )
    expect([facts.from?.name, facts.subject, facts.text]).toEqual(['Søren Å', 'Råd', 'Jeg bor i Glostrup og vil gerne være med på møder.'])
  })
  it('leaves nothing that turns a line around or cannot be seen, in words, names and files', async () => {
    const facts = await read('From: "Bo\u202egpj" <bo@eksempel.dk>\nSubject: a\u0000b\u202ec\n\nhej\u0000 \u202everden')
    expect(JSON.stringify(facts)).not.toMatch(/\\u0000|\u202e/)
    expect(plainText('a\ud800b', 10)).toBe('a\ufffdb')
    expect(plainLine('a\n b', 10)).toBe('a b')
  })
  it('marks what a human should know of its form', async () => {
    const type = async (value: string) => (await read(`From: a@b.dk\nContent-Type: ${value}\n\nx`)).marks
    expect(await type('application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m')).toContain('smime-encrypted')
    expect(await type('application/ms-tnef; name=winmail.dat')).toContain('winmail')
    expect(await type('text/calendar; method=REPLY')).toContain('calendar-reply')
    expect(await type('text/html')).toContain('html-only')
  })
})

// Parts the writer's own words from what the letter repeats of earlier ones. Looks at each line once.

export interface Parted {
  readonly own: string
  readonly quoted: string
}

const longestLine = 400
const wrote =
  /(?<!\p{L})(skrev|wrote|schrieb|a écrit|escribió|ha scritto|schreef|napisał|napisała|pisze|пише|написав|написала|yazdı)(?!\p{L}).{0,120}:\s*$|^(den|on) .{10,200}(skrev|wrote)\s*:?\s*$/iu
const arabicWrote = /(كتب|کتب|لکھا|نوشت).{0,160}:\s*$/u
const divider =
  /^\s*[-_]{2,}\s*(oprindelig (meddelelse|besked|mail)|original message|ursprüngliche nachricht|message d'origine|wiadomość oryginalna|orijinal (ileti|mesaj)|الرسالة الأصلية)\s*[-_]{2,}\s*$/iu
const forwardDivider =
  /^\s*([-_]{2,}\s*)?(forwarded message|begin forwarded message|videresendt (meddelelse|besked|mail)|start på videresendt besked|weitergeleitete nachricht|message transféré|przekazana wiadomość|iletilmiş (mesaj|ileti)|переслане повідомлення|رسالة (معاد توجيهها|مُعاد توجيهها))\s*:?\s*([-_]{2,})?\s*$/iu
const headField = /^\s*\*?(fra|from|von|de|od|kimden|від|من|سے)\s?:\*?\s*\S/iu
const headOther = /^\s*\*?(sendt|dato|date|sent|gesendet|til|to|emne|subject|tarih|wysłano|kime|konu|надіслано|кому|التاريخ|إلى)\s?:\*?/iu
const underscores = /^_{20,}$/

/** True when the text carries a forwarded letter, which is read and not folded away. */
export function carriesForwarded(text: string): boolean {
  let seen = 0
  for (const line of lines(text)) {
    if (line.length < 120 && forwardDivider.test(line)) return true
    if (++seen > 5_000) return false
  }
  return false
}

/** Own words first; what follows the first sign of a quotation is quoted. A letter that is all quotation keeps it as its own. */
export function parted(text: string): Parted {
  const all = lines(text)
  const cut = firstQuoted(all)
  if (cut < 0) return { own: text.trim(), quoted: '' }
  const own = all.slice(0, cut).join('\n').trim()
  const quoted = all.slice(cut)
  // Whoever answers between the lines, or below them, is read with the lines they answer.
  const first = quoted.findIndex(line => line.trimStart().startsWith('>'))
  const between = first >= 0 && quoted.slice(first).filter(line => line.trim() !== '' && !line.trimStart().startsWith('>')).length > 1
  if (own === '' || between) return { own: text.trim(), quoted: '' }
  return { own, quoted: quoted.join('\n').trim() }
}

function firstQuoted(all: readonly string[]): number {
  for (let at = 0; at < all.length; at++) {
    const line = all[at]!
    if (line.length > longestLine) continue
    if (divider.test(line)) return at
    if (underscores.test(line.trim()) && headField.test(all[at + 1] ?? '')) return at
    if (headField.test(line) && headOther.test(all[at + 1] ?? '') && (all[at - 1] ?? '').trim() === '') return at
    const two = `${line} ${(all[at + 1] ?? '').slice(0, longestLine)}`
    const followed = (next: number) => (all.slice(next, next + 3).find(one => one.trim() !== '') ?? '>').trimStart().startsWith('>')
    if ((wrote.test(line) || arabicWrote.test(line)) && followed(at + 1)) return at
    if (line.trim() !== '' && !line.startsWith('>') && /\d/.test(line) && wrote.test(two) && followed(at + 2)) return at
    if (line.startsWith('>')) return restIsQuoted(all, at) ? at : -1
  }
  return -1
}
const restIsQuoted = (all: readonly string[], from: number) =>
  all.slice(from).every(line => line.trim() === '' || line.trimStart().startsWith('>'))

const lines = (text: string) => text.split('\n')

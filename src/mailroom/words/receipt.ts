// The receipt for a letter: we do not know the writer's language yet, so it is said in Danish and in English.
export function receiptWords(municipality: string, phone: string | null): { readonly subject: string; readonly text: string } {
  const da = [
    'Hej',
    'Tak for dit brev. Vi har det, og et menneske læser det. Vi kontakter dig.',
    phone ? `Vil du hellere tale med os, så ring ${phone}.` : '',
  ]
  const en = [
    'Hello',
    'Thank you for your letter. We have it, and a human will read it. We will contact you.',
    phone ? `If you would rather talk with us, call ${phone}.` : '',
  ]
  const joined = (lines: readonly string[]) => lines.filter(Boolean).join('\n\n')
  return { subject: `Vi har dit brev / We have your letter. ${municipality}`, text: `${joined(da)}\n\n—\n\n${joined(en)}` }
}

// The receipt for a letter, in the language the letter seems to be written in, and in one more: it may have been guessed wrong.
import type { Lang } from '../../platform/i18n.ts'

interface Said {
  readonly subject: string
  readonly hello: string
  readonly have: string
  call(phone: string): string
}
const words: Readonly<Record<Lang, Said>> = {
  da: {
    subject: 'Vi har dit brev',
    hello: 'Hej',
    have: 'Tak for dit brev. Vi har det, og et menneske læser det. Vi kontakter dig.',
    call: phone => `Vil du hellere tale med os, så ring ${phone}.`,
  },
  en: {
    subject: 'We have your letter',
    hello: 'Hello',
    have: 'Thank you for your letter. We have it, and a human will read it. We will contact you.',
    call: phone => `If you would rather talk with us, call ${phone}.`,
  },
  ar: {
    subject: 'وصلتنا رسالتك',
    hello: 'مرحبًا',
    have: 'شكرًا على رسالتك. لقد وصلتنا وسيقرؤها إنسان. وسنتواصل معك.',
    call: phone => `إذا كنت تفضل التحدث معنا فاتصل على ${phone}.`,
  },
  tr: {
    subject: 'Mektubunuzu aldık',
    hello: 'Merhaba',
    have: 'Mektubunuz için teşekkürler. Mektubunuzu aldık, bir insan okuyacak. Sizinle iletişime geçeceğiz.',
    call: phone => `Bizimle konuşmayı yeğlerseniz ${phone} numarasını arayın.`,
  },
  ur: {
    subject: 'ہمیں آپ کا خط مل گیا',
    hello: 'السلام علیکم',
    have: 'آپ کے خط کا شکریہ۔ خط ہمیں مل گیا ہے اور ایک انسان اسے پڑھے گا۔ ہم آپ سے رابطہ کریں گے۔',
    call: phone => `اگر آپ ہم سے بات کرنا چاہیں تو ${phone} پر فون کریں۔`,
  },
}

export function receiptWords(
  language: Lang,
  municipality: string,
  phone: string | null,
): { readonly subject: string; readonly text: string } {
  const both = [words[language], words[language === 'da' ? 'en' : 'da']]
  const texts = both.map(said => [said.hello, said.have, ...(phone ? [said.call(phone)] : [])].join('\n\n'))
  return { subject: `${both.map(said => said.subject).join(' / ')}. ${municipality}`, text: texts.join('\n\n—\n\n') }
}

// The Arabic letters to members about their own seat; a machine draft that nobody has checked.
import type { MailWords } from './mail-da.ts'

export const ar: MailWords = {
  'mail.took.subject': 'رسالة من البلدية',
  'mail.took.text': 'عُيّنت في مهمة ابتداءً من {day}. إذا أردت معرفة المزيد، فاتصل بنا أو اكتب إلينا.',
  'mail.left.subject': 'رسالة من البلدية',
  'mail.left.text': 'مرحبًا\n\nسجّلنا أن مهمتك انتهت اعتبارًا من {day}. شكرًا على وقتك.\n\nإن لم يكن ذلك صحيحًا، فأخبرنا لنصحّحه.',
  'mail.reach': 'يمكنك التواصل معنا هنا: {ways}.',
  'mail.reach.letter': 'يمكنك الرد على هذه الرسالة.',
}

// The Turkish letters to members about their own seat; a machine draft that nobody has checked.
import type { MailWords } from './mail-da.ts'

export const tr: MailWords = {
  'mail.took.subject': 'Belediyeden mesaj',
  'mail.took.text': '{day} gününden itibaren bir göreve atandınız. Daha fazla bilgi isterseniz bizi arayın ya da bize yazın.',
  'mail.left.subject': 'Belediyeden mesaj',
  'mail.left.text':
    'Merhaba\n\nGörevinizin {day} günü sona erdiğini kaydettik. Ayırdığınız zaman için teşekkürler.\n\nBu doğru değilse bize söyleyin. Düzeltiriz.',
  'mail.reach': 'Bize şuradan ulaşabilirsiniz: {ways}.',
  'mail.reach.letter': 'Bu mektubu yanıtlayabilirsiniz.',
}

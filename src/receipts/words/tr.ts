// The Turkish texts of this room; a machine draft nobody has checked.
import type { da } from './da.ts'

export const tr: Record<keyof typeof da, string> = {
  title: 'Kodunuzu kullanın',
  lead: 'Kod, alındı belgenizde yazıyordu. Onunla ne olduğunu görebilirsiniz.',
  ask: 'Kodunuz',
  'ask.why': 'Büyük ya da küçük harf fark etmez. Boşluklar da.',
  go: 'Göster',
  unknown:
    'Kod bizdeki hiçbir kayda uymuyor. Bütün karakterleri yazdığınızdan emin olun. Kodun ait olduğu kayıt silinmiş de olabilir. Emin değilseniz bizi arayın.',
  format: 'Kod, beş grup hâlinde 20 karakterdir. Eksik ya da yer değiştirmiş karakter var mı bakın.',
  lost: 'Kodu mu kaybettiniz? Bizi arayın. Başka bir yol buluruz.',
  used: 'Kod aynı sayfadan yalnızca bir kez gönderilebilir. Girmek için yeniden yazın.',
}

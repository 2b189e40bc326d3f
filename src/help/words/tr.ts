// The Turkish texts of this room; a machine draft that nobody has checked.
import type { Words } from './da.ts'

export const tr: Words = {
  title: 'Şimdi yardım alın',
  lead: 'Tehlikede olan biri varsa 112’yi arayın. Değilse buradan bir insanı arayabilirsiniz.',
  call: '{phone} numarasını arayın',
  numbers: 'Arayabileceğiniz numaralar',
  source: '{asOf} tarihli bilgi. Doğrulayan: {by}, {on}.',
  missing: 'Hâlâ eksik',
  'missing.lead': 'Bu numaralar henüz doğrulanmadı. Bu yüzden göstermiyoruz. Siteyi yürüten arayıp doğrulayacak.',
  human: 'Belediyeyle konuşun',
  'human.text':
    'Kiminle ve ne zaman konuşabileceğiniz sayfanın altında yazıyor. Numaranızı gizleyebilirsiniz, kim olduğunuzu söylemeniz gerekmez.',
  safe: 'İz bırakmak istemiyor musunuz?',
  'safe.text': 'Site, okuduğunuzu saklamaz. Tarayıcınız adresi hatırlayabilir. Ekranınıza bakan biri varsa arayın ya da gelin.',
}

// What people read when something cannot be shown or done: what it means, and what to do now.
import type { Lang } from '../i18n.ts'

interface No {
  readonly title: string
  readonly text: string
}
type Kinds = 'notFound' | 'notAllowed' | 'signedOut' | 'tooLarge' | 'badBody' | 'unavailable' | 'fault'
/** What stands above words that were typed and not taken, and on the way back to their page. */
type Labels = Record<'typed' | 'openAgain', string>

const words: Record<'da' | 'en', Record<Kinds, No> & Labels> = {
  da: {
    typed: 'Det, du skrev, står her. Kopiér det, før du går videre.',
    openAgain: 'Åbn siden igen',
    signedOut: { title: 'Du er logget ud', text: 'Siden har ikke været brugt et stykke tid. Intet er gemt. Åbn siden igen, og log ind.' },
    notFound: {
      title: 'Siden findes ikke',
      text: 'Adressen er måske skrevet forkert, eller siden er flyttet eller slettet. Begynd på forsiden, eller ring til os. Så finder vi det sammen.',
    },
    notAllowed: {
      title: 'Det kan du ikke her',
      text: 'Intet er ændret. Har du haft siden åben længe, så gå tilbage, hent den igen, og prøv én gang til. Ellers kan du tale med et menneske nedenfor.',
    },
    tooLarge: {
      title: 'Det var for meget på én gang',
      text: 'Gå tilbage, og gør teksten eller filen mindre. Eller ring til os, så skriver vi det ned for dig.',
    },
    badBody: {
      title: 'Det kom ikke helt frem',
      text: 'Gå tilbage, og prøv igen. Sker det igen, så ring til os. Så skriver vi det ned for dig.',
    },
    unavailable: {
      title: 'Vi kan ikke gemme lige nu',
      text: 'Intet af det, du sendte, er gemt. Vent et minut. Gå så tilbage, og send igen. Haster det, så ring. Er nogen i fare, så ring 112.',
    },
    fault: {
      title: 'Noget gik galt hos os',
      text: 'Det er ikke din fejl. Prøv igen om lidt. Hjælper det ikke, så tal med et menneske nedenfor, og oplys nummeret her:',
    },
  },
  en: {
    typed: 'What you wrote is here. Copy it before you go on.',
    openAgain: 'Open the page again',
    signedOut: {
      title: 'You have been signed out',
      text: 'The page was not used for some time. Nothing has been saved. Open the page again and sign in.',
    },
    notFound: {
      title: 'This page does not exist',
      text: 'The address may be mistyped, or the page has moved or been deleted. Start from the front page, or call us. We will find it together.',
    },
    notAllowed: {
      title: 'You cannot do that here',
      text: 'Nothing has changed. If the page has been open for a long time, go back, reload it and try once more. Or talk to the person below.',
    },
    tooLarge: {
      title: 'That was too much at once',
      text: 'Go back and make the text or the file smaller. Or call us, and we will write it down for you.',
    },
    badBody: {
      title: 'It did not arrive in one piece',
      text: 'Go back and try again. If it happens again, call us. We will write it down for you.',
    },
    unavailable: {
      title: 'We cannot save anything right now',
      text: 'Nothing you sent has been saved. Wait a minute, go back and send it again. If it is urgent, call. If somebody is in danger, call 112.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. Try again in a moment. If that does not help, talk to the person below and give this number:',
    },
  },
}

/** The same, shorter, for those who read none of the two; machine drafts that nobody has checked. */
const short: Record<'ar' | 'tr' | 'ur', Record<Kinds, No> & Labels> = {
  ar: {
    typed: 'ما كتبته موجود هنا. انسخه قبل أن تتابع.',
    openAgain: 'افتح الصفحة من جديد',
    signedOut: { title: 'تم تسجيل خروجك', text: 'لم تُستخدم الصفحة منذ مدة، ولم يُحفظ شيء. افتح الصفحة من جديد وسجّل الدخول.' },
    notFound: {
      title: 'هذه الصفحة غير موجودة',
      text: 'ربما كُتب العنوان خطأً أو نُقلت الصفحة أو حُذفت. ابدأ من الصفحة الرئيسية أو اتصل بنا، وسنجدها معًا.',
    },
    notAllowed: {
      title: 'لا يمكنك فعل ذلك هنا',
      text: 'لم يتغير شيء. إذا كانت الصفحة مفتوحة منذ وقت طويل، فارجع وأعد تحميلها وحاول مرة أخرى، أو تحدّث مع الشخص المذكور أدناه.',
    },
    tooLarge: { title: 'هذا أكثر مما يمكن استقباله دفعة واحدة', text: 'ارجع وقلّل النص أو حجم الملف، أو اتصل بنا وسنكتب ذلك نيابةً عنك.' },
    badBody: { title: 'لم يصل ما أرسلته كاملًا', text: 'ارجع وحاول مرة أخرى. إذا تكرر ذلك، فاتصل بنا وسنكتب ذلك نيابةً عنك.' },
    unavailable: {
      title: 'لا يمكننا الحفظ الآن',
      text: 'لم يُحفظ شيء مما أرسلته. انتظر دقيقة ثم ارجع وأرسل من جديد. إذا كان الأمر عاجلًا فاتصل بنا. وإذا كان هناك خطر فاتصل على 112.',
    },
    fault: { title: 'حدث خطأ لدينا', text: 'هذا ليس خطأك. حاول بعد قليل. إن لم ينجح ذلك، فتحدّث مع الشخص المذكور أدناه واذكر هذا الرقم:' },
  },
  tr: {
    typed: 'Yazdıklarınız burada. Devam etmeden önce kopyalayın.',
    openAgain: 'Sayfayı yeniden aç',
    signedOut: {
      title: 'Oturumunuz kapandı',
      text: 'Sayfa bir süredir kullanılmadı. Hiçbir şey kaydedilmedi. Sayfayı yeniden açın ve giriş yapın.',
    },
    notFound: {
      title: 'Böyle bir sayfa yok',
      text: 'Adres yanlış yazılmış ya da sayfa taşınmış veya silinmiş olabilir. Ana sayfadan başlayın ya da bizi arayın. Birlikte buluruz.',
    },
    notAllowed: {
      title: 'Bunu burada yapamazsınız',
      text: 'Hiçbir şey değişmedi. Sayfa uzun süredir açıksa geri dönüp yenileyin ve bir kez daha deneyin. Ya da aşağıdaki kişiyle konuşun.',
    },
    tooLarge: { title: 'Bir seferde çok fazla', text: 'Geri dönün, metni ya da dosyayı küçültün. Ya da bizi arayın, sizin için yazalım.' },
    badBody: { title: 'Gönderdikleriniz tam ulaşmadı', text: 'Geri dönüp yeniden deneyin. Yine olursa bizi arayın. Sizin için yazarız.' },
    unavailable: {
      title: 'Şu anda kaydedemiyoruz',
      text: 'Gönderdiklerinizden hiçbir şey kaydedilmedi. Bir dakika bekleyin, geri dönüp yeniden gönderin. Acilse arayın. Tehlikede olan varsa 112’yi arayın.',
    },
    fault: {
      title: 'Bizde bir hata oldu',
      text: 'Sizin hatanız değil. Biraz sonra yeniden deneyin. Olmazsa aşağıdaki kişiyle konuşun ve bu numarayı söyleyin:',
    },
  },
  ur: {
    typed: 'آپ کا لکھا ہوا یہاں ہے۔ آگے جانے سے پہلے اسے نقل کر لیں۔',
    openAgain: 'صفحہ دوبارہ کھولیں',
    signedOut: {
      title: 'آپ لاگ آؤٹ ہو چکے ہیں',
      text: 'صفحہ کچھ دیر سے استعمال نہیں ہوا۔ کچھ محفوظ نہیں ہوا۔ صفحہ دوبارہ کھولیں اور لاگ ان کریں۔',
    },
    notFound: {
      title: 'یہ صفحہ موجود نہیں',
      text: 'شاید پتہ غلط لکھا گیا ہے یا صفحہ منتقل ہو گیا یا مٹا دیا گیا ہے۔ پہلے صفحے سے شروع کریں یا ہمیں فون کریں۔ ہم مل کر ڈھونڈ لیں گے۔',
    },
    notAllowed: {
      title: 'آپ یہاں یہ نہیں کر سکتے',
      text: 'کچھ نہیں بدلا۔ اگر صفحہ دیر سے کھلا ہے تو واپس جائیں، دوبارہ کھولیں اور ایک بار پھر کوشش کریں۔ یا نیچے دیے گئے فرد سے بات کریں۔',
    },
    tooLarge: {
      title: 'یہ ایک ساتھ بہت زیادہ تھا',
      text: 'واپس جائیں اور متن یا فائل چھوٹی کریں۔ یا ہمیں فون کریں، ہم آپ کے لیے لکھ دیں گے۔',
    },
    badBody: {
      title: 'آپ کا بھیجا ہوا پورا نہیں پہنچا',
      text: 'واپس جائیں اور دوبارہ کوشش کریں۔ پھر ایسا ہو تو ہمیں فون کریں۔ ہم آپ کے لیے لکھ دیں گے۔',
    },
    unavailable: {
      title: 'ہم اس وقت محفوظ نہیں کر سکتے',
      text: 'آپ کا بھیجا ہوا کچھ بھی محفوظ نہیں ہوا۔ ایک منٹ انتظار کریں، پھر واپس جا کر دوبارہ بھیجیں۔ جلدی ہو تو فون کریں۔ کوئی خطرے میں ہو تو 112 پر فون کریں۔',
    },
    fault: {
      title: 'ہماری طرف سے غلطی ہوئی',
      text: 'یہ آپ کی غلطی نہیں۔ تھوڑی دیر بعد کوشش کریں۔ اگر نہ ہو تو نیچے دیے گئے فرد سے بات کریں اور یہ نمبر بتائیں:',
    },
  },
}

/** The words in this language. */
export function noWords(lang: Lang): Record<Kinds, No> & Labels {
  return lang === 'da' || lang === 'en' ? words[lang] : short[lang]
}

/** Said above a form that was shown again because its page stood open for a day. */
export const staleForm = {
  da: 'Siden har stået åben længe. Det, du skrev, er her endnu. Tryk send igen.',
  en: 'This page has been open for a long time. What you wrote is still here. Press send again.',
  ar: 'الصفحة مفتوحة منذ وقت طويل. ما كتبته ما زال هنا. اضغط أرسل مرة أخرى.',
  tr: 'Sayfa uzun süredir açık. Yazdıklarınız hâlâ burada. Yeniden gönderin.',
  ur: 'صفحہ کافی دیر سے کھلا ہے۔ آپ کا لکھا ہوا یہیں ہے۔ دوبارہ بھیجیں۔',
}

// The Urdu letters to members about their own seat; a machine draft that nobody has checked.
import type { MailWords } from './mail-da.ts'

export const ur: MailWords = {
  'mail.took.subject': 'بلدیہ کی طرف سے پیغام',
  'mail.took.text': 'آپ {day} سے ایک ذمہ داری پر مقرر ہوئے ہیں۔ مزید جاننا چاہیں تو ہمیں فون کریں یا لکھیں۔',
  'mail.left.subject': 'بلدیہ کی طرف سے پیغام',
  'mail.left.text':
    'السلام علیکم\n\nہم نے درج کیا ہے کہ آپ کی ذمہ داری {day} سے ختم ہوئی۔ آپ کے وقت کا شکریہ۔\n\nاگر یہ درست نہیں تو ہمیں بتائیں۔ ہم درست کر دیں گے۔',
  'mail.reach': 'آپ ہم سے یہاں رابطہ کر سکتے ہیں: {ways}۔',
  'mail.reach.letter': 'آپ اس خط کا جواب دے سکتے ہیں۔',
}

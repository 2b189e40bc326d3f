// Finds a receipt code of this voice in a text: a text that carries one is not accepted, because codes belong in nobody's records.
import type { MunicipalityKeys } from '../platform/crypto/keys.ts'
import { codesIn, receiptIndex } from '../platform/crypto/receipt.ts'
import type { Said } from '../platform/refusal.ts'

/** Whether the text carries one of the codes, by what they are found by. */
export function carriesCodeOf(keys: MunicipalityKeys, text: string, indexes: readonly Uint8Array[]): boolean {
  for (const code of codesIn(text)) {
    const found = receiptIndex(keys, code)
    if (indexes.some(index => found.equals(index))) return true
  }
  return false
}

export const codeInText: Said = {
  da: 'Din kode står i teksten. Tag den ud, før du sender. Den, der har koden, kan læse alt, og derfor gemmer vi den ingen steder.',
  en: 'Your code is in the text. Take it out before you send. Whoever has the code can read everything, so we keep it nowhere.',
  ar: 'رمزك موجود في النص. احذفه قبل الإرسال. من لديه الرمز يستطيع قراءة كل شيء، لذلك لا نحفظه في أي مكان.',
  tr: 'Kodunuz metnin içinde. Göndermeden önce çıkarın. Kodu bilen herkes her şeyi okuyabilir. Bu yüzden onu hiçbir yerde saklamıyoruz.',
  ur: 'آپ کا کوڈ متن میں ہے۔ بھیجنے سے پہلے اسے نکال دیں۔ جس کے پاس کوڈ ہو وہ سب پڑھ سکتا ہے، اس لیے ہم اسے کہیں نہیں رکھتے۔',
}

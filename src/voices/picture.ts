// A picture as it is kept: made anew, with nothing it carried along.
import type { Said } from '../platform/refusal.ts'

export interface MadePicture {
  readonly width: number
  readonly height: number
  /** JPEG. */
  readonly bytes: Uint8Array
}
export const mostPictures = 3
/** In one talk, however long it takes. */
export const mostKept = 30
export const noMorePictures: Said = {
  da: 'Der er ikke plads til flere billeder her. Send uden, eller ring.',
  en: 'There is no room for more pictures here. Send without, or call.',
  ar: 'لا مكان هنا لمزيد من الصور. أرسل من دونها أو اتصل.',
  tr: 'Burada daha fazla fotoğrafa yer yok. Fotoğrafsız gönderin ya da arayın.',
  ur: 'یہاں مزید تصویروں کی جگہ نہیں۔ تصویر کے بغیر بھیجیں، یا فون کریں۔',
}
/** Bytes of everything a page of the form may bring. */
export const mostBytes = 16 * 1024 * 1024

/** By the first bytes, whatever the file is called: JPEG, PNG or WebP. A drawing that can hold a program (SVG) is none. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(12, bytes.byteLength)).toString('latin1')
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.endsWith('WEBP'))
}

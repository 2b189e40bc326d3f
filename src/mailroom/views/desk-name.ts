// What a desk is called on the pages of the post room.
import type { Page } from '../../platform/html/page.ts'
import { said } from '../../platform/refusal.ts'
import { deskNamed } from '../desks.ts'
import { type PostKey, postWords as w } from '../words.ts'

/** The desk as its room calls it, or as the post room does. */
export function deskName(lang: Page['lang'], name: string): string {
  const desk = deskNamed(name)
  return desk ? said(desk.label, lang) : w(lang, `desk.${name}` as PostKey)
}
/** What sending a letter there is called. */
export function wayName(lang: Page['lang'], desk: string): string {
  return desk === 'shelf' || desk === 'not-ours' ? w(lang, `move.${desk}`) : w(lang, 'move.to', { desk: deskName(lang, desk) })
}

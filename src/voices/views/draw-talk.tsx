// Draws the talk for the door where a code was typed in.
import type { Page } from '../../platform/html/page.ts'
import type { Talk } from '../talk.ts'
import { endsShared } from './shared-end.ts'
import { TalkPage } from './talk-page.tsx'

export function drawTalk(page: Page, talk: Talk) {
  const node = <TalkPage page={page} talk={talk} />
  return talk.shared ? endsShared(page, node) : node
}

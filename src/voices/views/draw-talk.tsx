// Draws the talk for the door where a code was typed in.
import type { Page } from '../../platform/html/page.ts'
import type { Talk } from '../talk.ts'
import { TalkPage } from './talk-page.tsx'

export const drawTalk = (page: Page, talk: Talk) => <TalkPage page={page} talk={talk} />

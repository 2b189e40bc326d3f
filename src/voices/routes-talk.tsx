// The address of the talk: every step of it, without a cookie and without an address that says anything.
import type { VNode } from 'preact'
import { z } from 'zod'
import { firstOf, optionalChoice, text, tick } from '../platform/http/form.ts'
import { anybody, file, get, nothing, post } from '../platform/http/route.ts'
import { pdfAnswer } from '../platform/paper/pdf-answer.ts'
import { everythingAbout } from './everything.ts'
import { guestCovers, guestDays } from './guest.ts'
import { paths } from './paths.ts'
import { mostBytes } from './picture.ts'
import { makePictures, takePictures } from './posted-pictures.ts'
import { go, type Went } from './talk.ts'
import { longestTelling } from './telling.ts'
import { endsShared } from './views/shared-end.ts'
import { EndPage, EverythingPage } from './views/talk-others.tsx'
import { TalkPage } from './views/talk-page.tsx'
import { WordsBackPage } from './views/words-back.tsx'

export const talkRoutes = [
  get({ path: paths.talk, nameless: true, may: anybody, load: nothing, view: page => <EndPage page={page} end="door" /> }),
  post({
    path: paths.talk,
    nameless: true,
    may: anybody,
    load: nothing,
    input: z.object({
      visit: text(200),
      go: text(20),
      // What is too long is refused on the page it was typed on, which keeps it.
      text: text(4 * longestTelling),
      help: optionalChoice(['yes', 'partly', 'no'] as const),
      inTime: optionalChoice(['yes', 'no'] as const),
      sure: tick,
      shared: tick,
      stay: tick,
      answer: text(40),
      guestName: text(120),
      guestCovers: optionalChoice(guestCovers),
      guestDays: optionalChoice(guestDays),
      change: text(2_000),
    }),
    maxBytes: 131_072,
    fileBytes: mostBytes,
    async waits(input, asked) {
      if (input.go === 'write') await makePictures(asked)
    },
    deed: (tx, who, { input, asked }): Promise<Went> =>
      go(tx, who, {
        ...input,
        token: firstOf(input.visit),
        lang: asked.lang,
        origin: asked.origin,
        form: asked.form!.key,
        pictures: () => takePictures(tx, asked),
      }),
    then(went, { page, input }) {
      const dress = (node: VNode) => (input.shared ? endsShared(page, node) : node)
      switch (went.show) {
        case 'talk':
          return dress(<TalkPage page={page} talk={went.talk} />)
        case 'everything':
          return dress(<EverythingPage page={page} talk={went.talk} />)
        case 'file':
          return file('application/json; charset=utf-8', JSON.stringify(everythingAbout(went.talk, page.now, went.pictures), null, 2), {
            headers: { 'content-disposition': 'attachment; filename="alt-om-min-henvendelse.json"' },
          })
        case 'letter':
          return pdfAnswer(went.paper, 'brev', 'attachment')
        case 'words':
          return dress(<WordsBackPage page={page} why={went.why} words={went.words} />)
        default:
          return <EndPage page={page} end={went.show} shared={input.shared} />
      }
    },
    form: { view: page => <EndPage page={page} end="door" /> },
  }),
]

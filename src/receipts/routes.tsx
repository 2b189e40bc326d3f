// The address of this room: a code is typed in, and opens what it belongs to.
import type { VNode } from 'preact'
import { z } from 'zod'
import { parseReceipt } from '../platform/crypto/receipt.ts'
import { endsAt } from '../platform/html/ends-at.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { text } from '../platform/http/form.ts'
import { type Answer, type Asked, anybody, get, nothing, post } from '../platform/http/route.ts'
import { Refusal } from '../platform/refusal.ts'
import { createGuesses } from './guesses.ts'
import { openByCode } from './open.ts'
import type { Opened } from './owners.ts'
import { isShared, receiptPath, sharedReceiptPath } from './paths.ts'
import { CodePage } from './views/code-page.tsx'
import { receiptWords as w } from './words.ts'

const guesses = createGuesses()
const tickets = new Map<string, number>()
const sleep = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds))

/** On a shared computer a code that was typed and left does not stay on the screen. */
function codeView(page: Page, _thing: unknown, form: Filled, asked: Asked): VNode | Answer {
  const shared = isShared(asked)
  const node = <CodePage page={page} form={form} shared={shared} />
  return shared ? endsAt(page, node, page.href(sharedReceiptPath), form.errors.length > 0 ? 422 : 200) : node
}

export const receiptRoutes = [
  get({ path: receiptPath, nameless: true, may: anybody, load: nothing, view: codeView }),
  post({
    path: receiptPath,
    nameless: true,
    may: anybody,
    load: nothing,
    input: z.object({ code: text(80, 'needed') }),
    async waits({ code }, asked) {
      // A slip of the pen is told by the check sign alone: nothing is looked up, nothing is counted.
      if (!parseReceipt(code).ok) return
      const { wait, ticket } = guesses.take(asked.origin, performance.now())
      tickets.set(asked.form!.key, ticket)
      await sleep(wait)
    },
    async deed(tx, who, { input, asked }): Promise<Opened> {
      const { key } = asked.form!
      const ticket = tickets.get(key)
      tickets.delete(key)
      const found = await openByCode(tx, who, { code: input.code, form: key, lang: asked.lang })
      if (!found.opened) {
        const words = { da: w('da', found.fault), en: w('en', found.fault), [asked.lang]: w(asked.lang, found.fault) }
        throw new Refusal([{ field: 'code', message: words }])
      }
      if (ticket !== undefined) tx.afterCommit(() => guesses.giveBack(asked.origin, ticket))
      return found.opened
    },
    then: (opened, { page, asked }) => ('to' in opened ? opened.to : opened.show(page, isShared(asked))),
    cookie: opened => ('token' in opened ? { set: opened.token } : undefined),
    form: { view: codeView },
  }),
]

// The addresses of a person's thread: reading and searching it, a line about a conversation, writing, taking back, posting.
import { z } from 'zod'
import { humanOf, openedLettersAbout, postedLetter, regretLetter, siteName } from '../people/index.ts'
import { type LocalDate, localDate, longDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, day, text } from '../platform/http/form.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import type { Lang } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { leftToRight, type Paper } from '../platform/paper/paper.ts'
import { pdfAnswer } from '../platform/paper/pdf-answer.ts'
import type { Principal } from '../platform/principal.ts'
import { mayWorkWith } from './access.ts'
import { candidateOf } from './candidate.ts'
import { oneOfMany, renaming } from './one-of-many.ts'
import { groundOf } from './open-councils.ts'
import { paths } from './paths.ts'
import { threadOf } from './read-thread.ts'
import { recordContact } from './record-contact.ts'
import { found } from './thread.ts'
import { headingOf } from './views/entry-heading.tsx'
import { type OneThread, ThreadPage } from './views/thread-page.tsx'
import { nominationWords as w } from './words.ts'
import { writeMessage } from './write-message.ts'

async function load(tx: Tx, _who: Principal, { params, query, lang }: Asked): Promise<OneThread | null> {
  const candidate = isId(params.id) ? await candidateOf(tx, params.id) : null
  if (!candidate) return null
  const ground = await groundOf(tx)
  const all = await threadOf(tx, candidate)
  const words = (query.get('q') ?? '').trim().slice(0, 80)
  const entries = found(
    all,
    entry => `${headingOf(lang, ground, entry)} ${entry.text ?? ''} ${'by' in entry ? (entry.by ?? '') : ''}`,
    words,
  )
  return { candidate, ground, entries, all: all.length, words, today: localDate(tx.now) }
}
const may = (who: Principal, thread: OneThread) => mayWorkWith(who, thread.candidate)
const view = (page: Page, thread: OneThread, form: Filled, _asked: Asked, who: Principal) => (
  <ThreadPage page={page} who={who} thread={thread} form={form} />
)
const part = { may, hides: true, load, form: { view } } as const
const id = (thread: OneThread) => thread.candidate.row.id
const back = (_done: unknown, { thing }: { thing: OneThread }) => paths.thread(id(thing))
const at = '/arbejdsrum/kandidater/:id/traad'
const reads = (thread: OneThread) => ({
  about: id(thread),
  action: 'candidate.thread',
  ...(thread.words && { reason: JSON.stringify({ q: thread.words }) }),
})

/** The letter on paper, for this person only, while it is there. */
async function paperOf(tx: Tx, who: Principal, asked: Asked): Promise<(OneThread & { readonly paper: Paper }) | null> {
  const thread = await load(tx, who, asked)
  const letter = thread && (await openedLettersAbout(tx, id(thread))).find(one => one.id === asked.params.brev && one.way === 'post')
  if (!thread || !letter?.to || !letter.text) return null
  const lang = letter.language as Lang
  const author = await siteName(tx, lang)
  const { human } = await humanOf(tx, lang)
  const address = leftToRight(new URL(`${tx.site.baseUrl}${paths.receipt}`).href)
  const paper: Paper = {
    lang,
    title: letter.subject,
    titled: false,
    author,
    at: letter.writtenAt,
    foot: author,
    blocks: [
      { kind: 'recipient', lines: letter.to.split('\n') },
      { kind: 'text', text: longDate(localDate(letter.writtenAt), lang), size: 'small' },
      { kind: 'text', text: letter.text },
      { kind: 'rule' },
      { kind: 'text', text: w(lang, 'letter.paper.reply', { address }), size: 'small' },
      // Who is written to on paper has no other place to find the number.
      ...(human.phone ? [{ kind: 'text' as const, text: w(lang, 'letter.phone', { phone: human.phone }), size: 'small' as const }] : []),
    ],
  }
  return { ...thread, paper }
}

export const threadRoutes = [
  get({ ...part, path: at, reads, view }),
  post({
    ...part,
    path: `${at}/sagt`,
    input: oneOfMany(z.object({ text: text(2_000, 'needed') })),
    deed: (tx, who, { thing, input }) =>
      renaming(input.form, () =>
        recordContact(tx, who, { candidateId: id(thing), how: 'phone', result: 'talked', text: input.text, nextOn: null }),
      ),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/skriv`,
    input: oneOfMany(z.object({ text: text(4_000, 'needed'), way: choice(['email', 'post'] as const) })),
    deed: (tx, who, { thing, input }) =>
      renaming(input.form, () => writeMessage(tx, who, { candidateId: id(thing), text: input.text, way: input.way })),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/:brev/fortryd`,
    input: z.object({}),
    deed: (tx, who, { thing, asked }) => regretLetter(tx, who, { about: id(thing), id: asked.params.brev! }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/:brev/sendt`,
    input: oneOfMany(z.object({ postedOn: day('needed') })),
    deed: (tx, who, { thing, input, asked }) =>
      renaming(input.form, () => postedLetter(tx, who, { about: id(thing), id: asked.params.brev!, on: input.postedOn as LocalDate })),
    then: back,
  }),
  get({
    path: `${at}/:brev/pdf`,
    may,
    hides: true,
    load: paperOf,
    reads: thread => ({ about: id(thread), action: 'candidate.thread' }),
    view: (_page, { paper }) => pdfAnswer(paper, 'brev'),
  }),
]

// The addresses of the post room: the desks, one letter, its raw text and files, and sending it on.
import { z } from 'zod'
import type { LocalDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { text, tick } from '../platform/http/form.ts'
import { type Answer, type Asked, file, get, post } from '../platform/http/route.ts'
import { isId } from '../platform/ids.ts'
import { readingsOfAll } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import type { Said } from '../platform/refusal.ts'
import { mayReadPost } from './access.ts'
import { allDesks, deskNamed } from './desks.ts'
import { beginningOf, bytesOf } from './intake/index.ts'
import { keepDays } from './keep-days.ts'
import { countDesks, filesOf, lettersOn, nextOn } from './letter-store.ts'
import { finishLetter, isDesk, moveLetter } from './move-letter.ts'
import { postPaths } from './paths.ts'
import { plainText } from './reading/plain.ts'
import { ownDesks } from './sort.ts'
import { factsOf, letterRow } from './sort-store.ts'
import { undoMade } from './undo-made.ts'
import { LetterInPage, type OneLetter } from './views/letter-page.tsx'
import { PostPage, type PostRoom } from './views/post-page.tsx'
import type { SentOn } from './views/sent-on.tsx'

const shownRaw = 20_000

/** The letter sent on just before, as the address says. */
async function sentOn(tx: Tx, { query }: Asked): Promise<SentOn | null> {
  const id = query.get('sendt') ?? ''
  const row = isId(id) ? await letterRow(tx, id) : null
  const before = row?.reasons[1]
  if (!row || !before?.why.includes('staff') || row.desk === before.desk) return null
  return { id, subject: (await factsOf(tx, row))?.subject ?? null, desk: row.desk, from: before.desk }
}

async function room(tx: Tx, _who: Principal, asked: Asked): Promise<PostRoom> {
  const { query } = asked
  const wanted = query.get('bord') ?? 'shelf'
  const desk = isDesk(wanted) || wanted === 'waiting' ? wanted : 'shelf'
  const number = Number(query.get('side') ?? '1')
  const pageNumber = Number.isInteger(number) && number >= 1 && number < 10_000 ? number : 1
  const counts = await countDesks(tx)
  const names = ['shelf', ...allDesks().map(one => one.name), ...ownDesks.filter(name => name !== 'shelf'), 'waiting']
  return {
    desks: names.map(name => ({ name, count: counts.get(name) ?? 0 })),
    desk,
    letters: await lettersOn(tx, desk, pageNumber),
    pageNumber,
    sent: await sentOn(tx, asked),
  }
}

async function one(tx: Tx, who: Principal, asked: Asked): Promise<OneLetter | null> {
  const { params } = asked
  const row = isId(params.post) ? await letterRow(tx, params.post) : null
  if (!row) return null
  const facts = await factsOf(tx, row)
  const made = (await deskNamed(row.desk)?.made?.(tx, who, row)) ?? null
  const ways = waysFrom(row.desk, row.reasons, facts !== null)
  const told: Said[] = []
  for (const desk of allDesks()) told.push(...((await desk.told?.(tx, row)) ?? []))
  const raw = facts || row.desk === 'waiting' ? null : await beginningOf(tx, row.id)
  return {
    id: row.id,
    thread: row.thread,
    arrivedAt: row.arrived_at,
    desk: row.desk,
    fault: row.fault,
    facts,
    reasons: row.reasons,
    files: await filesOf(tx, row.id),
    finished: row.finished_at !== null,
    eraseOn: row.erase_on as LocalDate | null,
    raw: raw && plainText(raw.subarray(0, shownRaw).toString('utf8'), shownRaw),
    releasedDays: (await keepDays(tx)).released,
    ways,
    made,
    told,
    sent: await sentOn(tx, asked),
  }
}

/** Rooms' desks by number, in the order of what speaks for them; the shelf and the way out by letter. */
function waysFrom(desk: string, reasons: OneLetter['reasons'], readable: boolean): OneLetter['ways'] {
  if (desk === 'waiting') return []
  const whyOf = (name: string) => reasons.find(reason => reason.desk === name)?.why.filter(why => why !== 'staff') ?? []
  const rooms = readable ? allDesks().filter(other => other.name !== desk) : []
  const sorted = rooms.map(other => ({ desk: other.name, why: whyOf(other.name) })).sort((a, b) => b.why.length - a.why.length)
  return [
    ...sorted.map((way, at) => ({ ...way, key: String(at + 1) })),
    ...(desk === 'shelf' ? [] : [{ desk: 'shelf', why: [], key: 'h' }]),
    ...(desk === 'not-ours' ? [] : [{ desk: 'not-ours', why: [], key: 'i' }]),
  ]
}

/** An answer that can do nothing in a browser: saved, never shown as what it says it is. */
const boxed = { 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff' }
const named = (name: string) =>
  `filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)}`

/** The letter, and whose matter it lies on: they find there that it was read. */
const readings = ({ id, thread }: { readonly id: string; readonly thread: string }, action: string) => readingsOfAll([id, thread], action)

interface Bytes {
  readonly letter: { readonly id: string; readonly thread: string }
  readonly answer: Answer
}
async function raw(tx: Tx, _who: Principal, { params }: Asked): Promise<Bytes | null> {
  const letter = isId(params.post) ? await letterRow(tx, params.post) : null
  const bytes = letter && (await bytesOf(tx, letter.id, 0))
  if (!letter || !bytes) return null
  const headers = { ...boxed, 'content-disposition': `attachment; ${named('brev.eml.txt')}` }
  return { letter, answer: file('text/plain; charset=utf-8', new Uint8Array(bytes), { headers }) }
}
async function part(tx: Tx, _who: Principal, { params }: Asked): Promise<Bytes | null> {
  const number = Number(params.nr)
  const letter = isId(params.post) && Number.isInteger(number) && number >= 1 ? await letterRow(tx, params.post) : null
  const found = letter && (await filesOf(tx, letter.id)).find(one => one.part === number)
  const bytes = found && found.how !== 'kept' ? await bytesOf(tx, letter!.id, number) : null
  if (!letter || !found || !bytes) return null
  const picture = found.how === 'picture'
  const headers = { ...boxed, 'content-disposition': `${picture ? 'inline' : 'attachment'}; ${named(found.name)}` }
  return { letter, answer: file(picture ? 'image/webp' : 'application/octet-stream', new Uint8Array(bytes), { headers }) }
}

/** Sends it on, and leads to the next letter that waits where it lay: sixty letters are sixty keys. Returns the address. */
async function sendOn(tx: Tx, who: Principal, { id }: OneLetter, { desk, stay }: { desk: string; stay: boolean }): Promise<string> {
  const { from } = await moveLetter(tx, who, { id, desk })
  if (stay || from === desk) return postPaths.letter(id)
  const next = await nextOn(tx, from, id)
  return next ? postPaths.letterAfter(next, id) : postPaths.deskAfter(from, id)
}

const form = {
  view: (page: Page, letter: OneLetter, filled: Filled, _asked: Asked, who: Principal) => (
    <LetterInPage page={page} who={who} one={letter} form={filled} />
  ),
}
const may = mayReadPost as (who: Principal) => boolean
const at = '/arbejdsrum/post/:post'

export const postRoutes = [
  get({
    path: postPaths.post,
    may,
    load: room,
    reads: all => ({ about: null, action: 'post', reason: all.desk }),
    view: (page, all, _form, _asked, who) => <PostPage page={page} who={who} room={all} />,
  }),
  get({ path: at, may, hides: true, load: one, reads: letter => readings(letter, 'post.letter'), view: form.view }),
  get({
    path: `${at}/raa`,
    may,
    hides: true,
    load: raw,
    reads: ({ letter }) => readings(letter, 'post.raw'),
    view: (_page, bytes) => bytes.answer,
  }),
  get({
    path: `${at}/fil/:nr`,
    may,
    hides: true,
    load: part,
    reads: ({ letter }) => readings(letter, 'post.file'),
    view: (_page, bytes) => bytes.answer,
  }),
  post({
    path: `${at}/flyt`,
    may,
    hides: true,
    load: one,
    input: z.object({ desk: text(40, 'needed'), stay: tick }),
    deed: (tx, who, { thing, input }) => sendOn(tx, who, thing, input),
    then: to => to,
    form,
  }),
  post({
    path: `${at}/fortryd`,
    may,
    hides: true,
    load: one,
    input: z.object({ desk: text(40, 'needed'), sure: tick }),
    deed: (tx, who, { thing, input }) => undoMade(tx, who, { id: thing.id, ...input }),
    then: (_done, { thing }) => postPaths.letter(thing.id),
    form,
  }),
  post({
    path: `${at}/faerdig`,
    may,
    hides: true,
    load: one,
    input: z.object({ finished: tick }),
    deed: (tx, who, { thing, input }) => finishLetter(tx, who, { id: thing.id, finished: input.finished }),
    then: (_done, { thing }) => postPaths.letter(thing.id),
    form,
  }),
]

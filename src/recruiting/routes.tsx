// The staff's addresses of this room: the boards, and the small forms beside them.
import { z } from 'zod'
import { addDays, type LocalDate, localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { day, list, text } from '../platform/http/form.ts'
import { type AnyRoute, type Asked, get, post } from '../platform/http/route.ts'
import { namedOnPage } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { mayRecruit, maySeeBoard } from './access.ts'
import { type Board, type BoardGround, boardGrounds, boardOf } from './board.ts'
import { makeMailing } from './make-mailing.ts'
import { mergeFields } from './merge-fields.ts'
import { noteCompetences } from './note-competences.ts'
import { organisationsOf } from './organisation-store.ts'
import { type Campaign, campaignOf } from './outreach.ts'
import { recruitingPaths as paths } from './paths.ts'
import { setDecisionDay } from './set-decision-day.ts'
import { BoardPage } from './views/board-page.tsx'
import { BoardsPage } from './views/boards-page.tsx'
import { CompetencesPage, DayPage } from './views/council-forms.tsx'
import { WritePage, type Writing } from './views/mailing-pages.tsx'
import { whomNext } from './whom-next.ts'
import { recruitingWords as w } from './words.ts'

interface Drawn {
  readonly ground: BoardGround
  readonly board: Board | null
}
const drawn = async ({ ground }: Drawn): Promise<Drawn> => ({ ground, board: await boardOf(ground) })

interface DrawnCampaign {
  readonly campaign: Campaign
  readonly board: Board | null
}
/** The board, and those who sit there: it names them, and of the candidates only how many they are. */
const reads = ({ ground: { council, sitting } }: { ground: BoardGround }) => [
  { about: null, action: 'board', reason: council.slug },
  ...namedOnPage(
    sitting.map(one => one.person.id),
    'board',
    council.slug,
  ),
]
const campaign = (tx: Tx, who: Principal, { params }: Asked) => campaignOf(tx, who, params.raad!)
const dayView = (page: Page, thing: Campaign, form: Filled, _asked: Asked, who: Principal) => (
  <DayPage page={page} who={who} thing={thing} form={form} />
)
const knowView = (page: Page, thing: Campaign, form: Filled, _asked: Asked, who: Principal) => (
  <CompetencesPage page={page} who={who} thing={thing} form={form} />
)

/** Days to answer in, unless the secretary writes another day. */
const usualReply = 21
const places = Object.fromEntries(mergeFields.map(name => [name, `{${name}}`]))

async function writing(tx: Tx, who: Principal, asked: Asked): Promise<Writing | null> {
  const thing = await campaignOf(tx, who, asked.params.raad!)
  if (!thing) return null
  const reachable = new Set((await organisationsOf(tx)).filter(one => one.contact.email !== null).map(one => one.id))
  return {
    ...thing,
    reachable,
    chosen: [],
    text: { subject: w('da', 'letter.subject', places), body: w('da', 'letter.body', places) },
    replyBy: thing.decides && thing.decides.days > 7 ? addDays(thing.decides.on, -7) : addDays(localDate(tx.now), usualReply),
  }
}
/** Those are chosen at first whom the engine says would help and nobody has asked. */
async function chosen(thing: Writing): Promise<Writing> {
  const { known } = await boardOf(thing.ground, thing.brings)
  const next = known.is === 'known' ? whomNext(known.missing.helps, thing.kinds, thing.organisations) : []
  return { ...thing, chosen: next.flatMap(one => one.notAsked.map(each => each.id)).filter(id => thing.reachable.has(id)) }
}
const writeView = (page: Page, thing: Writing, form: Filled, _asked: Asked, who: Principal) => (
  <WritePage page={page} who={who} thing={thing} form={form} />
)

export const boardRoutes: readonly AnyRoute[] = [
  get({
    path: paths.boards,
    may: maySeeBoard,
    load: async (tx, who): Promise<readonly Drawn[]> => (await boardGrounds(tx, who)).map(ground => ({ ground, board: null })),
    reads: () => ({ about: null, action: 'board', reason: 'all' }),
    // All are asked at once, so that the page waits once.
    finish: drawings => Promise.all(drawings.map(drawn)),
    view: (page, drawings, _form, _asked, who) => <BoardsPage page={page} who={who} boards={drawings.flatMap(one => one.board ?? [])} />,
  }),
  get({
    path: paths.board(':raad'),
    may: maySeeBoard,
    load: async (tx, who, asked): Promise<DrawnCampaign | null> => {
      const found = await campaign(tx, who, asked)
      return found && { campaign: found, board: null }
    },
    reads: thing => reads(thing.campaign),
    finish: async thing => ({ ...thing, board: await boardOf(thing.campaign.ground, thing.campaign.brings) }),
    view: (page, thing, _form, _asked, who) => <BoardPage page={page} who={who} campaign={thing.campaign} board={thing.board!} />,
  }),
  get({ path: paths.day(':raad'), may: mayRecruit, load: campaign, view: dayView }),
  post({
    path: paths.day(':raad'),
    may: mayRecruit,
    load: campaign,
    input: z.object({ on: day('needed') }),
    deed: (tx, who, { thing, input }) => setDecisionDay(tx, who, { council: thing.ground.council.slug, on: input.on as LocalDate }),
    then: (_done, { thing }) => paths.board(thing.ground.council.slug),
    form: { view: dayView },
  }),
  get({ path: paths.competences(':raad'), may: mayRecruit, load: campaign, reads, view: knowView }),
  post({
    path: paths.competences(':raad'),
    may: mayRecruit,
    load: campaign,
    input: z
      .record(z.string(), z.unknown())
      .transform(raw => Object.entries(raw).flatMap(([field, value]) => (/^known\d{1,3}$/.test(field) ? [value].flat().map(String) : []))),
    deed: (tx, who, { thing, input }) =>
      noteCompetences(tx, who, {
        council: thing.ground.council.slug,
        known: input.map(one => ({ member: one.split(':')[0]!, competence: one.slice(one.indexOf(':') + 1) })),
      }),
    then: (_done, { thing }) => paths.board(thing.ground.council.slug),
    form: { view: knowView },
  }),
  get({ path: paths.write(':raad'), may: mayRecruit, load: writing, finish: chosen, view: writeView }),
  post({
    path: paths.write(':raad'),
    may: mayRecruit,
    load: writing,
    input: z.object({ subject: text(120, 'needed'), body: text(6_000, 'needed'), replyBy: day('needed'), to: list(40) }),
    deed: (tx, who, { thing, input }) =>
      makeMailing(tx, who, {
        council: thing.ground.council.slug,
        subject: input.subject,
        body: input.body,
        replyBy: input.replyBy as LocalDate,
        organisationIds: input.to,
      }),
    then: id => paths.mailing(id),
    form: { view: writeView },
  }),
]

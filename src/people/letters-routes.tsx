// The addresses of the outbox.
import { z } from 'zod'
import type { Tx } from '../platform/db/act.ts'
import { type Asked, get, post } from '../platform/http/route.ts'
import { namedOnPage } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { mayMoveLetters, maySeeLetters } from './access.ts'
import { countLetters, type LetterState, letterById, letterStates, lettersOf, perPage } from './letter-store.ts'
import { peoplePaths } from './paths.ts'
import { sendAgain, toldOtherwise } from './post.ts'
import { standingOf } from './standing.ts'
import { LetterPage, LettersPage, type LettersState, type ShownLetter } from './views/letters.tsx'

async function outbox(tx: Tx, _who: Principal, { query }: Asked): Promise<LettersState> {
  const asked = query.get('tilstand') as LetterState | null
  const state = asked && letterStates.includes(asked) ? asked : null
  const number = Number(query.get('side') ?? '1')
  const pageNumber = Number.isInteger(number) && number >= 1 && number < 10_000 ? number : 1
  const standing = await standingOf(tx)
  return {
    letters: await lettersOf(tx, state ? [state] : letterStates, pageNumber),
    counts: await countLetters(tx),
    state,
    pageNumber,
    stays: standing === 'demonstration' ? 'authority' : tx.site.smtp ? null : 'smtp',
  }
}
async function oneLetter(tx: Tx, who: Principal, { params }: Asked): Promise<ShownLetter | null> {
  const letter = await letterById(tx, params.brev!)
  if (!letter) return null
  // A letter to somebody who works here holds a link that signs in as them: only where nobody is real is it shown.
  const open = letter.kind !== 'person' || (await standingOf(tx)) !== 'live'
  return { letter, open, mayMove: mayMoveLetters(who) }
}
const form = {
  view: (
    page: Parameters<typeof LetterPage>[0]['page'],
    one: ShownLetter,
    filled: Parameters<typeof LetterPage>[0]['form'],
    _a: Asked,
    who: Principal,
  ) => <LetterPage page={page} who={who} one={one} form={filled} />,
}
const letter = peoplePaths.letter(':brev')

export const lettersRoutes = [
  get({
    path: peoplePaths.letters,
    may: maySeeLetters,
    load: outbox,
    reads: all => [
      { about: null, action: 'letters', ...(all.state && { reason: all.state }) },
      // The list names addresses. That of whoever works here is known to all; of a voice nothing is read by it.
      ...namedOnPage(
        all.letters.slice(0, perPage).flatMap(one => (one.to !== null && one.kind !== 'person' && one.kind !== 'voice' ? [one.about] : [])),
        'letters',
      ),
    ],
    view: (page, all, _f, _a, who) => <LettersPage page={page} who={who} all={all} />,
  }),
  get({
    path: letter,
    may: maySeeLetters,
    load: oneLetter,
    reads: one => ({ about: one.letter.about, action: 'letter' }),
    view: (page, one, filled, _a, who) => <LetterPage page={page} who={who} one={one} form={filled} />,
  }),
  post({
    path: `${letter}/igen`,
    may: mayMoveLetters,
    load: oneLetter,
    input: z.object({}),
    deed: (tx, who, { thing }) => sendAgain(tx, who, { id: thing.letter.id }),
    then: (_done, { thing }) => peoplePaths.letter(thing.letter.id),
    form,
  }),
  post({
    path: `${letter}/sagt`,
    may: mayMoveLetters,
    load: oneLetter,
    input: z.object({}),
    deed: (tx, who, { thing }) => toldOtherwise(tx, who, { id: thing.letter.id }),
    then: () => peoplePaths.letters,
    form,
  }),
]

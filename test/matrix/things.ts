// What the parts of an address can stand for: things in each state, of this municipality, of another, and of nobody.
import { randomBytes, randomUUID } from 'node:crypto'
import { decide } from '../../src/appointments/decide.ts'
import { deviate, namePerson, openSlate, place } from '../../src/appointments/index.ts'
import { propose } from '../../src/appointments/propose.ts'
import { findSlate } from '../../src/appointments/read-slate.ts'
import { askTrial } from '../../src/councils/drafts/ask-trial.ts'
import { openDraft } from '../../src/councils/drafts/open-draft.ts'
import { seatMember } from '../../src/councils/index.ts'
import { keepLetter } from '../../src/mailroom/index.ts'
import { placeLetters } from '../../src/mailroom/place-letter.ts'
import type { Answers } from '../../src/nominations/answers.ts'
import { erase } from '../../src/nominations/erase-candidate.ts'
import { letterLink } from '../../src/nominations/letter-link.ts'
import { move } from '../../src/nominations/move-nomination.ts'
import { receiveNomination } from '../../src/nominations/receive-nomination.ts'
import { insertLink } from '../../src/nominations/store.ts'
import { makeSignInLink } from '../../src/people/index.ts'
import type { PeopleTables } from '../../src/people/tables.ts'
import { newToken } from '../../src/platform/crypto/token.ts'
import type { Tx } from '../../src/platform/db/act.ts'
import { newThing } from '../../src/platform/journal.ts'
import { tell } from '../../src/platform/mail/outbox.ts'
import type { Principal, Staff } from '../../src/platform/principal.ts'
import { insertAskLink } from '../../src/recruiting/ask-store.ts'
import { enterOrganisation, makeMailing, takeAskStep } from '../../src/recruiting/index.ts'
import { insertNote, markNoteOut } from '../../src/themes/note-store.ts'
import { putOut } from '../../src/themes/published-store.ts'
import { insertSummary, summaryOf, updateSummary } from '../../src/themes/summary-store.ts'
import { addStep, insertTheme } from '../../src/themes/theme-store.ts'
import { beginSearch } from '../../src/voices/find-voices.ts'
import { nothingSaid, receiveVoice } from '../../src/voices/index.ts'
import { inviteGuest } from '../../src/voices/invite-guest.ts'
import { addLine } from '../../src/voices/store.ts'
import type { Pair, Side } from '../isolation/pair.ts'

/** The states of one kind of thing, each with what stands in the address. */
type States = Readonly<Record<string, string>>
export interface Things {
  /** By kind; the first state is one of this municipality that is open. */
  readonly kinds: Readonly<Record<string, States>>
  /** A unit without a leader yet, and somebody in it. */
  readonly unit: string
  readonly led: string
  /** Wishes whose next step the asking caseworker owes. */
  readonly owed: readonly string[]
  /** The candidate whose own page a subject is on, and another one. */
  readonly subject: string
  readonly otherSubject: string
}

const nobody: Answers = {
  forWhom: 'self',
  councils: [],
  name: '',
  declared: ['roles=user'],
  ties: [],
  residence: 'yes',
  reach: 'letter',
  email: null,
  phone: '',
  address: 'Opdigtet Allé 1',
  through: '',
  language: 'da',
  interpreter: '',
  needs: [],
  motivation: '',
  suggester: '',
}

/** Makes them, by the deeds of the house. Other municipalities' things carry `mark` in every name. */
export async function makeThings({ house, own, other }: Pair, mark: string): Promise<Things> {
  const received = async (side: Side, answers: Partial<Answers>) =>
    await house.act(
      receiveNomination,
      { answers: { ...nobody, ...answers }, channel: 'phone', key: randomBytes(16).toString('base64url') } as const,
      side.system,
    )
  const candidate = async (answers: Partial<Answers>) => await received(own, { councils: ['udsatteraad'], ...answers })
  const open = await candidate({ name: 'Yusuf Demir' })
  const suggested = await candidate({ name: 'Nadia Haddad', forWhom: 'other', declared: [], reach: 'email', email: 'nadia@example.org' })
  const closed = await candidate({ name: 'Микола Шевченко' })
  await house.act(move, { nominationId: closed.nominationIds[0]!, verb: 'withdraw' } as const, own.system).catch(async () => {
    const { principal } = await own.subjectOf(closed.candidateId)
    await house.act(move, { nominationId: closed.nominationIds[0]!, verb: 'withdraw' } as const, principal)
  })
  const erased = await candidate({ name: 'Erik Lund' })
  await house.act(erase, { candidateId: erased.candidateId, why: 'asked' } as const, (await own.subjectOf(erased.candidateId)).principal)
  const owed = await candidate({ name: 'ሰላም ተክለ' })
  const appointed = await candidate({ name: 'Nguyễn Thị Linh' })
  const foreign = await received(other, { councils: ['brugerraadet'], name: `Zofia ${mark}`, motivation: `Mit ord ${mark}` })

  const secretary = (await house.as('secretary')).principal
  const administration = (await house.as('administration')).principal
  // A decision of the council: one seat of seven, minuted as it was.
  const minuted = { decidedOn: '2026-11-09', minuteRef: 'Punkt 1', explanation: 'De andre pladser følger.', seen: true, answers: [] }
  const secretariat = (await house.as('politicalSecretariat')).principal
  const first = await house.act(openSlate, { council: 'udsatteraad', body: 'municipal_council' }, secretary)
  await house.act(place, { slate: first, person: appointed.candidateId, group: 'external', seat: null }, secretary)
  await house.act(deviate, { slate: first, atom: 'users', reason: 'Kun en bruger har sagt ja endnu.', seen: true }, secretary)
  const seen = (await house.look(async tx => await findSlate(tx, first)))!.revision
  await house.act(decide, { slate: first, revision: seen, ...minuted } as never, secretariat)
  await house.act(openDraft, { council: 'udsatteraad', version: null }, secretary)
  const tried = await house.act(askTrial, { council: 'udsatteraad', revision: 0, operation: 'possible', slate: [] }, secretary)
  const slate = async (until: 'open' | 'proposed' | 'decided', body = 'administration') => {
    const id = await house.act(openSlate, { council: 'udsatteraad', body }, secretary)
    const revision = async () => (await house.look(async tx => await findSlate(tx, id)))!.revision
    if (until === 'open') return id
    const named = { slate: id, group: 'adviser', seat: null, name: 'Ida Munk', need: 'Viden om sundhed', until: '2027-12-31' }
    await house.act(namePerson, named as never, secretary)
    await house.act(propose, { slate: id, revision: await revision() }, secretary)
    if (until === 'proposed') return id
    await house.act(decide, { slate: id, revision: await revision(), ...minuted } as never, administration)
    return id
  }
  const theirMember = { name: `Piotr ${mark}`, shown: 'named', attributes: {} }
  const theirSeat = await house.act(
    seatMember,
    { council: 'brugerraadet', group: 'users', seat: 1, from: '2026-01-01', member: theirMember } as never,
    other.system,
  )
  const seats = await house.sql('select id, member_id from seating where municipality_id = $1 and seat_group = $2', [
    own.tenant.id,
    'external',
  ])
  const foreigner = await other.signedIn(`Ingeborg ${mark}`, ['secretary'])
  const slates = {
    decided: await slate('decided'),
    proposed: await slate('proposed'),
    advisers: await slate('open'),
    open: await slate('open', 'municipal_council'),
  }
  const foreignSlate = await house.act(openSlate, { council: 'brugerraadet', body: 'municipal_council' }, foreigner.principal)
  const person = (await house.as('carl')).personId!
  const unit = await house.act(makeUnit, { slug: 'socialafdelingen' }, own.system)
  await house.act(makeUnit, { slug: `fremmed-${mark.toLowerCase()}` }, other.system)
  const led = (await own.signedIn('Ledet Prøve', ['caseworker'])).personId!
  await house.sql('update person set unit_id = $1 where id = $2', [unit, led])
  const link = async (side: Side, id: string) =>
    (await house.act(tx => makeSignInLink(tx, id), undefined, side.system)).replace('/log-ind/', '')
  const letterOf = async (side: Side, about: string, words: string, onPaper = false) =>
    await house.act(
      tx =>
        tell(tx, { about, to: 'n@example.org', subject: words, text: words, language: 'da', signedBy: 'Prøve', waitSeconds: 0, onPaper }),
      undefined,
      side.system,
    )
  const keyOf = async (side: Side, about: string) => {
    const { token, hash } = newToken()
    await house.act(tx => insertLink(tx, about, hash, new Date('2027-01-01')), undefined, side.system)
    return token
  }
  const postOf = async (side: Side, subject: string) => {
    const { id } = await house.act(keepLetter, { mailbox: 'politik', source: null, bytes: Buffer.from(`Subject: ${subject}`) }, side.system)
    const facts = { from: null, replyTo: null, to: [], subject, date: null, messageId: null, inReplyTo: [], text: subject, quoted: '' }
    const file = { name: 'a.txt', type: 'text/plain', size: 1, how: 'download', mark: null, bytes: Buffer.from('a') } as const
    const read = { facts: { ...facts, marks: [], headers: [], bounce: null }, files: [file] }
    await house.act(placeLetters, [{ id, read, trustedServer: null }], side.system)
    return id
  }
  const shelved = await postOf(own, 'Et brev')
  const wishing = await postOf(own, 'Jeg vil gerne være medlem af udsatterådet')
  const theirPost = await postOf(other, `Jeg vil gerne være medlem af rådet ${mark}`)
  const questionOf = (side: Side, letter: string) => letterLink(house.house.ctx.keys.of(side.tenant.id), letter, '2027-01-01' as never)
  const organisation = async (side: Side, name: string) => {
    const contact = { person: name, email: `${randomBytes(4).toString('hex')}@example.org`, phone: '' }
    const facts = { name, kind: 'andet', district: null, languages: [], letterLanguage: 'da', contact } as const
    return await house.act(enterOrganisation, { facts, invented: true }, side.system)
  }
  const asked = await organisation(own, 'Opdigtet Forening')
  const theirs = await organisation(other, `Forening ${mark}`)
  const letterTo = async (id: string, council: string, principal: Principal) =>
    await house.act(
      makeMailing,
      { council, subject: 'Prøve', body: '{forening} {link}', replyBy: '2026-12-01', organisationIds: [id] } as const,
      principal,
    )
  const askKeyOf = async (side: Side, organisationId: string, council: string) => {
    const ask = await house.act(takeAskStep, { organisationId, council, step: 'ask' } as const, side.system)
    const { token, hash } = newToken()
    await house.act(tx => insertAskLink(tx, ask.id, hash, new Date('2027-01-01')), undefined, side.system)
    return token
  }
  const voiceOf = async (side: Side, words: string) =>
    await house.act(
      receiveVoice,
      {
        telling: { ...nothingSaid, words },
        channel: 'phone',
        key: randomBytes(16).toString('base64url'),
        pictures: [{ width: 1, height: 1, bytes: Buffer.from(words) }],
      } as const,
      side.system,
    )
  const told = { owed: (await voiceOf(own, 'Ord')).voiceId, other: (await voiceOf(own, 'Andre ord')).voiceId }
  const theirVoice = (await voiceOf(other, `Ord ${mark}`)).voiceId
  const pictureOf = async (voice: string) => (await house.sql('select id from voice_picture where voice_id = $1', [voice]))[0]!.id as string
  const writer = (await house.as('secretary')).personId!
  const inviteOf = async (side: Side, voiceId: string) =>
    await house.act(
      inviteGuest,
      { voiceId, name: 'Opdigtet ven', covers: 'answers', days: '30', form: side.tenant.slug, by: 'teller' } as const,
      side.system,
    )
  const invites = { own: await inviteOf(own, told.owed), other: await inviteOf(other, theirVoice) }
  const answer = {
    voice_id: told.owed,
    kind: 'answer',
    by_person: writer,
    on_day: '2026-11-09',
    language: 'da',
    how: 'code',
    text: 'Svar',
  } as const
  const answered = String(await house.act(tx => addLine(tx, answer), undefined, own.system))
  for (const [side, voice] of [
    [own, told.owed],
    [other, theirVoice],
  ] as const)
    await house.sql(
      `insert into voice_erase_ask (municipality_id, voice_id, how, proof, asked_by, asked_on) values ($1, $2, 'phone', 'met', $3, '2026-11-09')`,
      [side.tenant.id, voice, writer],
    )
  const summaryIn = async (side: Side, state: 'confirmed' | 'approved', themeId: string | null = null) => {
    const { voiceId } = await voiceOf(side, `Ord ${side.tenant.slug}`)
    return await house.act(
      async tx => {
        const id = await newThing(tx, 'summary', true)
        await insertSummary(tx, { id, voiceId, writtenBy: writer, on: '2026-11-09', text: `Tekst ${side === own ? '' : mark}`, seen: [] })
        const said = { said_how: 'page', said_on: '2026-11-09' } as const
        const seen = state === 'approved' ? { approved_by: person, approved_on: '2026-11-09' } : {}
        const summary = (await summaryOf(tx, id))!
        await updateSummary(tx, summary, { state: themeId ? 'gathered' : state, ...said, ...seen }, themeId ? { themeId } : {})
        return id
      },
      undefined,
      side.system,
    )
  }
  const themeIn = async (side: Side, title: string, ...steps: ('offered' | 'approved' | 'raised')[]) =>
    await house.act(
      async tx => {
        const id = await newThing(tx, 'theme')
        const words = { title, question: title, words: title, councils: ['udsatteraad'], district: null, showCount: true, seen: [] }
        await insertTheme(tx, id, title.toLowerCase().replaceAll(' ', '-'), words, writer, '2026-11-09')
        for (const step of ['begun', ...steps] as const)
          await addStep(tx, id, { step, by: writer, on: '2026-11-09', council: step === 'raised' ? 'udsatteraad' : null })
        const out = { title, question: title, words: title, councils: ['udsatteraad'], came: '[]', first_week: '2026-11-09' }
        if (steps.includes('raised'))
          await putOut(tx, {
            ...out,
            theme_id: id,
            slug: 'tema-fremme',
            life: 'raised',
            count_band: null,
            district: null,
            changed_week: '2026-11-09',
          })
        return id
      },
      undefined,
      side.system,
    )
  const themesOf = {
    draft: await themeIn(own, 'Tema kladde'),
    offered: await themeIn(own, 'Tema venter', 'offered'),
    raised: await themeIn(own, 'Tema fremme', 'offered', 'approved', 'raised'),
  }
  const theirTheme = await themeIn(other, `Tema ${mark}`, 'offered')
  await summaryIn(own, 'approved', themesOf.draft)
  const noteIn = async (side: Side, themeId: string, out: boolean) =>
    await house.act(
      async tx => {
        const id = await newThing(tx, 'practice_note')
        const words = { learned: `Lært ${side === own ? '' : mark}`, nowDo: 'Gør', ownerId: person, units: [] }
        await insertNote(tx, id, themeId, words, writer, '2026-11-09')
        if (out) await markNoteOut(tx, id, writer, '2026-11-09')
        return id
      },
      undefined,
      side.system,
    )
  const staffOf = async (name: 'inge' | 'peter') => (await house.as(name)).principal as Staff
  const [inge, peter] = [await staffOf('inge'), await staffOf('peter')]
  const searchBy = async (who: Staff) => (await beginSearch(house.house.ctx.database, who, { question: 'ord', ids: [] })).id
  const unknown: string = randomUUID()
  const states = (mine: States, theirs: string, none = unknown): States => ({ ...mine, 'of another municipality': theirs, unknown: none })

  return {
    unit,
    led,
    owed: [...owed.nominationIds, told.owed],
    subject: open.candidateId,
    otherSubject: suggested.candidateId,
    kinds: {
      candidate: states(
        {
          open: open.candidateId,
          suggested: suggested.candidateId,
          appointed: appointed.candidateId,
          withdrawn: closed.candidateId,
          erased: erased.candidateId,
          'owed by the caseworker': owed.candidateId,
        },
        foreign.candidateId,
      ),
      nomination: states({ open: open.nominationIds[0]!, withdrawn: closed.nominationIds[0]! }, foreign.nominationIds[0]!),
      slate: states(
        { open: slates.open, 'of advisers': slates.advisers, proposed: slates.proposed, decided: slates.decided },
        foreignSlate,
      ),
      seatGroup: { 'of this body': 'council', 'of another body': 'adviser', unknown: 'ingen-gruppe' },
      wish: { 'of this charter': 'users', unknown: 'intet-oenske' },
      person: states({ 'a councillor': person, 'the operator': (await house.as('bo')).personId! }, foreigner.personId!),
      seating: states({ taken: seats[0]!.id as string }, theirSeat.seating),
      member: states({ sitting: seats[0]!.member_id as string }, theirSeat.member),
      unit: states({ 'of this municipality': 'socialafdelingen' }, `fremmed-${mark.toLowerCase()}`, 'ingen-enhed'),
      contact: states({ 'of this municipality': 'raad' }, 'sekretaer', 'ingen-kontakt'),
      letter: states({ 'of this municipality': await letterOf(own, person, 'Prøve') }, await letterOf(other, foreigner.personId!, mark)),
      paperLetter: states(
        { 'to be posted': await letterOf(own, open.candidateId, 'Prøve', true) },
        await letterOf(other, foreign.candidateId, mark, true),
      ),
      voice: states({ 'owed by the caseworker': told.owed, 'of a colleague': told.other }, theirVoice),
      // A number in the talk, which is nobody's by itself.
      voiceAnswer: { 'an answer': answered, 'no answer': '1' },
      inviteKey: states({ works: invites.own }, invites.other, 'ukendt'),
      voicePicture: states({ 'of the voice': await pictureOf(told.owed) }, await pictureOf(theirVoice)),
      summary: states(
        { 'for a second human': await summaryIn(own, 'confirmed'), approved: await summaryIn(own, 'approved') },
        await summaryIn(other, 'confirmed'),
      ),
      theme: states(themesOf, theirTheme),
      themeSlug: { 'of this municipality': 'tema-fremme', unknown: 'intet-tema' },
      note: states(
        { draft: await noteIn(own, themesOf.raised, false), 'for all': await noteIn(own, themesOf.raised, true) },
        await noteIn(other, theirTheme, true),
      ),
      search: states(
        { 'of the caseworker': await searchBy(inge), 'of a colleague': await searchBy(peter) },
        await searchBy({ ...inge, municipalityId: other.tenant.id }),
      ),
      council: states({ 'in function': 'udsatteraad', recruiting: 'integrationsraad' }, 'brugerraadet', 'intet-raad'),
      trial: { asked: tried.id, unknown },
      draftSeats: { first: '1', new: 'ny', unknown: '99' },
      draftRule: { first: '1', new: 'ny-count', unknown: 'ny-intet' },
      post: states({ 'on the shelf': shelved }, theirPost),
      postFile: { first: '1', unknown: '99' },
      nominationLetter: states({ 'on the desk': wishing, 'on the shelf': shelved }, theirPost),
      short: { 'of this municipality': 'u', unknown: 'q' },
      charterVersion: { first: '1', unknown: '99' },
      policy: states({ proposed: 'social-og-sundhed' }, 'boligplan', 'ingen-politik'),
      commitment: states({ proposed: 'ungeindsatsen' }, 'ventetid', 'intet-maal'),
      news: states({ first: '2019-06-24-to-nye-raad' }, '2025-03-05-boligplan', 'ingen-nyhed'),
      month: { past: '2026-10', 'not yet': '2027-01', none: '2026-13' },
      personalKey: states({ works: await keyOf(own, open.candidateId) }, await keyOf(other, foreign.candidateId), 'ukendt'),
      questionKey: states({ works: questionOf(own, wishing) }, questionOf(other, theirPost), 'ukendt'),
      organisation: states({ asked }, theirs),
      mailing: states(
        { draft: await letterTo(asked, 'udsatteraad', secretary) },
        await letterTo(theirs, 'brugerraadet', foreigner.principal),
      ),
      askKey: states({ works: await askKeyOf(own, asked, 'udsatteraad') }, await askKeyOf(other, theirs, 'brugerraadet'), 'ukendt'),
      newsVersion: { first: '1', unknown: '99' },
      signInKey: states({ unused: await link(own, person) }, await link(other, foreigner.personId!), 'ukendt'),
    },
  }
}

async function makeUnit(tx: Tx, _who: Principal, { slug }: { slug: string }): Promise<string> {
  const id = await newThing(tx, 'unit')
  await tx.db.withTables<PeopleTables>().insertInto('unit').values({ municipality_id: tx.municipalityId, id, slug, name: slug }).execute()
  return id
}

// Writing a summary without persons, asking the teller whether we have understood, and going on where they cannot be asked.
import { councilsOf } from '../councils/index.ts'
import { itemsOfKinds, registered } from '../municipalities/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { newThing, record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotAllowed, Refusal, type Said, type Shortcoming } from '../platform/refusal.ts'
import { groundOf, mayAnswer, quiet, type Voice, voiceOf } from '../voices/index.ts'
import { mayWriteSummary } from './access.ts'
import { type Finding, findPersons, goes, markOf, type PersonGround } from './find-persons.ts'
import { type SaidHow, type spokenHows, whyNot } from './summary.ts'
import { beginSummary, endSummary, keepSummaryDue, near, sayNot } from './summary-step.ts'
import { insertSummary, summaryOfVoice, updateSummary } from './summary-store.ts'
import { dropFromTheme } from './theme-step.ts'
import { themeWords as w } from './words.ts'

export const longestSummary = 1_200

/** What the municipality's own names are, so that they are not taken for somebody's. */
export async function townGround(tx: Tx): Promise<PersonGround> {
  const { municipality, unit, committee } = await itemsOfKinds(tx, ['municipality', 'unit', 'committee'])
  const ground = await groundOf(tx)
  const named = [...unit, ...committee].flatMap(one => (one.name ? [said(one.name)] : []))
  const councils = (await councilsOf(tx)).map(one => said(one.name))
  const name = said(municipality[0]?.name ?? (await registered(tx)).slug)
  return {
    told: [],
    details: [],
    known: [name, `${name.split(' ')[0]}s`, ...councils, ...named],
    places: ground.districts.map(one => one.name),
  }
}
const said = (text: unknown): string => (typeof text === 'string' ? text : (text as { da: string }).da)
/** The check of a summary of this voice. */
export async function findingsIn(tx: Tx, voice: Voice, text: string, theirs = ''): Promise<Finding[]> {
  const { details, lines, guests } = voice
  const ground: PersonGround = {
    ...(await townGround(tx)),
    told: lines.filter(line => line.kind === 'told' || line.kind === 'wrote').map(line => line.text),
    details: [
      ...guests.map(one => one.name),
      details.name,
      details.aboutWhom,
      details.place,
      details.through,
      details.address,
      details.phone,
      details.email ?? '',
    ].filter(Boolean),
  }
  // Of another language only what is written alike in all: numbers, addresses, and what the teller wrote of themself.
  const alike = findPersons(theirs, ground).filter(one => goes(one.kind) && one.kind !== 'name')
  const found = findPersons(text, ground)
  return [...alike.filter(one => !found.some(other => markOf(other) === markOf(one))), ...found]
}
/** What stands in the way of going on with these findings. */
export function findingFaults(findings: readonly Finding[], seen: readonly string[], field: string): Shortcoming[] {
  const must = findings.filter(one => goes(one.kind))
  const unseen = findings.filter(one => !goes(one.kind) && !seen.includes(markOf(one)))
  const both = (key: 'check.mustGo' | 'check.mustSee', list: readonly Finding[]): Said => {
    const words = list.map(one => `»${one.words}«`).join(', ')
    return { da: w('da', key, { words }), en: w('en', key, { words }) }
  }
  return [
    ...(must.length > 0 ? [{ field, message: both('check.mustGo', must) }] : []),
    ...(unseen.length > 0 ? [{ field: 'seen', message: both('check.mustSee', unseen) }] : []),
  ]
}

export interface WriteSummary {
  readonly voiceId: string
  readonly text: string
  /** The same in the teller's own language. */
  readonly theirs?: string
  /** Findings that have been looked at and may stay, by their marks. */
  readonly seen: readonly string[]
  /** Only keeps it, or goes on with it. */
  readonly goOn: boolean
}
export interface WrittenSummary {
  readonly id: string
  /** False when the check found something that stands in the way: it is kept as a draft. */
  readonly checked: boolean
}
/** Keeps the summary; with `goOn` the teller is asked, or, where they said yes and cannot be reached, a second human is. */
export async function writeSummary(
  tx: Tx,
  who: Principal,
  { voiceId, text, theirs = '', seen, goOn }: WriteSummary,
): Promise<WrittenSummary> {
  const voice = await voiceOf(tx, voiceId)
  if (!voice || !mayAnswer(who, voice.near)) throw new NotAllowed()
  if (voice.row.share === 'no') throw new Refusal(sayNot('no-share'))
  const known = await summaryOfVoice(tx, voiceId)
  const today = localDate(tx.now)
  if (known && known.state !== 'ended') {
    const not = whyNot((await near(tx, known, voice)).stands, 'write')
    if (not) throw new Refusal(sayNot(not))
    const fresh = {
      written_by: who.personId,
      written_on: today,
      said_how: null,
      said_on: null,
      few: false,
      approved_by: null,
      approved_on: null,
    }
    await updateSummary(tx, known, fresh, { text, theirs, seen })
  } else {
    const id = await newThing(quiet(tx), 'summary', true)
    await insertSummary(tx, { id, voiceId, writtenBy: who.personId, on: today, text, theirs, seen })
    await record(quiet(tx), who, { kind: 'summary.written', about: id })
  }
  const summary = (await summaryOfVoice(tx, voiceId))!
  if (!goOn) {
    await keepSummaryDue(tx, who, summary, 'summary.write', voice.near, 'written')
    return { id: summary.id, checked: true }
  }
  const faults = findingFaults(await findingsIn(tx, voice, text, theirs), seen, 'text')
  // What was typed is kept, and the page shows what was found in it.
  if (faults.length > 0) {
    await keepSummaryDue(tx, who, summary, 'summary.write', voice.near, 'written')
    return { id: summary.id, checked: false }
  }
  const one = await near(tx, summary, voice)
  const verb = one.stands.reachable ? 'ask' : 'goOn'
  const not = whyNot(one.stands, verb)
  if (not) throw new Refusal(sayNot(not))
  await endSummary(
    tx,
    who,
    one,
    verb,
    verb === 'ask' ? { asked_on: today } : { said_how: 'not_reached', said_on: today },
    verb === 'ask' ? { change: '', returned: '' } : { returned: '' },
  )
  return { id: summary.id, checked: true }
}

export interface SpokenAnswer {
  readonly id: string
  readonly answer: 'yes' | 'change' | 'no'
  readonly how: (typeof spokenHows)[number]
  readonly few: boolean
  readonly change: string
}
/** What the teller said when somebody read the summary aloud to them. */
export async function noteSpoken(tx: Tx, who: Principal, { id, answer, how, few, change }: SpokenAnswer): Promise<void> {
  const verb = answer === 'yes' ? 'sayYes' : answer === 'no' ? 'sayNo' : 'sayChange'
  const one = await beginSummary(tx, who, id, verb, mayWriteSummary)
  await answered(tx, who, one, answer, { how, few, change })
}
/** After the days have passed without an answer, where the teller said yes from the beginning. */
export async function goOnUnanswered(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  const one = await beginSummary(tx, who, id, 'goOn', mayWriteSummary)
  await endSummary(tx, who, one, 'goOn', { said_how: 'no_answer', said_on: localDate(tx.now) })
}
export async function dropSummary(tx: Tx, who: Principal, { id }: { id: string }): Promise<void> {
  const one = await beginSummary(tx, who, id, 'drop', mayWriteSummary)
  await end(tx, who, one, 'drop', 'dropped')
}

type Known = Parameters<typeof endSummary>[2]
/** The teller's own answer, on their page or by a human's voice. */
export async function answered(
  tx: Tx,
  who: Principal,
  one: Known,
  answer: 'yes' | 'change' | 'no',
  { how, few, change }: { how: SaidHow; few: boolean; change: string },
): Promise<void> {
  const today = localDate(tx.now)
  if (answer === 'no')
    return await end(tx, who, one, 'sayNo', one.summary.state === 'draft' || one.summary.state === 'asked' ? 'refused' : 'withdrawn')
  if (answer === 'yes') return await endSummary(tx, who, one, 'sayYes', { said_how: how, said_on: today, few }, { change: '' })
  if (change.trim() === '') throw new Refusal([{ field: 'change', message: changeNeeded }])
  await endSummary(tx, who, one, 'sayChange', {}, { change })
}
const changeNeeded: Said = {
  da: 'Skriv, hvad der skal laves om.',
  en: 'Write what is to be changed.',
  ar: 'اكتب ما يجب تغييره.',
  tr: 'Neyin değişmesi gerektiğini yazın.',
  ur: 'لکھیں کہ کیا بدلنا ہے۔',
}

/** It ends, and its words go. A theme that was made with it is looked at again before it goes out. */
async function end(tx: Tx, who: Principal, one: Known, verb: 'sayNo' | 'drop', how: 'refused' | 'withdrawn' | 'dropped'): Promise<void> {
  const { themeId } = one.summary
  await endSummary(
    tx,
    who,
    one,
    verb,
    { ended_how: how, ended_on: localDate(tx.now) },
    { text: '·', seen: [], change: '', returned: '', themeId: null },
  )
  if (themeId) await dropFromTheme(quiet(tx), who, themeId)
}

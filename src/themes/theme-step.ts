// What every step of a theme begins and ends with, and what happens to a theme that loses a summary before it is out.
import { owe, settle } from '../people/index.ts'
import { localDate } from '../platform/clock.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { NotFound, Refusal, type Said } from '../platform/refusal.ts'
import { secondHuman } from '../voices/index.ts'
import { publishedTheme, putCame } from './published-store.ts'
import { type Summary, summariesIn } from './summary-store.ts'
import type { Came } from './tables.ts'
import { after, type Not, owedDays, owedKinds, owedNow, type Step, standsOf, type ThemeStands, whyNot } from './theme.ts'
import { addStep, type NewStep, type StepRow, stepsOf, type ThemeRow, themeRow } from './theme-store.ts'
import { themeWords as w } from './words.ts'

export interface OneTheme {
  readonly theme: ThemeRow
  readonly steps: readonly StepRow[]
  readonly stands: ThemeStands
  /** Summaries gathered into it that have not gone out. */
  readonly gathered: readonly Summary[]
  /** It can be read by everybody. */
  readonly out: boolean
}
/** The theme as it stands; null when there is none. */
export async function oneTheme(tx: Tx, id: string, lock = false): Promise<OneTheme | null> {
  const theme = await themeRow(tx, id, lock)
  if (!theme) return null
  const steps = await stepsOf(tx, [id])
  return {
    theme,
    steps,
    stands: standsOf(steps.map(one => one.step)),
    gathered: (await summariesIn(tx, ['gathered'])).filter(one => one.themeId === id),
    out: (await publishedTheme(tx, { id })) !== null,
  }
}
/** Who wrote or offered the words that wait: they do not approve them. */
export const wroteIt = ({ theme, steps }: OneTheme, personId: string): boolean =>
  theme.begun_by === personId || steps.some(one => (one.step === 'offered' || one.step === 'changed') && one.by_person === personId)

/** @throws NotFound, or Refusal when the step cannot be taken now */
export async function beginTheme(tx: Tx, who: Principal, id: string, step: Exclude<Step, 'begun'>): Promise<OneTheme> {
  const one = await oneTheme(tx, id, true)
  if (!one) throw new NotFound()
  const own = who.kind === 'staff' && wroteIt(one, who.personId)
  const not = whyNot(one.stands, step, { own, out: one.out, gathered: one.gathered.length })
  if (not) throw new Refusal(sayThemeNot(not))
  return one
}
export const sayThemeNot = (not: Not): Said => ({ da: w('da', `theme.not.${not}`), en: w('en', `theme.not.${not}`) })

/** Writes the step, what happened, what is owed now, and what everybody may read of it. */
export async function endTheme(tx: Tx, who: Principal, one: OneTheme, step: Omit<NewStep, 'by' | 'on'>): Promise<void> {
  const { theme } = one
  const by = who.kind === 'staff' ? who.personId : null
  const today = localDate(tx.now)
  await addStep(tx, theme.id, { ...step, by, on: today })
  await record(tx, who, { kind: `theme.${step.step}`, about: theme.id, facts: step.council ? { council: step.council } : {} })
  await keepThemeDue(tx, who, theme, after(one.stands, step.step), step.step)
  if (one.out) await putCame(tx, theme.id, after(one.stands, step.step).life, cameOf(await stepsOf(tx, [theme.id])))
}
/** What came of it, for everybody: raised where and when, and in plain words what followed. */
export const cameOf = (steps: readonly StepRow[]): Came[] =>
  steps.flatMap(({ step, on_day, council, meeting_on, words }) =>
    step === 'raised' || step === 'came' || step === 'closed' ? [{ step, on: on_day, council, meetingOn: meeting_on, words }] : [],
  )

export async function keepThemeDue(
  tx: Tx,
  who: Principal,
  theme: Pick<ThemeRow, 'id' | 'begun_by'>,
  now: ThemeStands,
  how: string,
): Promise<void> {
  const owed = owedNow(now)
  for (const kind of owedKinds) if (kind !== owed || how === 'raised' || how === 'came') await settle(tx, who, theme.id, kind, how)
  if (!owed) return
  const steps = await stepsOf(tx, [theme.id])
  const wrote = [theme.begun_by, ...steps.flatMap(one => (one.step === 'offered' && one.by_person ? [one.by_person] : []))]
  const owner = owed === 'theme.approve' ? await secondHuman(tx, wrote) : null
  await owe(tx, who, {
    kind: owed,
    about: theme.id,
    owner,
    office: owner ? null : 'sekretariat',
    receivedOn: localDate(tx.now),
    workingDays: owedDays[owed],
    rule: { id: 'A16', force: 'promise' },
  })
}

/** A summary left before it was out: words that were made with it are looked at again. */
export async function dropFromTheme(tx: Tx, who: Principal, themeId: string): Promise<void> {
  const one = await oneTheme(tx, themeId, true)
  if (!one || one.stands.words === 'draft' || one.stands.life === 'closed') return
  await endTheme(tx, who, one, { step: 'changed' })
}

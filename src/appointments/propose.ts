// The slate goes to the body that decides it, or comes back.
import { engineVersion } from '../councils/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { record } from '../platform/journal.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal, type Shortcoming } from '../platform/refusal.ts'
import { aboutPeople } from './about-person.ts'
import { type Moved, tellMoved } from './candidates.ts'
import type { Composed } from './composed.ts'
import { composed, holdSlate, refuseChanged } from './held.ts'
import { countChange, takeProposalBack, writeClosing, writeProposal } from './store.ts'
import type { Closing } from './tables.ts'
import { sentenceOf, unexplained } from './verdict.ts'

/**
 * Sends the proposal, with the verdict of this moment. A breach that no later filling mends stops it; an open seat does not; a wish that is
 * not followed needs a written reason. Nobody who withdrew is proposed.
 */
export async function propose(tx: Tx, who: Principal, input: { readonly slate: string; readonly revision: number }): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'propose')
  refuseChanged(slate, input.revision)
  const whole = await composed(tx, who, slate)
  const obstacles = obstaclesTo(whole)
  if (obstacles.length > 0) throw new Refusal(obstacles)
  // Proposing counts as a change, so that whoever still looks at the unproposed slate notices.
  await countChange(tx, slate.id, whole.rules.version)
  const now = { ...slate, charterVersion: whole.rules.version, revision: slate.revision + 1 }
  await writeProposal(tx, who, now, engineVersion, whole.verdict)
  await tellMoved(tx, who, candidatesOn(whole, 'propose'))
  await record(tx, who, {
    kind: 'slate.proposed',
    about: slate.id,
    because: slate.seats.map(one => one.person),
    facts: { council: slate.council, body: slate.body, open: whole.verdict.open.length, wishes: whole.verdict.wishes.length },
  })
}

const candidatesOn = ({ slate, people }: Composed, verb: Moved['verb']): Moved[] =>
  slate.seats.filter(one => people.get(one.person)?.candidate).map(one => ({ candidate: one.person, council: slate.council, verb }))

/** What keeps a slate from being proposed, in words that say what to do. */
function obstaclesTo({ slate, verdict, gone, charter, people }: Composed): Shortcoming[] {
  const list: Shortcoming[] = []
  if (slate.seats.length === 0)
    list.push({
      message: { da: 'Der er ingen på pladserne endnu. Sæt den første på.', en: 'Nobody is on the seats yet. Put the first one on.' },
    })
  if (gone.length > 0) list.push({ message: goneWords })
  for (const atom of verdict.stops) {
    const reason = verdict.reasons.find(one => one.atom === atom)!
    const each = aboutPeople(charter, reason, people)
    const lines =
      each.length > 0 ? each : [{ state: reason.state, da: sentenceOf(charter, reason, 'da'), en: sentenceOf(charter, reason, 'en') }]
    for (const { state, da, en } of lines)
      list.push({
        message: {
          da: `${da} ${state === 'undocumented' ? 'Det er ikke et nej. Spørg først.' : 'Ingen grund kan ophæve et krav.'}`,
          en: `${en} ${state === 'undocumented' ? 'That is not a no. Ask first.' : 'No reason can lift a requirement.'}`,
        },
      })
  }
  for (const atom of unexplained(verdict, slate.deviations)) {
    const reason = verdict.reasons.find(one => one.atom === atom)!
    list.push({
      field: `deviation-${atom}`,
      message: { da: `Skriv en grund: ${sentenceOf(charter, reason, 'da')}`, en: `Write a reason: ${sentenceOf(charter, reason, 'en')}` },
    })
  }
  return list
}
export const goneWords = {
  da: 'En på forslaget har trukket sig eller fået svar. Tag personen af pladsen.',
  en: 'Somebody on the proposal has withdrawn or been answered. Take the person off the seat.',
}

/** Takes a proposal back, so that it can be changed and sent again. */
export async function takeBack(tx: Tx, who: Principal, input: { readonly slate: string }): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'take_back')
  await tellMoved(tx, who, candidatesOn(await composed(tx, who, slate), 'take_back'))
  await takeProposalBack(tx, slate.id)
  await countChange(tx, slate.id, slate.charterVersion)
  await record(tx, who, { kind: 'slate.taken-back', about: slate.id })
}

/** Closes a slate that will not be decided. The people on it are candidates as before. */
export async function closeSlate(tx: Tx, who: Principal, input: { readonly slate: string; readonly why: Closing }): Promise<void> {
  const slate = await holdSlate(tx, who, input.slate, 'close')
  if (slate.state === 'proposed') await tellMoved(tx, who, candidatesOn(await composed(tx, who, slate), 'take_back'))
  await writeClosing(tx, who, slate.id, input.why)
  await record(tx, who, { kind: 'slate.closed', about: slate.id, facts: { why: input.why } })
}

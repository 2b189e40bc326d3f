// Practising: a twin of the municipality is made, and whoever wants to practise enters it as themself.
import { eraseTwin, foundTwin, type Original, originalOf, twinOf } from '../municipalities/index.ts'
import { mayEnter, type Practitioner, practitionerOf, signInToPractice } from '../people/index.ts'
import type { Ctx } from '../platform/context.ts'
import { act, look, type Tx } from '../platform/db/act.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Principal, System } from '../platform/principal.ts'
import { NotAllowed } from '../platform/refusal.ts'
import { fill } from './fill.ts'

/** Those who set the site up practise, and begin anew. */
export const mayPractise = mayEnter('setUp')

/** What is carried from the real municipality into the practice: its data, and who wants to practise. Nothing else ever is. */
export interface Carried {
  readonly of: Original
  readonly twin: string | null
  readonly who: Practitioner
}

/** Reads what is carried; refuses whoever may not practise. */
export async function carry(tx: Tx, who: Principal): Promise<Carried> {
  if (!mayPractise(who) || who.kind !== 'staff') throw new NotAllowed()
  return { of: await originalOf(tx), twin: await twinOf(tx), who: await practitionerOf(tx, who) }
}

const system = (municipalityId: string): System => ({ kind: 'system', municipalityId, job: 'practice' })

/** Enters the practice, which is made when there is none. Each step is a transaction of one municipality; no transaction knows both. */
export async function enterPractice(ctx: Ctx, carried: Carried): Promise<{ municipalityId: string; token: string }> {
  const municipalityId = carried.twin ?? (await makeTwin(ctx, carried.of))
  const token = await act(ctx.database, system(municipalityId), signInToPractice, carried.who)
  return { municipalityId, token }
}

/** Erases the practice with everything in it; the next one to enter makes it anew. */
export async function erasePractice(ctx: Ctx, real: string): Promise<void> {
  const { value: twin } = await look(ctx.database, system(real), twinOf)
  if (twin) await act(ctx.database, system(real), eraseTwin, { twin })
}

async function makeTwin(ctx: Ctx, of: Original): Promise<string> {
  const id = uuid7(ctx.clock.now())
  try {
    await act(
      ctx.database,
      system(id),
      async (tx, who) => {
        await foundTwin(tx, who, of)
        await fill(tx, who)
      },
      undefined,
    )
    return id
  } catch (error) {
    // Two began at once: the other one's practice is the one.
    const { value: other } = await look(ctx.database, system(of.id), twinOf)
    if (other) return other
    throw error
  }
}

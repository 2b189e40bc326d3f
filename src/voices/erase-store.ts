// The SQL on what somebody without their code has asked: that it be erased.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '../platform/db/act.ts'
import { mine } from './store.ts'
import type { VoiceEraseAskTable } from './tables.ts'

export type EraseAsk = Selectable<VoiceEraseAskTable>

/** What is asked about this voice, stopped ones included; null when nothing ever was. */
export async function eraseAskOf(tx: Tx, voiceId: string): Promise<EraseAsk | null> {
  return (await mine(tx).selectFrom('voice_erase_ask').selectAll().where('voice_id', '=', voiceId).executeTakeFirst()) ?? null
}
/** Asks; what was asked before and stopped gives way. */
export async function writeEraseAsk(
  tx: Tx,
  ask: Pick<Insertable<VoiceEraseAskTable>, 'voice_id' | 'how' | 'proof' | 'asked_by' | 'asked_on'>,
) {
  const fresh = { ...ask, agreed_by: null, erase_on: null, stopped_by: null, stopped_on: null }
  await mine(tx)
    .insertInto('voice_erase_ask')
    .values({ municipality_id: tx.municipalityId, ...fresh })
    .onConflict(conflict => conflict.columns(['municipality_id', 'voice_id']).doUpdateSet(fresh))
    .execute()
}
export async function changeEraseAsk(
  tx: Tx,
  voiceId: string,
  change: Pick<Updateable<VoiceEraseAskTable>, 'agreed_by' | 'erase_on' | 'stopped_by' | 'stopped_on'>,
): Promise<void> {
  await mine(tx).updateTable('voice_erase_ask').set(change).where('voice_id', '=', voiceId).execute()
}
/** Agreed to, not stopped, and the day has come. */
export async function eraseAsksDue(tx: Tx, today: string, most: number): Promise<EraseAsk[]> {
  return await mine(tx)
    .selectFrom('voice_erase_ask')
    .selectAll()
    .where('erase_on', '<=', today)
    .where('stopped_on', 'is', null)
    .orderBy('erase_on')
    .limit(most)
    .execute()
}
/** Somebody holds a code for it. */
export async function hasCode(tx: Tx, voiceId: string): Promise<boolean> {
  const row = await mine(tx).selectFrom('voice_receipt').select(sql`1`.as('one')).where('voice_id', '=', voiceId).executeTakeFirst()
  return row !== undefined
}

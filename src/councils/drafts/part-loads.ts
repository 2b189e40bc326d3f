// What the pages of one part of a draft load: one kind of seat, one rule.
import type { Tx } from '../../platform/db/act.ts'
import type { Asked } from '../../platform/http/route.ts'
import type { Principal } from '../../platform/principal.ts'
import type { Group, Rule } from '../charters/index.ts'
import { loadDraft, type OneDraft } from './loads.ts'
import { type RuleKind, ruleKindList } from './rule-form.ts'

export interface OneGroup extends OneDraft {
  /** What stands in the address: a number, or `ny`. */
  readonly at: string
  readonly group: Group | null
}
export async function loadGroup(tx: Tx, who: Principal, asked: Asked): Promise<OneGroup | null> {
  const one = await loadDraft(tx, who, asked)
  const at = asked.params.sted ?? ''
  if (!one) return null
  if (at === 'ny') return { ...one, at, group: null }
  const group = one.charter.groups[placeIn(at)]
  return group ? { ...one, at, group } : null
}

export interface OneRule extends OneDraft {
  readonly at: string
  readonly kind: RuleKind
  readonly rule: Rule | null
}
export async function loadRule(tx: Tx, who: Principal, asked: Asked): Promise<OneRule | null> {
  const one = await loadDraft(tx, who, asked)
  const at = asked.params.sted ?? ''
  if (!one) return null
  const kind = ruleKindList.find(each => at === `ny-${each}`)
  if (kind) return one.charter.groups.length > 0 ? { ...one, at, kind, rule: null } : null
  const rule = one.charter.rules[placeIn(at)]
  return rule ? { ...one, at, kind: rule.kind, rule } : null
}

const placeIn = (at: string) => (/^[1-9]\d{0,2}$/.test(at) ? Number(at) - 1 : -1)

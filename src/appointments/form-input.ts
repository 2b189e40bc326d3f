// What the forms of this room bring back.
import { z } from 'zod'
import type { LocalDate } from '../platform/clock.ts'
import { choice, day, list, text, tick, whole } from '../platform/http/form.ts'
import { isId } from '../platform/ids.ts'
import { type Answer, others, reasonField } from './answers.ts'
import type { Reason } from './deviate.ts'
import { longestReason } from './published-reason.ts'
import { closings } from './tables.ts'

const id = text(60, 'needed').refine(isId, { error: 'choose' })

export const newSlateInput = z.object({ council: text(200, 'needed'), startsOn: day('optional') })
export const revisionInput = z.object({ revision: whole(0, 1_000_000) })
export const stepInput = z.object({ revision: whole(0, 1_000_000), change: list(300) })
export const putInput = z.object({ person: id, seat: text(300, 'needed') })
export const offInput = z.object({ person: id })
export const nameInput = z.object({ name: text(200), email: text(254), need: text(500), until: day('optional'), covers: list(20) })
export const reasonInput = z.object({ reason: text(longestReason), seen: tick })
export const closeInput = z.object({ why: choice(closings) })
export const nothingInput = z.object({})

const fixed = z.object({
  revision: whole(0, 1_000_000),
  decidedOn: day('needed'),
  minuteRef: text(200),
  explanation: text(longestReason),
  seen: tick,
})
/** A decision: fixed fields, for each wish that is not followed `deviation-<atom>`, for each other candidate `outcome-<id>` and `reason-<id>`. */
export const decisionInput = z.record(z.string(), z.unknown()).transform((raw, context) => {
  const parsed = fixed.safeParse(raw)
  const faults: z.core.$ZodIssue[] = parsed.success ? [] : [...parsed.error.issues]
  /** A reason as it was written; one that cannot be kept is told of at its field, never left out. */
  const reasonAt = (field: string): string => {
    const reason = text(longestReason).safeParse(raw[field])
    if (!reason.success) faults.push(...reason.error.issues.map(issue => ({ ...issue, path: [field] })))
    return reason.data ?? ''
  }
  const deviations = deviationsIn(raw, reasonAt)
  const answers = answersIn(raw, reasonAt)
  if (parsed.success && faults.length === 0) return { ...parsed.data, decidedOn: parsed.data.decidedOn as LocalDate, deviations, answers }
  for (const { message, path, params } of faults as z.core.$ZodIssueCustom[]) context.addIssue({ code: 'custom', message, path, params })
  return z.NEVER
})

type ReasonAt = (field: string) => string

function deviationsIn(raw: Readonly<Record<string, unknown>>, reasonAt: ReasonAt): Reason[] {
  return Object.keys(raw).flatMap(field => {
    const atom = /^deviation-(.{1,200})$/.exec(field)?.[1]
    return atom ? [{ atom, reason: reasonAt(field) }] : []
  })
}

function answersIn(raw: Readonly<Record<string, unknown>>, reasonAt: ReasonAt): Answer[] {
  return Object.entries(raw).flatMap(([field, value]) => {
    const candidate = /^outcome-([0-9a-f-]{36})$/.exec(field)?.[1]
    const outcome = others.find(one => one === value)
    return candidate && outcome ? [{ candidate, outcome, reason: reasonAt(reasonField(candidate)) }] : []
  })
}

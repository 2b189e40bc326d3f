// Everything we have about one candidate, as data the person can take along: what they told, what was written, who read it.
import type { Candidate, Trace } from './candidate.ts'

const role = (actor: string): string => actor.split(':')[0]!

/** As plain data, ready for JSON. Staff are named by role, never by an id of theirs. */
export function everythingAbout(candidate: Candidate, trace: Trace, madeAt: Date) {
  const { row } = candidate
  return {
    madeAt: madeAt.toISOString(),
    told: {
      name: row.name,
      language: row.language,
      reach: candidate.contact,
      wishes: candidate.wishes,
      motivation: candidate.motivation,
      declared: candidate.declared?.keys ?? [],
      ties: candidate.ties.map(tie => ({
        kind: tie.kind,
        organisation: tie.organisation,
        role: tie.role,
        local: tie.local,
        declaredOn: tie.declared_on,
        confirmed: tie.confirmed_on ? { on: tie.confirmed_on, how: tie.confirmed_how } : null,
      })),
      residence: {
        declared: row.residence,
        verified: row.residence_verified
          ? { answer: row.residence_verified, on: row.residence_verified_on, how: row.residence_verified_how }
          : null,
      },
      suggestedBy: row.suggested ? (candidate.suggestedBy ?? 'unknown') : null,
      saidYes: row.said_yes_at ? { at: row.said_yes_at.toISOString(), how: row.said_yes_how } : null,
    },
    nominations: candidate.nominations.map(({ row: one, reason, due }) => ({
      council: one.council,
      state: one.state,
      channel: one.channel,
      receivedOn: one.received_on,
      contactedAt: one.contacted_at?.toISOString() ?? null,
      closedOn: one.closed_on,
      reason,
      answeredAt: one.answered_at?.toISOString() ?? null,
      owed: due ? { what: due.kind, by: due.on } : null,
    })),
    contacts: candidate.contacts.map(one => ({ at: one.at.toISOString(), how: one.how, result: one.result, text: one.text })),
    notes: candidate.notes.map(one => ({ at: one.at.toISOString(), text: one.text })),
    happened: trace.happened.map(one => ({ at: one.at.toISOString(), what: one.kind, by: role(one.actor) })),
    readers: trace.readers.map(one => ({
      at: one.at.toISOString(),
      by: role(one.actor),
      roles: one.roles,
      what: one.action,
      why: one.reason,
    })),
  }
}

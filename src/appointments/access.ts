// Who may see slates, put people on them, and record what a body decided.
import { mayDecideFor } from '../councils/index.ts'
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'

/** Sees slates: those who make them, those who record the decision, and the leader who is next. */
export const maySeeSlates = (who: Principal): who is Staff =>
  hasRole(who, 'secretary', 'politicalSecretariat', 'administration', 'unitLeader')

/** Puts people on seats and proposes. Advisers are the administration's own matter; the secretary may prepare both. */
export const mayCompose = (who: Principal, body: string): who is Staff => hasRole(who, 'secretary') || mayDecideFor(who, body)

/** Records what the body decided. */
export const mayDecide = (who: Principal, slate: { readonly body: string }): who is Staff => mayDecideFor(who, slate.body)

// Who reads the post and moves it.
import { hasRole, type Principal, type Staff } from '../platform/principal.ts'

/** Letters can hold anything, so those read them who answer for the councils' post. */
export const mayReadPost = (who: Principal): who is Staff => hasRole(who, 'secretary', 'politicalSecretariat')

// Who may confirm the numbers people call when they need help.
import { hasRole, type Principal } from '../platform/principal.ts'

/** A wrong number can cost more than any page is worth: whoever runs the site answers for them. */
export const mayConfirmNumbers = (who: Principal): boolean => hasRole(who, 'operator')

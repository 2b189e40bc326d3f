// What a staff page says of the person who is signed in: name, roles, and until when.
import { timeOfDay } from '../platform/clock.ts'
import type { Page, SignedIn } from '../platform/html/page.ts'
import type { Staff } from '../platform/principal.ts'
import { idleMinutes } from './sessions.ts'
import { peopleWords, roleName } from './words.ts'

/** Asking for the page was use of the session, so the idle limit counts from now; a busy session ends all the same. */
export function signedIn(who: Staff, page: Page): SignedIn {
  const idle = page.now.getTime() + idleMinutes.staff * 60_000
  const until = new Date(Math.min(idle, who.endsAt?.getTime() ?? idle))
  return {
    name: who.name,
    roles: who.roles.map(role => roleName(page.lang, role)),
    demo: page.municipality.demo,
    signOut: page.href('/log-ud'),
    stay: {
      text: peopleWords(page.lang, 'stay.until', { at: timeOfDay(until, page.lang) }),
      label: peopleWords(page.lang, 'stay.button'),
      action: page.href('/log-ind/forlaeng'),
      backTo: page.path,
    },
  }
}

// Reading mailboxes over IMAP: begun with the house, shown to the operator.
import type { Watch } from '../../platform/jobs/watch.ts'

export { mailboxRoutes, registerMailboxWork } from './mailboxes-routes.tsx'

/** Reads every mailbox that is named while the house is open; without one, nothing is even loaded. */
export const readMailboxes: Watch = (ctx, tenants) => {
  const named = [ctx.config.mail, ...Object.values(ctx.config.ownMail)].some(ways => ways.imapUrls.length > 0)
  if (!named) return { stop: async () => {} }
  const reading = import('./reader-outside.ts').then(({ startReaders }) => startReaders(ctx, tenants))
  return { stop: async () => await (await reading).stop() }
}

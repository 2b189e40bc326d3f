// On the page of somebody who was proposed by an organisation: whether it may see how it goes.
import { registerOwnPart } from '../nominations/index.ts'
import { Form, Hidden, Submit } from '../platform/html/fields.tsx'
import type { Page } from '../platform/html/page.ts'
import { Section } from '../platform/html/pieces.tsx'
import { recruitingPaths as paths } from './paths.ts'
import { proposersOf } from './proposal-store.ts'
import { recruitingWords as w } from './words.ts'

function SharePart({ page, organisation, shared }: { page: Page; organisation: string; shared: boolean }) {
  const { lang } = page
  return (
    <Section title={w(lang, 'share.title')}>
      <p>{w(lang, 'share.text', { organisation })}</p>
      <Form page={page} action={page.href(paths.share)}>
        <Hidden name="shared" value={shared ? 'no' : 'yes'} />
        <Submit label={w(lang, shared ? 'share.no' : 'share.yes')} under={w(lang, shared ? 'share.on' : 'share.off')} quiet />
      </Form>
    </Section>
  )
}

/** Called once, when the room is put into the house. */
export function registerShare(): void {
  registerOwnPart(async (tx, candidateId) => {
    const proposers = await proposersOf(tx, candidateId)
    if (proposers.length === 0) return null
    const organisation = [...new Set(proposers.map(one => one.organisation))].join(', ')
    const shared = proposers.every(one => one.shared)
    return page => <SharePart page={page} organisation={organisation} shared={shared} />
  })
}

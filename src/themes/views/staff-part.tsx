// On the staff's page of a voice: whether anything was written for the councils, and the way to do it.
import type { Tx } from '../../platform/db/act.ts'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { places, type StaffPart, type Voice } from '../../voices/index.ts'
import { paths } from '../paths.ts'
import { summaryOfVoice } from '../summary-store.ts'
import { themeWords as w } from '../words.ts'

export async function staffPart(tx: Tx, _who: Principal, voice: Voice): Promise<StaffPart> {
  const summary = await summaryOfVoice(tx, voice.row.id)
  const { share, id } = voice.row
  const view = ({ lang, href }: Page) => (
    <Section title={w(lang, 'part.title')} id={places.summary}>
      <p>{share === 'no' ? w(lang, 'part.no') : summary ? w(lang, `summary.state.${summary.state}`) : w(lang, 'part.none')}</p>
      {(share !== 'no' || (summary && summary.state !== 'ended')) && (
        <p>
          <GoLink href={href(paths.write(id))}>{w(lang, summary && summary.state !== 'ended' ? 'part.open' : 'part.write')}</GoLink>
        </p>
      )}
    </Section>
  )
  return { view, summaryOpen: share !== 'no' && !summary }
}

// Keeps the staff's list of councils: how many sit, and what is wrong.
import { staffNav } from '../../people/index.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip, Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { draftPaths } from '../drafts/paths.ts'
import { draftWords } from '../drafts/words.ts'
import { councilPaths } from '../paths.ts'
import type { StaffCouncils } from '../staff-loads.ts'
import { councilWords } from '../words.ts'
import { looseDay } from './loose-day.ts'

export function CouncilsPage({ page, who, thing }: { page: Page; who: Principal; thing: StaffCouncils }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={councilWords(lang, 'staff.title')}
      lead={councilWords(lang, 'staff.lead')}
      nav={staffNav(page, who, 'councils')}
    >
      <ul class="list">
        {thing.rows.map(({ council, filled, total, broken }) => (
          <li key={council.slug}>
            <h2>
              <a href={page.href(councilPaths.council(council.slug))}>{said(council.name, lang)}</a>
            </h2>
            <p>
              <Chip>
                {councilWords(lang, 'staff.asOf', {
                  state: councilWords(lang, `state.${council.status.state}`),
                  day: looseDay(council.status.asOf, lang),
                })}
              </Chip>
            </p>
            <p>{councilWords(lang, 'staff.seats', { filled, total })}</p>
            {broken && (
              <p class="must">
                <Mark kind="open" /> {councilWords(lang, 'broken.minimum')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {thing.coming && (
        <Section title={draftWords(lang, 'list.coming')} lead={draftWords(lang, 'list.coming.lead')}>
          <ul class="list">
            {thing.coming.map(({ slug, name }) => (
              <li key={slug}>
                <h3>
                  <a href={page.href(draftPaths.draft(slug))}>{name}</a>
                </h3>
                <p>
                  <Chip>{draftWords(lang, 'list.coming.state')}</Chip>
                </p>
              </li>
            ))}
          </ul>
          <p>
            <GoLink href={page.href(draftPaths.found)}>{draftWords(lang, 'list.new')}</GoLink>
          </p>
        </Section>
      )}
    </StaffPage>
  )
}

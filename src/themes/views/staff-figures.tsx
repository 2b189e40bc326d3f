// The staff's page of the figures: the right help, in time, quarter by quarter.
import { staffNav } from '../../people/index.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { paths } from '../paths.ts'
import type { StaffFigures } from '../quarter-figures.ts'
import { themeWords as w } from '../words.ts'
import { QuarterTables } from './figures.tsx'

interface Props {
  readonly page: Page
  readonly who: Principal
}
export function StaffFiguresPage({ page, who, figures }: Props & { figures: StaffFigures }) {
  const { lang } = page
  return (
    <StaffPage
      page={page}
      title={w(lang, 'figures.title')}
      lead={w(lang, 'staffFigures.lead')}
      nav={staffNav(page, who, 'learning')}
      back={{ href: page.href(paths.notes), label: w(lang, 'note.list.title') }}
    >
      <p class="soft">{w(lang, 'figures.source')}</p>
      {figures.all.map(one => (
        <QuarterTables key={one.quarter} page={page} of={one} />
      ))}
      <Section title={w(lang, 'staffFigures.foster')} lead={w(lang, 'staffFigures.foster.lead')}>
        {figures.foster.map(one => (
          <QuarterTables key={one.quarter} page={page} of={one} under promise={one.promise} />
        ))}
      </Section>
    </StaffPage>
  )
}

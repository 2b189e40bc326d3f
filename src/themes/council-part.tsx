// On a council's public page: the themes that are for it.
import { registerCouncilPart } from '../councils/index.ts'
import { GoLink, Section } from '../platform/html/pieces.tsx'
import { paths } from './paths.ts'
import { type PublishedTheme, themesOfCouncil } from './published-store.ts'
import { ThemeRows } from './views/public-pages.tsx'
import { themeWords as w } from './words.ts'

/** Called once, when the room is put into the house. */
export function registerThemesOfCouncil(): void {
  registerCouncilPart<PublishedTheme>(themesOfCouncil, themes => {
    if (themes.length === 0) return null
    return page => (
      <Section title={w(page.lang, 'council.title')} lead={w(page.lang, 'council.lead')} id="temaer">
        <ThemeRows page={page} themes={themes} names={null} />
        <p>
          <GoLink href={page.href(paths.all)}>{w(page.lang, 'council.all')}</GoLink>
        </p>
      </Section>
    )
  })
}

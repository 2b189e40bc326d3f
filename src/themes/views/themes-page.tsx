// The staff's list of themes, with the texts that wait for one.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink, Section } from '../../platform/html/pieces.tsx'
import { Slate } from '../../platform/html/work.tsx'
import type { Principal } from '../../platform/principal.ts'
import { paths } from '../paths.ts'
import type { ThemeRow } from '../theme-store.ts'
import { themeWords as w } from '../words.ts'

export interface ListedText {
  readonly id: string
  readonly on: string
  readonly own: boolean
}
interface ListedTheme {
  readonly theme: ThemeRow
  readonly words: 'draft' | 'offered' | 'approved'
  readonly life: 'open' | 'raised' | 'closed'
  readonly gathered: number
  readonly out: boolean
}
export interface ThemeList {
  readonly waiting: readonly ListedText[]
  readonly free: readonly ListedText[]
  readonly themes: readonly ListedTheme[]
  readonly mayBegin: boolean
}
interface Props {
  readonly page: Page
  readonly who: Principal
}

export function ThemesPage({ page, who, list }: Props & { list: ThemeList }) {
  const { lang } = page
  const texts = (all: readonly ListedText[], key: 'staff.waiting.open' | 'staff.free.open') => (
    <ul class="list">
      {all.map(one => (
        <li key={one.id}>
          <GoLink href={page.href(paths.summary(one.id))}>{w(lang, key, { date: longDate(one.on as never, lang) })}</GoLink>
          {one.own && key === 'staff.waiting.open' && <p class="soft">{w(lang, 'staff.waiting.own')}</p>}
        </li>
      ))}
    </ul>
  )
  return (
    <StaffPage page={page} title={w(lang, 'staff.title')} lead={w(lang, 'staff.lead')} nav={staffNav(page, who, 'themes')}>
      {list.mayBegin && (
        <p>
          <ButtonLink href={page.href(paths.fresh)}>{w(lang, 'staff.new')}</ButtonLink>
        </p>
      )}
      <Slate
        side={
          <>
            <Section title={w(lang, 'staff.waiting')}>
              {list.waiting.length === 0 ? <p>{w(lang, 'staff.waiting.none')}</p> : texts(list.waiting, 'staff.waiting.open')}
            </Section>
            <Section title={w(lang, 'staff.free')}>
              {list.free.length === 0 ? <p>{w(lang, 'staff.free.none')}</p> : texts(list.free, 'staff.free.open')}
            </Section>
          </>
        }
      >
        <Section title={w(lang, 'staff.themes')}>
          {list.themes.length === 0 && <EmptyState title={w(lang, 'staff.themes.none')} next={w(lang, 'staff.themes.none.next')} />}
          {list.themes.length > 0 && (
            <ul class="list">
              {list.themes.map(({ theme, words, life, gathered, out }) => (
                <li key={theme.id}>
                  <h3>
                    <a href={page.href(paths.theme(theme.id))}>{theme.title}</a>
                  </h3>
                  <p>
                    <Chip>{w(lang, life === 'closed' || words === 'approved' ? `public.life.${life}` : `staff.state.${words}`)}</Chip>{' '}
                    {out && <Chip>{w(lang, 'staff.out')}</Chip>}
                  </p>
                  <p class="soft">
                    {w(lang, 'staff.told', { count: theme.told })}. {w(lang, 'staff.gathered', { count: gathered })}.
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Slate>
    </StaffPage>
  )
}

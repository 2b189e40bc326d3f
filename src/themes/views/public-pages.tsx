// The public pages of themes: what people tell, to which council, and what came of it. Nobody can be known, and no count is finer than a band.
import { dayInWords, listInWords } from '../../platform/html/dates.ts'
import { PublicPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, Columns, EmptyState, FactBox, GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { directionOf, type Lang } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import type { Band } from '../band.ts'
import { paths } from '../paths.ts'
import type { AllThemes, Names, OnePublic } from '../public-read.ts'
import type { PublishedTheme } from '../published-store.ts'
import type { Quarter } from '../quarter-figures.ts'
import type { Came } from '../tables.ts'
import { themeWords as w } from '../words.ts'
import { QuarterTables } from './figures.tsx'

/** A band is read from the left, whichever way the words around it go. */
const bandWords = (lang: Lang, band: Band) => {
  const words = band.replace('-', '–')
  return directionOf(lang) === 'rtl' ? `\u2066${words}\u2069` : words
}
/** A theme's own words are Danish on every page. */
const danish = { lang: 'da', dir: 'ltr' } as const
const councilsIn = (page: Page, slugs: readonly string[], names: Names) =>
  listInWords(
    page.lang,
    slugs.map(slug => said(names.councils.get(slug) ?? slug, page.lang)),
  )

export function ThemesPublic({ page, all }: { page: Page; all: AllThemes }) {
  const { lang } = page
  return (
    <PublicPage page={page} section="news" title={w(lang, 'public.title')} lead={w(lang, 'public.lead')}>
      <Columns
        aside={
          <section class="fact">
            <h2>{w(lang, 'public.how')}</h2>
            <Prose>
              <ol>
                {(['1', '2', '3', '4', '5'] as const).map(n => (
                  <li key={n}>{w(lang, `public.how.${n}`)}</li>
                ))}
              </ol>
            </Prose>
            <p>
              <a href={page.href(paths.figures)}>{w(lang, 'public.figures')}</a>
            </p>
            <p>
              <a href={page.href(paths.feed)}>{w(lang, 'public.follow')}</a>
            </p>
          </section>
        }
      >
        {all.themes.length === 0 ? (
          <EmptyState
            title={w(lang, 'public.none')}
            next={w(lang, 'public.none.next')}
            action={<ButtonLink href={page.href('/fortael')}>{w(lang, 'public.tell')}</ButtonLink>}
          />
        ) : (
          <ThemeRows page={page} themes={all.themes} names={all.names} />
        )}
      </Columns>
    </PublicPage>
  )
}

/** Themes in rows: title, question, where it stands. On a council's page, without `names`, the question waits on the theme's own. */
export function ThemeRows({ page, themes, names }: { page: Page; themes: readonly PublishedTheme[]; names: Names | null }) {
  const { lang } = page
  return (
    <ul class="list">
      {themes.map(one => (
        <li key={one.theme_id}>
          <h3>
            <a href={page.href(paths.one(one.slug))} {...danish}>
              {one.title}
            </a>
          </h3>
          {names && (
            <p>
              <span {...danish}>{one.question}</span>
            </p>
          )}
          <p>
            {names && <Chip>{w(lang, `public.life.${one.life}`)}</Chip>}{' '}
            <span class="soft">
              {[
                names ? councilsIn(page, one.councils, names) : w(lang, `public.life.${one.life}`),
                one.count_band && w(lang, 'public.count', { band: bandWords(lang, one.count_band) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

export function ThemePublic({ page, shown }: { page: Page; shown: OnePublic }) {
  const { lang } = page
  const { theme, notes, names } = shown
  const district = theme.district ? names.districts.get(theme.district) : undefined
  const facts = [
    { term: w(lang, 'public.for'), detail: councilsIn(page, theme.councils, names) || '–' },
    ...(theme.count_band
      ? [{ term: w(lang, 'figures.count'), detail: w(lang, 'public.count', { band: bandWords(lang, theme.count_band) }) }]
      : []),
    ...(district ? [{ term: w(lang, 'public.district'), detail: said(district, lang) }] : []),
  ]
  return (
    <PublicPage
      page={page}
      section="news"
      title={theme.title}
      danish
      back={{ href: page.href(paths.all), label: w(lang, 'public.back') }}
      above={
        <p>
          <Chip>{w(lang, `public.life.${theme.life}`)}</Chip>{' '}
          <span class="soft">{w(lang, 'public.since', { date: dayInWords(lang, theme.first_week) })}</span>
        </p>
      }
      lead={<span {...danish}>{theme.question}</span>}
    >
      {lang !== 'da' && <p class="soft">{w(lang, 'public.danish')}</p>}
      <Columns aside={<FactBox title={w(lang, 'public.facts')} items={facts} />}>
        <Section title={w(lang, 'public.words')}>
          <p class="lines" {...danish}>
            {theme.words}
          </p>
        </Section>
        <Section title={w(lang, 'public.came')} id="kom-ud-af">
          {theme.came.length === 0 ? (
            <EmptyState title={w(lang, 'public.came.none')} next={w(lang, 'public.came.none.next')} />
          ) : (
            <ol class="list">
              {theme.came.map((one, at) => (
                <li key={at}>
                  <CameLine page={page} one={one} names={names} />
                </li>
              ))}
            </ol>
          )}
        </Section>
        {notes.length > 0 && (
          <Section title={w(lang, 'public.notes')}>
            {notes.map(note => (
              <div key={note.note_id} {...danish}>
                <p class="lines">{note.learned}</p>
                <h3 lang={lang} dir={directionOf(lang)}>
                  {w(lang, 'public.notes.now')}
                </h3>
                <p class="lines">{note.now_do}</p>
                <p class="soft" lang={lang} dir={directionOf(lang)}>
                  {w(lang, 'public.notes.units')}{' '}
                  {note.units.length > 0
                    ? listInWords(
                        lang,
                        note.units.map(slug => said(names.units.get(slug) ?? slug, lang)),
                      )
                    : w(lang, 'public.notes.all')}
                </p>
              </div>
            ))}
            <p>
              <GoLink href={page.href(paths.figures)}>{w(lang, 'public.figures')}</GoLink>
            </p>
          </Section>
        )}
      </Columns>
    </PublicPage>
  )
}
function CameLine({ page, one, names }: { page: Page; one: Came; names: Names }) {
  const { lang } = page
  const council = one.council ? said(names.councils.get(one.council) ?? one.council, lang) : ''
  return (
    <>
      <h3>
        {one.step === 'raised'
          ? one.meetingOn
            ? w(lang, 'public.raised.on', { council, date: dayInWords(lang, one.meetingOn) })
            : w(lang, 'public.raised', { council })
          : one.step === 'closed'
            ? w(lang, 'public.closed')
            : w(lang, 'public.noted', { date: dayInWords(lang, one.on) })}
      </h3>
      {one.words && (
        <p class="lines" {...danish}>
          {one.words}
        </p>
      )}
      {one.step !== 'came' && <p class="soft">{w(lang, 'public.noted', { date: dayInWords(lang, one.on) })}</p>}
    </>
  )
}

export function FiguresPublic({ page, quarters }: { page: Page; quarters: readonly Quarter<Band>[] }) {
  const { lang } = page
  return (
    <PublicPage
      page={page}
      section="news"
      title={w(lang, 'figures.title')}
      lead={w(lang, 'figures.lead')}
      back={{ href: page.href(paths.all), label: w(lang, 'public.back') }}
    >
      <p>{w(lang, 'figures.rule')}</p>
      {quarters.length === 0 ? (
        <EmptyState title={w(lang, 'figures.none')} next={w(lang, 'figures.none.next')} />
      ) : (
        quarters.map(one => <QuarterTables key={one.quarter} page={page} of={one} />)
      )}
      <p class="soft">{w(lang, 'figures.source')}</p>
    </PublicPage>
  )
}

// News: the list, and one announcement with its versions.
import type { ItemContent } from '../../municipalities/index.ts'
import { longDateTime } from '../../platform/clock.ts'
import { PublicPage } from '../../platform/html/layout.tsx'
import { Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Note, Prose, Section } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import { publishedAt } from '../published.ts'
import { homeWords } from '../words.ts'

type News = ItemContent['news']

export function NewsList({ page, news }: { page: Page; news: readonly News[] }) {
  return (
    <PublicPage page={page} section="news" title={homeWords(page.lang, 'news.title')} lead={homeWords(page.lang, 'news.lead')}>
      <p>
        <GoLink href={page.href('/temaer')}>{homeWords(page.lang, 'front.see.themes')}</GoLink>
      </p>
      {news.length === 0 && <p>{homeWords(page.lang, 'news.none')}</p>}
      <ul class="list">
        {news.map(one => (
          <li key={one.slug}>
            <h2>
              <a href={page.href(`/nyheder/${one.slug}`)}>{said(one.title as never, page.lang)}</a>
            </h2>
            <p class="soft">{longDateTime(publishedAt(one.versions.at(-1)!), page.lang)}</p>
            {one.summary && <p>{said(one.summary as never, page.lang)}</p>}
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

export interface OneNews {
  readonly news: News
  /** The version shown; the newest unless an older one is asked for. */
  readonly version: number
  readonly newest: number
  readonly councils: readonly { readonly slug: string; readonly name: ItemContent['council']['name'] }[]
}

export function NewsPage({ page, one }: { page: Page; one: OneNews }) {
  const { news } = one
  const t = (key: Parameters<typeof homeWords>[1], params?: Record<string, string | number>) => homeWords(page.lang, key, params)
  const shown = news.versions.find(version => version.version === one.version) ?? news.versions.at(-1)!
  return (
    <PublicPage
      page={page}
      section="news"
      title={said(news.title as never, page.lang)}
      back={{ href: page.href('/nyheder'), label: t('news.back') }}
      lead={news.summary ? said(news.summary as never, page.lang) : undefined}
    >
      <p class="soft">
        <time dateTime={publishedAt(shown).toISOString()}>
          {t('news.published', { at: longDateTime(publishedAt(shown), page.lang), by: news.publisher })}
        </time>
        {' · '}
        {t('news.version', { version: shown.version })}
      </p>
      {one.version < one.newest && <p>{t('news.old', { version: one.newest })}</p>}
      {news.note && (
        <Note>
          <p>{said(news.note as never, page.lang)}</p>
        </Note>
      )}
      {page.lang !== 'da' && <p class="soft">{t('news.text.da')}</p>}
      <div lang="da" dir="ltr">
        <Prose>{news.blocks.map(block)}</Prose>
      </div>
      {one.councils.length > 0 && (
        <Section title={t('news.about')}>
          <ul>
            {one.councils.map(council => (
              <li key={council.slug}>
                <a href={page.href(`/raad/${council.slug}`)}>{said(council.name as never, page.lang)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('news.versions')} id="udgaver">
        <ul>
          {[...news.versions].reverse().map(version => (
            <li key={version.version}>
              <a
                href={page.href(
                  version.version === one.newest ? `/nyheder/${news.slug}` : `/nyheder/${news.slug}/udgave/${version.version}`,
                )}
              >
                {t('news.version', { version: version.version })}
              </a>
              {': '}
              {longDateTime(publishedAt(version), page.lang)}
              {version.change && `. ${said(version.change as never, page.lang)}`}
            </li>
          ))}
        </ul>
        {one.newest === 1 && <p class="soft">{t('news.first')}</p>}
      </Section>
    </PublicPage>
  )
}

function block(piece: News['blocks'][number], at: number) {
  switch (piece.kind) {
    case 'heading':
      return <h2 key={at}>{piece.text}</h2>
    case 'quote':
      return (
        <p key={at}>
          <Quote>{piece.text.replace(/^- /, '')}</Quote>
        </p>
      )
    case 'list':
      return (
        <ul key={at}>
          {piece.items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    default:
      return <p key={at}>{piece.text}</p>
  }
}

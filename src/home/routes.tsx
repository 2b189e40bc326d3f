// The addresses of this room: the front page and the plain public pages.
import { itemOf, itemsOfKind, itemsOfKinds, keyedItems, versionsOf } from '../municipalities/index.ts'
import { retentionOf } from '../nominations/index.ts'
import { holders } from '../people/index.ts'
import { anybody, file, get, nothing } from '../platform/http/route.ts'
import { newsFeed, openCalls } from './feed.ts'
import { front } from './front.ts'
import { publishedAt } from './published.ts'
import { FrontPage } from './views/front.tsx'
import { NewsList, NewsPage } from './views/news.tsx'
import { AccessibilityPage, ContactPage, OpenDataPage, PrivacyPage } from './views/plain.tsx'

/** When somebody last went through the accessibility statement. */
const accessibilityCheckedOn = '2026-11-21'
/** When somebody last went through what the privacy page says of the law and of what is kept. */
const privacyCheckedOn = '2026-11-27'

/** How long somebody may rely on what security.txt says; it is made anew each time it is asked for. */
const securityTextDays = 180

const open = { may: anybody, kept: true }

const newest = async (tx: Parameters<typeof itemsOfKind>[0]) => {
  const news = await itemsOfKind(tx, 'news')
  return [...news].sort((a, b) => publishedAt(b.versions.at(-1)!).getTime() - publishedAt(a.versions.at(-1)!).getTime())
}

export const homeRoutes = [
  get({ ...open, path: '/', load: front, view: (page, shown) => <FrontPage page={page} front={shown} /> }),
  get({ ...open, path: '/nyheder', load: newest, view: (page, news) => <NewsList page={page} news={news} /> }),
  get({
    ...open,
    path: '/nyheder.atom',
    load: async tx => ({ news: await newest(tx), calls: await openCalls(tx) }),
    view: ({ municipality }, { news, calls }, _form, { origin }) =>
      file(
        'application/atom+xml; charset=utf-8',
        newsFeed({ base: origin, title: `${municipality.title} · ${municipality.name}`, municipality: municipality.name }, news, calls),
      ),
  }),
  get({
    ...open,
    path: '/nyheder/:news',
    load: async (tx, _who, { params }) => await oneNews(tx, params.news!, null),
    view: (page, one) => <NewsPage page={page} one={one} />,
  }),
  get({
    ...open,
    path: '/nyheder/:news/udgave/:version',
    load: async (tx, _who, { params }) => await oneNews(tx, params.news!, Number(params.version)),
    view: (page, one) => <NewsPage page={page} one={one} />,
  }),
  get({
    ...open,
    path: '/kontakt',
    load: async tx => {
      const { contact, mailbox } = await itemsOfKinds(tx, ['contact', 'mailbox'])
      const names = new Map(
        (await holders(tx)).map(holder => [holder.contact, { name: holder.name, phone: holder.phone, deputy: holder.deputyName }]),
      )
      return { contacts: contact, mailboxes: mailbox, names }
    },
    view: (page, all) => <ContactPage page={page} all={all} />,
  }),
  get({
    ...open,
    path: '/tilgaengelighed',
    load: nothing,
    view: page => <AccessibilityPage page={page} checkedOn={accessibilityCheckedOn} />,
  }),
  get({
    ...open,
    path: '/was',
    load: nothing,
    view: page => file('text/plain; charset=utf-8', '', { status: 302, headers: { location: page.href('/tilgaengelighed') } }),
  }),
  get({
    ...open,
    path: '/privatliv',
    // As they are kept: some are also bound by what was promised.
    load: async tx => {
      const kept = await retentionOf(tx)
      return (await keyedItems(tx, 'retention')).map(({ slug, content }) => ({
        slug,
        content: { ...content, keepDays: kept.get(slug)?.keepDays ?? content.keepDays },
      }))
    },
    view: (page, rules) => <PrivacyPage page={page} rules={rules} checkedOn={privacyCheckedOn} />,
  }),
  get({ ...open, path: '/aabne-data', load: nothing, view: page => <OpenDataPage page={page} /> }),
  get({
    may: anybody,
    path: '/forlad',
    load: nothing,
    // A neutral page of somebody else, and nothing of ours left in the browser's store.
    view: () =>
      file('text/plain; charset=utf-8', '', {
        status: 303,
        headers: { location: 'https://www.dmi.dk/', 'clear-site-data': '"cache", "cookies", "storage"', 'referrer-policy': 'no-referrer' },
      }),
  }),
  get({
    may: anybody,
    path: '/.well-known/security.txt',
    load: nothing,
    // The page with the humans, since an address in the data may be that of a municipality that does not run this site.
    view: (page, _nothing, _form, { origin }) =>
      file(
        'text/plain; charset=utf-8',
        [
          `Contact: ${origin}/kontakt`,
          `Expires: ${new Date(page.now.getTime() + securityTextDays * 86_400_000).toISOString()}`,
          'Preferred-Languages: da, en',
          `Canonical: ${origin}/.well-known/security.txt`,
          '',
        ].join('\n'),
      ),
  }),
  get({
    ...open,
    path: '/robots.txt',
    load: nothing,
    view: page =>
      file(
        'text/plain; charset=utf-8',
        page.standing === 'live'
          ? 'User-agent: *\nDisallow: /arbejdsrum\nDisallow: /medlem\nDisallow: /kvittering\n'
          : 'User-agent: *\nDisallow: /\n',
      ),
  }),
]

async function oneNews(tx: Parameters<typeof itemOf>[0], slug: string, version: number | null) {
  const current = await itemOf(tx, 'news', slug)
  if (!current) return null
  const newestVersion = current.versions.at(-1)!.version
  const wanted = version ?? newestVersion
  // An older version's words lie with the item's earlier contents.
  const news =
    wanted === newestVersion
      ? current
      : (await versionsOf(tx, 'news', slug)).map(old => old.content).find(old => old.versions.at(-1)!.version === wanted)
  if (!news) return null
  const councils = (await itemsOfKind(tx, 'council')).filter(council => news.councils.includes(council.slug))
  return { news: { ...news, versions: current.versions }, version: wanted, newest: newestVersion, councils }
}

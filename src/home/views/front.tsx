// The front page: three doors, help now.
import type { ItemContent } from '../../municipalities/index.ts'
import { Door, Doors, FirstDoor, HelpNow } from '../../platform/html/doors.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, GoLink } from '../../platform/html/pieces.tsx'
import { type DrawnSeat, SeatDiagram } from '../../platform/html/seats.tsx'
import { said } from '../../platform/refusal.ts'
import { homeWords } from '../words.ts'

export interface Front {
  /** Councils that look for members now, with the seats to draw of the first of them. */
  readonly open: readonly { readonly slug: string; readonly name: ItemContent['council']['name'] }[]
  readonly seats: readonly DrawnSeat[]
  readonly news: { readonly slug: string; readonly title: ItemContent['news']['title'] } | null
  readonly help: readonly ItemContent['help'][]
}

export function FrontPage({ page, front }: { page: Page; front: Front }) {
  const t = (key: Parameters<typeof homeWords>[1], params?: Record<string, string>) => homeWords(page.lang, key, params)
  const names = new Intl.ListFormat(page.lang).format(front.open.map(council => said(council.name as never, page.lang)))
  const emergency = front.help.find(number => number.kind === 'emergency' && number.shown)
  return (
    <PublicPage page={page} title={t('front.title')} lead={t('front.lead')}>
      <Doors
        first={
          <FirstDoor
            title={t('front.tell')}
            lead={t('front.tell.lead')}
            road={[t('front.tell.1'), t('front.tell.2'), t('front.tell.3'), t('front.tell.4')]}
            action={{ href: page.href('/fortael'), label: t('front.tell') }}
            under={t('front.tell.under')}
          />
        }
      >
        <Door
          title={t('front.join')}
          drawing={
            front.seats.length > 0 && (
              <SeatDiagram
                small
                seats={front.seats}
                filled={front.seats.filter(s => s.state === 'filled').length}
                total={front.seats.length}
              />
            )
          }
        >
          <p>{front.open.length > 0 ? t('front.join.open', { names }) : t('front.join.none')}</p>
          <p>
            {front.open.length > 0 ? (
              <GoLink href={page.href('/bliv-medlem')}>{t('front.join.go')}</GoLink>
            ) : (
              <GoLink href={page.href('/raad')}>{t('front.join.read')}</GoLink>
            )}
          </p>
        </Door>
        <Door title={t('front.see')}>
          <p>{front.news ? t('front.see.news', { title: said(front.news.title as never, page.lang) }) : t('front.see.none')}</p>
          <p>
            <GoLink href={page.href('/nyheder')}>{t('front.see.go')}</GoLink>
          </p>
          <p>
            <GoLink href={page.href('/temaer')}>{t('front.see.themes')}</GoLink>
          </p>
        </Door>
      </Doors>
      {emergency?.phone && (
        <HelpNow
          title={t('help.title')}
          ask={t('help.ask')}
          call={{ words: t('help.call', { phone: emergency.phone }), phone: emergency.phone }}
          more={
            <ButtonLink quiet href={page.href('/hjaelp')}>
              {t('help.more')}
            </ButtonLink>
          }
        />
      )}
      {front.help.some(number => !number.shown) && <p class="soft">{t('help.unconfirmed')}</p>}
    </PublicPage>
  )
}

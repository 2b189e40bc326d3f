// The list of voices for staff: what is owed first, whose, and by when; never what somebody wrote.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import type { Principal } from '../../platform/principal.ts'
import { paths } from '../paths.ts'
import { hushed } from '../voice.ts'
import type { ListedVoice, VoiceList } from '../voice-list.ts'
import { type VoiceKey, voiceWords as w } from '../words.ts'

export function StaffListPage({ page, who, list }: { page: Page; who: Principal; list: VoiceList }) {
  const { lang } = page
  return (
    <StaffPage page={page} title={w(lang, 'staff.list.title')} lead={w(lang, 'staff.list.lead')} nav={staffNav(page, who, 'voices')}>
      <p class="act">
        <ButtonLink href={page.href(paths.enter)}>{w(lang, 'staff.list.enter')}</ButtonLink>
      </p>
      {list.coming.length > 0 && (
        <Section title={w(lang, 'staff.coming')} lead={w(lang, 'staff.coming.text')}>
          <ul class="text">
            {list.coming.map((one, at) => (
              <li key={at}>
                {weave({ name: <bdi>{one.from}</bdi>, date: one.by ? longDate(one.by, lang) : '' }, tokens =>
                  w(lang, 'staff.coming.from', tokens),
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {list.mine.length === 0 ? (
        <EmptyState title={w(lang, 'staff.list.none')} next={w(lang, 'staff.list.none.next')} />
      ) : (
        <Voices
          page={page}
          voices={list.mine}
          today={list.today}
          caption={w(lang, list.closed ? 'staff.list.closed' : 'staff.list.title')}
        />
      )}
      <p>
        <GoLink href={page.href(paths.search)}>{w(lang, 'staff.search.title')}</GoLink>
      </p>
      <p>
        <GoLink href={page.href(list.closed ? paths.list : `${paths.list}?vis=afsluttede`)}>
          {w(lang, list.closed ? 'staff.list.open.show' : 'staff.list.closed.show')}
        </GoLink>
      </p>
      {list.others.length > 0 && (
        <Section title={w(lang, 'staff.list.others')} lead={w(lang, 'staff.list.others.text')}>
          <Voices page={page} others voices={list.others} today={list.today} caption={w(lang, 'staff.list.others')} />
        </Section>
      )}
    </StaffPage>
  )
}

/** One row each: beside one another where there is room, under one another on a telephone. */
export function Voices({
  page,
  voices,
  today,
  caption,
  others = false,
}: {
  page: Page
  voices: readonly ListedVoice[]
  today: string
  caption: string
  /** Colleagues': that a foster family or a colleague wrote is theirs to know. */
  others?: boolean
}) {
  const { lang } = page
  return (
    <ul class="list threefold" aria-label={caption}>
      {voices.map(one => (
        <li key={one.id}>
          <div>
            <a href={page.href(paths.one(one.id))}>
              <b>{w(lang, 'staff.one.title', { date: longDate(one.received_on as never, lang) })}</b>
            </a>
            <p class="soft">
              {hushed.has(one.kind) && others ? '' : `${w(lang, `staff.kind.${one.kind}`)} · `}
              {w(lang, `staff.state.${one.state}`)}
              {one.young && ` · ${w(lang, 'staff.list.young')}`}
            </p>
          </div>
          <div>
            {one.urgent && one.state !== 'closed' && (
              <p>
                <Chip>{w(lang, one.opened_on === null ? 'staff.list.urgent.unopened' : 'staff.list.urgent')}</Chip>
              </p>
            )}
            {one.due && (
              <p>
                {w(lang, `staff.owed.${one.due.kind}` as VoiceKey, { date: longDate(one.due.dueOn, lang) })}
                {one.due.dueOn < today && (
                  <>
                    {' '}
                    <b>({w(lang, 'staff.over')})</b>
                  </>
                )}
              </p>
            )}
          </div>
          {one.owner && (
            <p class="soft">
              {w(lang, 'staff.list.owner')}: <bdi>{one.owner}</bdi>
              {one.away && ` (${w(lang, 'staff.list.away')})`}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A link by e-mail is not enough to read what somebody told. */
export function WeakPage({ page, who }: { page: Page; who: Principal }) {
  const { lang } = page
  return (
    <StaffPage page={page} title={w(lang, 'staff.weak.title')} lead={w(lang, 'staff.weak.text')} nav={staffNav(page, who, 'voices')}>
      <p>
        <ButtonLink href={page.href('/log-ind')}>{w(lang, 'staff.weak.title')}</ButtonLink>
      </p>
    </StaffPage>
  )
}

// Keeps the part of the board about asking: days left, whom to ask next, what nobody knows about, and letters already written.
import { localDate, longDate } from '../../platform/clock.ts'
import { Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, DateLeaf, EmptyState, GoLink, Note, Section } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import type { Missing } from '../missing.ts'
import type { Campaign } from '../outreach.ts'
import { recruitingPaths as paths } from '../paths.ts'
import { whomNext } from '../whom-next.ts'
import { type RecruitingWord, recruitingWords as w } from '../words.ts'

export function DaysLeft({ page, campaign, mayWrite }: { page: Page; campaign: Campaign; mayWrite: boolean }) {
  const { lang } = page
  const { decides, ground } = campaign
  const set = mayWrite && <GoLink href={page.href(paths.day(ground.council.slug))}>{w(lang, decides ? 'day.change' : 'day.set')}</GoLink>
  if (!decides)
    return (
      <Section title={w(lang, 'day.title')}>
        <p>{w(lang, 'day.none')}</p>
        <p>{set}</p>
      </Section>
    )
  return (
    <Section title={w(lang, 'day.title')}>
      <DateLeaf date={decides.on} />
      <p>
        <b>{w(lang, decides.days < 0 ? 'day.past' : 'day.left', { days: decides.days, working: decides.workingDays })}</b>
      </p>
      <p>{set}</p>
    </Section>
  )
}

/** Why there is nobody to ask: nothing is missing, what is missing is appointed, or no kind on the list brings it. */
function nobodyWord(missing: Missing, office: ReadonlySet<string>): RecruitingWord {
  if (missing.needed === 0 && missing.neededForWishes === 0) return 'next.nobody'
  if (missing.needed !== 0 && missing.parts.length > 0 && missing.parts.every(part => office.has(part.group))) return 'next.office'
  return 'next.noKind'
}

export interface WhomProps {
  readonly page: Page
  readonly campaign: Campaign
  readonly missing: Missing | null
  /** Groups that are filled by office. */
  readonly office: ReadonlySet<string>
  readonly mayWrite: boolean
}
export function WhomToAsk({ page, campaign, missing, office, mayWrite }: WhomProps) {
  const { lang } = page
  const next = missing ? whomNext(missing.helps, campaign.kinds, campaign.organisations) : []
  const notAsked = next.reduce((sum, one) => sum + one.notAsked.length, 0)
  const { slug } = campaign.ground.council
  return (
    <Section title={w(lang, 'next.title')} id="spoerg">
      {campaign.organisations.length === 0 && (
        <EmptyState
          title={w(lang, 'org.none')}
          next={w(lang, 'org.none.next')}
          action={mayWrite && <GoLink href={page.href(paths.organisations)}>{w(lang, 'org.title')}</GoLink>}
        />
      )}
      {missing && next.length === 0 && <p>{w(lang, nobodyWord(missing, office))}</p>}
      {!missing && <p>{w(lang, 'next.unknown')}</p>}
      {next.length > 0 && (
        <>
          <p class="lead">
            <b>{w(lang, 'next.count', { n: notAsked })}</b>
          </p>
          <ul class="list">
            {next.map(one => (
              <li key={one.kind.slug}>
                <h3>
                  <Mark kind={one.help === 'must' ? 'open' : 'should'} /> {said(one.kind.name, lang)}
                </h3>
                <p class="soft">{w(lang, `next.${one.help}`)}</p>
                {one.notAsked.length > 0 ? (
                  <p>
                    {w(lang, 'next.notAsked')}{' '}
                    {one.notAsked.slice(0, 8).map((each, at) => (
                      <>
                        {at > 0 && ', '}
                        {mayWrite ? <a href={page.href(paths.organisation(each.id))}>{each.name}</a> : each.name}
                      </>
                    ))}
                    {one.notAsked.length > 8 && ` ${w(lang, 'next.more', { n: one.notAsked.length - 8 })}`}
                  </p>
                ) : (
                  <p>{w(lang, one.waiting + one.answered + one.no > 0 ? 'next.allAsked' : 'next.noneKnown')}</p>
                )}
                {one.waiting + one.answered + one.no > 0 && (
                  <p class="soft">{w(lang, 'next.tally', { waiting: one.waiting, answered: one.answered, no: one.no })}</p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayWrite && campaign.organisations.length > 0 && (
        <p class="act">
          <ButtonLink href={page.href(paths.write(slug))} quiet={notAsked === 0}>
            {w(lang, 'next.write')}
          </ButtonLink>{' '}
          <GoLink href={page.href(paths.organisations)}>{w(lang, 'org.title')}</GoLink>
        </p>
      )}
      {campaign.mailings.map(one => (
        <p key={one.id}>
          <a href={page.href(paths.mailing(one.id))}>{w(lang, 'next.mailing', { date: longDate(localDate(one.made_at), lang) })}</a>{' '}
          {w(lang, one.sent_at ? (one.stopped_at ? 'next.mailing.stopped' : 'next.mailing.sent') : 'next.mailing.draft')}
        </p>
      ))}
    </Section>
  )
}

export function Knows({ page, campaign, mayWrite }: { page: Page; campaign: Campaign; mayWrite: boolean }) {
  const { lang } = page
  const { knowledge, ground } = campaign
  if (knowledge.competences.length === 0) return null
  return (
    <Section title={w(lang, 'know.title')}>
      <ul class="list">
        {knowledge.competences.map(one => {
          const missing = knowledge.missing.includes(one.slug)
          const names = ground.sitting.filter(each => knowledge.known.get(each.person.id)?.includes(one.slug)).map(each => each.name)
          return (
            <li key={one.slug}>
              <Mark kind={missing ? 'dashed' : 'disc'} /> <b>{said(one.name, lang)}</b>{' '}
              {missing ? w(lang, 'know.nobody') : names.join(', ')}
            </li>
          )
        })}
      </ul>
      {knowledge.missing.length > 0 && (
        <Note>
          <p>{w(lang, 'know.hint')}</p>
          <GoLink href={page.href(paths.slates(ground.council.slug))}>{w(lang, 'know.designate')}</GoLink>
        </Note>
      )}
      {mayWrite && (
        <p>
          <GoLink href={page.href(paths.competences(ground.council.slug))}>{w(lang, 'know.write')}</GoLink>
        </p>
      )}
    </Section>
  )
}

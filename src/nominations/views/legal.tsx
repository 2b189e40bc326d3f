// What the law says a person must be told (GDPR art. 13 and 14), in plain words, with the periods from the data.
import { Folded } from '../../platform/html/folded.tsx'
import { Ways } from '../../platform/html/human.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Prose } from '../../platform/html/pieces.tsx'
import type { Keeping } from '../open-councils.ts'
import { nominationWords as w } from '../words.ts'

const periods = ['nomination_open', 'candidate_not_appointed', 'candidate_reserve'] as const

/** 1461 days are said as four years, 180 as six months, 28 as days. */
function periodInWords(days: number, lang: Page['lang']): string {
  const years = days / 365.25
  if (days >= 365 && Math.abs(years - Math.round(years)) < 0.01) return w(lang, 'period.years', { n: Math.round(years) })
  if (days >= 60 && days % 30 === 0) return w(lang, 'period.months', { n: days / 30 })
  return w(lang, 'period.days', { n: days })
}

/** Who keeps it, why, by which rule, for how long, and what the person can decide; the rest folded into a line, but for whoever has written nothing themself. `other`: said to whoever suggests somebody; `asked`: to the one who was suggested. */
export function LegalText({
  page,
  retention,
  to = 'self',
}: {
  page: Page
  retention: ReadonlyMap<string, Keeping>
  to?: 'self' | 'other' | 'asked'
}) {
  const { lang } = page
  // Whoever suggests somebody is told of the suggestion; the one who was suggested hears the rest when they are asked.
  const shown =
    to === 'self' ? periods : to === 'other' ? (['suggestion_unanswered'] as const) : (['suggestion_unanswered', ...periods] as const)
  const officer = page.municipality.dataProtection
  const { name: municipality } = page.municipality
  return (
    <Prose>
      <p>{w(lang, to === 'self' ? 'legal.what' : `legal.what.${to}`, { municipality })}</p>
      {to !== 'self' && <p>{w(lang, `legal.have.${to}`)}</p>}
      <p>{w(lang, 'legal.who')}</p>
      <p>{w(lang, 'legal.rule')}</p>
      <p>{w(lang, 'legal.long')}</p>
      <ul>
        {shown.map(name => {
          const days = retention.get(name)?.keepDays ?? null
          const key = name === 'suggestion_unanswered' && to === 'asked' ? 'suggestion_asked' : name
          return (
            <li key={name}>
              {days === null ? w(lang, `keep.${key}.none`) : w(lang, `keep.${key}`, { period: periodInWords(days, lang) })}
            </li>
          )
        })}
        {to === 'other' && <li>{w(lang, 'keep.suggestion_yes')}</li>}
      </ul>
      <p>{w(lang, to === 'other' ? 'legal.rights.other' : 'legal.rights')}</p>
      <Folded title={w(lang, 'legal.rest')} says={w(lang, 'legal.rest.says')} open={to === 'asked'}>
        <p>
          {w(lang, 'legal.controller', { municipality })} <a href="#kontakt">{w(lang, 'legal.contact')}</a>
        </p>
        <p>
          {officer ? (
            <>
              {w(lang, 'legal.officer')} <Ways {...officer} />
            </>
          ) : (
            w(lang, 'legal.officer.missing')
          )}
        </p>
        <p>{w(lang, 'legal.to')}</p>
        {to !== 'other' && <p>{w(lang, 'legal.rights.more')}</p>}
        {to === 'self' && <p>{w(lang, 'legal.free')}</p>}
        <p>{w(lang, 'legal.people')}</p>
        <p>
          {w(lang, 'legal.source', { articles: to === 'self' ? '6, 9, 13' : '6, 9, 14' })}{' '}
          <a href="https://www.datatilsynet.dk">{w(lang, 'legal.complain')}</a>
        </p>
      </Folded>
      <p class="soft">
        {w(lang, 'legal.unchecked')} <a href={page.href('/privatliv')}>{w(lang, 'legal.more')}</a>
      </p>
    </Prose>
  )
}

// What the people who said yes mean for one council: seat by seat, and whom to look for.
import { staffNav } from '../../people/index.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { RuleLine } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Outlook } from '../outlook.ts'
import { paths } from '../paths.ts'
import { nominationWords as w } from '../words.ts'

/** Which seats can be filled, which rule lacks whom, and the way on. */
export function OutlookPage({ page, who, outlook }: { page: Page; who: Principal; outlook: Outlook }) {
  const { lang } = page
  const tongue = lang === 'da' ? 'da' : 'en'
  const { explanation } = outlook
  const name = said(outlook.name, lang)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'outlook.title', { council: name })}
      lead={w(lang, 'outlook.lead', { n: outlook.candidates })}
      nav={staffNav(page, who, 'candidates')}
      back={{ href: page.href(paths.candidates), label: w(lang, 'staff.one.back') }}
    >
      <section aria-label={w(lang, 'outlook.group')}>
        <table>
          <thead>
            <tr>
              {(['group', 'filled', 'fit', 'undocumented'] as const).map(column => (
                <th key={column} scope="col">
                  {w(lang, `outlook.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outlook.groups.map(group => (
              <tr key={said(group.name, 'da')}>
                <th scope="row">{said(group.name, lang)}</th>
                <td>
                  {group.filled} / {group.seats}
                </td>
                {group.byOffice ? (
                  <td colSpan={2}>{w(lang, 'outlook.office')}</td>
                ) : (
                  <>
                    <td>{group.fit}</td>
                    <td>{group.undocumented}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Section title={w(lang, 'outlook.missing')}>
        {!explanation && <p>{w(lang, 'outlook.nocharter')}</p>}
        {explanation?.undecided && <p>{w(lang, 'outlook.undecided')}</p>}
        {explanation && !explanation.undecided && (
          <>
            <p class="lead">
              {explanation.recruit && explanation.feasible === false ? explanation.recruit.text[tongue] : w(lang, 'outlook.enough')}
            </p>
            {explanation.recruit_wishes?.min !== 0 && explanation.recruit_wishes && (
              <>
                <h3>{w(lang, 'outlook.wishes')}</h3>
                <p>{explanation.recruit_wishes.text[tongue]}</p>
              </>
            )}
          </>
        )}
      </Section>
      {explanation && explanation.reasons.length > 0 && (
        <Section title={w(lang, 'outlook.reasons')}>
          {explanation.reasons.map(reason => (
            <RuleLine
              key={reason.atom}
              force={reason.strength}
              state={
                reason.state === 'undocumented'
                  ? 'undocumented'
                  : reason.state === 'open'
                    ? 'open'
                    : reason.strength === 'must'
                      ? 'broken'
                      : 'departed'
              }
            >
              <p>{reason[tongue]}</p>
            </RuleLine>
          ))}
        </Section>
      )}
      <p>
        <GoLink href={page.href(`${paths.candidates}?raad=${outlook.council}`)}>{w(lang, 'outlook.people')}</GoLink>
      </p>
    </StaffPage>
  )
}

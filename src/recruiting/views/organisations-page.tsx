// Keeps the register of organisations and places: what they are, and where asking them stands for each council.
import { staffNav } from '../../people/index.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { AskState } from '../ask.ts'
import type { Register } from '../outreach.ts'
import { recruitingPaths as paths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'

const marks = { none: 'dashed', planned: 'dashed', asked: 'ring', answered: 'disc', no: 'half' } as const

/** Where an ask stands: a sign and its word. */
export function AskMark({ page, state }: { page: Page; state: AskState }) {
  return (
    <span class="ask-state">
      <Mark kind={marks[state]} /> {w(page.lang, `ask.${state}`)}
    </span>
  )
}

export function OrganisationsPage({ page, who, register }: { page: Page; who: Principal; register: Register }) {
  const { lang } = page
  const { organisations, councils, kinds, districts, states } = register
  const kindName = (slug: string) => said(kinds.find(one => one.slug === slug)?.name ?? slug, lang)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'org.title')}
      lead={w(lang, 'org.lead', { n: organisations.length })}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.boards), label: w(lang, 'boards.title') }}
      opening={
        <p class="act">
          <ButtonLink href={page.href(paths.enter)}>{w(lang, 'org.enter')}</ButtonLink>{' '}
          <GoLink href={page.href(paths.import)}>{w(lang, 'org.import')}</GoLink>
        </p>
      }
    >
      {organisations.length === 0 && <EmptyState title={w(lang, 'org.none')} next={w(lang, 'org.none.next')} />}
      {organisations.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too
        <section class="scroll" tabIndex={0} aria-label={w(lang, 'org.title')}>
          <table class="blocks">
            <thead>
              <tr>
                <th scope="col">{w(lang, 'org.name')}</th>
                <th scope="col">{w(lang, 'org.kind')}</th>
                <th scope="col">{w(lang, 'org.district')}</th>
                {councils.map(council => (
                  <th scope="col" key={council.slug}>
                    {said(council.name, lang)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {organisations.map(one => (
                <tr key={one.id}>
                  <th scope="row">
                    <a href={page.href(paths.organisation(one.id))}>
                      <bdi>{one.name}</bdi>
                    </a>
                  </th>
                  <td>
                    {kindName(one.kind)}
                    {one.languages.length > 0 && <small class="soft"> · {one.languages.join(', ')}</small>}
                  </td>
                  <td>{one.district ? said(districts.find(each => each.slug === one.district)?.name ?? one.district, lang) : ''}</td>
                  {councils.map(council => {
                    const state = states.get(`${one.id} ${council.slug}`) ?? 'none'
                    return (
                      <td key={council.slug} class={state === 'none' ? 'none' : undefined} data-of={`${said(council.name, lang)}: `}>
                        <AskMark page={page} state={state} />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </StaffPage>
  )
}

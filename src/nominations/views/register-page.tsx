// The register of candidates: search, filters, how each council stands, and the list.

import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { SelectField, TextField } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink, EmptyState, GoLink, Section } from '../../platform/html/pieces.tsx'
import { type Drawn, drawn, nameIn, Rows } from '../../platform/html/rows.tsx'
import type { Principal } from '../../platform/principal.ts'
import { isOpen, type State, states } from '../nomination.ts'
import type { Ground } from '../open-councils.ts'
import { paths } from '../paths.ts'
import type { Listed } from '../register-store.ts'
import { type NominationKey, nominationWords as w } from '../words.ts'
import { nameOfCouncil } from './own-page.tsx'

export interface Register {
  readonly ground: Ground
  readonly rows: readonly Listed[]
  readonly more: boolean
  /** The open promise of each nomination listed. */
  readonly dues: ReadonlyMap<string, { readonly kind: string; readonly on: string }>
  readonly tally: readonly { readonly council: string; readonly state: State; readonly count: number }[]
  readonly today: string
  /** The reader sees everybody, not only those they have to do with. */
  readonly everybody: boolean
  readonly asked: { readonly words: string; readonly council: string; readonly state: string }
}

/** One line of the list: somebody with all their nominations that stand together. */
function together(rows: readonly Listed[]): Listed[][] {
  const lines: Listed[][] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (last?.[0]?.candidate_id === row.candidate_id) last.push(row)
    else lines.push([row])
  }
  return lines
}

function Search({ page, register }: { page: Page; register: Register }) {
  const { lang } = page
  const { asked, ground } = register
  const form = { values: { q: asked.words, raad: asked.council, tilstand: asked.state }, errors: [] }
  const shown: State[] = [...states]
  return (
    <form class="filters" action={page.href(paths.candidates)} method="get">
      <TextField form={form} name="q" label={w(lang, 'staff.search')} kind="search" maxLength={80} />
      <SelectField
        form={form}
        name="raad"
        label={w(lang, 'staff.filter.council')}
        none={w(lang, 'staff.filter.all')}
        options={ground.all.map(one => ({ value: one.slug, label: nameOfCouncil(ground, one.slug, lang) }))}
      />
      <SelectField
        form={form}
        name="tilstand"
        label={w(lang, 'staff.filter.state')}
        none={w(lang, 'staff.filter.all')}
        options={[
          { value: 'open', label: w(lang, 'staff.filter.open') },
          ...shown.map(value => ({ value, label: w(lang, `state.${value}`) })),
        ]}
      />
      <button type="submit" class="b quiet">
        {w(lang, 'staff.search.go')}
      </button>
    </form>
  )
}

/** One row of the table. On a telephone the council stands before its state instead of in a column of its own. */
function rowOf(page: Page, register: Register, line: readonly Listed[]): Drawn {
  const { lang } = page
  const first = line[0]!
  const councils = line.map(one => nameOfCouncil(register.ground, one.council, lang))
  const standing = line.map((one, at) => drawn`<div data-of="${councils[at]}: ">${w(lang, `state.${one.state}`)}</div>`)
  const cells = [
    drawn`<th scope="row"><a href="${page.href(paths.candidate(first.candidate_id))}">${nameIn(lang, first.name, first.invented)}</a></th>`,
    drawn`<td class="none">${councils.map(name => drawn`<div>${name}</div>`)}</td>`,
    drawn`<td>${standing}</td>`,
    drawn`<td data-of="${w(lang, 'staff.col.received')}: ">${longDate(first.received_on, lang)}<br/>`,
    drawn`<span class="soft">${w(lang, `channel.${first.channel}`)}</span></td>`,
    drawn`<td>${line.map(one => owedOf(page, register, one))}</td>`,
  ]
  return drawn`<tr>${cells}</tr>`
}

/** What is owed to a nomination, by when, and whether that day is over. */
function owedOf({ lang }: Page, register: Register, { id }: Listed): Drawn {
  const due = register.dues.get(id)
  if (!due) return drawn``
  const over = due.on < register.today && drawn`<b>${w(lang, 'staff.over')}</b>`
  return drawn`<div>${w(lang, `staff.owed.${due.kind}` as NominationKey)}<br/><span class="soft">${longDate(due.on, lang)}</span> ${over}</div>`
}

export function RegisterPage({ page, who, register, href }: { page: Page; who: Principal; register: Register; href: string | null }) {
  const { lang } = page
  const { asked, ground, rows } = register
  const narrowed = asked.words !== '' || asked.council !== '' || asked.state !== ''
  const count = (council: string, keep: (state: State) => boolean) =>
    register.tally.filter(one => one.council === council && keep(one.state)).reduce((sum, one) => sum + one.count, 0)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'staff.title')}
      lead={w(lang, register.everybody ? 'staff.lead' : 'staff.lead.own')}
      nav={staffNav(page, who, 'candidates')}
      wide
      beside={<ButtonLink href={page.href(paths.enter)}>{w(lang, 'staff.enter')}</ButtonLink>}
    >
      {register.everybody && <Search page={page} register={register} />}
      {rows.length === 0 ? (
        <EmptyState
          title={w(lang, narrowed ? 'staff.none' : 'staff.none.yet')}
          next={w(lang, narrowed ? 'staff.none.next' : 'staff.none.yet.next')}
        />
      ) : (
        <section class="scroll" aria-label={w(lang, 'staff.caption')}>
          <table class="blocks">
            <caption class="sr">{w(lang, 'staff.caption')}</caption>
            <thead>
              <tr>
                {(['name', 'council', 'state', 'received', 'next'] as const).map(column => (
                  <th key={column} scope="col">
                    {w(lang, `staff.col.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <Rows rows={together(rows).map(line => rowOf(page, register, line))} />
          </table>
        </section>
      )}
      {href && <GoLink href={href}>{w(lang, 'staff.more')}</GoLink>}
      {register.everybody && (
        <Section title={w(lang, 'staff.councils')}>
          <dl class="rows">
            {ground.all
              .filter(one => ground.open.includes(one) || count(one.slug, () => true) > 0)
              .map(one => (
                <div key={one.slug}>
                  <dt>{nameOfCouncil(ground, one.slug, lang)}</dt>
                  <dd>
                    {w(lang, 'staff.councils.row', {
                      open: count(one.slug, state => isOpen(state) && state !== 'suggested'),
                      suggested: count(one.slug, state => state === 'suggested'),
                    })}{' '}
                    <a href={page.href(paths.recruiting(one.slug))}>
                      {w(lang, 'staff.councils.go')}
                      <span class="sr"> {nameOfCouncil(ground, one.slug, lang)}</span>
                    </a>
                  </dd>
                </div>
              ))}
          </dl>
        </Section>
      )}
    </StaffPage>
  )
}

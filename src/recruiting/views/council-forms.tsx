// Keeps the two small forms of the board: the day the council is decided, and what its members know about.
import { staffNav } from '../../people/index.ts'
import { Checks, DateField, ErrorSummary, type Filled, Form, Submit } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import type { Campaign } from '../outreach.ts'
import { recruitingPaths as paths } from '../paths.ts'
import { recruitingWords as w } from '../words.ts'

interface Props {
  readonly page: Page
  readonly who: Principal
  readonly thing: Campaign
  readonly form: Filled
}

export function DayPage({ page, who, thing, form }: Props) {
  const { lang } = page
  const name = said(thing.ground.council.name, lang)
  return (
    <StaffPage
      page={page}
      title={w(lang, 'day.title')}
      lead={w(lang, 'day.lead', { council: name })}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.board(thing.ground.council.slug)), label: name }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Form page={page}>
        <DateField form={{ ...form, values: { on: thing.decides?.on ?? '', ...form.values } }} name="on" label={w(lang, 'day.on')} />
        <Submit label={w(lang, 'day.save')} />
      </Form>
    </StaffPage>
  )
}

export function CompetencesPage({ page, who, thing, form }: Props) {
  const { lang } = page
  const { ground, knowledge } = thing
  const name = said(ground.council.name, lang)
  const chosen = [...knowledge.known].flatMap(([member, list]) => list.map(one => `${member}:${one}`))
  return (
    <StaffPage
      page={page}
      title={w(lang, 'know.title')}
      lead={w(lang, 'know.lead')}
      nav={staffNav(page, who, 'recruiting')}
      back={{ href: page.href(paths.board(ground.council.slug)), label: name }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {ground.sitting.length === 0 ? (
        <EmptyState title={w(lang, 'leave.none')} next={w(lang, 'know.none.next')} />
      ) : (
        <Form page={page}>
          {ground.sitting.map((one, at) => (
            <Checks
              key={one.person.id}
              form={{ values: { [`known${at}`]: chosen }, errors: form.errors }}
              name={`known${at}`}
              legend={one.name}
              options={knowledge.competences.map(each => ({ value: `${one.person.id}:${each.slug}`, label: said(each.name, lang) }))}
            />
          ))}
          <Submit label={w(lang, 'know.save')} />
        </Form>
      )}
    </StaffPage>
  )
}

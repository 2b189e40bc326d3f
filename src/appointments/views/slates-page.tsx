// Keeps the list of slates, and the way to a new one.

import { type Council, saidWords } from '../../councils/index.ts'
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { DateField, ErrorSummary, Form, Submit } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { slatePaths } from '../paths.ts'
import type { SlateLine } from '../read-slate.ts'
import { bodyWords, engineLang, slateWords } from '../words.ts'

/** A council and a body that fills seats there; `key` is what the form carries. */
interface Choosable {
  readonly key: string
  readonly council: Council
  readonly body: string
}
export interface SlatesShown {
  readonly lines: readonly SlateLine[]
  readonly councils: readonly Council[]
  readonly choices: readonly Choosable[]
  /** The council somebody came from. */
  readonly chosen: string | null
}

export function SlatesPage({ page, who, thing, form }: { page: Page; who: Principal; thing: SlatesShown; form: Filled }) {
  const { lang } = page
  const live = thing.lines.filter(line => line.state === 'open' || line.state === 'proposed')
  const before = thing.lines.filter(line => !live.includes(line))
  return (
    <StaffPage
      page={page}
      title={slateWords(lang, 'list.title')}
      lead={slateWords(lang, 'list.lead')}
      nav={staffNav(page, who, 'slates')}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Section title={slateWords(lang, 'list.now')}>
        {live.length === 0 ? (
          <EmptyState title={slateWords(lang, 'list.none')} next={slateWords(lang, 'list.none.next')} />
        ) : (
          <Lines page={page} lines={live} councils={thing.councils} />
        )}
      </Section>
      {thing.choices.length > 0 && <NewSlate page={page} thing={thing} form={form} />}
      {before.length > 0 && (
        <Section title={slateWords(lang, 'list.before')}>
          <Lines page={page} lines={before} councils={thing.councils} />
        </Section>
      )}
    </StaffPage>
  )
}

function Lines({ page, lines, councils }: { page: Page; lines: readonly SlateLine[]; councils: readonly Council[] }) {
  const { lang } = page
  return (
    <ul class="list">
      {lines.map(line => (
        <li key={line.id}>
          <h3>
            <a href={page.href(slatePaths.slate(line.id))}>
              {slateWords(lang, 'list.line', {
                council: said(councils.find(one => one.slug === line.council)?.name ?? line.council, lang),
                number: line.number,
              })}
            </a>
          </h3>
          <p>
            <Chip mark={line.state === 'decided' ? 'disc' : line.state === 'proposed' ? 'half' : line.state === 'open' ? 'dashed' : 'ring'}>
              {slateWords(lang, `state.${line.state}`, { day: line.decidedOn ? longDate(line.decidedOn, lang) : '' })}
            </Chip>
          </p>
          <p class="soft">
            {slateWords(lang, 'list.decides', { body: bodyWords(lang, line.body) })}.{' '}
            {slateWords(lang, 'list.placed', { count: line.placed })}.
          </p>
        </li>
      ))}
    </ul>
  )
}

function NewSlate({ page, thing, form }: { page: Page; thing: SlatesShown; form: Filled }) {
  const { lang } = page
  const filled: Filled = form.values.council || !thing.chosen ? form : { ...form, values: { ...form.values, council: thing.chosen } }
  return (
    <Section title={slateWords(lang, 'list.new')} id="nyt">
      <Form page={page} action={page.href(slatePaths.list)}>
        <Choice
          form={filled}
          name="council"
          legend={slateWords(lang, 'new.council')}
          options={thing.choices.map(({ key, council, body }) => ({
            value: key,
            label: said(council.name, lang),
            hint: `${groupsOf(council, body, engineLang(lang))}. ${slateWords(lang, 'list.decides', { body: bodyWords(lang, body) })}.`,
          }))}
        />
        <DateField
          form={form}
          name="startsOn"
          label={slateWords(lang, 'new.startsOn')}
          why={slateWords(lang, 'new.startsOn.why')}
          optional
        />
        <Submit label={slateWords(lang, 'new.make')} />
      </Form>
    </Section>
  )
}

function groupsOf(council: Council, body: string, lang: 'da' | 'en'): string {
  const groups = council.charter?.charter.groups.filter(group => group.appointed_by === body) ?? []
  return groups.map(group => said(saidWords(group.name, group.id), lang)).join('; ')
}

// Keeps the page where the result of an election is written down, with the earlier ones.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { Choice } from '../../platform/html/choices.tsx'
import { DateField, ErrorSummary, Form, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { mayRecordElections } from '../access.ts'
import { electionKinds, electionOutcomes } from '../election.ts'
import type { Election } from '../election-store.ts'
import { councilPaths } from '../paths.ts'
import type { ForElection } from '../substitute-loads.ts'
import { councilWords } from '../words.ts'

interface Props {
  page: Page
  who: Principal
  thing: ForElection
  form: Filled
}

export function ElectionPage({ page, who, thing, form }: Props) {
  const { lang } = page
  const { council } = thing
  const say = councilWords
  return (
    <StaffPage
      page={page}
      title={say(lang, 'election.title', { council: said(council.name, lang) })}
      lead={say(lang, 'election.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {mayRecordElections(who) && <ElectionForm page={page} thing={thing} form={form} />}
      <Section title={say(lang, 'election.before')}>
        {thing.elections.length === 0 && <p>{say(lang, 'election.none')}</p>}
        {thing.elections.map(one => (
          <Result key={one.id} page={page} one={one} />
        ))}
      </Section>
    </StaffPage>
  )
}

function ElectionForm({ page, thing, form }: Omit<Props, 'who'>) {
  const { lang } = page
  const say = councilWords
  const { groups, today, council } = thing
  const first = groups.find(group => group.elected) ?? groups[0]
  const filled: Filled = {
    ...form,
    values: {
      group: first?.id ?? '',
      kind: first?.elected ? 'binding' : 'indicative',
      heldOn: today,
      seats: String(first?.seats ?? ''),
      ...form.values,
    },
  }
  return (
    <Form page={page} action={page.href(councilPaths.elections(council.slug))}>
      <Choice
        form={filled}
        name="group"
        legend={say(lang, 'election.group')}
        options={groups.map(group => ({ value: group.id, label: said(group.name, lang) }))}
      />
      <Choice
        form={filled}
        name="kind"
        legend={say(lang, 'election.kind')}
        why={say(lang, 'election.kind.why')}
        options={electionKinds.map(value => ({ value, label: say(lang, `election.kind.${value}`) }))}
      />
      <Choice
        form={filled}
        name="outcome"
        legend={say(lang, 'election.outcome')}
        options={electionOutcomes.map(value => ({ value, label: say(lang, `election.outcome.${value}`) }))}
      />
      <TextArea
        form={filled}
        name="standing"
        label={say(lang, 'election.standing')}
        why={say(lang, 'election.standing.why')}
        rows={8}
        optional
      />
      <TextField form={filled} name="seats" kind="number" label={say(lang, 'election.seats')} width="short" maxLength={3} />
      <TextField
        form={filled}
        name="votesCast"
        kind="number"
        label={say(lang, 'election.votesCast')}
        width="short"
        maxLength={7}
        optional
      />
      <DateField form={filled} name="heldOn" label={say(lang, 'election.heldOn')} />
      <DateField form={filled} name="seatsFrom" label={say(lang, 'election.seatsFrom')} optional />
      <TextField form={filled} name="body" label={say(lang, 'election.body')} width="half" maxLength={200} />
      <TextField form={filled} name="minuteRef" label={say(lang, 'election.ref')} width="half" maxLength={200} optional />
      <TextArea form={filled} name="reason" label={say(lang, 'election.reason')} rows={3} maxLength={1000} optional />
      <Submit label={say(lang, 'election.do')} under={say(lang, 'election.under')} />
    </Form>
  )
}

function Result({ page, one }: { page: Page; one: Election }) {
  const { lang } = page
  const say = councilWords
  const line = say(lang, 'election.line', {
    kind: say(lang, `election.short.${one.kind}`),
    day: longDate(one.heldOn, lang),
    outcome: say(lang, `election.short.${one.outcome}`),
  })
  return (
    <section>
      <h3>{line}</h3>
      <p class="soft">
        {one.body}
        {one.minuteRef && `, ${one.minuteRef}`}. {one.reason}
      </p>
      {one.seed && <p class="soft">{say(lang, 'election.lot', { seed: one.seed })}</p>}
      {one.stood.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled with the keyboard
        <section class="scroll" tabIndex={0} aria-label={`${line} ${one.body}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(lang, 'col.name')}</th>
                <th scope="col">{say(lang, 'col.votes')}</th>
                <th scope="col">{say(lang, 'col.result')}</th>
              </tr>
            </thead>
            <tbody>
              {one.stood.map(stood => (
                <tr key={stood.name}>
                  <td>
                    <bdi>{stood.name}</bdi>
                  </td>
                  <td>{stood.votes ?? '–'}</td>
                  <td>
                    {say(lang, stood.elected ? 'election.elected' : 'election.notElected')}
                    {stood.byLot && `, ${say(lang, 'election.byLot')}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

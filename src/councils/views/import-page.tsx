// Keeps the way in for a list of members: paste or file, everything seen before it is saved.
import { staffNav } from '../../people/index.ts'
import { localDate, longDate } from '../../platform/clock.ts'
import { DateField, ErrorSummary, Form, Hidden, Submit, TextArea } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Mark } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { saidWords } from '../councils.ts'
import { councilPaths } from '../paths.ts'
import type { ForCouncil } from '../staff-loads.ts'
import { councilWords } from '../words.ts'

export function ImportPage({ page, who, thing, form }: { page: Page; who: Principal; thing: ForCouncil; form: Filled }) {
  const { lang } = page
  const { council, preview } = thing
  const say = councilWords
  const groups = (council.charter?.charter.groups ?? []).map(group => `${group.id} (${said(saidWords(group.name, group.id), lang)})`)
  const filled: Filled = {
    ...form,
    values: { asOf: preview?.asOf ?? localDate(page.now), ...(preview ? { list: preview.text } : {}), ...form.values },
  }
  return (
    <StaffPage
      page={page}
      title={say(lang, 'import.title')}
      lead={say(lang, 'import.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      {preview && <Preview page={page} thing={thing} />}
      <Form page={page} action={page.href(councilPaths.import(council.slug))} enctype="multipart/form-data">
        <DateField form={filled} name="asOf" label={say(lang, 'import.asOf')} />
        <TextArea
          form={filled}
          name="list"
          label={say(lang, 'import.list')}
          why={
            <>
              {say(lang, 'import.list.why')} {say(lang, 'import.groups', { groups: groups.join('; ') })}
            </>
          }
          rows={10}
        />
        <details class="field">
          <summary>{say(lang, 'import.example')}</summary>
          <pre class="text" lang="da">
            {exampleFor(council.charter?.charter.groups[0]?.id ?? '')}
          </pre>
        </details>
        <div class="field">
          <label class="q" for="f-file">
            {say(lang, 'import.file')}
          </label>
          <input id="f-file" type="file" name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
        </div>
        <Submit label={say(lang, 'import.preview')} quiet={preview !== null && preview.faults.length === 0} />
      </Form>
    </StaffPage>
  )
}

/** Two invented members as a list: the columns one really needs, the second with as little as possible. */
const exampleFor = (group: string) => ['navn;gruppe;fra', `Opdigtet Jensen;${group};1.1.2026`, `Opdigtet Nguyễn;${group};`].join('\n')

/** On a telephone each person is a block, and a cell says what it is. */
const columns = ['col.name', 'col.group', 'col.seat', 'col.from', 'col.to', 'col.what', 'col.line'] as const

function Preview({ page, thing }: { page: Page; thing: ForCouncil }) {
  const { lang } = page
  const say = councilWords
  const { council } = thing
  const { members, faults, unread, text, asOf } = thing.preview!
  const fresh = members.filter(one => !one.sits).length
  const groupName = (id: string) => said(saidWords(council.charter?.charter.groups.find(group => group.id === id)?.name, id), lang)
  if (faults.length > 0)
    return (
      <Section title={say(lang, 'import.faults', { count: faults.length })}>
        <ul class="list">
          {faults.map(({ line, column, message }) => (
            <li key={`${line} ${column}`}>
              <Mark kind="broken" /> <b>{say(lang, 'import.fault', { line, column })}</b> {said(message, lang)}
            </li>
          ))}
        </ul>
      </Section>
    )
  return (
    <Section title={say(lang, 'import.found', { count: fresh })}>
      {unread.length > 0 && (
        <p>
          <Mark kind="hint" /> {say(lang, 'import.unread', { columns: unread.join(', ') })}
        </p>
      )}
      <table class="blocks">
        <thead>
          <tr>
            {columns.map(key => (
              <th scope="col" key={key}>
                {say(lang, key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(one => (
            <tr key={one.line}>
              <th scope="row">
                <bdi>{one.name}</bdi>
              </th>
              {(
                [
                  ['col.group', groupName(one.group)],
                  ['col.seat', one.seat],
                  ['col.from', longDate(one.from, lang)],
                  ['col.to', one.to && longDate(one.to, lang)],
                  ['col.what', say(lang, one.sits ? 'import.sits' : one.known ? 'import.known' : 'import.new')],
                  ['col.line', one.line],
                ] as const
              ).map(([key, text]) => (
                <td key={key} data-of={`${say(lang, key)}: `}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {fresh > 0 && (
        <Form page={page} action={page.href(councilPaths.import(council.slug))}>
          <Hidden name="save" value="yes" />
          <Hidden name="asOf" value={asOf} />
          <Hidden name="list" value={text} />
          <Submit label={say(lang, 'import.save')} />
        </Form>
      )}
    </Section>
  )
}

// The staff's pages of what was learned: the list, one note, its form, and the figures beside it.
import { staffNav } from '../../people/index.ts'
import { longDate } from '../../platform/clock.ts'
import { Checks, Choice, ErrorSummary, type Filled, Form, SelectField, Submit, TextArea } from '../../platform/html/fields.tsx'
import { StaffPage } from '../../platform/html/layout.tsx'
import { Chip, Quote } from '../../platform/html/marks.tsx'
import type { Page } from '../../platform/html/page.ts'
import { EmptyState, GoLink, Section } from '../../platform/html/pieces.tsx'
import type { Principal } from '../../platform/principal.ts'
import { type Said, said } from '../../platform/refusal.ts'
import type { Band } from '../band.ts'
import type { NoteRow, NoteSaid } from '../note-store.ts'
import { type NoteForm, paths } from '../paths.ts'
import type { Quarter } from '../quarter-figures.ts'
import { themeWords as w } from '../words.ts'
import { QuarterTables, quarterWords } from './figures.tsx'

interface Props {
  readonly page: Page
  readonly who: Principal
}
export interface ListedNote {
  readonly note: NoteRow
  readonly theme: string
  readonly owner: string | null
  readonly read: boolean
}
export function NotesPage({ page, who, notes }: Props & { notes: readonly ListedNote[] }) {
  const { lang } = page
  return (
    <StaffPage page={page} title={w(lang, 'note.list.title')} lead={w(lang, 'note.list.lead')} nav={staffNav(page, who, 'learning')}>
      <p>
        <GoLink href={page.href(paths.staffFigures)}>{w(lang, 'staff.figures')}</GoLink>
      </p>
      {notes.length === 0 && <EmptyState title={w(lang, 'note.list.none')} next={w(lang, 'note.list.none.next')} />}
      <ul class="list">
        {notes.map(({ note, theme, owner, read }) => (
          <li key={note.id}>
            <h2>
              <a href={page.href(paths.note(note.id))}>{note.now_do.split('\n')[0]!.slice(0, 90)}</a>
            </h2>
            <p class="soft">
              {w(lang, 'note.theme', { title: theme })}
              {owner && (
                <>
                  {' '}
                  · <bdi>{owner}</bdi>
                </>
              )}
            </p>
            <p>
              {!note.published_on && <Chip>{w(lang, 'note.draft')}</Chip>}
              {note.published_on && !read && <Chip>{w(lang, 'note.list.unread')}</Chip>}
            </p>
          </li>
        ))}
      </ul>
    </StaffPage>
  )
}

export interface NoteFormThing {
  readonly theme: { readonly id: string; readonly title: string }
  readonly note: NoteRow | null
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly units: readonly { readonly slug: string; readonly name: Said }[]
}
export function NoteFormPage({ page, who, form: given, thing }: Props & { form: Filled; thing: NoteFormThing }) {
  const { lang } = page
  const { note, theme } = thing
  const form: Filled = {
    ...given,
    values: {
      ...(note && { learned: note.learned, nowDo: note.now_do, ownerId: note.owner_id ?? '', units: [...note.units] }),
      ...given.values,
    },
  }
  return (
    <StaffPage
      page={page}
      title={w(lang, note ? 'note.edit' : 'note.new.title')}
      lead={w(lang, 'note.theme', { title: theme.title })}
      nav={staffNav(page, who, 'learning')}
      back={{ href: page.href(note ? paths.note(note.id) : paths.theme(theme.id)), label: note ? w(lang, 'note.title') : theme.title }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <Form page={page} action={page.href(note ? paths.noteForm(note.id, 'ret') : paths.themeForm(theme.id, 'note'))}>
        <TextArea form={form} name="learned" label={w(lang, 'note.learned')} rows={5} maxLength={2_000} />
        <TextArea form={form} name="nowDo" label={w(lang, 'note.nowDo')} why={w(lang, 'note.nowDo.why')} rows={5} maxLength={2_000} />
        <SelectField
          form={form}
          name="ownerId"
          label={w(lang, 'note.owner')}
          options={thing.colleagues.map(one => ({ value: one.id, label: one.name }))}
        />
        {thing.units.length > 0 && (
          <Checks
            form={form}
            name="units"
            legend={w(lang, 'note.units')}
            why={w(lang, 'note.units.why')}
            options={thing.units.map(one => ({ value: one.slug, label: said(one.name, lang) }))}
          />
        )}
        <Submit label={w(lang, 'note.save')} />
      </Form>
    </StaffPage>
  )
}

export interface ShownNote {
  readonly note: NoteRow
  readonly theme: { readonly id: string; readonly title: string; readonly slug: string; readonly out: boolean }
  readonly owner: string | null
  readonly units: readonly Said[]
  readonly said: readonly NoteSaid[]
  readonly councils: ReadonlyMap<string, Said>
  readonly mine: { readonly read: boolean; readonly used: boolean }
  readonly reached: { readonly all: number; readonly read: number; readonly used: number }
  readonly figures: { readonly before: Quarter<Band>; readonly after: Quarter<Band> | null } | null
  readonly can: { readonly write: boolean; readonly council: boolean; readonly follow: boolean }
}
export function NotePage({ page, who, form, thing }: Props & { form: Filled; thing: ShownNote }) {
  const { lang } = page
  const { note, theme, can, mine, figures } = thing
  const at = (what: NoteForm) => page.href(paths.noteForm(note.id, what))
  const button = (what: NoteForm, label: string, quiet = false) => (
    <Form page={page} action={at(what)}>
      <Submit label={label} quiet={quiet} />
    </Form>
  )
  return (
    <StaffPage
      page={page}
      title={w(lang, 'note.title')}
      lead={
        theme.out ? (
          <a href={page.href(paths.one(theme.slug))}>{w(lang, 'note.theme', { title: theme.title })}</a>
        ) : (
          w(lang, 'note.theme', { title: theme.title })
        )
      }
      nav={staffNav(page, who, 'learning')}
      back={{ href: page.href(paths.notes), label: w(lang, 'note.list.title') }}
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <div class="reading">
        <div>
          <Section title={w(lang, 'note.learned')}>
            <p class="lines">{note.learned}</p>
          </Section>
          <Section title={w(lang, 'note.nowDo')}>
            <p class="lines">{note.now_do}</p>
            <p class="soft">
              {w(lang, 'note.units')}{' '}
              {thing.units.length > 0 ? thing.units.map(one => said(one, lang)).join(', ') : w(lang, 'public.notes.all')}
            </p>
            {thing.owner && (
              <p class="soft">
                {w(lang, 'note.owner')} <bdi>{thing.owner}</bdi>
              </p>
            )}
          </Section>
          {thing.said.map(one => (
            <Section
              key={one.id}
              title={`${w(lang, `note.council.${one.kind}`)}: ${said(thing.councils.get(one.council) ?? one.council, lang)}`}
            >
              <Quote block by={longDate(one.on_day as never, lang)}>
                {one.words}
              </Quote>
            </Section>
          ))}
          {figures && (
            <Section title={w(lang, 'note.before')} lead={w(lang, 'note.before.text')}>
              <QuarterTables
                under
                page={page}
                of={figures.before}
                title={w(lang, 'note.before.quarter', { quarter: quarterWords(lang, figures.before.quarter) })}
              />
              {figures.after ? (
                <QuarterTables
                  page={page}
                  of={figures.after}
                  title={w(lang, 'note.after.quarter', { quarter: quarterWords(lang, figures.after.quarter) })}
                />
              ) : (
                <p>{w(lang, 'note.after.none')}</p>
              )}
            </Section>
          )}
        </div>
        <div class="no-print">
          {!note.published_on && can.write && (
            <>
              <Form page={page} action={at('vis')}>
                <Submit label={w(lang, 'note.publish')} under={w(lang, 'note.publish.why')} />
              </Form>
              <p>
                <GoLink href={at('ret')}>{w(lang, 'note.edit')}</GoLink>
              </p>
            </>
          )}
          {note.published_on && !mine.read && button('laest', w(lang, 'note.read'))}
          {note.published_on && mine.read && <p>{w(lang, mine.used ? 'note.you.used' : 'note.you.read')}</p>}
          {note.published_on && !mine.used && button('brugt', w(lang, 'note.used'), true)}
          {note.published_on && <p class="soft">{w(lang, 'note.reached', thing.reached)}</p>}
          {note.published_on && can.follow && button('fulgt', w(lang, 'note.follow'), true)}
          {can.council && (
            <Section title={w(lang, 'note.council')}>
              <Form page={page} action={at('raad')}>
                <SelectField
                  form={form}
                  name="council"
                  as="detail"
                  label={w(lang, 'note.council.which')}
                  options={[...thing.councils].map(([value, name]) => ({ value, label: said(name, lang) }))}
                />
                <Choice
                  form={form}
                  name="kind"
                  as="detail"
                  legend={w(lang, 'note.council.kind')}
                  options={(['asked', 'said'] as const).map(value => ({ value, label: w(lang, `note.council.${value}`) }))}
                />
                <TextArea form={form} name="words" as="detail" label={w(lang, 'note.council.words')} rows={3} maxLength={2_000} />
                <Submit label={w(lang, 'note.council.go')} quiet />
              </Form>
            </Section>
          )}
        </div>
      </div>
    </StaffPage>
  )
}

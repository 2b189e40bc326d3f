// Keeps the page of a draft: what was found, the seats and rules in plain words, and what can be done next.
import { staffNav } from '../../../people/index.ts'
import { longDateTime } from '../../../platform/clock.ts'
import { ErrorSummary, Form, Hidden, Submit } from '../../../platform/html/fields.tsx'
import type { Filled } from '../../../platform/html/filled.ts'
import { StaffPage } from '../../../platform/html/layout.tsx'
import { RuleLine } from '../../../platform/html/marks.tsx'
import type { Page } from '../../../platform/html/page.ts'
import { EmptyState, GoLink, Section } from '../../../platform/html/pieces.tsx'
import type { Principal } from '../../../platform/principal.ts'
import { said } from '../../../platform/refusal.ts'
import { type PlainRule, plainRules } from '../../charters/index.ts'
import type { DraftSeen } from '../loads.ts'
import { draftPaths } from '../paths.ts'
import { draftWords, engineLang } from '../words.ts'
import { Findings } from './findings.tsx'
import { KindChoice } from './kind-choice.tsx'

export interface DraftPageProps {
  page: Page
  who: Principal
  thing: DraftSeen
  form: Filled
}

export function DraftPage({ page, who, thing, form }: DraftPageProps) {
  const { lang } = page
  const { slug, name, draft, charter } = thing
  const say = draftWords
  const when = longDateTime(draft.changedAt, lang)
  const lines = plainRules(charter, engineLang(lang))
  return (
    <StaffPage
      page={page}
      title={say(lang, 'draft.title', { council: said(name, lang) })}
      lead={draft.basedOn === null ? say(lang, 'draft.lead.first', { when }) : say(lang, 'draft.lead', { version: draft.basedOn, when })}
      nav={staffNav(page, who, 'councils')}
      back={
        draft.founding
          ? { href: page.href(draftPaths.councils), label: say(lang, 'list.coming') }
          : { href: page.href(draftPaths.versions(slug)), label: say(lang, 'versions.title', { council: said(name, lang) }) }
      }
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Findings page={page} thing={thing} />
      <Section title={say(lang, 'draft.seats')} id="pladser">
        {charter.groups.length === 0 && <EmptyState title={say(lang, 'draft.seats.none')} next={say(lang, 'draft.seats.none.next')} />}
        {charter.groups.map((group, at) => (
          <Part
            key={group.id}
            page={page}
            thing={thing}
            lines={lines.filter(line => line.atom === `size:${group.id}` || line.atom === `elig:${group.id}`)}
            edit={draftPaths.group(slug, String(at + 1))}
            what={lines.find(line => line.atom === `size:${group.id}`)?.groupNames[0] ?? group.id}
            remove={`group ${group.id}`}
          />
        ))}
        <p>
          <GoLink href={page.href(draftPaths.group(slug, 'ny'))}>{say(lang, 'draft.add.seats')}</GoLink>
        </p>
      </Section>
      <Section title={say(lang, 'draft.rules')} id="regler">
        {charter.rules.length === 0 && <p>{say(lang, 'draft.rules.none')}</p>}
        {charter.rules.map((rule, at) => {
          const own = lines.filter(line => line.atom === rule.id)
          return (
            <Part
              key={rule.id}
              page={page}
              thing={thing}
              lines={own}
              edit={draftPaths.rule(slug, String(at + 1))}
              what={own[0]?.text ?? rule.id}
              remove={`rule ${rule.id}`}
            />
          )
        })}
        {charter.groups.length > 0 && <KindChoice page={page} slug={slug} />}
      </Section>
      <Onwards page={page} thing={thing} />
    </StaffPage>
  )
}

/** One kind of seat, or one rule: what it says, what we take it to mean, and the way to change it. */
function Part(props: { page: Page; thing: DraftSeen; lines: readonly PlainRule[]; edit: string; what: string; remove: string }) {
  const { page, thing, lines, edit, what, remove } = props
  const { lang } = page
  const [first, ...others] = lines
  if (!first) return null
  return (
    <RuleLine force={first.strength} quote={first.sentence ?? undefined} source={first.ref ?? undefined}>
      <p>{first.text}</p>
      {first.meaning !== first.text && <p class="soft">{draftWords(lang, 'draft.meaning', { meaning: first.meaning })}</p>}
      {others.map(line => (
        <p key={line.atom}>{line.text}</p>
      ))}
      {!first.sentence && <p class="soft">{draftWords(lang, 'draft.no-sentence')}</p>}
      <form class="inline" method="post" action={page.href(draftPaths.remove(thing.slug))}>
        <a href={page.href(edit)} aria-label={draftWords(lang, 'draft.edit.what', { what })}>
          {draftWords(lang, 'draft.edit')}
        </a>{' '}
        {page.formKey && <Hidden name="formKey" value={page.formKey()} />}
        <Hidden name="revision" value={String(thing.draft.revision)} />
        <Hidden name="part" value={remove} />
        <button type="submit" class="link" aria-label={draftWords(lang, 'draft.remove.what', { what })}>
          {draftWords(lang, 'draft.remove')}
        </button>
      </form>
    </RuleLine>
  )
}

function Onwards({ page, thing }: { page: Page; thing: DraftSeen }) {
  const { lang } = page
  const { slug, mayAdopt, draft, charter } = thing
  const to = (href: string, words: string) => (
    <p>
      <GoLink href={page.href(href)}>{words}</GoLink>
    </p>
  )
  return (
    <>
      <Section title={draftWords(lang, 'draft.more')}>
        {to(draftPaths.rest(slug), draftWords(lang, 'draft.rest'))}
        {to(draftPaths.paste(slug), draftWords(lang, 'draft.paste'))}
      </Section>
      <Section title={draftWords(lang, 'draft.next')}>
        {to(draftPaths.changes(slug), draftWords(lang, 'draft.changes'))}
        {!draft.founding && to(draftPaths.affected(slug), draftWords(lang, 'draft.affected'))}
        {charter.groups.length > 0 && to(draftPaths.trials(slug), draftWords(lang, 'draft.trials'))}
        {mayAdopt ? to(draftPaths.adopt(slug), draftWords(lang, 'draft.adopt')) : <p class="soft">{draftWords(lang, 'draft.adopt.who')}</p>}
        <Form page={page} action={page.href(draftPaths.drop(slug))}>
          <Hidden name="revision" value={String(draft.revision)} />
          <Submit quiet label={draftWords(lang, 'draft.drop')} under={draftWords(lang, 'draft.drop.under')} />
        </Form>
      </Section>
    </>
  )
}

// Keeps the staff's page of a council's public call: from when, until when, and the paper to hang up.
import { staffNav } from '../../people/index.ts'
import { localDate, longDate } from '../../platform/clock.ts'
import { DateField, ErrorSummary, Form, Submit } from '../../platform/html/fields.tsx'
import type { Filled } from '../../platform/html/filled.ts'
import { StaffPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Prose, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES } from '../../platform/i18n.ts'
import type { Principal } from '../../platform/principal.ts'
import { said } from '../../platform/refusal.ts'
import { councilPaths } from '../paths.ts'
import type { ForCouncil } from '../staff-loads.ts'
import { councilWords } from '../words.ts'

interface Props {
  readonly page: Page
  readonly who: Principal
  readonly thing: ForCouncil
  readonly form: Filled
}

export function CallPage({ page, who, thing, form }: Props) {
  const { lang } = page
  const { council } = thing
  const { call } = council.status
  const say: (key: Parameters<typeof councilWords>[1], fill?: Record<string, string>) => string = (key, fill) =>
    councilWords(lang, key, fill)
  const running = call.state === 'planned' || call.state === 'open' || call.state === 'extended'
  const today = localDate(page.now)
  const values = { startsOn: running ? call.startsOn! : today, deadlineOn: (running && call.deadlineOn) || '', ...form.values }
  return (
    <StaffPage
      page={page}
      title={say('call.title', { council: said(council.name, lang) })}
      lead={say('call.lead')}
      nav={staffNav(page, who, 'councils')}
      back={{ href: page.href(councilPaths.council(council.slug)), label: said(council.name, lang) }}
      above={<ErrorSummary form={form} />}
      faulty={form.errors.length > 0}
    >
      <Section title={say('call.now')}>
        <p class="say">{say(`call.state.${call.state}`, { from: call.startsOn ? longDate(call.startsOn, lang) : '' })}</p>
        {call.state !== 'none' && (
          <p>{call.deadlineOn ? say('call.deadline', { to: longDate(call.deadlineOn, lang) }) : say('call.deadline.none')}</p>
        )}
        <GoLink href={page.href(councilPaths.publicCall(council.slug))}>{say('call.see')}</GoLink>
      </Section>
      <Section title={say('call.set')} lead={say('call.set.why')}>
        <Form page={page} action={page.href(councilPaths.call(council.slug))}>
          <DateField form={{ ...form, values }} name="startsOn" label={say('call.from')} />
          <DateField form={{ ...form, values }} name="deadlineOn" label={say('call.to')} why={say('call.to.why')} optional />
          <Submit label={say('call.save')} under={say('call.under')} />
        </Form>
      </Section>
      {running && (
        <Section title={say('call.close')} lead={say('call.close.why')}>
          <Form page={page} action={page.href(councilPaths.closeCall(council.slug))}>
            <p>
              <button type="submit" class="b quiet">
                {say('call.close')}
              </button>
            </p>
          </Form>
        </Section>
      )}
      <Paper page={page} thing={thing} />
    </StaffPage>
  )
}

function Paper({ page, thing: { council } }: Pick<Props, 'page' | 'thing'>) {
  const { lang, municipality } = page
  const say = (key: Parameters<typeof councilWords>[1]) => councilWords(lang, key)
  return (
    <Section title={say('call.paper')} lead={say('call.paper.lead')}>
      {!council.facts.short && <p class="soft">{say('call.short.none')}</p>}
      <Prose>
        <ul>
          {municipality.languages.map(other => (
            <li key={other}>
              <bdi lang={other}>{LANG_NAMES[other]}</bdi>:{' '}
              <a href={page.href(councilPaths.poster(council.slug), other)}>{say('call.poster')}</a>
              {', '}
              <a href={page.href(councilPaths.slips(council.slug), other)}>{say('call.slips')}</a>
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  )
}

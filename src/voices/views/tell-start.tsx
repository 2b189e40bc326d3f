// The first page of a telling: whom to call, who will read it and what happens then, and the place to write.
import { answerOf, Checks, Choice, DateField, Honeypot, SelectField, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Section } from '../../platform/html/pieces.tsx'
import { SaidIn } from '../../platform/html/said-in.tsx'
import { said } from '../../platform/refusal.ts'
import { receiptPath, sharedReceiptPath } from '../../receipts/index.ts'
import type { Ground } from '../ground.ts'
import { consents, covers } from '../tables.ts'
import { longestTelling, type Who, whos } from '../telling.ts'
import { voiceWords as w } from '../words.ts'
import { BeforeYouWrite, CallNow, phoneOf } from './before-writing.tsx'
import { leadFor, TellPage, type TellProps, titleFor, whoOf } from './telling.tsx'

/** Other ways of telling. What was typed is carried along. */
function Others({ page, who }: { page: Page; who: Who }) {
  const { lang } = page
  return (
    <details class="others">
      <summary>{w(lang, 'other.title')}</summary>
      {whos
        .filter(one => one !== who)
        .map(one => (
          <p key={one}>
            <button type="submit" class="link" name="go" value={`who:${one}`}>
              {w(lang, `who.${one}`)}
            </button>
          </p>
        ))}
    </details>
  )
}

export function StartStep(props: TellProps) {
  const { page, ground, form } = props
  const { lang } = page
  const who = whoOf(form)
  const again = form.errors.some(error => error.field === 'again')
  const child = ground.numbers.find(one => one.kind === 'child_concern')
  return (
    <TellPage
      {...props}
      shown="start"
      title={w(lang, titleFor(who))}
      lead={w(lang, leadFor(who))}
      before={
        <>
          <CallNow page={page} ground={ground} />
          <BeforeYouWrite page={page} ground={ground} who={who} />
          {who === 'young' && <p>{w(lang, 'young.contact')}</p>}
          {who === 'foster' && (
            <p>
              {w(lang, 'foster.closed')} {w(lang, 'foster.child')}
            </p>
          )}
          {who === 'staff' && <Whistle page={page} ground={ground} />}
        </>
      }
      below={
        <>
          <Section title={w(lang, 'say.title')}>
            <p>{w(lang, 'say.text')}</p>
            <GoLink href="#kontakt">{w(lang, 'say.go')}</GoLink>
          </Section>
          <Section title={w(lang, 'code.title')}>
            <GoLink href={page.href(props.shared ? sharedReceiptPath : receiptPath)}>{w(lang, 'code.go')}</GoLink>
          </Section>
          <Section title={w(lang, 'child.title')}>
            <p>{w(lang, 'child.text')}</p>
            {ground.childChannel && <GoLink href={ground.childChannel}>{w(lang, 'child.go')}</GoLink>}
            {child && (
              <p>
                <SaidIn text={child.name} />: <a href={phoneOf(child)}>{child.phone}</a>
              </p>
            )}
            {!ground.childChannel && !child && <p>{w(lang, 'child.missing')}</p>}
          </Section>
        </>
      }
    >
      {/* Enter in a field sends, as it does on every other form: the first button is the one the browser presses. */}
      <button type="submit" class="pot" tabIndex={-1} aria-hidden="true">
        {w(lang, 'send')}
      </button>
      <Others page={page} who={who} />
      {who === 'behalf' && <Behalf {...props} />}
      {who === 'staff' && (
        <SelectField
          form={form}
          name="unit"
          label={w(lang, 'worker.unit')}
          why={w(lang, 'worker.unit.why')}
          none={w(lang, 'worker.unit.none')}
          options={ground.units.map(one => ({ value: one.slug, label: said(one.name as never, lang) }))}
        />
      )}
      <TextArea form={form} name="words" label={w(lang, 'q.words')} why={w(lang, 'q.words.why')} rows={6} maxLength={longestTelling} />
      <Checks
        form={form}
        name="urgent"
        legend={w(lang, 'q.urgent')}
        options={[{ value: 'yes', label: w(lang, 'urgent.today'), hint: w(lang, 'urgent.today.hint') }]}
      />
      {again && <input type="hidden" name="again" value="1" />}
      <Honeypot />
      <div id="f-again" class="field">
        <Submit label={w(lang, again ? 'send.again' : 'send')} under={w(lang, 'send.under')} />
      </div>
      <div class="submit">
        <button type="submit" class="b quiet" name="go" value="more">
          {w(lang, 'more')}
        </button>
        <p class="why">{w(lang, 'more.under')}</p>
      </div>
      <p>
        <button type="submit" class="link" name="go" value="call">
          {w(lang, 'call.go')}
        </button>
      </p>
    </TellPage>
  )
}

function Behalf({ page, form }: TellProps) {
  const { lang } = page
  return (
    <>
      <TextField
        form={form}
        name="aboutWhom"
        label={w(lang, 'q.aboutWhom')}
        why={w(lang, 'q.aboutWhom.why')}
        width="half"
        maxLength={120}
      />
      <Choice
        form={form}
        name="consent"
        legend={w(lang, 'q.consent')}
        options={consents.map(value => ({
          value,
          label: w(lang, `consent.${value}`),
          ...(value === 'yes' && {
            under: (
              <>
                <Choice
                  form={{ ...form, values: { covers: answerOf(form, 'covers') || 'answers', ...form.values } }}
                  name="covers"
                  as="detail"
                  legend={w(lang, 'q.covers')}
                  why={w(lang, 'q.covers.why')}
                  options={covers.map(one => ({ value: one, label: w(lang, `covers.${one}`) }))}
                />
                <DateField form={form} name="untilDay" as="detail" label={w(lang, 'q.untilDay')} why={w(lang, 'q.untilDay.why')} />
              </>
            ),
          }),
        }))}
      />
    </>
  )
}

function Whistle({ page, ground }: { page: Page; ground: Ground }) {
  const { lang } = page
  return (
    <div class="note">
      <p>{w(lang, 'worker.whistle')}</p>
      {ground.whistleblower ? (
        <GoLink href={ground.whistleblower}>{w(lang, 'worker.whistle.go')}</GoLink>
      ) : (
        <p class="soft">{w(lang, 'worker.whistle.missing')}</p>
      )}
    </div>
  )
}

/** While telling is not open: whom to call, and that nothing is kept. */
export function NotOpenPage({ page, ground }: { page: Page; ground: Ground }) {
  const { lang } = page
  return (
    <PublicPage
      page={page}
      title={w(lang, 'title')}
      lead={w(lang, ground.why === 'sign-in' ? 'closed.signin' : 'demonstration.closed.text')}
      section="tell"
      neutral
    >
      <CallNow page={page} ground={ground} />
      {/* Nobody has agreed to write it down where the municipality does not run the site. */}
      <Section title={w(lang, 'say.title')}>
        {ground.why === 'sign-in' && <p>{w(lang, 'say.text')}</p>}
        <GoLink href="#kontakt">{w(lang, 'say.go')}</GoLink>
      </Section>
    </PublicPage>
  )
}

// The first pages of the nomination form: what you need, and who it is.
import { answerOf, answersOf, Checks, Choice, type Option, Submit, TextArea, TextField } from '../../platform/html/fields.tsx'
import { FactBox, Prose } from '../../platform/html/pieces.tsx'
import { said } from '../../platform/refusal.ts'
import { none } from '../answers.ts'
import { callWords } from '../call-words.ts'
import { type Kind, offerOf } from '../offer.ts'
import { paths } from '../paths.ts'
import { nominationWords as w } from '../words.ts'
import { CallBox } from './call-box.tsx'
import { BackButton, councilName, JoinPage, type StepProps } from './joining.tsx'

/** What you need, how long it takes, what is paid; and the first two questions. */
export function StartStep(props: StepProps) {
  const { page, joining, form } = props
  const { lang } = page
  const { open } = joining.ground
  const chosen = joining.council ?? (open.length === 1 ? open[0]! : null)
  const values = { ...(chosen ? { councils: chosen.slug } : {}), forWhom: 'self', ...form.values }
  const councils: Option[] = open.map(one => ({ value: one.slug, label: councilName(one, page), hint: said(one.summary as never, lang) }))
  return (
    <JoinPage
      {...props}
      shown="start"
      title={joining.council ? w(lang, 'start.title.of', { council: councilName(joining.council, page) }) : w(lang, 'start.title')}
      lead={w(lang, 'start.lead')}
      before={
        <>
          <Prose>
            <p>{w(lang, 'start.need')}</p>
            <ul>
              <li>{w(lang, 'start.need.1')}</li>
              <li>{w(lang, 'start.need.2')}</li>
              <li>{w(lang, 'start.need.3')}</li>
            </ul>
            <p>
              <b>{w(lang, 'start.notNeeded')}</b> {w(lang, 'start.other')}
            </p>
          </Prose>
          {joining.call ? (
            <CallBox page={page} call={joining.call} origin={joining.origin} />
          ) : (
            <p>
              <a href={page.href(paths.fit)}>{callWords(lang, 'fit.link')}</a>
            </p>
          )}
          {!joining.call && (
            <FactBox
              title={w(lang, 'start.pay')}
              items={open.map(one => ({
                term: councilName(one, page),
                detail: (
                  <>
                    {said(one.pay.text as never, lang)} <a href={page.href(`/raad/${one.slug}`)}>{w(lang, 'start.pay.source')}</a>
                  </>
                ),
              }))}
            />
          )}
        </>
      }
    >
      <Choice
        form={{ ...form, values }}
        name="forWhom"
        legend={w(lang, 'q.forWhom')}
        options={[
          { value: 'self', label: w(lang, 'forWhom.self') },
          { value: 'other', label: w(lang, 'forWhom.other'), hint: w(lang, 'forWhom.other.hint') },
          { value: 'link', label: w(lang, 'forWhom.link'), hint: w(lang, 'forWhom.link.hint') },
        ]}
      />
      <Checks
        form={{ ...form, values }}
        name="councils"
        legend={w(lang, 'q.councils')}
        why={w(lang, 'q.councils.why')}
        options={councils}
      />
      <Submit label={w(lang, 'start.go')} under={w(lang, 'nothing.sent')} />
    </JoinPage>
  )
}

function kindOption(kind: Kind, local: boolean, props: StepProps): Option {
  const { page, form } = props
  const { lang } = page
  const label = capital(said(kind.words as never, lang), lang)
  if (!kind.organisation) return { value: kind.key, label }
  const under = (
    <>
      <TextField form={form} name={`organisation:${kind.key}`} label={w(lang, 'q.organisation')} as="detail" maxLength={160} />
      <TextField
        form={form}
        name={`role:${kind.key}`}
        label={w(lang, 'q.role')}
        why={w(lang, 'q.role.why')}
        as="detail"
        optional
        maxLength={120}
      />
      {local && kind.key === 'roles=organisation' && (
        <Choice
          form={form}
          name={`local:${kind.key}`}
          legend={w(lang, 'q.local', { municipality: page.municipality.name })}
          as="detail"
          options={(['yes', 'no', 'unknown'] as const).map(value => ({ value, label: w(lang, `answer.${value}`) }))}
        />
      )}
    </>
  )
  return { value: kind.key, label, under }
}
const capital = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

/** Who it is. About another we ask for a name only: their circumstances are theirs to tell. */
export function WhoStep(props: StepProps) {
  const { page, joining, form } = props
  const { lang } = page
  const other = answerOf(form, 'forWhom') === 'other'
  const councils = answersOf(form, 'councils')
  const offer = offerOf(joining.ground.open.filter(one => councils.includes(one.slug)))
  return (
    <JoinPage
      {...props}
      shown="who"
      title={w(lang, other ? 'who.title.other' : 'who.title')}
      lead={w(lang, other ? 'who.lead.other' : 'who.lead')}
    >
      <TextField
        form={form}
        name="name"
        label={w(lang, other ? 'q.name.other' : 'q.name')}
        why={w(lang, other ? 'q.name.why.other' : 'q.name.why')}
        maxLength={120}
        autocomplete={other ? 'off' : 'name'}
      />
      {!other && offer.kinds.length > 0 && (
        <Checks
          form={form}
          name="declared"
          legend={w(lang, 'q.declared')}
          why={w(lang, 'q.declared.why')}
          optional
          options={[...offer.kinds.map(kind => kindOption(kind, offer.local, props)), { value: none, label: w(lang, 'declared.none') }]}
        />
      )}
      {other ? (
        <TextField form={form} name="suggester" label={w(lang, 'q.suggester')} why={w(lang, 'q.suggester.why')} optional maxLength={120} />
      ) : (
        <TextArea
          form={form}
          name="motivation"
          label={w(lang, 'q.motivation')}
          why={w(lang, 'q.motivation.why')}
          optional
          rows={5}
          maxLength={3_000}
        />
      )}
      <Submit label={w(lang, other ? 'next.reach.other' : 'next.reach')} under={w(lang, 'nothing.sent')} />
      <BackButton page={page} />
    </JoinPage>
  )
}

// Keeps the one thing to do next with a slate, and its button.

import { listInWords } from '../../platform/html/dates.ts'
import { Form, Hidden, Submit } from '../../platform/html/fields.tsx'
import type { Page } from '../../platform/html/page.ts'
import { ButtonLink } from '../../platform/html/pieces.tsx'
import { Repair } from '../../platform/html/work.tsx'
import type { Composed } from '../composed.ts'
import type { Change, Step } from '../next-step.ts'
import { slatePaths } from '../paths.ts'
import type { ShownSlate } from '../shown.ts'
import { writtenChange } from '../take-step.ts'
import { standing } from '../verdict.ts'
import { slateWords } from '../words.ts'

export interface StepBoxProps {
  page: Page
  whole: Composed
  shown: ShownSlate
  steps: readonly Step[]
  mayCompose: boolean
  mayDecide: boolean
}

export function StepBox(props: StepBoxProps) {
  const { page, whole, shown, steps, mayCompose, mayDecide } = props
  const { lang } = page
  const { slate, verdict } = whole
  const say = slateWords
  if (slate.state === 'decided' || slate.state === 'closed')
    return (
      <Repair title={say(lang, 'step.again.title')}>
        <p>{say(lang, 'step.again')}</p>
        <ButtonLink href={page.href(`${slatePaths.list}?raad=${slate.council}`)}>{say(lang, 'step.again.do')}</ButtonLink>
      </Repair>
    )
  if (slate.state === 'proposed')
    return (
      <Repair title={say(lang, 'step.decide.title')}>
        <p>{say(lang, 'step.decide')}</p>
        {mayDecide ? (
          <ButtonLink href={page.href(slatePaths.decide(slate.id))}>{say(lang, 'step.decide.do')}</ButtonLink>
        ) : (
          <p>
            {say(lang, 'step.decide.who', {
              office: say(lang, slate.body === 'administration' ? 'office.administration' : 'office.politicalSecretariat'),
            })}
          </p>
        )}
      </Repair>
    )
  if (!mayCompose) return null
  const [best, ...others] = steps
  if (best) return <BestStep {...props} best={best} others={others} />
  const asked = verdict.reasons
    .filter(reason => verdict.stops.includes(reason.atom) && reason.state === 'undocumented')
    .flatMap(reason => reason.people.flatMap(id => whole.people.get(id) ?? []))
    .find(one => one.candidate)
  if (asked)
    return (
      <Repair title={say(lang, 'step.ask.title', { name: asked.name })}>
        <p>{say(lang, 'step.ask')}</p>
        <ButtonLink href={page.href(slatePaths.candidate(asked.id))}>{say(lang, 'step.ask.do')}</ButtonLink>
      </Repair>
    )
  const atom = shown.unexplained[0]
  if (atom && verdict.stops.length === 0)
    return (
      <Repair title={say(lang, 'step.reason.title')}>
        <p>{say(lang, 'step.reason')}</p>
        <ButtonLink href={page.href(slatePaths.reason(slate.id, atom))}>{say(lang, 'rule.write')}</ButtonLink>
      </Repair>
    )
  if (slate.seats.length > 0 && verdict.stops.length === 0 && whole.gone.length === 0)
    return (
      <Repair title={say(lang, 'step.send.title')}>
        <p>{say(lang, 'step.send')}</p>
        <Form page={page} action={page.href(slatePaths.propose(slate.id))}>
          <Hidden name="revision" value={String(slate.revision)} />
          <Submit label={say(lang, 'step.send.do')} />
        </Form>
      </Repair>
    )
  if (slate.seats.length === 0 && verdict.stops.length === 0 && verdict.open.length === 0)
    return (
      <Repair title={say(lang, 'step.full.title')}>
        <p>{say(lang, 'step.full')}</p>
      </Repair>
    )
  return (
    <Repair title={say(lang, 'step.find.title')}>
      <p>{say(lang, 'step.find')}</p>
      <ButtonLink href={page.href(slatePaths.candidates(slate.council))}>{say(lang, 'step.find.do')}</ButtonLink>
    </Repair>
  )
}

function BestStep({ page, whole, shown, best, others }: StepBoxProps & { best: Step; others: readonly Step[] }) {
  const { lang } = page
  const say = slateWords
  const done = shown.unexplained.length === 0 && whole.verdict.stops.length === 0 && whole.slate.seats.length > 0
  return (
    <Repair title={say(lang, 'step.title')}>
      <StepForm page={page} whole={whole} step={best} quiet={false} />
      {others.length > 0 && (
        <details>
          <summary>{say(lang, 'step.others')}</summary>
          {others.map(step => (
            <StepForm key={step.changes.map(writtenChange).join()} page={page} whole={whole} step={step} quiet />
          ))}
        </details>
      )}
      {done && whole.verdict.stops.length === 0 && (
        <Form page={page} action={page.href(slatePaths.propose(whole.slate.id))}>
          <Hidden name="revision" value={String(whole.slate.revision)} />
          <Submit quiet label={say(lang, 'step.send.do')} />
        </Form>
      )}
    </Repair>
  )
}

function StepForm({ page, whole, step, quiet }: { page: Page; whole: Composed; step: Step; quiet: boolean }) {
  const { lang } = page
  const { slate, verdict } = whole
  const say = slateWords
  const sentences = step.changes.map(change => inWords(page, whole, step.changes, change))
  const mended = [...new Set(step.mends)].flatMap(atom => {
    const reason = verdict.reasons.find(one => one.atom === atom)
    if (!reason) return []
    const { force, state } = standing(reason)
    return [say(lang, force === 'must' && state === 'open' ? 'step.mends.open' : `step.mends.${force}`)]
  })
  return (
    <Form page={page} action={page.href(slatePaths.step(slate.id))}>
      <p>
        {sentences.join('. ')}. {mended.length > 0 && say(lang, 'step.mends', { what: listInWords(lang, [...new Set(mended)]) })}
      </p>
      <Hidden name="revision" value={String(slate.revision)} />
      {step.changes.map(change => (
        <Hidden key={writtenChange(change)} name="change" value={writtenChange(change)} />
      ))}
      <Submit quiet={quiet} label={buttonWords(page, whole, step)} />
    </Form>
  )
}

function inWords(page: Page, whole: Composed, changes: readonly Change[], { person, to }: Change): string {
  const { lang } = page
  const name = whole.people.get(person)?.name ?? ''
  const number = (at: { group: string; seat: number } | undefined) =>
    whole.plan.find(place => place.group === at?.group && place.seat === at?.seat)?.number ?? ''
  const from = number(whole.placed.find(one => one.person === person))
  if (!to) return slateWords(lang, 'step.off', { name, from })
  const moved = from !== '' && changes[0]!.person === person
  return slateWords(lang, moved ? 'step.move' : 'step.place', { name, from, to: number(to) })
}

function buttonWords(page: Page, whole: Composed, step: Step): string {
  const { lang } = page
  const first = step.changes[0]!
  const given = (id: string) => whole.people.get(id)?.name.split(' ')[0] ?? ''
  if (step.changes.length === 2 && first.to)
    return slateWords(lang, 'step.do.both', { first: given(first.person), second: given(step.changes[1]!.person) })
  const sits = whole.placed.some(one => one.person === first.person)
  return slateWords(lang, first.to ? (sits ? 'step.do.move' : 'step.do.place') : 'step.do.off', { name: given(first.person) })
}

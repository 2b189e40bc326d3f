// Handing a voice on: to a colleague, another unit or a place outside; and what is on its way, which the one who told sees first.
import { longDate } from '../../platform/clock.ts'
import { DateField, Form, SelectField, Submit, TextField } from '../../platform/html/fields.tsx'
import { Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { waits } from '../hand-over.ts'
import { unitPrefix } from '../hand-over-voice.ts'
import { places } from '../next-steps.ts'
import { paths } from '../paths.ts'
import { voiceWords as w } from '../words.ts'
import type { OneProps } from './staff-one.tsx'

/** Announced: who gets it and when at the latest, and that it can still be kept. */
export function OnItsWay({ page, one }: OneProps) {
  const { lang } = page
  const waiting = one.voice.handOvers.find(waits)
  if (!waiting) return null
  return (
    <Section
      id={places.handing}
      title={w(lang, 'staff.handOver.onItsWay')}
      lead={weave(
        {
          name: <bdi>{one.names.get(waiting.to_person ?? '') ?? ''}</bdi>,
          date: <b>{waiting.takes_on ? longDate(waiting.takes_on as never, lang) : ''}</b>,
        },
        tokens => w(lang, 'staff.handOver.waits', tokens),
      )}
    >
      <Form page={page} action={page.href(paths.form(one.voice.row.id, 'tilbage'))}>
        <Submit label={w(lang, 'staff.handOver.back')} quiet />
      </Form>
    </Section>
  )
}

export function HandOverForm({ page, one, form }: OneProps) {
  const { lang } = page
  // Who is away can have it, and who stands in for them answers meanwhile: it is said before it is chosen.
  const away = (each: { away: boolean }) => (each.away ? ` (${w(lang, 'staff.list.away')})` : '')
  const colleagues = one.colleagues.map(each => ({
    value: each.id,
    label: `${each.name}${each.unit ? `, ${each.unit}` : ''}${away(each)}`,
  }))
  const units = one.units.map(each => ({ value: `${unitPrefix}${each.slug}`, label: `${each.unit} (${each.name})` }))
  return (
    <Form page={page} action={page.href(paths.form(one.voice.row.id, 'overdrag'))}>
      <SelectField
        form={form}
        name="receiver"
        as="detail"
        label={w(lang, 'staff.handOver.to')}
        none={w(lang, 'staff.handOver.outside')}
        options={[...units, ...colleagues]}
      />
      <TextField
        form={form}
        name="words"
        as="detail"
        label={w(lang, 'staff.handOver.words')}
        why={w(lang, 'staff.handOver.words.why')}
        maxLength={200}
      />
      <DateField form={form} name="by" as="detail" label={w(lang, 'staff.handOver.by')} />
      <Submit label={w(lang, 'staff.handOver.go')} under={w(lang, 'staff.handOver.under')} quiet />
    </Form>
  )
}

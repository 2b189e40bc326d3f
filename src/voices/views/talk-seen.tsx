// Who has read it, as the one who told sees it.
import { localDate, longDateTime } from '../../platform/clock.ts'
import { dayInWords, listInWords } from '../../platform/html/dates.ts'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import type { Seen } from '../read-voice.ts'
import type { Talk } from '../talk.ts'
import { hasMoved } from '../voice.ts'
import { voiceWords as w } from '../words.ts'

interface Props {
  readonly page: Page
  readonly talk: Talk
}
/** Everybody who has read it: role and unit, when, and why. */
export function SeenBy({ page, talk }: Props) {
  const { lang } = page
  return (
    <Section title={w(lang, 'talk.seen')}>
      {talk.voice.lines.filter(hasMoved).map(line => (
        <p key={line.id}>
          {weave({ name: <bdi>{line.text.split(' ')[0]}</bdi>, date: dayInWords(lang, line.on_day) }, tokens =>
            w(lang, 'talk.seen.moved', tokens),
          )}
        </p>
      ))}
      {talk.seen.length === 0 ? (
        <p>{w(lang, 'talk.seen.none')}</p>
      ) : (
        <ul class="text">
          {talk.seen
            .filter(onceADay)
            .filter(onceAMinute)
            .map((one, at) => {
              if (one.guest)
                return (
                  <li key={at}>
                    {weave({ name: <bdi>{one.guest}</bdi> }, tokens => w(lang, 'talk.seen.guest', tokens))},{' '}
                    {dayInWords(lang, localDate(one.at))}
                  </li>
                )
              const known = readers.filter(role => one.roles.includes(role)).map(role => w(lang, `seen.${role}`))
              const roles = known.length > 0 ? listInWords(lang, known) : w(lang, 'somebody')
              return (
                <li key={at}>
                  {one.unit ? w(lang, 'talk.seen.staff', { roles, unit: one.unit }) : w(lang, 'talk.seen.staff.noUnit', { roles })},{' '}
                  {longDateTime(one.at, lang)}
                  {one.reason && (
                    <>
                      <br />
                      {weave({ reason: <bdi dir="auto">{one.reason}</bdi> }, tokens => w(lang, 'talk.seen.reason', tokens))}
                    </>
                  )}
                </li>
              )
            })}
        </ul>
      )}
    </Section>
  )
}

/** By what they do here, as far as it lets them read: the words stand in every language of the page. */
const readers = ['caseworker', 'outreachWorker', 'secretary', 'unitLeader'] as const
/** Whoever answers opens it again with each step: one line says so. */
const onceAMinute = (one: Seen, at: number, all: readonly Seen[]) => {
  const minute = ({ at: when }: Seen) => Math.floor(when.getTime() / 60_000)
  const alike = (each: Seen) =>
    minute(each) === minute(one) && each.unit === one.unit && each.reason === one.reason && String(each.roles) === String(one.roles)
  return one.guest !== null || all.findIndex(each => each.guest === null && alike(each)) === at
}
/** A guest stands there once for each day they read along; of them the hour is not kept. */
const onceADay = (one: Seen, at: number, all: readonly Seen[]) =>
  one.guest === null || all.findIndex(each => each.guest === one.guest && each.at.getTime() === one.at.getTime()) === at

// Who has read it, as the one who told sees it.
import { roleName } from '../../people/index.ts'
import { localDate, longDateTime } from '../../platform/clock.ts'
import { dayInWords, listInWords } from '../../platform/html/dates.ts'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import type { Seen } from '../read-voice.ts'
import type { Talk } from '../talk.ts'
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
      {talk.seen.length === 0 ? (
        <p>{w(lang, 'talk.seen.none')}</p>
      ) : (
        <ul class="text">
          {talk.seen.filter(onceADay).map((one, at) => {
            if (one.guest)
              return (
                <li key={at}>
                  {weave({ name: <bdi>{one.guest}</bdi> }, tokens => w(lang, 'talk.seen.guest', tokens))},{' '}
                  {dayInWords(lang, localDate(one.at))}
                </li>
              )
            const roles =
              one.roles.length > 0
                ? listInWords(
                    lang,
                    one.roles.map(role => roleName(lang, role as never)),
                  )
                : w(lang, 'somebody')
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

/** A guest stands there once for each day they read along; of them the hour is not kept. */
const onceADay = (one: Seen, at: number, all: readonly Seen[]) =>
  one.guest === null || all.findIndex(each => each.guest === one.guest && each.at.getTime() === one.at.getTime()) === at

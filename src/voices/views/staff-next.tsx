// What a human could do next, each in one line with why, and the way to where it is done on the page.
import { longDate } from '../../platform/clock.ts'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import { type NextStep, places } from '../next-steps.ts'
import { type VoiceKey, voiceWords as w } from '../words.ts'
import type { OneVoice } from './staff-one.tsx'

export function NextSteps({ page, one }: { page: Page; one: OneVoice }) {
  const { lang } = page
  if (one.steps.length === 0) return null
  const { row } = one.voice
  const language = LANGS.find(each => each === row.language)
  const words = ({ what, why, by }: NextStep) => {
    const tokens = { date: by ? longDate(by, lang) : '', language: language ? LANG_NAMES[language] : row.language }
    // The day that has passed stands in the reason; what is to be done is then to be done today.
    const now = why === 'late' || (why === 'urgent' && what === 'answer') ? '.now' : ''
    const reason = why === 'promise' || why === 'plain' ? `${what}.why` : why === 'late' && what === 'close' ? 'close.late' : why
    return [w(lang, `staff.next.${what}${now}` as VoiceKey, tokens), w(lang, `staff.next.${reason}` as VoiceKey, tokens)]
  }
  return (
    <Section title={w(lang, 'staff.next')} lead={w(lang, 'staff.next.lead')}>
      <ul class="text">
        {one.steps.map(step => {
          const [what, why] = words(step)
          return (
            <li key={step.what}>
              <a href={`#${places[step.what]}`}>{what}</a>: {why}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

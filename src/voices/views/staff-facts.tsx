// The facts of one voice beside what was said, for staff.
import { localDate, longDate } from '../../platform/clock.ts'
import type { Page } from '../../platform/html/page.ts'
import { Answers, GoLink, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import { said } from '../../platform/refusal.ts'
import { wayOf } from '../own-steps.ts'
import { type VoiceKey, voiceWords as w } from '../words.ts'
import { networkLine } from './staff-network.tsx'
import type { OneVoice } from './staff-one.tsx'

/** What else was told, as it was told; and how the answer is to come. */
export function Facts({ page, one }: { page: Page; one: OneVoice }) {
  const { lang } = page
  const { row, details, consent } = one.voice
  const language = LANGS.find(each => each === row.language)
  const address = details.phone || details.address || details.email || details.through
  const asked = [w(lang, `reply.${row.reply}`), address].filter(Boolean).join('\n')
  const theirs = wayOf(one.voice, one.today) === row.reply
  const themes = details.themes
    .map(slug => one.ground.themes.find(each => each.slug === slug))
    .flatMap(each => (each ? [said(each.name as never, lang)] : []))
  const rows: readonly (readonly [VoiceKey, string])[] = [
    ['staff.one.way', theirs ? asked : w(lang, 'staff.one.way.not')],
    ['staff.one.way.asked', theirs ? '' : asked],
    ['staff.one.language', language ? LANG_NAMES[language] : row.language],
    ['everything.channel', w(lang, `channel.${row.channel}`)],
    ['staff.one.readBack', one.readBack ? w(lang, 'staff.one.readBack.yes') : ''],
    ['staff.one.name', details.name],
    ['staff.one.themes', themes.join(', ')],
    ['staff.one.place', details.place],
    ['staff.one.district', one.ground.districts.find(each => each.slug === row.district)?.name ?? ''],
    ['staff.one.share', w(lang, `share.${row.share}`)],
    ['staff.one.mayNotSee', details.mayNotSee],
    ['staff.one.closed', row.closed_to.flatMap(id => one.names.get(id) ?? []).join(', ')],
    ['staff.one.aboutWhom', details.aboutWhom],
    [
      'staff.one.consent',
      consent
        ? consent.withdrawn_on
          ? w(lang, 'staff.one.consent.withdrawn', { date: longDate(consent.withdrawn_on as never, lang) })
          : w(lang, `staff.one.consent.${consent.given}`)
        : '',
    ],
    ['staff.network', networkLine(lang, one.voice, one.today)],
  ]
  return (
    <Section title={w(lang, 'staff.one.facts')}>
      <Answers
        items={rows
          .filter(([, value]) => value !== '')
          .map(([key, value]) => ({ label: w(lang, key), value: <bdi class="lines">{value}</bdi> }))}
      />
    </Section>
  )
}

/** Whoever reads has a duty of their own; what was done about it stands here, without a word of why. */
export function Danger({ page, one }: { page: Page; one: OneVoice }) {
  const { lang } = page
  return (
    <div class="note">
      <p>
        <b>{w(lang, 'staff.one.danger')}</b>
      </p>
      {one.ground.childChannel && <GoLink href={one.ground.childChannel}>{w(lang, 'child.go')}</GoLink>}
      {one.voice.notified.map(notice => (
        <p key={notice.id}>
          {w(lang, 'staff.one.child.done', {
            name: one.names.get(notice.by_person) ?? '',
            date: longDate(localDate(notice.at), lang),
            route: w(lang, `staff.route.${notice.route}`),
          })}
        </p>
      ))}
    </div>
  )
}

// The other pages of the talk: everything we have, and the ends: closed, erased, an empty door.
import { dayInWords } from '../../platform/html/dates.ts'
import { Submit } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Answers, GoLink, Rows, Section } from '../../platform/html/pieces.tsx'
import { LANG_NAMES, LANGS } from '../../platform/i18n.ts'
import { receiptPath, sharedReceiptPath } from '../../receipts/index.ts'
import { ownDetails } from '../everything.ts'
import type { NoNetwork } from '../guest.ts'
import { paths } from '../paths.ts'
import type { Talk } from '../talk.ts'
import { inner } from '../voice.ts'
import { voiceWords as w } from '../words.ts'
import { Step } from './talk-step.tsx'
import { SharedClock } from './telling.tsx'

/** All we have, notes of colleagues included, to read here or to take along. */
export function EverythingPage({ page, talk }: { page: Page; talk: Talk }) {
  const { lang } = page
  const { row, lines } = talk.voice
  const details = ownDetails(talk)
  const language = LANGS.find(one => one === row.language)
  const told: readonly (readonly [Parameters<typeof w>[1], string])[] = [
    ['everything.received', dayInWords(lang, row.received_on)],
    ['everything.channel', w(lang, `channel.${row.channel}`)],
    ['q.urgent', w(lang, row.urgent ? 'summary.urgent.yes' : 'summary.urgent.no')],
    ['q.language', language ? LANG_NAMES[language] : row.language],
    ['q.share', w(lang, `share.${row.share}`)],
    ['reply.title', w(lang, `reply.${row.reply}`)],
    ['q.themes', talk.chosen.themes.join(', ')],
    ['q.place', details.place],
    ['q.district', talk.chosen.district],
    ['q.mayNotSee', details.mayNotSee],
    ['q.name', details.name],
    ['q.phone', details.phone],
    ['q.address', details.address],
    ['q.email', details.email ?? ''],
    ['q.through', details.through],
    ['q.aboutWhom', details.aboutWhom],
  ]
  const notes = lines.filter(line => inner.has(line.kind))
  return (
    <PublicPage page={page} title={w(lang, 'everything.title')} neutral noindex>
      <Section title={w(lang, 'everything.about')}>
        <Answers
          items={told.filter(([, value]) => value !== '').map(([key, value]) => ({ label: w(lang, key), value: <bdi>{value}</bdi> }))}
        />
      </Section>
      {notes.length > 0 && (
        <Section title={w(lang, 'everything.notes')}>
          <Rows>
            {notes.map(note => (
              <div key={note.id}>
                <p class="soft">
                  <bdi>{talk.names.get(note.by_person ?? '') ?? ''}</bdi>, {dayInWords(lang, note.on_day)}
                </p>
                <p class="lines" dir="auto">
                  {note.kind === 'network' ? w(lang, `network.${note.text as NoNetwork}`) : note.text}
                </p>
              </div>
            ))}
          </Rows>
        </Section>
      )}
      <Step page={page} talk={talk} go="show">
        <Submit label={w(lang, 'talk.again')} />
      </Step>
      {talk.shared && (
        <Step page={page} talk={talk} go="everything">
          <SharedClock page={page} name="stay" />
        </Step>
      )}
      <Section title={w(lang, 'talk.everything.download')} lead={w(lang, 'talk.everything.warn')}>
        <Step page={page} talk={talk} go="file">
          <Submit label={w(lang, 'talk.everything.download')} quiet />
        </Step>
      </Section>
    </PublicPage>
  )
}

const ends = {
  left: { title: 'talk.left', lead: 'talk.left.text', to: receiptPath, go: 'code.go' },
  door: { title: 'talk.left', lead: 'talk.door', to: receiptPath, go: 'code.go' },
  erased: { title: 'talk.gone', lead: 'talk.gone.text', to: paths.tell, go: 'title' },
  over: { title: 'ended.title', lead: 'guest.over', to: paths.tell, go: 'title' },
  ended: { title: 'ended.title', lead: 'ended.text', to: paths.tell, go: 'title' },
} as const
const onShared = { [receiptPath]: sharedReceiptPath, [paths.tell]: paths.shared } as const
/** The talk is closed here, erased, ended for whoever told for somebody, or its page was too old: nothing of it is shown. */
export function EndPage({ page, end, shared = false }: { page: Page; end: keyof typeof ends; shared?: boolean }) {
  const { lang } = page
  const { title, lead, to, go } = ends[end]
  return (
    <PublicPage page={page} title={w(lang, title)} lead={w(lang, lead)} neutral noindex>
      <GoLink href={page.href(shared ? onShared[to] : to)}>{w(lang, go)}</GoLink>
    </PublicPage>
  )
}

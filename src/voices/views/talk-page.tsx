// The talk as the one who told sees it: who has it, by when, what was said, who has read it, and everything they can do.
import { dayInWords } from '../../platform/html/dates.ts'
import { Choice, ErrorSummary, type Filled, Submit, TextArea, Tick } from '../../platform/html/fields.tsx'
import { NameOf } from '../../platform/html/human.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { said } from '../../platform/refusal.ts'
import { ownsIt } from '../own-steps.ts'
import { openHandOver } from '../read-voice.ts'
import type { Talk } from '../talk.ts'
import { longestTelling } from '../telling.ts'
import { byHuman } from '../voice.ts'
import { voiceWords as w } from '../words.ts'
import { PicturesField } from './pictures-field.tsx'
import { GuestStanding, Guests } from './talk-guests.tsx'
import { Lines } from './talk-lines.tsx'
import { SeenBy } from './talk-seen.tsx'
import { Step } from './talk-step.tsx'
import { SharedClock } from './telling.tsx'

interface Props {
  readonly page: Page
  readonly talk: Talk
}
export function TalkPage({ page, talk }: Props) {
  const { lang } = page
  const { voice, reach } = talk
  const form: Filled = {
    values: { text: talk.typed, ...talk.guestTyped },
    errors: talk.faults.map(({ field, message }) => ({ field, message: said(message, lang) })),
  }
  const closed = voice.stands.state === 'closed'
  return (
    <PublicPage
      page={page}
      title={w(lang, talk.holder === 'guest' ? 'guest.talk' : 'talk.title')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      {reach === 'none' ? (
        <p>{w(lang, talk.holder === 'guest' ? 'guest.over' : 'talk.consent.none')}</p>
      ) : talk.guest ? (
        <GuestStanding page={page} talk={talk} guest={talk.guest} />
      ) : (
        <Standing page={page} talk={talk} />
      )}
      {reach !== 'none' && (
        <>
          {talk.eraseAsked && <EraseAsked page={page} talk={talk} asked={talk.eraseAsked} />}
          {talk.parts.map(part => part.first?.(page, talk))}
          <Lines page={page} talk={talk} />
          {closed && !talk.guest && (
            <Step page={page} talk={talk} go="reopen">
              <Submit label={w(lang, 'talk.reopen')} quiet />
            </Step>
          )}
          <Section title={w(lang, 'talk.write')}>
            <Step page={page} talk={talk} go="write" files>
              <TextArea form={form} name="text" label={w(lang, 'talk.words')} rows={5} maxLength={longestTelling} />
              <PicturesField page={page} form={form} />
              <Submit label={w(lang, 'talk.write.go')} />
              {talk.shared && <SharedClock page={page} name="stay" />}
            </Step>
          </Section>
        </>
      )}
      {reach === 'all' && voice.stands.answered && <Help page={page} talk={talk} />}
      {ownsIt(voice, talk, reach) && <Guests page={page} talk={talk} form={form} />}
      {talk.parts.map(part => part.view(page, talk))}
      {reach === 'all' && <SeenBy page={page} talk={talk} />}
      {reach === 'all' && <Everything page={page} talk={talk} />}
      {talk.holder === 'person' && voice.consent && voice.consent.withdrawn_on === null && (
        <Section title={w(lang, 'talk.consent.back')} lead={w(lang, 'talk.consent.text')}>
          <Step page={page} talk={talk} go="consent">
            <Submit label={w(lang, 'talk.consent.back')} quiet />
          </Step>
        </Section>
      )}
      {ownsIt(voice, talk, reach) && <Erase page={page} talk={talk} form={form} />}
      <Step page={page} talk={talk} go="close">
        <Submit label={w(lang, 'talk.close')} quiet />
      </Step>
    </PublicPage>
  )
}

/** Somebody said that they are the one who told, and have no code. Whoever reads this has one, and can say no. */
function EraseAsked({ page, talk, asked }: Props & { asked: NonNullable<Talk['eraseAsked']> }) {
  const { lang } = page
  return (
    <Section
      title={w(lang, 'talk.eraseAsked')}
      lead={
        <>
          {weave({ date: <b>{dayInWords(lang, asked.on)}</b> }, tokens => w(lang, 'talk.eraseAsked.text', tokens))}{' '}
          {asked.eraseOn && weave({ date: <b>{dayInWords(lang, asked.eraseOn)}</b> }, tokens => w(lang, 'talk.eraseAsked.on', tokens))}
        </>
      }
    >
      <Step page={page} talk={talk} go="keep">
        <Submit label={w(lang, 'talk.eraseAsked.keep')} quiet />
      </Step>
    </Section>
  )
}

/** Who has it, what happens next, and by when; a day that has passed is said to have passed. */
function Standing({ page, talk }: Props) {
  const { lang } = page
  const { voice, today } = talk
  const { owner, stands } = voice
  const day = (on: string) => <b>{dayInWords(lang, on)}</b>
  const first = owner && <NameOf name={owner.name.split(' ')[0]!} invented={owner.invented} />
  const answer = voice.dues.find(due => due.kind === 'voice.answer')
  const answerBy = answer?.dueOn
  // As each answer was to come, also where the way has changed since.
  const onItsWay = voice.lines.findLast(line => line.kind === 'answer' && byHuman(line.how) && line.passed_on === null)?.how as
    | 'phone'
    | undefined
  // Nobody is said to have heard of it before they have.
  const heard = answer?.leaderId ? 'leader' : answer?.deputyId ? 'colleague' : null
  const handed = openHandOver(voice.handOvers)
  const handedTo = handed && (voice.lines.find(line => line.position === handed.position)?.text ?? '')
  const expire = voice.dues.find(due => due.kind === 'voice.expire')?.dueOn
  return (
    <section class="fact">
      <h2>{first ? weave({ name: first }, tokens => w(lang, 'talk.who', tokens)) : w(lang, 'talk.who.office')}</h2>
      {voice.deputy && owner && (
        <p>
          {weave({ name: <bdi>{owner.name.split(' ')[0]}</bdi>, deputy: <bdi>{voice.deputy.split(' ')[0]}</bdi> }, tokens =>
            w(lang, 'talk.deputy', tokens),
          )}
        </p>
      )}
      {stands.state === 'closed' && <p>{w(lang, 'talk.closed')}</p>}
      {stands.state === 'paused' && (
        <p>
          {weave({ date: day(stands.pausedUntil!), reason: w(lang, `pause.${voice.row.pause_reason!}`) }, tokens =>
            w(lang, 'talk.paused', tokens),
          )}
        </p>
      )}
      {answerBy && answerBy >= today && <p>{weave({ date: day(answerBy) }, tokens => w(lang, 'talk.answerBy', tokens))}</p>}
      {answerBy && answerBy < today && (
        <p>
          {weave({ date: day(answerBy) }, tokens => w(lang, 'talk.late', tokens))} {heard && w(lang, `talk.late.${heard}`)}
        </p>
      )}
      {onItsWay && <p>{w(lang, 'talk.passing', { way: w(lang, `way.${onItsWay}`) })}</p>}
      {stands.answered && !stands.ourTurn && !stands.toPassOn && stands.state !== 'closed' && <p>{w(lang, 'talk.answered')}</p>}
      {handed && (
        <p>
          {weave({ who: <bdi>{handedTo}</bdi>, date: day(handed.promised_on) }, tokens =>
            w(lang, handed.promised_on < today ? 'talk.handed.late' : 'talk.handed', tokens),
          )}
        </p>
      )}
      {expire && <p>{weave({ date: day(expire) }, tokens => w(lang, 'talk.warned', tokens))}</p>}
    </section>
  )
}

function Help({ page, talk }: Props) {
  const { lang } = page
  const { right_help, in_time } = talk.voice.row
  const form: Filled = { values: { help: right_help ?? '', inTime: in_time ?? '' }, errors: [] }
  return (
    <Section title={w(lang, 'talk.help')} lead={w(lang, 'talk.help.why')}>
      {talk.thanks && <p role="status">{w(lang, 'talk.help.thanks')}</p>}
      <Step page={page} talk={talk} go="help">
        <Choice
          form={form}
          name="help"
          as="detail"
          legend={w(lang, 'talk.help')}
          options={(['yes', 'partly', 'no'] as const).map(value => ({ value, label: w(lang, `help.${value}`) }))}
        />
        <Choice
          form={form}
          name="inTime"
          as="detail"
          legend={w(lang, 'talk.inTime')}
          options={(['yes', 'no'] as const).map(value => ({ value, label: w(lang, `help.${value}`) }))}
        />
        <Submit label={w(lang, 'talk.help.go')} quiet />
      </Step>
    </Section>
  )
}

function Everything({ page, talk }: Props) {
  const { lang } = page
  return (
    <Section title={w(lang, 'talk.everything')} lead={w(lang, 'talk.everything.text')}>
      <Step page={page} talk={talk} go="everything">
        <Submit label={w(lang, 'talk.everything.go')} quiet />
      </Step>
    </Section>
  )
}

function Erase({ page, talk, form }: Props & { form: Filled }) {
  const { lang } = page
  return (
    <Section title={w(lang, 'talk.erase')} lead={w(lang, 'talk.erase.text')}>
      <Step page={page} talk={talk} go="erase">
        <Tick form={form} name="sure" label={w(lang, 'talk.erase.sure')} />
        <Submit label={w(lang, 'talk.erase.go')} quiet />
      </Step>
    </Section>
  )
}

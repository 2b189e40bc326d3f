// The pages after sending: the code shown large and once, what happens now, and what to do when it cannot be kept.
import { showReceipt } from '../../platform/crypto/receipt.ts'
import { dayInWords } from '../../platform/html/dates.ts'
import { Form, Hidden, NotWrittenDown, Submit } from '../../platform/html/fields.tsx'
import { NameOf } from '../../platform/html/human.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Prose, Remark, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { receiptPath } from '../../receipts/index.ts'
import type { Ground } from '../ground.ts'
import { paths } from '../paths.ts'
import type { Receipt } from '../receive-voice.ts'
import { voiceWords as w } from '../words.ts'
import { AtThisHour, phoneOf } from './before-writing.tsx'
import { actionOf, SharedClock } from './telling.tsx'

interface Props {
  readonly page: Page
  readonly ground: Ground
  readonly receipt: Receipt
  readonly flow: string
  readonly shared: boolean
  /** The address as people type it. */
  readonly address: string
  readonly urgent: boolean
  readonly noCode: boolean
  /** Sent before, and something has been changed since. */
  readonly changed: boolean
}

/** We have it: the code, and what happens now. The same again when it is sent again. */
export function ReceiptPage(props: Props) {
  const { page, ground, receipt, flow, shared, urgent, noCode } = props
  const { lang } = page
  // Who is answered another way is shown no code unless they ask for one.
  const needed = !noCode && receipt.way === null
  // Who may not read it is not said to read it.
  const reads = receipt.reader ?? ground.human.name
  const name = reads && <NameOf name={reads} invented={ground.human.invented} />
  const emergency = ground.numbers.find(one => one.kind === 'emergency')
  return (
    <PublicPage page={page} title={w(lang, 'receipt.title')} section="tell" neutral noindex>
      {urgent && (
        <section class="urgent brief">
          {emergency && (
            <p>{weave({ phone: <a href={phoneOf(emergency)}>{emergency.phone}</a> }, tokens => w(lang, 'receipt.urgent', tokens))}</p>
          )}
          <AtThisHour page={page} ground={ground} />
        </section>
      )}
      {props.changed && <Remark>{w(lang, 'receipt.changed')}</Remark>}
      {noCode && <p>{w(lang, 'receipt.none')}</p>}
      {needed && <Slip {...props} />}
      <Section title={w(lang, 'receipt.next')}>
        <Prose>
          <ol>
            <li>{name ? weave({ name }, tokens => w(lang, 'receipt.next.1', tokens)) : w(lang, 'receipt.next.1.office')}</li>
            {!noCode && (
              <li>
                {weave({ date: <b>{dayInWords(lang, receipt.answerBy)}</b> }, tokens =>
                  w(lang, receipt.way ? `receipt.way.${receipt.way}` : 'receipt.next.2', tokens),
                )}
              </li>
            )}
            {!noCode && <li>{w(lang, needed ? 'receipt.next.3' : 'receipt.way.nothing')}</li>}
          </ol>
        </Prose>
      </Section>
      {!noCode && !needed && (
        <details class="also">
          <summary class="no-print">{w(lang, 'receipt.also')}</summary>
          <Slip {...props} />
        </details>
      )}
      <Form page={page} action={actionOf(page, shared)}>
        <NotWrittenDown />
        <Hidden name="step" value="receipt" />
        <Hidden name="flow" value={flow} />
        {needed && <h2>{w(lang, 'receipt.kept.q')}</h2>}
        <Submit label={w(lang, needed ? 'receipt.kept.yes' : 'talk.close')} name="go" value="kept" />
        {needed && (
          <p>
            <button type="submit" class="link" name="go" value="lost">
              {w(lang, 'receipt.kept.no')}
            </button>
          </p>
        )}
        {shared && <SharedClock page={page} />}
      </Form>
    </PublicPage>
  )
}

/** What one carries along; the only part that is printed. */
function Slip({ page, receipt, address }: Pick<Props, 'page' | 'receipt' | 'address'>) {
  const { lang } = page
  return (
    <section class="slip fact">
      <h2>{w(lang, 'receipt.code')}</h2>
      <p class="code" id="kode">
        <bdi dir="ltr">{showReceipt(receipt.code)}</bdi>
      </p>
      <p class="only-print">{w(lang, 'receipt.slip', { site: page.municipality.name, address })}</p>
      <div class="no-print">
        {receipt.way && <p>{w(lang, 'receipt.next.3')}</p>}
        <p>{w(lang, 'receipt.code.text')}</p>
        <p>{w(lang, 'receipt.code.danger')}</p>
        <p class="soft">{w(lang, 'receipt.print')}</p>
      </div>
    </section>
  )
}

export function KeptPage({ page, receipt, shared }: { page: Page; receipt: Receipt; shared: boolean }) {
  const { lang } = page
  const answerBy = receipt.answered ? receipt.answerBy : null
  return (
    <PublicPage
      page={page}
      title={w(lang, 'kept.title')}
      lead={answerBy ? weave({ date: <b>{dayInWords(lang, answerBy)}</b> }, tokens => w(lang, 'kept.text', tokens)) : w(lang, 'kept.none')}
      section="tell"
      neutral
      noindex
    >
      {shared ? (
        <Form page={page} action={page.href(paths.shared)}>
          <Submit label={w(lang, 'shared.end')} name="go" value="end" />
        </Form>
      ) : (
        answerBy && !receipt.way && <GoLink href={page.href(receiptPath)}>{w(lang, 'kept.go')}</GoLink>
      )}
    </PublicPage>
  )
}

/** Honest about what can be done without a code. */
export function LostPage({ page, flow, shared }: { page: Page; flow: string; shared: boolean }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'lost.title')} lead={w(lang, 'lost.text')} section="tell" neutral noindex>
      <ul class="text">
        <li>{w(lang, 'lost.1')}</li>
        <li>{w(lang, 'lost.2')}</li>
        <li>{w(lang, 'lost.3')}</li>
        <li>{w(lang, 'lost.4')}</li>
      </ul>
      <Form page={page} action={actionOf(page, shared)}>
        <NotWrittenDown />
        <Hidden name="step" value="receipt" />
        <Hidden name="flow" value={flow} />
        <Submit label={w(lang, 'lost.back')} name="go" value="again" />
        <p>
          <button type="submit" class="link" name="go" value="kept">
            {w(lang, 'talk.close')}
          </button>
        </p>
      </Form>
    </PublicPage>
  )
}

export function SharedGonePage({ page }: { page: Page }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'shared.gone')} lead={w(lang, 'shared.gone.text')} section="tell" neutral noindex exit={false}>
      <p>
        <a class="b" href={page.href(paths.shared)}>
          {w(lang, 'shared.begin')}
        </a>
      </p>
    </PublicPage>
  )
}

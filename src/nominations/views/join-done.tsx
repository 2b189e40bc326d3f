// The pages at the end: the receipt with the code, and the link or slip to pass on, which leave no data here.
import { showReceipt } from '../../platform/crypto/receipt.ts'
import { dayInWords } from '../../platform/html/dates.ts'
import { NameOf } from '../../platform/html/human.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink, Prose, Remark, Section } from '../../platform/html/pieces.tsx'
import { weave } from '../../platform/html/say.ts'
import { paths } from '../paths.ts'
import type { Receipt } from '../receive-nomination.ts'
import { nominationWords as w } from '../words.ts'
import { ReachesNobody } from './joining.tsx'

interface ReceiptShown {
  page: Page
  receipt: Receipt
  yes?: boolean
  /** Whoever suggests somebody wrote their own name. */
  named?: boolean
}
/** We have it: the code, who, by when, and how to regret it. Shown at once and kept nowhere; sent again, it looks the same. `yes`: to a suggestion. */
export function ReceiptPage({ page, receipt, yes = false, named = false }: ReceiptShown) {
  const { lang, human } = page
  const name = human.name ? <NameOf name={human.name} invented={human.invented} /> : w(lang, 'somebody')
  const date = <b>{dayInWords(lang, receipt.contactBy)}</b>
  const how = receipt.written ? 'written' : receipt.passedOn ? 'self' : 'ask'
  if (receipt.suggestion)
    return (
      <PublicPage page={page} title={w(lang, 'receipt.other.title')} section="councils" neutral noindex>
        <ReachesNobody page={page} />
        <Prose>
          <p>{weave({ name, date }, tokens => w(lang, `receipt.other.${how}`, tokens))}</p>
          <p>{w(lang, 'receipt.other.theirs')}</p>
          {named && <p>{w(lang, 'receipt.other.regret')}</p>}
        </Prose>
        <GoLink href={page.href(paths.join)}>{w(lang, 'receipt.more')}</GoLink>
      </PublicPage>
    )
  return (
    <PublicPage page={page} title={w(lang, yes ? 'receipt.yes.title' : 'receipt.title')} section="councils" neutral noindex>
      <ReachesNobody page={page} />
      {receipt.changed && <Remark>{w(lang, 'receipt.changed')}</Remark>}
      <Section title={w(lang, 'receipt.code')}>
        <p class="name">
          <bdi dir="ltr" id="kode">
            {showReceipt(receipt.code!)}
          </bdi>
        </p>
        <p>{w(lang, 'receipt.code.text')}</p>
      </Section>
      <Section title={w(lang, 'after.title')}>
        <Prose>
          <ol>
            <li>{weave({ name, date }, tokens => w(lang, 'receipt.next.1', tokens))}</li>
            <li>{w(lang, 'receipt.next.2')}</li>
            <li>{w(lang, 'receipt.next.3')}</li>
          </ol>
          <p>{w(lang, 'receipt.regret')}</p>
        </Prose>
        <GoLink href={page.href(paths.receipt)}>{w(lang, 'receipt.go')}</GoLink>
      </Section>
    </PublicPage>
  )
}

/** A link or a slip to pass on: nothing about anybody is written here. `address` is the address as people type it. */
export function PassOnPage({ page, address }: { page: Page; address: string }) {
  const { lang, human } = page
  return (
    <PublicPage
      page={page}
      title={w(lang, 'pass.title')}
      lead={w(lang, 'pass.lead')}
      section="councils"
      back={{ href: page.href(paths.join) }}
    >
      <Section title={w(lang, 'pass.link')}>
        <p>{w(lang, 'pass.link.text')}</p>
        <p class="name">
          <bdi dir="ltr">{address}</bdi>
        </p>
        <p>
          {w(lang, 'pass.link.does')} {w(lang, 'pass.link.lasts')}
        </p>
      </Section>
      <Section title={w(lang, 'pass.slip')} lead={w(lang, 'pass.slip.text')} />
      <div class="slip fact">
        <Prose>
          <p>
            <b>{w(lang, 'slip.ask')}</b>
          </p>
          <p>{w(lang, human.phone ? 'slip.text' : 'slip.text.only')}</p>
          <p>
            <bdi dir="ltr">{address}</bdi>
          </p>
          {human.phone && <p>{w(lang, 'slip.call', { phone: human.phone })}</p>}
          <p class="only-print">{page.municipality.name}</p>
        </Prose>
      </div>
    </PublicPage>
  )
}

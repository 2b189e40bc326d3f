// What somebody who was invited meets: the door that says nothing, their own code, or that the link opens nothing.
import { type ReceiptCode, showReceipt } from '../../platform/crypto/receipt.ts'
import { Form, NotWrittenDown, Submit } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { GoLink } from '../../platform/html/pieces.tsx'
import { receiptPath } from '../../receipts/index.ts'
import type { Guest } from '../guest-store.ts'
import { paths } from '../paths.ts'
import { voiceWords as w } from '../words.ts'
import { WhatYouSee } from './talk-guests.tsx'

/** The same for every link, whatever stands in it: programs that look at links learn nothing and use nothing up. */
export function InvitedPage({ page, token }: { page: Page; token: string }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'guest.door')} lead={w(lang, 'guest.door.text')} neutral noindex>
      <Form page={page} action={page.href(paths.invited(token))}>
        <NotWrittenDown />
        <Submit label={w(lang, 'guest.door.go')} />
      </Form>
    </PublicPage>
  )
}

/** Their own code, shown until they have gone on, and what they will see. */
export function GuestCodePage({ page, guest, code, address }: { page: Page; guest: Guest; code: ReceiptCode; address: string }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'guest.code')} neutral noindex>
      <section class="slip fact">
        <h2>{w(lang, 'receipt.code')}</h2>
        <p class="code" id="kode">
          <bdi dir="ltr">{showReceipt(code)}</bdi>
        </p>
        <p class="only-print">{w(lang, 'receipt.slip', { site: page.municipality.name, address })}</p>
        <div class="no-print">
          <p>{w(lang, 'receipt.code.text')}</p>
        </div>
      </section>
      <WhatYouSee page={page} guest={guest} />
      <GoLink href={page.href(receiptPath)}>{w(lang, 'guest.code.go')}</GoLink>
    </PublicPage>
  )
}

export function LinkGonePage({ page }: { page: Page }) {
  const { lang } = page
  return (
    <PublicPage page={page} title={w(lang, 'guest.gone')} lead={w(lang, 'guest.gone.text')} neutral noindex>
      <GoLink href={page.href(receiptPath)}>{w(lang, 'code.go')}</GoLink>
    </PublicPage>
  )
}

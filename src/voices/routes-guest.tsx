// Somebody of the network: the door an invitation leads to, and what the named human does for the teller.
import type { VNode } from 'preact'
import { z } from 'zod'
import type { Page } from '../platform/html/page.ts'
import { choice, optionalChoice, text, tick } from '../platform/http/form.ts'
import { type Asked, anybody, get, nothing, post } from '../platform/http/route.ts'
import type { Principal } from '../platform/principal.ts'
import { mayAnswer } from './access.ts'
import { hows } from './erase-ask.ts'
import { guestCovers, guestDays, noNetworkReasons } from './guest.ts'
import { inviteForTeller, noteNoNetwork, openInvitation, withdrawForTeller } from './invite-guest.ts'
import { paths } from './paths.ts'
import { oneView, oneVoice, receiptAddress } from './routes-staff.tsx'
import { GuestCodePage, InvitedPage, LinkGonePage } from './views/guest-pages.tsx'
import { StaffLinkPage } from './views/staff-network.tsx'
import type { OneVoice } from './views/staff-one.tsx'

const at = '/arbejdsrum/henvendelser/:id'
const may = (who: Principal, one: OneVoice) => mayAnswer(who, one.voice.near)
const part = { may, hides: true, load: oneVoice, form: { view: oneView } } as const
const id = (one: OneVoice) => one.voice.row.id
const back = (_done: unknown, { thing }: { thing: OneVoice }) => paths.one(id(thing))

const door = (page: Page, _thing: unknown, _form: unknown, { params }: Asked): VNode => <InvitedPage page={page} token={params.noegle!} />

export const guestRoutes = [
  get({ path: '/fortael/inviteret/:noegle', nameless: true, may: anybody, load: nothing, view: door }),
  post({
    path: '/fortael/inviteret/:noegle',
    nameless: true,
    may: anybody,
    load: nothing,
    input: z.object({}),
    deed: (tx, who, { asked }) => openInvitation(tx, who, { token: asked.params.noegle!, form: asked.form!.key }),
    then: (came, { page, asked }) =>
      came ? (
        <GuestCodePage page={page} guest={came.guest} code={came.code} address={receiptAddress(asked)} />
      ) : (
        <LinkGonePage page={page} />
      ),
    form: { view: door },
  }),
  post({
    ...part,
    path: `${at}/inviter`,
    input: z.object({
      guestName: text(120),
      guestCovers: optionalChoice(guestCovers),
      guestDays: optionalChoice(guestDays),
      saidHow: optionalChoice(hows),
      sure: tick,
    }),
    deed: (tx, who, { thing, input, asked }) =>
      inviteForTeller(tx, who, {
        voiceId: id(thing),
        name: input.guestName,
        covers: input.guestCovers,
        days: input.guestDays,
        saidHow: input.saidHow,
        sure: input.sure,
        form: asked.form!.key,
      }),
    then: (token, { page, thing, input, who, asked }) => (
      <StaffLinkPage
        page={page}
        who={who}
        id={id(thing)}
        name={input.guestName}
        address={`${asked.origin}${page.href(paths.invited(token))}`}
        today={thing.today}
      />
    ),
  }),
  post({
    ...part,
    path: `${at}/inviteret-slut`,
    input: z.object({ guest: text(40, 'needed') }),
    deed: (tx, who, { thing, input }) => withdrawForTeller(tx, who, { voiceId: id(thing), guestId: input.guest }),
    then: back,
  }),
  post({
    ...part,
    path: `${at}/netvaerk`,
    input: z.object({ noNetwork: choice(noNetworkReasons) }),
    deed: (tx, who, { thing, input }) => noteNoNetwork(tx, who, { voiceId: id(thing), reason: input.noNetwork }),
    then: back,
  }),
]

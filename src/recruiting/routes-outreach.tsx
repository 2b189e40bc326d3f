// The staff's addresses about organisations: the register, one of them, a whole list, and letters to many.
import { z } from 'zod'
import type { Tx } from '../platform/db/act.ts'
import type { Filled } from '../platform/html/filled.ts'
import type { Page } from '../platform/html/page.ts'
import { choice, email, optionalChoice, text, tick } from '../platform/http/form.ts'
import { type AnyRoute, type Asked, get, post } from '../platform/http/route.ts'
import { LANGS } from '../platform/i18n.ts'
import type { Principal } from '../platform/principal.ts'
import { Refusal } from '../platform/refusal.ts'
import { decodeTable } from '../platform/text/read-table.ts'
import { mayAsk, mayRecruit } from './access.ts'
import { hows, stepVerbs } from './ask.ts'
import { changeOrganisation, enterOrganisation, takeOutOrganisation } from './enter-organisation.ts'
import { importOrganisations, type PreviewedOrganisations, previewOrganisations } from './import-organisations.ts'
import { sendMailing, stopMailing } from './make-mailing.ts'
import type { OrganisationFacts } from './organisation-store.ts'
import { type OneMailing, type OneOrganisation, oneMailing, oneOrganisation, type Register, registerOf } from './outreach.ts'
import { recruitingPaths as paths } from './paths.ts'
import { takeAskStep } from './take-ask-step.ts'
import { MailingPage } from './views/mailing-pages.tsx'
import { ImportOrganisations, OrganisationForm } from './views/organisation-form.tsx'
import { OrganisationPage } from './views/organisation-page.tsx'
import { OrganisationsPage } from './views/organisations-page.tsx'

/** A list of a thousand organisations with room to spare. */
const mostBytes = 1_048_576

const organisationForm = z
  .object({
    name: text(120, 'needed'),
    kind: text(60, 'needed'),
    district: text(60),
    languages: text(200),
    letterLanguage: choice(LANGS),
    person: text(120),
    email: email('optional'),
    phone: text(40),
  })
  .transform(
    (given): OrganisationFacts => ({
      name: given.name,
      kind: given.kind,
      district: given.district || null,
      languages: given.languages
        .split(/[,;/]+/)
        .map(one => one.trim())
        .filter(Boolean)
        .slice(0, 10),
      letterLanguage: given.letterLanguage,
      contact: { person: given.person, email: given.email, phone: given.phone },
    }),
  )

const one = (tx: Tx, _who: Principal, { params }: Asked) => oneOrganisation(tx, params.id)
const readsOne = (thing: OneOrganisation) => ({ about: thing.organisation.id, action: 'organisation' })
const enterView = (page: Page, register: Register, form: Filled, _asked: Asked, who: Principal) => (
  <OrganisationForm page={page} who={who} words={register} organisation={null} form={form} />
)
const changeView = (page: Page, thing: OneOrganisation, form: Filled, _asked: Asked, who: Principal) => (
  <OrganisationForm page={page} who={who} words={thing} organisation={thing.organisation} form={form} />
)
const oneView = (page: Page, thing: OneOrganisation, form: Filled, _asked: Asked, who: Principal) => (
  <OrganisationPage page={page} who={who} thing={thing} form={form} />
)
const importView = (page: Page, _thing: unknown, form: Filled, _asked: Asked, who: Principal) => (
  <ImportOrganisations page={page} who={who} form={form} preview={null} />
)
const mailing = (tx: Tx, _who: Principal, { params }: Asked) => oneMailing(tx, params.id)
const mailingView = (page: Page, thing: OneMailing, form: Filled, _asked: Asked, who: Principal) => (
  <MailingPage page={page} who={who} thing={thing} form={form} />
)
const mailingDo = (what: 'send' | 'stop' | 'fortsaet', deed: (tx: Tx, who: Principal, id: string) => Promise<void>) =>
  post({
    path: paths.mailingDo(':id', what),
    may: mayRecruit,
    load: mailing,
    input: z.object({}),
    deed: (tx, who, { thing }) => deed(tx, who, thing.mailing.id),
    then: (_done, { thing }) => paths.mailing(thing.mailing.id),
    form: { view: mailingView },
  })

export const outreachRoutes: readonly AnyRoute[] = [
  get({
    path: paths.organisations,
    may: mayAsk,
    load: registerOf,
    view: (page, register, _form, _asked, who) => <OrganisationsPage page={page} who={who} register={register} />,
  }),
  get({ path: paths.enter, may: mayAsk, load: registerOf, view: enterView }),
  post({
    path: paths.enter,
    may: mayAsk,
    load: registerOf,
    input: organisationForm,
    deed: (tx, who, { input }) => enterOrganisation(tx, who, { facts: input }),
    then: id => paths.organisation(id),
    form: { view: enterView },
  }),
  get({ path: paths.import, may: mayAsk, load: registerOf, view: importView }),
  post({
    path: paths.import,
    may: mayAsk,
    load: registerOf,
    maxBytes: mostBytes,
    input: z.object({ list: text(500_000), save: tick }),
    async deed(tx, who, { input, asked }): Promise<PreviewedOrganisations | number> {
      const file = asked.form!.files.file
      const pasted = file && file.bytes.length > 0 ? decodeTable(file.bytes) : input.list
      if (pasted.trim() === '')
        throw new Refusal([
          { field: 'list', message: { da: 'Indsæt en liste, eller vælg en fil.', en: 'Paste a list, or choose a file.' } },
        ])
      return input.save ? await importOrganisations(tx, who, { text: pasted }) : await previewOrganisations(tx, who, { text: pasted })
    },
    then: (done, { page, who }) =>
      typeof done === 'number' ? (
        paths.organisations
      ) : (
        <ImportOrganisations page={page} who={who} form={{ values: {}, errors: [] }} preview={done} />
      ),
    form: { view: importView },
  }),
  get({ path: paths.organisation(':id'), may: mayAsk, load: one, reads: readsOne, view: oneView }),
  get({ path: paths.organisationDo(':id', 'ret'), may: mayAsk, load: one, reads: readsOne, view: changeView }),
  post({
    path: paths.organisationDo(':id', 'ret'),
    may: mayAsk,
    load: one,
    input: organisationForm,
    deed: (tx, who, { thing, input }) => changeOrganisation(tx, who, { id: thing.organisation.id, facts: input }),
    then: (_done, { thing }) => paths.organisation(thing.organisation.id),
    form: { view: changeView },
  }),
  post({
    path: paths.organisationDo(':id', 'trin'),
    may: mayAsk,
    load: one,
    input: z.object({ council: text(60, 'needed'), step: choice(stepVerbs), how: optionalChoice(hows) }),
    deed: (tx, who, { thing, input }) => takeAskStep(tx, who, { organisationId: thing.organisation.id, ...input }),
    then: (_done, { thing }) => paths.organisation(thing.organisation.id),
    form: { view: oneView },
  }),
  post({
    path: paths.organisationDo(':id', 'ud'),
    may: mayAsk,
    load: one,
    input: z.object({}),
    deed: (tx, who, { thing }) => takeOutOrganisation(tx, who, { id: thing.organisation.id }),
    then: () => paths.organisations,
    form: { view: oneView },
  }),
  get({
    path: paths.mailing(':id'),
    may: mayRecruit,
    load: mailing,
    reads: ({ mailing }) => ({ about: mailing.id, action: 'mailing' }),
    view: mailingView,
  }),
  mailingDo('send', (tx, who, id) => sendMailing(tx, who, { id })),
  mailingDo('stop', (tx, who, id) => stopMailing(tx, who, { id, stopped: true })),
  mailingDo('fortsaet', (tx, who, id) => stopMailing(tx, who, { id, stopped: false })),
]

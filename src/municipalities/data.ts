// A municipality as read: everything its folder says, and what the checks need to point back into the files.
import type { Fault, Path } from './faults.ts'
import type { Parsed } from './files.ts'
import type { Council } from './schema-council.ts'
import type { HelpNumber } from './schema-help.ts'
import type { Municipality } from './schema-municipality.ts'
import type { News } from './schema-news.ts'
import type { Policy } from './schema-policy.ts'
import { type Quotable, type Register, registerOf, type SourcePage, type SourceText } from './schema-sources.ts'

/** Everything a municipality's folder says, checked and complete. */
export type MunicipalityData = {
  municipality: Municipality
  sources: { texts: SourceText[]; pages: SourcePage[] }
  help: HelpNumber[]
  councils: Council[]
  policies: Policy[]
  news: News[]
}

/** The sound files of a municipality on their way to be checked against each other, each with its name. */
export type Reading = {
  parsed: Map<string, Parsed>
  /** The shipped texts and the bodies of the news, by file. */
  texts: Map<string, string>
  register: Register
  councils: { file: string; data: Council }[]
  policies: { file: string; data: Policy }[]
  news: { file: string; data: News }[]
  help: { file: string; data: { numbers: HelpNumber[] } }[]
  sources: { file: string; data: { texts: Omit<SourceText, 'content'>[]; pages: SourcePage[] } }[]
  /** A fault at a field of a file. */
  fault: (file: string, path: Path, message: string) => Fault
}

/** What a citation stands for: a sentence of a shipped text (with its words), or an outside page. Null when there is no such id. */
export function cited(data: MunicipalityData, id: string): { sentence: Quotable; text: SourceText } | { page: SourcePage } | null {
  const page = data.sources.pages.find(one => one.slug === id)
  if (page) return { page }
  const sentence = registerOf(data.sources).quotes.get(id)
  const text = data.sources.texts.find(one => one.slug === sentence?.source)
  return sentence && text ? { sentence, text } : null
}

/** A field that the texts do not give and that an operator fills in: the item's key, the field, and what is missing in plain words (for the operator). */
export type Gap = { item: string; field: string; what: string }

/** Everything that is not filled in, most urgent first: authority, humans and telephones, hours, unconfirmed numbers. */
export function notFilledIn(data: MunicipalityData): Gap[] {
  const { authority, contacts, units, openingHours, closingDays, number, electoralTerms, slug, dataProtection } = data.municipality
  const home = `municipality:${slug}`
  const gaps: (Gap | false)[] = [
    authority.state !== 'confirmed' && {
      item: home,
      field: 'authority',
      what: 'Nobody has confirmed that the site may speak for the municipality.',
    },
    ...contacts.flatMap(contact =>
      (['person', 'phone', 'email', 'address', 'hours', 'deputy'] as const).map(
        field =>
          contact[field] === null && {
            item: `contact:${contact.slug}`,
            field,
            what: `The contact "${contact.helpsWith.da}" has no ${field}.`,
          },
      ),
    ),
    !dataProtection && { item: home, field: 'dataProtection', what: 'The data protection officer is missing.' },
    ...units.flatMap(unit =>
      (['name', 'leader', 'deputy'] as const).map(
        field => unit[field] === null && { item: `unit:${unit.slug}`, field, what: `The unit "${unit.slug}" has no ${field}.` },
      ),
    ),
    ...data.help.map(
      line => line.missing && { item: `help:${line.slug}`, field: 'phone', what: `The number for "${line.name.da}" is missing.` },
    ),
    ...data.help.map(
      line =>
        !line.missing &&
        !line.shown && {
          item: `help:${line.slug}`,
          field: 'confirmed',
          what: `"${line.name.da}" is not shown until somebody confirms its number.`,
        },
    ),
    openingHours === null && { item: home, field: 'openingHours', what: 'The opening hours are missing.' },
    closingDays === null && { item: home, field: 'closingDays', what: 'The closing days are missing; only public holidays count.' },
    number !== null &&
      number.verified === null && { item: home, field: 'number', what: `The municipality number ${number.value} is not verified.` },
    ...electoralTerms.map(
      term =>
        term.verified === null && {
          item: `term:${term.slug}`,
          field: 'verified',
          what: `The electoral term ${term.from} to ${term.to} is not verified and not shown.`,
        },
    ),
    ...data.councils.map(
      council =>
        council.reportsTo.body === 'committee' &&
        council.reportsTo.committee === null && {
          item: `council:${council.slug}`,
          field: 'reportsTo',
          what: `Which committee "${council.name.da}" belongs to is missing.`,
        },
    ),
  ]
  return gaps.filter(gap => gap !== false)
}

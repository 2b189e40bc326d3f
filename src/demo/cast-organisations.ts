// The organisations and places of the demonstration: all of them invented, asked or not, in every state.
import type { OrganisationFacts } from '../recruiting/index.ts'

/** What happened: `ago` counts working days back from today. */
interface AskScene {
  readonly council: string
  readonly did: 'plan' | 'ask' | 'remind' | 'answer' | 'decline'
  readonly ago: number
  readonly how?: 'phone' | 'meeting' | 'email'
}
export interface OrganisationPart extends Pick<OrganisationFacts, 'kind'> {
  readonly name: string
  readonly district?: string
  readonly languages?: readonly string[]
  readonly letterLanguage?: OrganisationFacts['letterLanguage']
  readonly person?: string
  /** The part before the @ of an address that reaches nobody. */
  readonly mail?: string
  readonly phone?: string
  readonly then?: readonly AskScene[]
}
const integration = 'integrationsraad'
const udsat = 'udsatteraad'

export const organisationParts: readonly OrganisationPart[] = [
  {
    name: 'Kvindeforeningen Jasmin',
    kind: 'flygtninge-indvandrerforening',
    district: 'vestervang',
    languages: ['arabisk', 'dansk'],
    letterLanguage: 'ar',
    person: 'Nadia Haddad',
    mail: 'jasmin',
    then: [
      { council: integration, did: 'ask', ago: 45, how: 'meeting' },
      { council: integration, did: 'answer', ago: 44, how: 'meeting' },
    ],
  },
  {
    name: 'Tyrkisk Forening Lale',
    kind: 'flygtninge-indvandrerforening',
    district: 'vestervang',
    languages: ['tyrkisk', 'dansk'],
    letterLanguage: 'tr',
    person: 'Emine Kaya',
    mail: 'lale',
    then: [{ council: integration, did: 'ask', ago: 14, how: 'email' }],
  },
  {
    name: 'Foreningen Ny i Byen',
    kind: 'flygtninge-indvandrerforening',
    district: 'hvissinge',
    languages: ['ukrainsk', 'engelsk'],
    letterLanguage: 'en',
    mail: 'ny',
  },
  {
    name: 'Fagforeningen Byg og Drift',
    kind: 'arbejdsmarkedets-part',
    person: 'Mehmet Kaya',
    mail: 'byg',
    then: [
      { council: integration, did: 'ask', ago: 43, how: 'phone' },
      { council: integration, did: 'answer', ago: 41, how: 'phone' },
    ],
  },
  {
    name: 'Arbejdsgiverne i Byen',
    kind: 'arbejdsmarkedets-part',
    mail: 'arbejdsgiverne',
    then: [
      { council: integration, did: 'ask', ago: 30, how: 'email' },
      { council: integration, did: 'decline', ago: 25, how: 'email' },
    ],
  },
  {
    name: 'Skolebestyrelsen på Nordskolen',
    kind: 'skolebestyrelse',
    district: 'nordvang',
    person: 'Олена Бондар',
    mail: 'nordskolen',
    then: [
      { council: integration, did: 'ask', ago: 44, how: 'email' },
      { council: integration, did: 'answer', ago: 42, how: 'email' },
    ],
  },
  {
    name: 'Skolebestyrelsen på Engskolen',
    kind: 'skolebestyrelse',
    district: 'ejby',
    mail: 'engskolen',
    then: [{ council: integration, did: 'plan', ago: 8 }],
  },
  { name: 'Haveforeningen Solbakken', kind: 'lokal-forening', district: 'solvang', person: 'Erik Lund', phone: '00 00 00 21' },
  { name: 'Fodboldklubben Ejby', kind: 'lokal-forening', district: 'ejby', mail: 'fodbold' },
  { name: 'Beboerforeningen Lindehaven', kind: 'boligforening', district: 'soendervang', mail: 'lindehaven' },
  {
    name: 'Værestedet Lanternen',
    kind: 'vaerested',
    district: 'bymidten',
    person: 'Kirsten Falk',
    phone: '00 00 00 31',
    then: [
      { council: udsat, did: 'ask', ago: 20, how: 'meeting' },
      { council: udsat, did: 'answer', ago: 18, how: 'meeting' },
    ],
  },
  {
    name: 'Behandlingsstedet Åen',
    kind: 'behandlingssted',
    mail: 'aaen',
    then: [
      { council: udsat, did: 'ask', ago: 19, how: 'phone' },
      { council: udsat, did: 'remind', ago: 12, how: 'phone' },
    ],
  },
  {
    name: 'Brugerforeningen Sammen',
    kind: 'brugerforening',
    district: 'bymidten',
    mail: 'brugere',
    then: [{ council: udsat, did: 'plan', ago: 2 }],
  },
  { name: 'Natteravnene', kind: 'frivilliggruppe', mail: 'natteravnene' },
]

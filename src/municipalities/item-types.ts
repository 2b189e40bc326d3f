// Which content belongs to which kind of item.
import type { MunicipalityData } from './read.ts'

type Whole = MunicipalityData['municipality']
type Lists =
  | 'districts'
  | 'committees'
  | 'units'
  | 'contacts'
  | 'mailboxes'
  | 'offices'
  | 'electoralTerms'
  | 'themes'
  | 'organisationKinds'
  | 'promises'
  | 'retention'
type Council = MunicipalityData['councils'][number]
type Policy = MunicipalityData['policies'][number]
type Goal = Policy['goals'][number]

export interface ItemContent {
  municipality: Omit<Whole, Lists>
  district: Whole['districts'][number]
  committee: Whole['committees'][number]
  unit: Whole['units'][number]
  contact: Whole['contacts'][number]
  mailbox: Whole['mailboxes'][number]
  office: Whole['offices'][number]
  term: Whole['electoralTerms'][number]
  theme: Whole['themes'][number]
  organisationKind: Whole['organisationKinds'][number]
  promise: NonNullable<Whole['promises'][keyof Whole['promises']]>
  retention: NonNullable<Whole['retention'][keyof Whole['retention']]>
  help: MunicipalityData['help'][number]
  council: Omit<Council, 'charters'>
  charter: Council['charters'][number]
  policy: Omit<Policy, 'goals'>
  goal: Omit<Goal, 'commitments'>
  commitment: Goal['commitments'][number] & { readonly goal: string; readonly position: number }
  news: MunicipalityData['news'][number]
  text: MunicipalityData['sources']['texts'][number]
  page: MunicipalityData['sources']['pages'][number]
}
export type Kind = keyof ItemContent

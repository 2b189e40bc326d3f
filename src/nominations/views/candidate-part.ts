// What the forms on a candidate's page share: where they go, and which of them came back with faults.
import { EMPTY } from '../../platform/html/filled.ts'
import { paths } from '../paths.ts'
import type { PartProps } from './candidate-page.tsx'

/** The ways of getting in touch. */
export const hows = ['phone', 'meeting', 'email', 'letter', 'page', 'through'] as const
/** How a person can have asked somebody who works here; on the own page they do it themself. */
export const askedHows = hows.filter(how => how !== 'page')
/** The address a form of this candidate is sent to. */
export const action = ({ page, one }: PartProps, what: string) => page.href(paths.candidateForm(one.candidate.row.id, what))
/** The fields of a form that was not the one sent are empty; which one was sent says its hidden name. */
export const sent = ({ form }: PartProps, name: string) => (form.values.form === name ? form : EMPTY)

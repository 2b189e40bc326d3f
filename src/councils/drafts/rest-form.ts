// What a charter says beside seats and rules, as plain choices: term, chair, consultation, opinions, rules of procedure, secretary.
import type { Charter } from '../charters/index.ts'
import type { Fields } from './fields.ts'

/** Each question with the answers it takes; `''` leaves the charter silent. */
export const restQuestions = {
  term: ['electoral', 'years', 'until_replaced', 'mandate'],
  chair: ['council', 'municipal_council', 'none'],
  consultation: ['all', 'significant', 'targeted', 'agreed', 'none'],
  opinions: ['yes', 'no'],
  rules_of_procedure: ['municipal_council', 'council'],
  secretariat: ['administration', 'council'],
} as const
export type RestQuestion = keyof typeof restQuestions
export const restList = Object.keys(restQuestions) as RestQuestion[]

type Rest = Record<RestQuestion, string> & { years: string }

/** What the charter answers now; an answer of another kind stands as it is. */
export function restFields(charter: Charter): Rest {
  return {
    term: charter.term?.kind ?? '',
    years: charter.term?.years === undefined ? '' : String(charter.term.years),
    chair: charter.chair?.elected_by ?? '',
    consultation: charter.consultation?.right ?? '',
    opinions: charter.opinions ? (charter.opinions.publish ? 'yes' : 'no') : '',
    rules_of_procedure: charter.rules_of_procedure?.adopted_by ?? '',
    secretariat: charter.secretariat?.by ?? '',
  }
}

/** The document with these answers. What the form does not ask about stays, and so does an answer that was not changed. */
export function restIn(fields: Fields, charter: Charter, document: Record<string, unknown>): Record<string, unknown> {
  const before = restFields(charter)
  const next: Record<string, unknown> = { ...document }
  const put = (name: RestQuestion, changed: boolean, value: object) => {
    const answer = fields.one(name)
    if (!changed && answer === before[name]) return
    if (answer === '') delete next[name]
    else next[name] = { ...(document[name] as object | undefined), ...value }
  }
  const years = Number(fields.one('years').replace(',', '.'))
  const term = fields.one('term')
  const counted = term === 'years' && years > 0 && years <= 50
  put('term', fields.one('years') !== before.years, { kind: term, years: counted ? years : undefined })
  put('chair', false, { elected_by: fields.one('chair') })
  put('consultation', false, { right: fields.one('consultation') })
  put('opinions', false, { publish: fields.one('opinions') === 'yes' })
  put('rules_of_procedure', false, { adopted_by: fields.one('rules_of_procedure') })
  put('secretariat', false, { by: fields.one('secretariat') })
  return JSON.parse(JSON.stringify(next)) as Record<string, unknown>
}

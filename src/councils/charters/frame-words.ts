// How a charter's departure from the law above it reads: what the law demands, and what the charter says instead.
import type { Demand } from './frame.ts'
import type { Lang } from './plain.ts'

const numbers = {
  da: ['nul', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const
const inWords = (count: number, lang: Lang): string => numbers[lang][count] ?? String(count)

/** The sentences of one breach; `span` are the fewest and most that the charter lets sit, for a demand on seats. */
export function breachWords(demand: Demand, missing: boolean, span: { fewest: number; most: number } | null): { da: string; en: string } {
  const said = { da: demand.text.da ?? demand.id, en: demand.text.en ?? demand.text.da ?? demand.id }
  const lead = leadOf(demand, span)
  const tail = missing
    ? { da: 'Vedtægten siger ikke noget om det.', en: 'The charter says nothing about it.' }
    : { da: 'Vedtægten siger noget andet.', en: 'The charter says otherwise.' }
  if (!lead) {
    return missing
      ? { da: `Vedtægten siger ikke noget om dette krav: ${said.da}.`, en: `The charter says nothing about this demand: ${said.en}.` }
      : { da: `Vedtægten opfylder ikke dette krav: ${said.da}.`, en: `The charter does not meet this demand: ${said.en}.` }
  }
  return { da: `${lead.da}: ${said.da}. ${lead.daTail ?? tail.da}`, en: `${lead.en}: ${said.en}. ${lead.enTail ?? tail.en}` }
}

type Lead = { da: string; en: string; daTail?: string; enTail?: string }

function leadOf(demand: Demand, span: { fewest: number; most: number } | null): Lead | null {
  if (demand.kind === 'seats' && span) {
    if (span.fewest < (demand.min ?? 0))
      return {
        da: `Under lovens mindstetal på ${inWords(demand.min!, 'da')}`,
        en: `Below the legal minimum of ${inWords(demand.min!, 'en')}`,
        daTail: `Vedtægten nøjes med ${inWords(span.fewest, 'da')}.`,
        enTail: `The charter is content with ${inWords(span.fewest, 'en')}.`,
      }
    return {
      da: `Over lovens højeste tal på ${inWords(demand.max!, 'da')}`,
      en: `Above the legal maximum of ${inWords(demand.max!, 'en')}`,
      ...(Number.isFinite(span.most)
        ? { daTail: `Vedtægten tillader ${inWords(span.most, 'da')}.`, enTail: `The charter allows ${inWords(span.most, 'en')}.` }
        : { daTail: 'Vedtægten sætter ingen grænse.', enTail: 'The charter sets no limit.' }),
    }
  }
  if (demand.kind === 'opinions') return { da: 'Rådet skal offentliggøre sine udtalelser', en: 'The council must publish its opinions' }
  if (demand.kind === 'consultation') {
    const [da, en] = demand.rights.includes('significant') ? ['alt af betydning', 'everything of significance'] : ['alt', 'everything']
    const agreed = demand.rights.includes('agreed')
    return {
      da: `Kommunen skal høre rådet om ${da}${agreed ? ', når andet ikke er aftalt' : ''}`,
      en: `The municipality must consult on ${en}${agreed ? ' unless something else is agreed' : ''}`,
    }
  }
  return null
}

// The figures of one quarter as tables: in bands, what is hidden said to be hidden.
import type { Page } from '../../platform/html/page.ts'
import { Section } from '../../platform/html/pieces.tsx'
import type { Band } from '../band.ts'
import type { FigureRow } from '../edition.ts'
import type { Quarter } from '../quarter-figures.ts'
import { themeWords as w } from '../words.ts'

export const quarterWords = (lang: Page['lang'], quarter: string): string => {
  const [year, n] = quarter.split('-')
  return w(lang, 'figures.quarter', { n: n!, year: year! })
}
export function QuarterTables({ page, of, title }: { page: Page; of: Quarter<Band>; title?: string }) {
  const { lang } = page
  return (
    <Section title={title ?? quarterWords(lang, of.quarter)}>
      <Table page={page} caption={w(lang, 'figures.help')} rows={of.help} />
      <Table page={page} caption={w(lang, 'figures.in_time')} rows={of.inTime} />
    </Section>
  )
}
function Table({ page, caption, rows }: { page: Page; caption: string; rows: readonly FigureRow<Band>[] }) {
  const { lang } = page
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w(lang, 'figures.answer')}</th>
          <th scope="col">{w(lang, 'figures.count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.answer}>
            <th scope="row">{w(lang, `figures.${row.answer}`)}</th>
            <td>{row.count === null ? <span class="soft">{w(lang, 'figures.hidden')}</span> : row.count.replace('-', '–')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

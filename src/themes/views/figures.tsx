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
/** The answers of one quarter; `under`: a part of a section that has a heading. */
export function QuarterTables({
  page,
  of,
  title,
  under,
  promise,
}: {
  page: Page
  of: Quarter<Band>
  title?: string
  under?: boolean
  /** Promises that fell due, where they are counted too. */
  promise?: readonly FigureRow<Band>[]
}) {
  const { lang } = page
  const heading = title ?? quarterWords(lang, of.quarter)
  const hidden = (rows: readonly FigureRow<Band>[]) => rows.some(row => row.answer === 'all' && row.count === null)
  const kept = promise && !hidden(promise) && <Table page={page} caption={w(lang, 'figures.promise')} rows={promise} />
  const tables = hidden(of.help) ? (
    kept || <p>{w(lang, 'figures.tooFew')}</p>
  ) : (
    <>
      {kept}
      <Table page={page} caption={w(lang, 'figures.help')} rows={of.help} />
      <Table page={page} caption={w(lang, 'figures.in_time')} rows={of.inTime} />
    </>
  )
  if (!under) return <Section title={heading}>{tables}</Section>
  return (
    <>
      <h3>{heading}</h3>
      {tables}
    </>
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
            <td>
              {row.count === null ? (
                <span class="soft">{w(lang, 'figures.hidden')}</span>
              ) : (
                <bdi dir="ltr">{row.count.replace('-', '–')}</bdi>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

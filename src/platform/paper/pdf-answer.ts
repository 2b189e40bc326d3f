// A paper as the answer to a request: made after the transaction, and "try again" when the press cannot take it now.
import { NotAnswered } from '../child/kept-child.ts'
import { type Answer, file } from '../http/route.ts'
import { Unavailable } from '../refusal.ts'
import type { Paper } from './blocks.ts'
import { pdf } from './paper.ts'

/** Shown in the browser, or `attachment`: fetched beside the page that stays; saved under `name` (without its ending). */
export function pdfAnswer(paper: Paper, name: string, how: 'inline' | 'attachment' = 'inline'): Answer {
  const made = async () => {
    try {
      return await pdf(paper)
    } catch (error) {
      throw error instanceof NotAnswered ? new Unavailable('the press cannot take it now', { cause: error }) : error
    }
  }
  return file('application/pdf', made, { headers: { 'content-disposition': `${how}; filename="${name.replaceAll(/[^\w.-]/g, '-')}.pdf"` } })
}

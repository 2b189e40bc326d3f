// The front page: three doors, help now, the human.
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { homeWords } from '../words.ts'

export function FrontPage({ page }: { page: Page }) {
  return <PublicPage page={page} title={homeWords(page.lang, 'heading')} />
}

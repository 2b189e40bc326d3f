// What whoever wrote a letter sees behind the personal link: what they wrote as fields, to be filled up and sent.
import { Checks, Choice, ErrorSummary, type Filled } from '../../platform/html/fields.tsx'
import { PublicPage } from '../../platform/html/layout.tsx'
import type { Page } from '../../platform/html/page.ts'
import { fieldsOfDraft, type LetterDraft } from '../letter-draft.ts'
import type { Ground } from '../open-councils.ts'
import { nominationWords as w } from '../words.ts'
import { AnswersForm } from './own-change.tsx'
import { nameOfCouncil } from './own-page.tsx'

export interface Question {
  /** Null when the link leads to nothing any more. */
  readonly letterId: string | null
  readonly ground: Ground
  readonly draft: LetterDraft | null
}

export function QuestionPage({ page, question: { ground, draft }, form }: { page: Page; question: Question; form: Filled }) {
  const { lang } = page
  if (!draft) return <PublicPage page={page} title={w(lang, 'question.gone.title')} lead={w(lang, 'question.gone')} neutral noindex />
  const filled: Filled = form.errors.length > 0 ? form : { ...form, values: fieldsOfDraft(draft, '') }
  return (
    <PublicPage
      page={page}
      title={w(lang, 'question.title')}
      lead={w(lang, 'question.lead')}
      neutral
      noindex
      faulty={form.errors.length > 0}
      above={<ErrorSummary form={form} />}
    >
      <AnswersForm
        page={page}
        form={filled}
        councils={ground.open}
        submit={w(lang, 'question.send')}
        before={
          <>
            <Choice
              form={filled}
              name="forWhom"
              legend={w(lang, 'q.forWhom')}
              options={(['self', 'other'] as const).map(value => ({ value, label: w(lang, `forWhom.${value}`) }))}
            />
            <Checks
              form={filled}
              name="councils"
              legend={w(lang, 'q.councils')}
              options={ground.open.map(one => ({ value: one.slug, label: nameOfCouncil(ground, one.slug, lang) }))}
            />
          </>
        }
      />
    </PublicPage>
  )
}

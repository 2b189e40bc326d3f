// A rule of a charter in the reader's language; a word the charter has in another one only is marked with its own.
import { directionOf, type Lang } from '../../../platform/i18n.ts'
import type { Charter, PlainRule } from '../../charters/index.ts'
import { piecesOf, ruleInWords } from '../rule-in-words.ts'

interface Shown {
  readonly charter: Charter
  readonly rule: Pick<PlainRule, 'atom' | 'text' | 'meaning'>
  /** The language the reader has chosen; the engine itself speaks Danish and English. */
  readonly lang: Lang
}
const engineSays = (lang: Lang): boolean => lang === 'da' || lang === 'en'

/** What the rule asks, in the charter's own words where it has them. */
export const RuleText = ({ charter, rule, lang }: Shown) =>
  engineSays(lang) ? rule.text : (ownText(charter, rule.atom, lang) ?? <RuleMeaning charter={charter} rule={rule} lang={lang} />)

/** What the engine checks. */
export const RuleMeaning = ({ charter, rule, lang }: Shown) =>
  engineSays(lang) ? rule.meaning : <Pieces sentence={ruleInWords(charter, rule.atom, lang) ?? rule.meaning} />

/** Whether what is checked says more than the rule's own words. */
export const saysMore = ({ charter, rule, lang }: Shown): boolean =>
  engineSays(lang) ? rule.meaning !== rule.text : ownText(charter, rule.atom, lang) !== undefined

function ownText(charter: Charter, atom: string, lang: Lang): string | undefined {
  const of = charter.groups.find(group => atom === `size:${group.id}`) ?? charter.rules.find(rule => rule.id === atom)
  return of?.text?.[lang]
}

function Pieces({ sentence }: { sentence: string }) {
  return (
    <>
      {piecesOf(sentence).map(({ text, lang }, at) =>
        lang === null ? (
          text
        ) : (
          <span key={at} lang={lang} dir={directionOf(lang as Lang)}>
            {text}
          </span>
        ),
      )}
    </>
  )
}

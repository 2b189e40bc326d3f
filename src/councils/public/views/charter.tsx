// The charter in plain words: each rule as we read it, how strongly it binds, and the sentence it comes from.
import { longDate } from '../../../platform/clock.ts'
import { PublicPage } from '../../../platform/html/layout.tsx'
import { Quote, RuleLine } from '../../../platform/html/marks.tsx'
import { FactBox, Section } from '../../../platform/html/pieces.tsx'
import { SaidIn } from '../../../platform/html/said-in.tsx'
import { weave } from '../../../platform/html/say.ts'
import { said } from '../../../platform/refusal.ts'
import type { VersionStanding } from '../../charter-in-force.ts'
import { differences, type PlainRule, plainRules, restOfCharter } from '../../charters/index.ts'
import { looseDate } from '../loose-date.ts'
import { CitedIn } from './cited.tsx'
import { type CouncilProps, type Say, wordsOf } from './props.ts'
import { RuleMeaning, RuleText, saysMore } from './rule-words.tsx'

export function CharterPage({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { facts, charter, versions } = shown
  const name = said(facts.name as never, page.lang)
  const rules = charter ? plainRules(charter.charter, page.lang === 'da' ? 'da' : 'en') : []
  return (
    <PublicPage
      page={page}
      section="councils"
      back={{ href: page.href(`/raad/${facts.slug}`), label: name }}
      title={t('charter.title', { council: name })}
      lead={t('charter.lead')}
    >
      {!charter && <p>{t('charter.none')}</p>}
      {charter && (
        <p>
          {t('charter.one', { version: charter.version })}
          {'. '}
          {standingWords(versions.find(one => one.version === charter.version)!, page, t)} {adoptedWords(charter.adopted, page, t)}{' '}
          {charter.adopted.note && (
            <span class="soft">
              <SaidIn text={charter.adopted.note} />
            </span>
          )}
        </p>
      )}
      {(['must', 'should', 'hint'] as const).map(strength => {
        const of = rules.filter(rule => rule.strength === strength)
        return of.length === 0 ? null : (
          <Section key={strength} title={t(`charter.${strength}`)} lead={t(`charter.${strength}.lead`)} id={strength}>
            {of.map(rule => (
              <Rule key={rule.atom} page={page} shown={shown} rule={rule} />
            ))}
          </Section>
        )
      })}
      {facts.choices.length > 0 && (
        <Section title={t('charter.choices')} lead={t('charter.choices.lead')} id="valg">
          {facts.choices.map(choice => (
            <div key={choice.id} class="note">
              <h3>
                <SaidIn text={choice.question} />
              </h3>
              <p class="soft">
                {t('charter.readings', { list: choice.readings.map(reading => said(reading as never, page.lang)).join(' / ') })}
              </p>
              <p>
                <b>{t('charter.choice', { choice: said(choice.choice as never, page.lang) })}</b>
              </p>
              <p>
                <SaidIn text={choice.reason} />
              </p>
            </div>
          ))}
        </Section>
      )}
      <Procedure page={page} shown={shown} />
      <Since page={page} shown={shown} />
      <Section title={t('charter.versions')} id="udgaver">
        <ul class="text">
          {versions.map(version => (
            <li key={version.version}>
              <a href={page.href(`/raad/${facts.slug}/vedtaegt/${version.version}`)}>{t('charter.one', { version: version.version })}</a>{' '}
              {standingWords(version, page, t)} {adoptedWords(version.adopted, page, t)}
            </li>
          ))}
        </ul>
      </Section>
    </PublicPage>
  )
}

function standingWords({ standing, validFrom, validTo }: VersionStanding, page: CouncilProps['page'], t: Say): string {
  const from = looseDate(validFrom, page.lang)
  if (standing === 'past' && validTo) return t('charter.past', { from, to: looseDate(validTo, page.lang) })
  return standing === 'never' ? t('charter.never') : t(standing === 'coming' ? 'charter.coming' : 'charter.since', { from })
}

function adoptedWords(adopted: VersionStanding['adopted'], page: CouncilProps['page'], t: Say): string {
  return adopted.on && adopted.body
    ? t('charter.adopted', { body: t(`body.${adopted.body}`), on: longDate(adopted.on, page.lang), ref: adopted.caseRef ?? '–' })
    : t('charter.adopted.unknown')
}

/** What this version changed, in words, each with the sentence it comes from. */
function Since({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const { charter, since } = shown
  if (!charter || !since) return null
  const changes = differences(since.charter, charter.charter, page.lang === 'da' ? 'da' : 'en').filter(
    one => /^(size|elig):|^[^:]+$/.test(one.about) && !restOfCharter.includes(one.about as never),
  )
  if (changes.length === 0) return null
  return (
    <Section title={t('charter.changed', { version: since.version })} id="aendret">
      <ul class="text">
        {changes.map(({ about, direction, before, after }) => {
          const one = after ?? before
          const was = before && <RuleMeaning charter={since.charter} rule={{ atom: about, ...before }} lang={page.lang} />
          const is = after ? <RuleMeaning charter={charter.charter} rule={{ atom: about, ...after }} lang={page.lang} /> : was
          return (
            <li key={about}>
              <b>{t(`charter.turn.${direction}`)}:</b> {is} {one?.sentence && <Quote>{one.sentence}</Quote>}{' '}
              {direction !== 'added' && direction !== 'removed' && direction !== 'worded' && (
                <span class="soft">{weave({ meaning: was }, tokens => t('charter.before', tokens as never))}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Rule({ page, shown, rule }: CouncilProps & { rule: PlainRule }) {
  const t = wordsOf(page)
  const said = { charter: shown.charter!.charter, rule, lang: page.lang }
  return (
    <div id={rule.atom}>
      <RuleLine
        force={rule.strength}
        quote={rule.sentence ?? undefined}
        source={rule.ref ? <CitedIn page={page} shown={shown} of={[rule.ref]} /> : undefined}
      >
        <p>
          {rule.sentence ? <RuleText {...said} /> : weave({ text: <RuleText {...said} /> }, tokens => t('charter.ours', tokens as never))}
        </p>
        {saysMore(said) && (
          <p class="soft">{weave({ meaning: <RuleMeaning {...said} /> }, tokens => t('charter.meaning', tokens as never))}</p>
        )}
        {rule.url && (
          <p class="soft">
            <a href={rule.url}>{rule.ref}</a>
          </p>
        )}
      </RuleLine>
    </div>
  )
}

/** How the council works: each setting with where it comes from; what nobody has decided says so. */
function Procedure({ page, shown }: CouncilProps) {
  const t = wordsOf(page)
  const settings = Object.entries(shown.facts.procedure) as [string, { value: unknown; basis: string; note: unknown }][]
  return (
    <FactBox
      title={t('charter.procedure')}
      items={settings.map(([name, { value, basis, note }]) => ({
        term: t(`procedure.${name}` as never),
        detail: (
          <>
            {settingInWords(name, value, t)}
            {basis !== 'unknown' && <span class="soft"> ({t(`basis.${basis}` as never)})</span>}
            {note ? (
              <span class="soft">
                {' '}
                <SaidIn text={note} />
              </span>
            ) : null}
          </>
        ),
      }))}
    />
  )
}

function settingInWords(name: string, value: unknown, t: ReturnType<typeof wordsOf>): string {
  if (value === null || value === undefined) return t('value.unknown')
  if (typeof value === 'boolean') return t(value ? 'value.true' : 'value.false')
  if (typeof value === 'object') {
    const term = value as { kind: string; years: number | null }
    return term.kind === 'electoral' ? t('value.electoral') : t('value.years', { years: term.years ?? 0 })
  }
  if (typeof value === 'number') return name === 'leavesAfterAbsences' ? t('value.times', { n: value }) : String(value)
  return name === 'quorum' ? quorumInWords(String(value), t) : t(`value.${String(value)}` as never)
}
/** `1/2` is at least half, `>1/2` more than half. */
function quorumInWords(quorum: string, t: ReturnType<typeof wordsOf>): string {
  const [over, part] = [quorum.startsWith('>'), quorum.replace('>', '')]
  if (part === '1/2') return t(over ? 'value.overHalf' : 'value.half')
  return t(over ? 'value.overPart' : 'value.part', { part })
}

// The frame of every page: the municipality, its standing, and the human who answers today.
import { itemOf, itemsOfKind, registered } from '../municipalities/index.ts'
import { humanOf } from '../people/index.ts'
import type { Tx } from '../platform/db/act.ts'
import { DEFAULT_ACCENT } from '../platform/html/accent.ts'
import type { Frame } from '../platform/http/house.ts'
import { LANGS, type Lang } from '../platform/i18n.ts'
import { said } from '../platform/refusal.ts'

/** What every page of the municipality shows in this language; forgotten when one of its tables changes. */
export async function frame(tx: Tx, lang: Lang): Promise<Frame> {
  const { slug, demo, practiceOf } = await registered(tx)
  const facts = (await itemsOfKind(tx, 'municipality'))[0] ?? (await itemOf(tx, 'municipality', slug))
  const { human, validUntil } = await humanOf(tx, lang)
  const name = facts ? said(facts.name as never, lang) : slug
  const confirmed = facts?.authority.state === 'confirmed'
  return {
    validUntil,
    page: {
      municipality: {
        slug,
        name,
        // The frame sets the name beside the title itself.
        title: facts ? said(facts.title as never, lang).replace(` · ${name}`, '') : 'Rådslag',
        accent: facts?.accent ?? DEFAULT_ACCENT,
        languages: LANGS.filter(one => facts?.languages.includes(one) ?? one === 'da'),
        checked: facts?.translationsChecked,
        dataProtection: facts?.dataProtection,
        authority: confirmed ? 'confirmed' : 'unconfirmed',
        demo,
        practice: practiceOf !== null,
      },
      human: demo ? { ...human, invented: true } : human,
      standing: demo ? 'demo' : confirmed ? 'live' : 'demonstration',
    },
  }
}

// From the pattern of a route to addresses that can be asked for.
import type { Things } from './things.ts'

/** What the last part of such an address stands for. A part nobody has named is a fault of the matrix, not a hole in it. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^\/(arbejdsrum\/)?raad\/:raad$/, 'council'],
  [/^\/arbejdsrum\/raad\/:raad\/pladser\/:seating$/, 'seating'],
  [/^\/:kort$/, 'short'],
  [/\/vedtaegt\/:udgave$/, 'charterVersion'],
  [/\/kladde\/pladser\/:sted$/, 'draftSeats'],
  [/\/kladde\/regler\/:sted$/, 'draftRule'],
  [/\/kladde\/proev\/:svar$/, 'trial'],
  [/^\/politik\/:politik$/, 'policy'],
  [/^\/politik\/:politik\/:maal$/, 'commitment'],
  [/^\/nyheder\/:news$/, 'news'],
  [/^\/nyheder\/:news\/udgave\/:version$/, 'newsVersion'],
  [/^\/log-ind\/:noegle$/, 'signInKey'],
  [/^\/arbejdsrum\/kandidater\/:\w+$/, 'candidate'],
  [/^\/arbejdsrum\/kandidater\/:\w+\/traad\/:\w+$/, 'paperLetter'],
  [/^\/arbejdsrum\/indstillinger\/:\w+$/, 'slate'],
  [/^\/arbejdsrum\/indstillinger\/:\w+\/saet\/:\w+$/, 'candidate'],
  [/^\/arbejdsrum\/indstillinger\/:\w+\/ny\/:\w+$/, 'seatGroup'],
  [/^\/arbejdsrum\/indstillinger\/:\w+\/grund\/:\w+$/, 'wish'],
  [/^\/arbejdsrum\/mennesker\/:\w+$/, 'person'],
  [/^\/arbejdsrum\/mennesker\/enheder\/:\w+$/, 'unit'],
  [/^\/arbejdsrum\/mennesker\/kontakter\/:\w+$/, 'contact'],
  [/^\/arbejdsrum\/breve\/:\w+$/, 'letter'],
  [/^\/arbejdsrum\/rekruttering\/:raad$/, 'council'],
  [/^\/arbejdsrum\/rekruttering\/foreninger\/:\w+$/, 'organisation'],
  [/^\/arbejdsrum\/rekruttering\/breve\/:\w+$/, 'mailing'],
  [/^\/anbefal\/:\w+$/, 'askKey'],
  [/^\/min\/:\w+$/, 'personalKey'],
  [/^\/arbejdsrum\/post\/:post$/, 'post'],
  [/^\/arbejdsrum\/post\/:post\/fil\/:nr$/, 'postFile'],
  [/^\/arbejdsrum\/henvendelser\/:\w+$/, 'voice'],
  [/^\/arbejdsrum\/henvendelser\/soeg\/:\w+$/, 'search'],
  [/^\/arbejdsrum\/henvendelser\/:\w+\/billede\/:\w+$/, 'voicePicture'],
  [/^\/arbejdsrum\/henvendelser\/:\w+\/brev\/:\w+$/, 'voiceAnswer'],
  [/^\/fortael\/inviteret\/:\w+$/, 'inviteKey'],
  [/^\/arbejdsrum\/temaer\/af\/:\w+$/, 'voice'],
  [/^\/arbejdsrum\/temaer\/tekst\/:\w+$/, 'summary'],
  [/^\/arbejdsrum\/temaer\/tema\/:\w+$/, 'theme'],
  [/^\/arbejdsrum\/laering\/note\/:\w+$/, 'note'],
  [/^\/temaer\/:slug$/, 'themeSlug'],
  [/^\/arbejdsrum\/kandidater\/brev\/:post$/, 'nominationLetter'],
  [/^\/bliv-medlem\/brev\/:\w+$/, 'questionKey'],
]

/** Routes that find their thing by a question in the address instead of a part of it. */
const asked: Readonly<Record<string, { readonly name: string; readonly kind: string }>> = {
  '/arbejdsrum/laesninger/stikproeve': { name: 'maaned', kind: 'month' },
}

export interface Address {
  readonly query: string
  readonly params: Readonly<Record<string, string>>
  /** In which state the thing is; empty where the address has no parts. */
  readonly state: string
  readonly path: string
}

/** Every address of a pattern: each part in each of its states, the others in their first. */
export function addressesOf(pattern: string, { kinds }: Things): Address[] {
  const plain = pattern.replace(/\{.*?\}+/g, '')
  const parts = [...plain.matchAll(/:\w+/g)].map(found => {
    const upTo = plain.slice(0, found.index + found[0].length)
    const states = kinds[meanings.find(([where]) => where.test(upTo))?.[1] ?? '']
    if (!states) throw new Error(`say in test/matrix/addresses.ts what the last part of ${upTo} stands for`)
    return { name: found[0], states }
  })
  const question = asked[pattern]
  if (question)
    return Object.entries(kinds[question.kind]!).map(([state, value]) => {
      const query = new URLSearchParams({ [question.name]: value }).toString()
      return { state, path: `${pattern}?${query}`, params: {}, query }
    })
  if (parts.length === 0) return [{ state: '', path: pattern, params: {}, query: '' }]
  const withValues = (values: readonly string[]) => ({
    path: parts.reduce((path, { name }, i) => path.replace(name, () => values[i]!), plain),
    params: Object.fromEntries(parts.map(({ name }, i) => [name.slice(1), values[i]!])),
  })
  const first = parts.map(({ states }) => Object.values(states)[0]!)
  return parts.flatMap(({ name, states }, at) =>
    Object.entries(states)
      // The first state of all parts together is asked for once.
      .filter((_, i) => at === parts.length - 1 || i > 0)
      .map(([state, value]) => ({
        query: '',
        state: parts.length > 1 ? `${name} ${state}` : state,
        ...withValues(first.map((usual, i) => (i === at ? value : usual))),
      })),
  )
}

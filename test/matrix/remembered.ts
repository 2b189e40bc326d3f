// Looking for a thing once for all who would find the same: the answer of a `load` can depend on no more of who asks than it looked at.
import type { AnyRoute, Asked } from '../../src/platform/http/route.ts'
import type { Principal } from '../../src/platform/principal.ts'

type Load = AnyRoute['load']
/** What was looked at of somebody, by the way to it, with what stood there. */
type Looks = Map<string, unknown>
interface Known {
  readonly looks: Looks
  readonly thing: unknown
}

const glasses = new WeakSet<object>()
/** Things with insides of their own (dates) cannot be watched from outside; they count as the very same or another. */
const watchable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)

/** The same value, with every part of it that is looked at noted. */
function watched<T extends object>(value: T, looks: Looks, way: readonly string[] = []): T {
  const note = (what: string, found: unknown) => void looks.set(JSON.stringify([...way, what]), found)
  const seen = new Proxy(value, {
    get(target, key) {
      const found = Reflect.get(target, key) as unknown
      if (watchable(found)) return watched(found, looks, [...way, `.${String(key)}`])
      if (typeof key === 'string') note(`.${key}`, found)
      return found
    },
    has(target, key) {
      note(`?${String(key)}`, Reflect.has(target, key))
      return Reflect.has(target, key)
    },
    ownKeys(target) {
      note('*', Reflect.ownKeys(target).join())
      return Reflect.ownKeys(target)
    },
  })
  glasses.add(seen)
  return seen
}
/** What stands there for somebody else, at the end of such a way. */
function lookAt(whole: unknown, way: string): unknown {
  let found = whole
  for (const step of JSON.parse(way) as string[]) {
    if (typeof found !== 'object' || found === null) return undefined
    const name = step.slice(1)
    found = step === '*' ? Reflect.ownKeys(found).join() : step.startsWith('?') ? Reflect.has(found, name) : Reflect.get(found, name)
  }
  return found
}
/** Whoever is handed on inside the thing may be looked at later. */
const holdsSomebody = (thing: unknown, depth = 6): boolean =>
  typeof thing === 'object' &&
  thing !== null &&
  (glasses.has(thing) || (depth > 0 && Object.values(thing).some(part => holdsSomebody(part, depth - 1))))

const placeOf = (municipalityId: string, { params, query, lang, origin }: Asked) =>
  JSON.stringify([municipalityId, Object.entries(params).sort(), query.toString(), lang, origin])

/** A `load` for a house in which nothing changes meanwhile: it is run again only for somebody in whom something differs that it looked at. */
export function remembered(load: Load): Load {
  const places = new Map<string, Known[]>()
  return async (tx, who, asked) => {
    const name = placeOf(tx.municipalityId, asked)
    const known = places.get(name) ?? []
    places.set(name, known)
    const same = known.find(({ looks }) => [...looks].every(([way, found]) => Object.is(lookAt(who, way), found)))
    if (same) return same.thing
    const looks: Looks = new Map()
    let form = false
    const about: Asked = Object.defineProperty({ ...asked }, 'form', {
      get() {
        form = true
        return asked.form
      },
    })
    const thing = await load(tx, watched<Principal>(who, looks), about)
    if (!form && !holdsSomebody(thing)) known.push({ looks, thing })
    return thing
  }
}

/** One answer for each: somebody of each kind and municipality is asked first, so that most of the others find what is known already. */
export async function each<A extends { readonly principal: Principal }, R>(
  askers: readonly A[],
  ask: (asker: A) => Promise<R>,
): Promise<R[]> {
  const kindOf = ({ principal }: A) => `${principal.kind} ${principal.municipalityId}`
  const first = askers.filter((asker, i) => askers.findIndex(other => kindOf(other) === kindOf(asker)) === i)
  const others = askers.filter(asker => !first.includes(asker))
  const answers = new Map<A, R>()
  // No more at once than the house has connections: on a busy machine whoever waits for one would be told that it takes nothing now.
  for (const wave of [first, ...Array.from({ length: Math.ceil(others.length / 6) }, (_, i) => others.slice(i * 6, i * 6 + 6))])
    await Promise.all(wave.map(async asker => void answers.set(asker, await ask(asker))))
  return askers.map(asker => answers.get(asker)!)
}

/** Lets the routes remember what they find; hands back what ends it. Kept pages must say what they were made from, so they find anew. */
export function rememberAll(routes: readonly AnyRoute[]): () => void {
  const wrapped = new Map<Load, Load>()
  const ends = routes
    .filter(route => !(route as { kept?: boolean }).kept)
    .map(route => {
      const { load } = route
      const memory = wrapped.get(load) ?? remembered(load)
      wrapped.set(load, memory)
      Object.assign(route, { load: memory })
      return () => void Object.assign(route, { load })
    })
  return () => {
    for (const end of ends) end()
  }
}

// An independent judge: the rules of the specification written a second time, and every seating tried. Slow and plain on purpose.
// biome-ignore lint/suspicious/noExplicitAny: the oracle reads charters as plain data, without the engine's types
export type Loose = any
export type Doc = {
  groups: {
    id: string
    voting?: boolean
    min?: number
    max?: number | null
    eligible?: Loose
    substitute?: boolean
    appointed_by?: string
  }[]
  rules: Loose[]
}
export type Folk = { id: string; [attribute: string]: Loose }
export type Assigned = { person: Folk; group: string }[]

/** Does the person satisfy the condition? */
export function satisfies(p: Loose, who: Folk): boolean {
  if (p.all) return p.all.every((q: Loose) => satisfies(q, who))
  if (p.any) return p.any.some((q: Loose) => satisfies(q, who))
  if (p.not) return !satisfies(p.not, who)
  const v = who[p.attr]
  if (v === null || v === undefined) return false
  const bag = Array.isArray(v) ? v : [v]
  if ('eq' in p) return !Array.isArray(v) && v === p.eq
  if ('has' in p) return bag.includes(p.has)
  if ('hasAny' in p) return bag.some((x: Loose) => p.hasAny.includes(x))
  if (Array.isArray(v)) return false
  if ('gte' in p) return typeof v === typeof p.gte && v >= p.gte
  if ('lte' in p) return typeof v === typeof p.lte && v <= p.lte
  return typeof v === typeof p.lt && v < p.lt
}

/** true, false, or null: not documented. */
export function known(p: Loose, who: Folk): boolean | null {
  if (p.not) {
    const inner = known(p.not, who)
    return inner === null ? null : !inner
  }
  const parts: (boolean | null)[] | null = p.all || p.any ? (p.all ?? p.any).map((q: Loose) => known(q, who)) : null
  if (parts && p.all) return parts.includes(false) ? false : parts.includes(null) ? null : true
  if (parts) return parts.includes(true) ? true : parts.includes(null) ? null : false
  return who[p.attr] === null || who[p.attr] === undefined ? null : satisfies(p, who)
}

const bagOf = (v: Loose): Loose[] => [...new Set(v === null || v === undefined ? [] : Array.isArray(v) ? v : [v])].filter(x => x !== '')

/** Names of all atoms, with their strength, in the charter's order. */
export function atomNames(doc: Doc): { name: string; strength: string }[] {
  const out = [{ name: 'unique', strength: 'must' }]
  for (const g of doc.groups) out.push({ name: `size:${g.id}`, strength: 'must' }, { name: `elig:${g.id}`, strength: 'must' })
  for (const r of doc.rules) {
    const strength = r.strength ?? 'must'
    if (r.kind === 'cover') for (const v of r.values) out.push({ name: `${r.id}[${v}]`, strength })
    else out.push({ name: r.id, strength })
  }
  return out
}

/** The atoms that this full seating breaks. */
export function brokenBy(doc: Doc, seated: Assigned): Set<string> {
  const out = new Set<string>()
  const ids = seated.map(s => s.person.id)
  if (new Set(ids).size < ids.length) out.add('unique')
  for (const g of doc.groups) {
    const here = seated.filter(s => s.group === g.id)
    if (here.length < (g.min ?? 0) || (typeof g.max === 'number' && here.length > g.max)) out.add(`size:${g.id}`)
    if (g.eligible && here.some(s => !satisfies(g.eligible, s.person))) out.add(`elig:${g.id}`)
  }
  const reserve = new Set(doc.groups.filter(g => g.substitute).map(g => g.id))
  for (const r of doc.rules) {
    const scope = seated.filter(s => (r.in ? r.in.includes(s.group) : !reserve.has(s.group))).map(s => s.person)
    const n = r.who ? scope.filter(p => satisfies(r.who, p)).length : 0
    const within = (x: number) => x >= (r.min ?? 0) && (r.max === undefined || r.max === null || x <= r.max)
    const number = (v: Loose) => scope.filter(p => bagOf(p[r.attr]).includes(v)).length
    if (r.kind === 'count' && !within(n)) out.add(r.id)
    if (r.kind === 'every' && n !== scope.length) out.add(r.id)
    if (r.kind === 'total' && !within(scope.length)) out.add(r.id)
    if (r.kind === 'share' && scope.length > 0) {
      const [x, y] = [BigInt(n) * BigInt(r.min[1]), BigInt(r.min[0]) * BigInt(scope.length)]
      if (r.strict ? x <= y : x < y) out.add(r.id)
    }
    if (r.kind === 'balance' && Math.abs(number(r.values[0]) - number(r.values[1])) > r.max_diff) out.add(r.id)
    if (r.kind === 'max_same') for (const v of new Set(scope.flatMap(p => bagOf(p[r.attr])))) if (number(v) > r.max) out.add(r.id)
    if (r.kind === 'cover') for (const v of r.values) if (number(v) < (r.each_min ?? 1)) out.add(`${r.id}[${v}]`)
  }
  return out
}

/** Every way to seat these people: all of groups ^ people, fixed seats kept. */
export function* seatings(doc: Doc, people: Folk[], fixed: (string | null)[] = []): Generator<Assigned> {
  if (people.length === 0) {
    yield []
    return
  }
  const [first, ...rest] = people
  for (const tail of seatings(doc, rest, fixed.slice(1))) {
    for (const g of doc.groups) if (!fixed[0] || fixed[0] === g.id) yield [{ person: first!, group: g.id }, ...tail]
  }
}

const deep = (name: string) => name === 'unique' || name.startsWith('elig:')

/** The verdict by trying everything. */
export function verdict(doc: Doc, people: Folk[], slate: (string | { id: string; seat?: string })[]) {
  const order = atomNames(doc)
  const strength = new Map(order.map(a => [a.name, a.strength]))
  const listed = slate.map(s => people.find(p => p.id === (typeof s === 'string' ? s : s.id))!)
  const fixed = slate.map(s => (typeof s === 'string' ? null : (s.seat ?? null)))
  let best: { rank: number[]; broken: string[] } | null = null
  for (const seated of seatings(doc, listed, fixed)) {
    const broken = brokenBy(doc, seated)
    const flags = (s: string) => order.filter(a => a.strength === s).map(a => Number(broken.has(a.name)))
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)
    const structural = [...broken].filter(deep).length
    const homeless = seated.filter((s, at) => !fixed[at] && doc.groups.every(g => g.eligible && !satisfies(g.eligible, s.person)))
    const refused = homeless.filter(s => {
      const eligible = doc.groups.find(g => g.id === s.group)!.eligible
      return known(eligible, s.person) !== null
    }).length
    // A person with a fixed seat of the wrong kind already decides which eligibility is broken.
    const out = (s: Assigned[number]) => {
      const { eligible } = doc.groups.find(g => g.id === s.group)!
      return eligible && !satisfies(eligible, s.person)
    }
    const doubt = seated.some((s, at) => fixed[at] && out(s)) ? 0 : refused
    const rank = [structural, sum(flags('must')), doubt, ...flags('must'), ...['should', 'hint'].flatMap(s => [sum(flags(s)), ...flags(s)])]
    if (!best || less(rank, best.rank)) best = { rank, broken: order.map(a => a.name).filter(n => broken.has(n)) }
  }
  const of = (s: string) => best!.broken.filter(n => strength.get(n) === s)
  return { ok: of('must').length === 0, broken: of('must'), wishes: of('should'), hints: of('hint') }
}

function less(a: number[], b: number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]!
  return false
}

/** Can these atoms hold together for this slate, in some seating? */
export function together(doc: Doc, people: Folk[], slate: (string | { id: string; seat?: string })[], atoms: string[]): boolean {
  const listed = slate.map(s => people.find(p => p.id === (typeof s === 'string' ? s : s.id))!)
  const fixed = slate.map(s => (typeof s === 'string' ? null : (s.seat ?? null)))
  for (const seated of seatings(doc, listed, fixed)) {
    const broken = brokenBy(doc, seated)
    if (!atoms.some(a => broken.has(a))) return true
  }
  return false
}

// Bad input to all five operations: one clear line, exit 2, never a hang, never a wrong verdict, never words of a machine that broke.
import { expect, test } from 'vitest'
import { charterCommand } from '../../src/councils/charters/index.ts'

const operations = ['check', 'explain', 'propose', 'replace', 'draw'] as const
const good = {
  charter: { id: 'c', groups: [{ id: 'a', min: 1, max: 2, eligible: { attr: 'roles', has: 'user' } }] },
  people: [
    { id: 'p', roles: ['user'] },
    { id: 'q', roles: ['user'] },
  ],
  slate: ['p'],
  seats: { p: 'a' },
  leaving: 'p',
  ids: ['p', 'q'],
  n: 1,
  seed: 's',
}
type Change = (doc: typeof good & Record<string, unknown>) => object | string
const withGroup =
  (group: object): Change =>
  doc => ({ ...doc, charter: { ...doc.charter, groups: [{ ...doc.charter.groups[0], ...group }] } })
const withRule =
  (rule: object): Change =>
  doc => ({ ...doc, charter: { ...doc.charter, rules: [rule] } })
const nested = (depth: number) => {
  let condition: object = { attr: 'roles', has: 'user' }
  for (let at = 0; at < depth; at++) condition = { not: condition }
  return condition
}
const aliases = Array.from({ length: 40 }, (_, n) => `k${n}: &k${n} [*k${n - 1},*k${n - 1}]`).slice(1)

/** Faults every operation must tell, since every operation reads this part; `draw` reads no charter and no people. */
const inCharter: Readonly<Record<string, Change>> = {
  'a negative count': withGroup({ min: -1 }),
  'a count with a comma': withGroup({ min: 1.5 }),
  'a huge number': withGroup({ max: 1e300 }),
  'a number beyond the safe ones': withGroup({ max: 2 ** 53 + 2 }),
  'a number as text': withGroup({ min: '1' }),
  'a condition nested 60 deep': withGroup({ eligible: nested(60) }),
  'a condition of nothing': withGroup({ eligible: {} }),
  'two tests in one': withGroup({ eligible: { attr: 'roles', has: 'user', eq: 'x' } }),
  'an attribute that is no name': withGroup({ eligible: { attr: '', has: 'user' } }),
  'a null to compare with': withGroup({ eligible: { attr: 'roles', eq: null } }),
  'a group nobody has': withRule({ id: 'r', kind: 'total', in: ['b'], min: 1 }),
  'a share of nothing': withRule({ id: 'r', kind: 'share', who: { all: [] }, min: [1, 0] }),
  'an unknown kind': withRule({ id: 'r', kind: 'cuont', min: 1 }),
  'a field of another kind': withRule({ id: 'r', kind: 'total', min: 1, max_diff: 2 }),
  'an attribute nobody has': doc => ({ ...doc, people: doc.people.map(({ id, roles }) => ({ id, rolse: roles })) }),
  'the same person twice': doc => ({ ...doc, people: [...doc.people, doc.people[0]] }),
  'a person without an id': doc => ({ ...doc, people: [{ roles: ['user'] }] }),
  'an attribute that is an object': doc => ({ ...doc, people: [{ id: 'p', roles: { user: true } }] }),
  'people that are no list': doc => ({ ...doc, people: { p: {} } }),
  'a field nobody knows': doc => ({ ...doc, charter: undefined, chartre: doc.charter }),
}
const inDocument: Readonly<Record<string, Change>> = {
  nothing: () => '',
  'half a document': doc => JSON.stringify(doc).slice(0, 60),
  'a bare number': () => '42',
  anchors: () => 'a: &a 1\nb: *a\n',
  'a bomb of anchors': () => `k0: &k0 [x,x]\n${aliases.join('\n')}`,
  'a circle': () => 'a: &a\n  b: *a\n',
  'a merge key': () => 'x: &x {id: c}\ncharter: {<<: *x}\n',
  'brackets without end': () => '['.repeat(200_000),
  'braces without end': () => '{"a":'.repeat(50_000),
  'ten megabytes': () => `{"x": "${'y'.repeat(10_000_000)}"}`,
  'ten megabytes of YAML': () => `a: ${'y'.repeat(10_000_000)}`,
  'a key twice': () => '{"seed": "s", "seed": "t"}',
  'a tag': () => 'a: !!js/function "x"\n',
}
const cases = [
  ...operations.flatMap(operation => Object.entries(inDocument).map(([name, change]) => [operation, name, change] as const)),
  ...operations
    .filter(one => one !== 'draw')
    .flatMap(operation => Object.entries(inCharter).map(([name, change]) => [operation, name, change] as const)),
  ['check', 'a slate for no seats at all', (doc => ({ ...doc, charter: { ...doc.charter, groups: [] } })) as Change] as const,
  ['check', 'somebody nobody knows', (doc => ({ ...doc, slate: ['z'] })) as Change] as const,
  ['check', 'a seat nobody has', (doc => ({ ...doc, slate: [{ id: 'p', seat: 'z' }] })) as Change] as const,
  ['replace', 'somebody leaving whom nobody knows', (doc => ({ ...doc, leaving: 'z' })) as Change] as const,
  ['replace', 'somebody sitting whom nobody knows', (doc => ({ ...doc, seats: { p: 'a', z: 'a' } })) as Change] as const,
  [
    'propose',
    'a goal with an endless weight',
    (doc => ({ ...doc, goals: [{ kind: 'count', who: { all: [] }, weight: 1e308 }] })) as Change,
  ] as const,
  ['propose', 'more slates than anybody reads', (doc => ({ ...doc, k: 1e9 })) as Change] as const,
  ['draw', 'more than there are', (doc => ({ ...doc, n: 3 })) as Change] as const,
  ['draw', 'fewer than none', (doc => ({ ...doc, n: -1 })) as Change] as const,
  ['draw', 'no seed', (doc => ({ ...doc, seed: undefined })) as Change] as const,
]

test('A0: bad input to each operation is told in one line, exit 2, in good time', async () => {
  const faults: string[] = []
  let asked = 0
  for (const [operation, name, change] of cases) {
    const document = change(structuredClone(good))
    const { exit, out, err } = await charterCommand(operation, typeof document === 'string' ? document : JSON.stringify(document))
    asked++
    const lines = err
      .trim()
      .split('\n')
      .filter(line => !line.startsWith('note: '))
    const say = (what: string) => faults.push(`${operation}, ${name}: ${what} (${exit}: ${err.slice(0, 160).trim()})`)
    if (exit !== 2) say('was answered')
    if (lines.length !== 1 || lines[0] === '') say('is not told in one line')
    if ((lines[0] ?? '').length > 400) say('is told at length')
    if (/unexpected kind|undefined|\[object|TypeError|at .*\.ts/.test(err)) say('is told in words of a machine')
    if (out !== '' && !out.includes('unknown-person')) say('has an answer beside it')
  }
  expect(faults).toEqual([])
  expect(asked).toBeGreaterThan(140)
})

test('A0: what could fool an object in JavaScript is only a word', async () => {
  for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const text = `{"charter": {"id": "c", "groups": [{"id": "${word}", "min": 1, "eligible": {"attr": "${word}", "eq": "x"}}]}, "people": [{"id": "${word}", "${word}": "x"}, {"id": "other"}], "slate": ["${word}"]}`
    const { exit, out } = await charterCommand('check', text)
    expect(exit).toBe(0)
    const answer = JSON.parse(out)
    expect([answer.ok, Object.entries(answer.seating)], word).toEqual([true, [[word, word]]])
    const other = await charterCommand('check', text.replace(`"slate": ["${word}"]`, '"slate": ["other"]'))
    expect(JSON.parse(other.out).ok, word).toBe(false)
  }
})

test('A0: thousands of values in a condition or a rule are refused in one line, and no line is longer than a few', async () => {
  const many = Array.from({ length: 3_000 }, (_, at) => `v${at}`)
  const group = (eligible: object) => ({ id: 'x', groups: [{ id: 'a', min: 1, eligible }] })
  const cases: [object, RegExp][] = [
    [
      group({ attr: 'r', hasAny: many }),
      /^line 1: charter\.groups\[0\]\.eligible: the conditions of the charter ask about more than 400 values/,
    ],
    [group({ any: many.map(attr => ({ attr, eq: 1 })) }), /ask about more than 400 values/],
    [
      { id: 'x', groups: [{ id: 'a' }], rules: [{ id: 'c', kind: 'cover', attr: 'k', values: many }] },
      /wants more than 400 values covered/,
    ],
    [{ id: 'x', groups: [{ id: 'a' }], rules: [{ id: 't', kind: 'total', in: ['x'.repeat(100_000)] }] }, /no group "xxx/],
  ]
  for (const [charter, line] of cases) {
    const start = performance.now()
    const { exit, err } = await charterCommand('explain', JSON.stringify({ charter, people: [] }))
    expect(exit).toBe(2)
    expect(err).toMatch(line)
    expect(err.length).toBeLessThan(450)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(20_000)
  }
})

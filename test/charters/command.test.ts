// The command: one document in, one out; unusable input in one line with exit 2; never a hang.
import { afterAll, describe, expect, test } from 'vitest'
import { charterCommand } from '../../src/councils/charters/command.ts'
import { closeSolver } from '../../src/councils/charters/index.ts'
import type { Loose } from './oracle.ts'
import { people, right, udsatteraadData } from './udsatteraad.ts'

afterAll(closeSolver)
const base = { charter: udsatteraadData, people, slate: right }
const changed = (change: (doc: Loose) => void) => {
  const doc = structuredClone(base) as Loose
  change(doc)
  return doc
}
const run = (operation: string, doc: unknown, options = {}) =>
  charterCommand(operation, typeof doc === 'string' ? doc : JSON.stringify(doc), options)

async function refusal(operation: string, doc: unknown): Promise<string> {
  const { exit, out, err } = await run(operation, doc)
  expect({ exit, out }, err).toEqual({ exit: 2, out: '' })
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/\bat .*\.ts|Error:|undefined/)
  return err
}

describe('answers', () => {
  test('A8: a slate of six thousand is answered like one of seven', async () => {
    const many = Array.from({ length: 6_000 }, (_, at) => ({ id: `p${at}`, local: true, roles: ['user'] }))
    const { exit, out, err } = await run('check', { charter: udsatteraadData, people: many, slate: many.map(one => one.id) })
    expect([exit, err]).toEqual([0, ''])
    const answer = JSON.parse(out)
    expect([answer.ok, answer.broken]).toEqual([false, ['size:external', 'size:council', 'size:adviser']])
  })
  test('A8: JSON and YAML give the same answer, and nothing goes to stderr', async () => {
    const yaml = `
charter:
  id: c
  groups:
    - {id: a, min: 1, max: 2, eligible: {attr: roles, has: user}}
people:
  - {id: p, roles: [user]}
slate: [p]
`
    const fromYaml = await run('check', yaml)
    const fromJson = await run('check', {
      charter: { id: 'c', groups: [{ id: 'a', min: 1, max: 2, eligible: { attr: 'roles', has: 'user' } }] },
      people: [{ id: 'p', roles: ['user'] }],
      slate: ['p'],
    })
    expect(fromYaml).toEqual(fromJson)
    expect(JSON.parse(fromYaml.out)).toMatchObject({ ok: true, seating: { p: 'a' }, broken: [], conflict: [], wishes: [], reasons: [] })
    expect(fromYaml.err).toBe('')
  })
  test('A9: unknown persons are an answer in JSON, a line, and exit 2', async () => {
    const { exit, out, err } = await run('check', { ...base, slate: ['aisha', 'nemo'] })
    expect({ exit, answer: JSON.parse(out), err }).toEqual({
      exit: 2,
      answer: { error: 'unknown-person', unknown: ['nemo'] },
      err: 'unknown person: "nemo"\n',
    })
    expect(JSON.parse((await run('replace', { ...base, seats: { aisha: 'external' }, leaving: 'bent' })).out)).toEqual({
      error: 'unknown-person',
      unknown: ['bent'],
    })
  })
  test('A30: explain, propose, replace and draw answer in the agreed words', { timeout: 120_000 }, async () => {
    const explained = JSON.parse(
      (
        await run('explain', {
          ...base,
          people: people.filter(p => !['dmytro', 'lars', 'aisha', 'bent'].includes(p.id)),
          archetypes: [
            { archetype: 'bruger', roles: ['user'] },
            { archetype: 'politiker', roles: ['councillor'] },
          ],
        })
      ).out,
    )
    expect(explained).toMatchObject({
      feasible: false,
      broken: ['size:external'],
      recruit: { min: 3, options: [['bruger', 'bruger', 'bruger']] },
      recruit_wishes: { min: 3, options: [['bruger', 'bruger', 'bruger']] },
    })
    expect(explained.reasons[0]).toMatchObject({ atom: 'size:external', source: { ref: 'A9' } })
    expect(explained.reasons[0].da).toContain('kun 1 i puljen kan sidde der')
    const proposed = JSON.parse(
      (
        await run('propose', {
          ...base,
          goals: [{ kind: 'covered', attr: 'knows', values: ['families', 'health'], weight: 2 }],
          k: 2,
          seed: 'a',
        })
      ).out,
    )
    expect(proposed).toMatchObject({ feasible: true, optimum: 4 })
    expect(proposed.slates[0].value).toBe(4)
    expect(proposed.never_selectable.map((n: Loose) => n.id)).toEqual(['elif', 'farid', 'nobody', 'omar'])
    const seats = Object.fromEntries(
      right.map(id => [id, ['grete', 'hassan', 'inger'].includes(id) ? 'council' : id === 'katrine' ? 'adviser' : 'external']),
    )
    expect(JSON.parse((await run('replace', { ...base, seats, leaving: 'grete' })).out)).toEqual({
      keep_seats: ['jonas'],
      reshuffle: [],
      vacant_ok: false,
      min_extra_removals: 0,
    })
    expect(JSON.parse((await run('draw', { ids: ['b', 'a', 'c'], n: 2, seed: 's' })).out).winners).toEqual(['c', 'b'])
    expect(
      JSON.parse(
        (
          await run('draw', {
            slates: [
              ['a', 'b'],
              ['b', 'c'],
            ],
            seed: 's',
          })
        ).out,
      ).winners,
    ).toHaveLength(2)
  })
  test('A30: a charter that contradicts itself is said to; too few archetypes is another thing', { timeout: 60_000 }, async () => {
    const against = { id: 'x', groups: [{ id: 'a', min: 2, max: 2 }], rules: [{ id: 'more', kind: 'total', min: 3 }] }
    const explained = JSON.parse((await run('explain', { charter: against, people: [{ id: 'p' }, { id: 'q' }] })).out)
    expect(explained).toMatchObject({
      feasible: false,
      contradiction: ['size:a', 'more'],
      recruit: { min: null, options: [], why: 'contradiction' },
    })
    const other = JSON.parse(
      (
        await run('explain', {
          charter: { id: 'x', groups: [{ id: 'a', min: 1, eligible: { attr: 'u', eq: true } }] },
          people: [],
          archetypes: [{ archetype: 'n', u: false }],
        })
      ).out,
    )
    expect(other).toMatchObject({ contradiction: [], recruit: { min: null, why: 'no-archetype-helps' } })
    const many = JSON.parse((await run('explain', { charter: { id: 'x', groups: [{ id: 'a', min: 7 }] }, people: [] })).out)
    expect(many.recruit).toMatchObject({ min: null, why: 'more-than-three', needed: 7 })
    expect(many.recruit.text.da).toContain('mangler I mindst 7 personer')
  })
})

describe('bad input: one clear line, exit 2', () => {
  const cases: [string, string, unknown, RegExp][] = [
    ['nothing', 'check', '   ', /empty/],
    ['an unknown operation', 'chek', base, /did you mean "check"/],
    ['not an object', 'check', '[1,2]', /must be an object/],
    ['broken JSON', 'check', '{"charter": {\n "id": "x",,\n}}', /^line 2: .*JSON/],
    ['JSON cut off', 'check', '{"charter": {"id"', /JSON/],
    ['broken YAML', 'check', 'charter:\n  id: x\n bad\n   - a: [', /^line \d/],
    ['a key twice in JSON', 'check', '{"charter": {"id": "x", "id": "y", "groups": []}, "people": [], "slate": []}', /"id" stands twice/],
    ['a key twice in YAML', 'check', 'charter: {id: a}\npeople: []\npeople: []\nslate: []', /^line 3/],
    ['no slate', 'check', changed(d => delete d.slate), /^slate: is missing/],
    ['no people', 'explain', changed(d => delete d.people), /people: is missing/],
    ['no id of the charter', 'check', changed(d => delete d.charter.id), /^line 1: charter\.id: is missing/],
    [
      'a misspelt field of the document',
      'check',
      (({ people: poeple, ...rest }) => ({ ...rest, poeple }))(base),
      /poeple: unknown field; did you mean "people"/,
    ],
    [
      'a misspelt field of a group',
      'check',
      changed(d => (d.charter.groups[0].mni = 3)),
      /charter\.groups\[0\]\.mni: unknown field; did you mean "min"/,
    ],
    [
      'a misspelt field of a rule',
      'check',
      changed(d => (d.charter.rules[0].strenght = 'must')),
      /rules\[0\]\.strenght: unknown field; did you mean "strength"/,
    ],
    ['an unknown rule kind', 'check', changed(d => (d.charter.rules[0].kind = 'cuont')), /did you mean "count"/],
    [
      'an unknown strength',
      'check',
      changed(d => (d.charter.rules[0].strength = 'shall')),
      /strength: must be one of "must", "should", "hint"/,
    ],
    [
      'an unknown test',
      'check',
      changed(d => (d.charter.groups[1].eligible = { attr: 'roles', hass: 'x' })),
      /hass: unknown field; did you mean "has"/,
    ],
    [
      'two tests in one condition',
      'check',
      changed(d => (d.charter.groups[1].eligible = { attr: 'age', gte: 1, lt: 2 })),
      /exactly one of/,
    ],
    ['a condition without an attribute', 'check', changed(d => (d.charter.groups[1].eligible = { has: 'x' })), /attr: must name/],
    ['null in a condition', 'check', changed(d => (d.charter.groups[1].eligible = { attr: 'x', eq: null })), /eq: must be/],
    ['a negative number', 'check', changed(d => (d.charter.groups[0].min = -1)), /groups\[0\]\.min: must not be negative/],
    ['a huge number', 'check', changed(d => (d.charter.groups[0].max = 1e300)), /groups\[0\]\.max/],
    ['a large number', 'check', changed(d => (d.charter.groups[0].max = 5_000_000)), /must not be larger than 1000000/],
    ['half a seat', 'check', changed(d => (d.charter.groups[0].max = 3.5)), /whole number/],
    ['a number as text', 'check', changed(d => (d.charter.groups[0].max = '4')), /groups\[0\]\.max/],
    [
      'a share of zero',
      'check',
      changed(d => (d.charter.rules[0] = { id: 's', kind: 'share', who: { all: [] }, min: [1, 0] })),
      /at least 1/,
    ],
    [
      'an unknown group in a rule',
      'check',
      changed(d => (d.charter.rules[0].in = ['externl'])),
      /no group "externl"; did you mean "external"/,
    ],
    [
      'an unknown seat',
      'check',
      changed(d => (d.slate[0] = { id: 'aisha', seat: 'counsil' })),
      /slate\[0\]\.seat: no group "counsil"; did you mean "council"/,
    ],
    ['two groups of one name', 'check', changed(d => (d.charter.groups[1].id = 'external')), /used by two groups/],
    ['a rule named like a size', 'check', changed(d => (d.charter.rules[0].id = 'size:external')), /used twice/],
    ['a person twice', 'check', changed(d => d.people.push({ id: 'aisha' })), /people\[15\]\.id: "aisha" is already used by people\[0\]/],
    ['a person without an id', 'check', changed(d => delete d.people[2].id), /people\[2\]\.id: must be an id/],
    ['an attribute that is an object', 'check', changed(d => (d.people[2].home = { town: 'x' })), /people\[2\]\.home/],
    [
      'an attribute nobody has',
      'check',
      changed(d => (d.charter.groups[1].eligible = { attr: 'rolles', has: 'councillor' })) &&
        changed(d => {
          for (const g of d.charter.groups) g.eligible = { attr: 'rolles', has: 'x' }
          d.charter.rules = []
        }),
      /no person has the attribute "rolles"; did you mean "roles"/,
    ],
    ['too many to draw', 'draw', { ids: ['a'], n: 2, seed: 's' }, /cannot draw 2 of 1/],
    ['no seed', 'draw', { ids: ['a'], n: 1 }, /seed: is missing/],
    ['an id twice in a draw', 'draw', { ids: ['a', 'a'], n: 1, seed: 's' }, /ids\[1\]/],
    ['an unknown goal', 'propose', { ...base, goals: [{ kind: 'cover', attr: 'x', values: [] }] }, /goals\[0\]\.kind/],
    ['a number that is none', 'check', 'charter: {id: x, groups: [{id: a, max: .nan}]}\npeople: []\nslate: []', /max/],
    ['a YAML anchor', 'check', 'charter: {id: x, groups: [&g {id: a}, *g]}\npeople: []\nslate: []', /^line 1: anchors and aliases/],
    ['a YAML circle', 'check', 'charter: &c\n  id: x\n  groups: []\n  rules: [*c]\npeople: []\nslate: []', /anchors and aliases/],
    ['two YAML documents', 'check', 'a: 1\n---\nb: 2\n', /^line \d/],
    ['a YAML tag', 'check', 'charter: !!js/function "x"\n', /^line 1/],
  ]
  for (const [name, operation, doc, expected] of cases)
    test(`A8: ${name}`, async () => expect(await refusal(operation, doc)).toMatch(expected))

  test('A8: the line is named where there is one', async () => {
    expect(await refusal('check', 'charter:\n  id: x\n  groups:\n    - id: a\n      mni: 3\npeople: []\nslate: []\n')).toMatch(
      /^line 5: charter\.groups\[0\]\.mni: unknown field; did you mean "min"\?/,
    )
    expect(
      await refusal(
        'check',
        JSON.stringify(
          changed(d => (d.charter.groups[0].mni = 1)),
          null,
          2,
        ),
      ),
    ).toMatch(/^line \d+: charter\.groups\[0\]\.mni/)
  })

  test('A8: bombs, depths and ten megabytes end at once', { timeout: 60_000 }, async () => {
    const start = performance.now()
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}*${'abcdefghi'[at]}]`),
    ].join('\n')
    expect(await refusal('check', bomb)).toMatch(/anchors/)
    expect(await refusal('check', '['.repeat(200_000))).toMatch(/nested/)
    expect(await refusal('check', '{"a":'.repeat(100_000))).toMatch(/nested/)
    expect(await refusal('check', `${'- '.repeat(50_000)}x`)).toMatch(/nested|object/)
    expect(await refusal('check', `{"charter":"${'x'.repeat(10_000_000)}"}`)).toMatch(/10 MB; the most is 8 MB/)
    let deep: object = { attr: 'x', eq: 1 }
    for (let at = 0; at < 45; at++) deep = { not: deep }
    expect(
      await refusal(
        'check',
        changed(d => (d.charter.groups[0].eligible = deep)),
      ),
    ).toMatch(/nested/)
    expect(performance.now() - start).toBeLessThan(30_000)
  })

  test('A8: a circle in data handed over by a program ends too', async () => {
    const { readCharter } = await import('../../src/councils/charters/index.ts')
    const circle: Loose = { all: [] }
    circle.all.push(circle)
    expect(readCharter({ id: 'x', groups: [{ id: 'a', eligible: circle }] })).toMatchObject({
      faults: [{ message: expect.stringContaining('circle') }],
    })
  })
})

// Nominations submitted: against a bare insert, how long the slowest take, and none lost or doubled with fifty at once.
import { setTimeout as pause } from 'node:timers/promises'
import { answersOf, codeOn, summaryOf } from '../test/faults/citizen.ts'
import { filledIn, formWith } from '../test/faults/forms.ts'
import { audit } from '../test/faults/kills/audit.ts'
import { newSite, type Site } from '../test/faults/site.ts'
import { figure, median, quantile, spread } from './figures.ts'
import { startLimits } from './ground.ts'
import { insertPaths } from './limits.ts'
import { type Load, load, postBytes } from './load.ts'

const address = '/bliv-medlem'

interface Ready {
  readonly fields: URLSearchParams
  readonly name: string
  readonly councils: readonly string[]
  readonly letter: boolean
}

/** Walks one form to its summary as a browser does; the others differ in their key and their answers only. */
async function forms(site: Site, from: number, count: number): Promise<Ready[]> {
  const made: Ready[] = []
  for (let n = from; n < from + count; n++) {
    const who = answersOf(n)
    let form = formWith((await site.get(address)).body, 'step')
    const walk = n === from
    const key = form?.controls.find(control => control.name === 'formKey')?.value ?? ''
    while (walk && form && !form.controls.some(control => control.name === 'step' && control.value === 'summary'))
      form = formWith((await site.post(address, filledIn(form, who.wishes))).body, 'step')
    const fields = walk && form ? filledIn(form, who.wishes) : summaryOf(who.wishes, key)
    made.push({ fields, name: who.name, councils: who.councils, letter: who.letter })
  }
  // Faster than a human types is asked to press once more.
  await pause(2_200)
  return made
}

/** How often the program is started: how its code comes to lie in memory is luck, and makes a tenth of the rate. */
const starts = 3

export async function benchSubmit(site: Site, { rounds, each }: { rounds: number; each: number }): Promise<void> {
  let number = 1
  const take = async (of: Site, count: number) => {
    const made = await forms(of, number, count)
    number += count
    return made
  }
  const send = async (port: number, path: string, made: readonly Ready[]): Promise<Load> => {
    const bodies = made.map(one => postBytes(port, path, one.fields))
    const done = await load({ port, connections: 10, count: bodies.length, request: i => bodies[i]! })
    if ((done.statuses[200] ?? 0) !== bodies.length) throw new Error(`submitting answered ${JSON.stringify(done.statuses)}`)
    return done
  }
  const ours: Load[] = []
  const limit: Load[] = []
  const raw: Load[] = []
  for (let start = 0; start < starts; start++) {
    // The last is the one everything else is measured in, which goes on running.
    const own = start < starts - 1 ? await newSite() : site
    if (own !== site) await own.start()
    const bare = await startLimits(own, {
      same: { headers: {}, body: '', encoding: 'base64' },
      role: 'raadslag_app',
      begin: '',
      statements: [],
      pageBytes: 0,
    })
    const runs = [
      { port: own.port, path: address, loads: ours },
      { port: bare.port, path: insertPaths.framework, loads: limit },
      { port: bare.port, path: insertPaths.raw, loads: raw },
    ]
    try {
      // Warm, all: Node compiles a way through a program while it is walked the first thousand times.
      for (let time = 0; time < 4; time++) {
        const made = await take(own, 250)
        for (const { port, path } of runs) await send(port, path, made)
      }
      for (let round = 0; round < Math.ceil(rounds / 2); round++) {
        const made = await take(own, each)
        for (const { port, path, loads } of round % 2 === 0 ? runs : runs.toReversed()) loads.push(await send(port, path, made))
      }
    } finally {
      await bare.stop()
      if (own !== site) await own.remove()
    }
  }
  const rate = (loads: readonly Load[]) => Math.round(median(loads.map(one => one.perSecond)))
  const ratiosTo = (loads: readonly Load[]) => ours.map((one, round) => one.perSecond / loads[round]!.perSecond)
  const ratios = ratiosTo(limit)
  figure('A37: a nomination submitted (durable, encrypted, with its letter, date and journal), 10 at once', {
    group: 'Nominations',
    target: '≥ 0.3 × a bare insert page in the same minute: the same framework, one row in a transaction',
    figure: `${median(ratios).toFixed(2)} ×`,
    met: median(ratios) >= 0.3,
    note: `${rate(ours)}/s beside ${rate(limit)}/s; of ${ours.length} rounds after ${starts} starts: ${spread(ratios)}`,
  })
  figure('the same beside one row inserted without a framework, by node:http alone', {
    group: 'Nominations',
    target: 'none set',
    figure: `${median(ratiosTo(raw)).toFixed(2)} ×`,
    met: null,
    note: `${rate(ours)}/s beside ${rate(raw)}/s; rounds ${spread(ratiosTo(raw))}`,
  })
  // Of all of them: the slowest of a few hundred says more of luck than of the hundredth.
  const slow = quantile(
    ours.flatMap(one => one.times),
    0.99,
  )
  figure('a nomination submitted, p99 at 10 at once', {
    group: 'Nominations',
    target: '≤ 50 ms',
    figure: `${slow.toFixed(0)} ms`,
    met: slow <= 50,
    note: `of ${ours.length * each}; rounds ${spread(
      ours.map(one => one.p99),
      0,
    )} ms; the bare insert: ${median(limit.map(one => one.p99)).toFixed(0)} ms`,
  })

  // Fifty at once, each form sent twice at the same time.
  const made = await take(site, 300)
  const bodies = made.flatMap(one => {
    const bytes = postBytes(site.port, address, one.fields)
    return [bytes, bytes]
  })
  const codes = new Map<string, Set<string>>()
  const times: number[] = []
  const done = await load({
    port: site.port,
    connections: 50,
    count: bodies.length,
    request: i => bodies[i]!,
    answered(_status, answer, i) {
      const code = codeOn(answer.toString())
      const name = made[i >> 1]!.name
      if (code) codes.set(name, (codes.get(name) ?? new Set()).add(code))
    },
  })
  times.push(done.p99)
  const acknowledged = made.flatMap(({ name, councils, letter }) =>
    [...(codes.get(name) ?? [])].map(code => ({ name, code, councils, letter })),
  )
  const found = await audit(site, acknowledged, null)
  const whole = acknowledged.length === made.length && done.statuses[200] === bodies.length
  figure('300 nominations at 50 at once, each sent twice at the same moment', {
    group: 'Nominations',
    target: '0 lost, 0 doubled, each with its receipt',
    figure: `${found.lost} lost, ${found.doubled} doubled, ${found.halves} half, ${acknowledged.length} receipts`,
    met: whole && found.lost + found.doubled + found.halves === 0,
    note: `${Math.round(done.perSecond)} answers/s, p99 ${quantile(times, 1).toFixed(0)} ms`,
  })
}

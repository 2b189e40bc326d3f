// Kills with -9 at every step of telling: nothing by half, the form goes on, and a receipt is valid or was never shown.
import { setTimeout as pause } from 'node:timers/promises'
import { chance } from '../kills/kills.ts'
import type { Site, SiteOptions } from '../site.ts'
import { openTellingSite } from './open-site.ts'
import { type TellStep, type Told, teller, tellSteps } from './teller.ts'

export interface VoiceKillReport {
  kills: number
  /** Presses under way when the site went, by step. */
  interrupted: Record<TellStep, number>
  told: number
  lost: number
  doubled: number
  halves: number
  /** What a teller met that nobody should. */
  strange: string[]
  clean?: VoiceKillReport
}

/** A voice without its key, first line, way back, promise or journal; or one of these without its voice; an accepted form without one. */
const halves = `select (
  (select count(*) from voice v where
    (select count(*) from keys.data_key k where k.thing_id = v.id) <> 1
    or (select count(*) from voice_line l where l.voice_id = v.id and l.position = 1 and l.kind = 'told') <> 1
    or (select count(*) from voice_receipt r where r.voice_id = v.id) <> 1
    or not exists (select from due d where d.about = v.id)
    or (select count(*) from journal j where j.about = v.id and j.kind = 'voice.received') <> 1
    or not exists (select from accepted_form f where f.result ->> 'voiceId' = v.id::text))
  + (select count(*) from thing t where t.kind = 'voice' and t.erased_at is null and not exists (select from voice v where v.id = t.id))
  + (select count(*) from accepted_form f where f.result ->> 'of' = 'voice' and not exists (select from voice v where v.id::text = f.result ->> 'voiceId'))
)::int as halves`

export interface VoiceKillOptions {
  readonly seed?: number
  /** Tellers at each step at once. */
  readonly each?: number
  /** Plants a fault before one more kill: the negative control. What was counted before it stands in `clean`. */
  readonly sabotage?: (site: Site) => Promise<void>
  /** Makes the site; a new one unless told. */
  readonly open?: (options: SiteOptions) => Promise<Site>
  readonly log?: (report: VoiceKillReport) => void
}

export async function voiceKills(
  n: number,
  { seed = 1, each = 2, sabotage, open, log = () => {} }: VoiceKillOptions = {},
): Promise<VoiceKillReport> {
  const report: VoiceKillReport = {
    kills: 0,
    interrupted: Object.fromEntries(tellSteps.map(step => [step, 0])) as Record<TellStep, number>,
    told: 0,
    lost: 0,
    doubled: 0,
    halves: 0,
    strange: [],
  }
  const site = await openTellingSite(open)
  const random = chance(seed)
  let number = 0
  try {
    const all: Told[] = []
    while (report.kills < n + (sabotage ? 1 : 0)) {
      if (report.kills === n) {
        Object.assign(report, { clean: { ...report, interrupted: { ...report.interrupted }, strange: [...report.strange] } })
        await sabotage!(site)
      }
      const people = tellSteps.flatMap(step => Array.from({ length: each }, () => teller(site, ++number, step)))
      for (const person of people) await person.begin()
      const pressed = people.map(person => person.press())
      // Mostly while the step is under way, sometimes after it is kept and before its answer is read.
      await pause(1 + random() * random() * 500)
      await site.kill()
      for (const [at, answered] of (await Promise.all(pressed)).entries()) if (!answered) report.interrupted[people[at]!.step]++
      report.kills++
      await site.start()
      for (const person of people)
        try {
          all.push(await person.finish())
        } catch (error) {
          if (report.strange.length < 8) report.strange.push((error as Error).message)
        }
      report.told = all.length
      const counted = Number((await site.sql('select count(*)::int as n from voice'))[0]!.n)
      report.doubled = Math.max(0, counted - number)
      report.lost = Math.max(0, number - counted)
      report.halves = Number((await site.sql(halves))[0]!.halves)
      if (new Set(all.map(one => one.code)).size !== all.length) report.strange.push('two tellings, one code')
      log(report)
    }
  } finally {
    await site.remove()
  }
  return report
}

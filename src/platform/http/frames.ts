// The frame of a page per municipality and language, remembered until one of the tables it was made from changes.
import type { Ctx } from '../context.ts'
import { look } from '../db/act.ts'
import type { Lang } from '../i18n.ts'
import type { Frame, House } from './house.ts'

interface Remembered {
  readonly frame: Frame
  readonly tables: ReadonlySet<string>
}
export interface Frames {
  /** The frame and the tables it was made from; read in a transaction of its own when it must be made anew. */
  of(municipalityId: string, lang: Lang): Promise<Remembered>
  /** The last frame known, however old: for the page that says that the store is away. */
  last(municipalityId: string, lang: Lang): Frame | null
}

export function createFrames(ctx: Ctx, house: House): Frames {
  const known = new Map<string, Remembered>()
  const last = new Map<string, Frame>()
  ctx.kept.onForget((municipalityId, changed) => {
    for (const [key, { tables }] of known) {
      if (municipalityId !== '' && !key.startsWith(municipalityId)) continue
      if (changed === 'all' || [...tables].some(table => changed.has(table))) known.delete(key)
    }
  })
  return {
    async of(municipalityId, lang) {
      const key = `${municipalityId}|${lang}`
      const found = known.get(key)
      if (found && (found.frame.validUntil === null || found.frame.validUntil > ctx.clock.now())) return found
      const begun = ctx.kept.begin()
      const { value: frame, touched } = await look(ctx.database, { kind: 'anyone', municipalityId }, tx => house.frame(tx, lang), 'public')
      const made = { frame, tables: new Set(touched.read) }
      // Something it was made from changed while it was read: use it once, remember the next one.
      if (ctx.kept.hears() && !ctx.kept.changedSince(municipalityId, made.tables, begun)) known.set(key, made)
      last.set(key, frame)
      return made
    },
    last: (municipalityId, lang) => last.get(`${municipalityId}|${lang}`) ?? null,
  }
}

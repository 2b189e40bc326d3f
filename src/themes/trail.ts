// The trail of one voice, for whoever told: your words, the summary, the theme, and what came of it. Read through a link that only the voice's own key opens.
import type { Tx } from '../platform/db/act.ts'
import type { Voice } from '../voices/index.ts'
import { publishedTheme } from './published-store.ts'
import type { SummaryState } from './summary.ts'
import { type Summary, summaryOfVoice } from './summary-store.ts'
import type { Came } from './tables.ts'
import type { Life } from './theme.ts'

export interface Trail {
  readonly toldOn: string
  readonly summary: Summary | null
  /** The theme, once everybody can read it. */
  readonly theme: {
    readonly slug: string
    readonly title: string
    readonly life: Life
    readonly came: readonly Came[]
    readonly on: string
  } | null
  readonly next: 'asked' | 'human' | 'theme' | 'out' | 'council' | null
}
export async function trailOf(tx: Tx, voice: Voice): Promise<Trail> {
  const summary = await summaryOfVoice(tx, voice.row.id)
  // A theme can be out with others' words while this one still waits: it is theirs only once their own has gone out.
  const out = summary?.state === 'published' && summary.themeId ? await publishedTheme(tx, { id: summary.themeId }) : null
  const theme = out && { slug: out.slug, title: out.title, life: out.life, came: out.came, on: summary!.published_on! }
  return { toldOn: voice.row.received_on, summary, theme, next: nextOf(summary?.state ?? null, theme?.life ?? null) }
}
function nextOf(state: SummaryState | null, life: Life | null): Trail['next'] {
  switch (state) {
    case 'asked':
      return 'asked'
    case 'confirmed':
      return 'human'
    case 'approved':
      return 'theme'
    case 'gathered':
      return 'out'
    case 'published':
      return life === 'open' ? 'council' : null
    default:
      return null
  }
}

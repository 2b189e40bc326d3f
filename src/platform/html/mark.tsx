// Keeps the small signs that stand before a word. They are drawn, so they print and survive forced colours.
import type { ComponentChildren } from 'preact'

/** `disc`, `half`, `ring` and `dashed` are proofs and answers; the others are the force of a rule. */
export type MarkKind = 'broken' | 'open' | 'should' | 'hint' | 'undocumented' | 'disc' | 'half' | 'ring' | 'dashed' | 'deadline'

const SIGNS: Record<MarkKind, () => ComponentChildren> = {
  broken: () => <path fill="currentColor" fill-rule="evenodd" d="M1 1h14v14H1zm6 2.5v5.5h2V3.500zm0 7v2h2v-2z" />,
  open: () => <path fill="none" stroke="currentColor" stroke-width="2" d="M2 2h12v12H2z" />,
  should: () => <path fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.8 1.7" d="M8 1.5 14.5 8 8 14.5 1.5 8z" />,
  hint: () => <circle cx="8" cy="8" r="2.75" fill="currentColor" />,
  undocumented: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.4">
      <circle cx="8" cy="8" r="6.8" />
      <circle cx="8" cy="8" r="3.8" />
    </g>
  ),
  disc: () => <circle cx="8" cy="8" r="7" fill="currentColor" />,
  half: () => (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path fill="currentColor" d="M8 1.800v12.400A6.2 6.2 0 0 0 8 1.800z" />
    </>
  ),
  ring: () => <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />,
  dashed: () => <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2.27" />,
  deadline: () => <path fill="none" stroke="currentColor" stroke-width="1.6" d="M3 2h10M3 14h10M4.5 2c0 7 7 5 7 12M11.5 2c0 7-7 5-7 12" />,
}

/** A sign without words: the word always stands beside it. */
export function Mark({ kind }: { kind: MarkKind }) {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
      {SIGNS[kind]()}
    </svg>
  )
}

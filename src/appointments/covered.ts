// Which of the kinds of knowledge a council wants are there, and with whom (A14): a view, never a rule.
import type { Competence, Composed } from './composed.ts'

export interface Covered extends Competence {
  /** Names of those on the seats who bring it; empty: the hint is to designate an adviser. */
  readonly by: readonly string[]
}
export function covered({ competences, placed, people }: Pick<Composed, 'competences' | 'placed' | 'people'>): Covered[] {
  return competences.map(one => ({
    ...one,
    by: placed.flatMap(({ person }) => {
      const somebody = people.get(person)
      const brings = somebody?.person.competences
      return somebody && Array.isArray(brings) && (brings as readonly unknown[]).includes(one.slug) ? [somebody.name] : []
    }),
  }))
}

// What somebody typed into a form that could not be taken: given back to them, so that it is not lost.

/** Keys, codes and traps are nobody's words. */
const notWords = new Set(['formKey', 'code', 'blank', 'telefax'])
/** Shorter ones are typed again in a moment, and ids have no space. */
const shortest = 12

/** The posted texts a human wrote, in the order of the form. */
export function typedWords(values: Readonly<Record<string, string | readonly string[]>>): string[] {
  return Object.entries(values)
    .filter(([field]) => !notWords.has(field))
    .flatMap(([, value]) => value)
    .map(value => value.trim())
    .filter(value => value.length >= shortest && /\s/.test(value))
}

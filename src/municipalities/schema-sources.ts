// The register of sources: the texts shipped word for word with their sentences, and the outside pages that facts are taken from.
import { z } from 'zod'
import { allowedHint } from './did-you-mean.ts'
import { FORCES, localTime, looseDate, maybe, record, signature, slug, type Text, text, url } from './schema-words.ts'

const sentenceId = z
  .string()
  .regex(/^[A-Z]{1,2}\d{1,3}[a-z]?$/, { error: issue => `"${String(issue.input)}" is not a sentence id such as "A10" or "B1a".` })
const force = z.enum(FORCES)
/** The words of force as they stand in the sentence ("skal", "ønsker"): pages print them bold. */
const verbs = z.array(z.string()).default([])

const part = record({ id: sentenceId, text, force, verbs })
const sentence = record({
  id: sentenceId,
  text,
  force,
  verbs,
  /** The id of the sentence that this one repeats; the other one is the truth. */
  sameAs: maybe(sentenceId),
  parts: z.array(part).default([]),
  note: maybe(text),
  /** Why the sentence is used nowhere in the data, when it is not. */
  notData: maybe(text),
})

const sourceText = record({
  slug,
  file: z.string().regex(/^[\w.-]+\.txt$/, { error: 'Name a .txt file that lies in the folder "sources".' }),
  title: text,
  publisher: z.string(),
  published: maybe(localTime),
  url: maybe(url),
  invented: z.boolean().default(false),
  note: maybe(text),
  /** Words of the text that are nobody's sentence: labels and subheadings without an id. */
  headings: z.array(z.string()).default([]),
  sentences: z.array(sentence).min(1),
})
const sourcePage = record({
  slug,
  title: z.string(),
  publisher: z.string(),
  url: maybe(url),
  published: maybe(looseDate),
  /** `copy`: read as a stored copy; `paper`: from a document at hand; `product`: the product's own choice; `unread`: known in general, not read. */
  read: z.enum(['copy', 'paper', 'product', 'unread']),
  verified: maybe(signature),
  note: maybe(text),
})
export const sourcesFile = record({ texts: z.array(sourceText).default([]), pages: z.array(sourcePage).default([]) })

export type SourcePage = z.infer<typeof sourcePage>
/** A shipped text; `content` is the file word for word. */
export type SourceText = z.infer<typeof sourceText> & { content: string }

/** A sentence or a part of one as the rest of the data points to it. */
export type Quotable = { ref: string; text: Text; force: z.infer<typeof force>; verbs: string[]; source: string; sentence: string }
/** What may be quoted and cited. A null register (its file is faulty) accepts everything, so that one fault is not reported a hundred times. */
export type Register = { quotes: Map<string, Quotable>; pages: Set<string> } | null

/** The register made of a sources file; a repeated id keeps the first (the check reports the second). */
export function registerOf(file: z.infer<typeof sourcesFile>): NonNullable<Register> {
  const quotes = new Map<string, Quotable>()
  for (const source of file.texts) {
    for (const whole of source.sentences) {
      for (const { id, text: said, force: strength, verbs: bold } of [whole, ...whole.parts]) {
        if (!quotes.has(id)) quotes.set(id, { ref: id, text: said, force: strength, verbs: bold, source: source.slug, sentence: whole.id })
      }
    }
  }
  return { quotes, pages: new Set(file.pages.map(page => page.slug)) }
}

/** A sentence of a shipped text, named by its id. The words, their force and their translations come from the register; words repeated in the file must be the same. */
export function quote(register: Register) {
  const shape = record({ ref: sentenceId, text: z.string().optional(), note: maybe(text) })
  return z
    .preprocess(value => (typeof value === 'string' ? { ref: value } : value), shape)
    .transform((given, context) => resolve(register, given, context))
}

type Given = { ref: string; text?: string | undefined; note: Text | null }
type Context = { issues: { push(issue: unknown): unknown } }

/** The registered sentence behind a reference; an unknown id, or words that differ, become faults at the right field. */
export function resolve(register: Register, given: Given, context: Context): Quotable & { note: Text | null } {
  const found = register?.quotes.get(given.ref)
  const fault = (path: string, message: string) => context.issues.push({ code: 'custom', path: [path], message, input: given })
  if (register && !found)
    fault('ref', `There is no sentence "${given.ref}" in sources/index.yaml.${allowedHint(given.ref, [...register.quotes.keys()])}`)
  if (found && given.text !== undefined && given.text !== found.text.da)
    fault('text', `These are not the words of ${given.ref}, which are: "${found.text.da}"`)
  const empty = {
    ref: given.ref,
    text: { da: given.text ?? '', checked: null },
    force: 'fact',
    verbs: [],
    source: '',
    sentence: given.ref,
  } as const
  return { ...(found ?? { ...empty, verbs: [] }), note: given.note }
}

/** What a fact rests on: ids of sentences and keys of pages. */
export function cites(register: Register) {
  return z.array(
    z.string().superRefine((name, context) => {
      if (register === null || register.quotes.has(name) || register.pages.has(name)) return
      const known = [...register.pages, ...register.quotes.keys()]
      context.addIssue({
        code: 'custom',
        message: `There is no sentence or page "${name}" in sources/index.yaml.${allowedHint(name, known)}`,
      })
    }),
  )
}

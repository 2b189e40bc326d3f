// The shape of news/*.md: what stands above the text, and the blocks the text is made of.
import { z } from 'zod'
import { cites, type Register } from './schema-sources.ts'
import { localTime, maybe, record, slug, text } from './schema-words.ts'

/** The schema of the front matter of a news file. The body belongs to the newest version. */
export function newsHead(register: Register) {
  return record({
    slug,
    title: text,
    /** True when the headline is ours and not the publisher's. */
    titleOurs: z.boolean().default(false),
    summary: maybe(text),
    publisher: z.string(),
    /** The shipped text that the body repeats word for word, when it does. */
    verbatim: maybe(slug),
    councils: z.array(slug).default([]),
    /** Oldest first; times are the municipality's own clock (Europe/Copenhagen). */
    versions: z
      .array(record({ version: z.int().min(1), published: localTime, sources: cites(register).default([]), change: maybe(text) }))
      .min(1),
    note: maybe(text),
  })
}
type NewsHead = z.infer<ReturnType<typeof newsHead>>
/** A piece of a news text, ready to be set: no markup is left in the words. */
export type NewsBlock = { kind: 'heading' | 'paragraph' | 'quote'; text: string } | { kind: 'list'; items: string[] }
export type News = NewsHead & { body: string; blocks: NewsBlock[] }

/** The blocks of a news body: "## " is a heading, "> " a quote, "- " a list; everything else a paragraph; blocks are parted by empty lines. */
export function newsBlocks(body: string): NewsBlock[] {
  return body
    .split(/\n[ \t\u00a0]*\n/)
    .map(block => block.trim())
    .filter(block => block !== '')
    .map(block => {
      if (block.startsWith('## ')) return { kind: 'heading', text: block.slice(3) }
      if (block.startsWith('> ')) return { kind: 'quote', text: block.replace(/^> ?/gm, '').replace(/\n/g, ' ') }
      if (block.startsWith('- '))
        return {
          kind: 'list',
          items: block
            .split(/^- /m)
            .slice(1)
            .map(item => item.trim().replace(/\n/g, ' ')),
        }
      return { kind: 'paragraph', text: block.replace(/\n/g, ' ') }
    })
}

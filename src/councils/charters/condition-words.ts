// How a condition is put together in words: what is simple first, nested parts by "either", "both" and "but not" instead of brackets.
import type { Predicate } from './charter.ts'

/** One question about a person, without parts. */
export type Leaf = Exclude<Predicate, { all: Predicate[] } | { any: Predicate[] } | { not: Predicate } | { hasAny: unknown[] }>

/** The joining words of a language. Every list has at least one text. */
export interface Joins {
  or(list: readonly string[]): string
  /** The same where it is one part of several: "enten a eller b". */
  either(list: readonly string[]): string
  and(list: readonly string[]): string
  /** Several at once as one of several ways: "både a og b". */
  both(list: readonly string[]): string
  /** None of them: "ikke a", "hverken a eller b". */
  none(list: readonly string[]): string
  /** After what is asked: "…, men ikke a". */
  butNone(asked: string, list: readonly string[]): string
  /** A part that no words keep apart. */
  part(text: string): string
  everybody: string
  nobody: string
}

type Node = { leaf: Leaf } | { all: Node[] } | { any: Node[] } | { none: Node[] }

/** The condition as a phrase. Two conditions that read the same ask the same. */
export function conditionInWords(asked: Predicate, leaf: (one: Leaf) => string, joins: Joins): string {
  return say(nodeOf(asked))

  function say(node: Node): string {
    if ('leaf' in node) return leaf(node.leaf)
    if ('none' in node) return simple(node.none) ? joins.none(node.none.map(say)) : joins.none([joins.part(or(node.none))])
    if ('any' in node) return node.any.length > 0 ? or(node.any) : joins.nobody
    return node.all.length > 0 ? and(node.all) : joins.everybody
  }
  function or(parts: readonly Node[]): string {
    const [leaves, others] = apart(parts, isLeaf)
    return joins.or([...leaves.map(say), ...others.map(oneWay)])
  }
  /** One of several ways to meet a condition. */
  function oneWay(part: Node): string {
    if ('all' in part && part.all.length > 1 && simple(part.all)) return joins.both(part.all.map(say))
    return 'none' in part && part.none.length === 1 && simple(part.none) ? say(part) : joins.part(say(part))
  }
  function and(parts: readonly Node[]): string {
    const [nots, asks] = apart(parts, part => 'none' in part && simple(part.none))
    const none = nots.flatMap(part => ('none' in part ? part.none.map(say) : []))
    if (asks.length === 0) return joins.none(none)
    const [leaves, others] = apart(asks, isLeaf)
    const asked = joins.and([...leaves.map(say), ...others.map(besides)])
    return none.length > 0 ? joins.butNone(asked, none) : asked
  }
  /** One of several things that are all asked. */
  function besides(part: Node): string {
    if (!('any' in part) || part.any.length < 2) return joins.part(say(part))
    const [leaves, others] = apart(part.any, isLeaf)
    return joins.either([...leaves.map(say), ...others.map(oneWay)])
  }
}

const isLeaf = (node: Node) => 'leaf' in node
const simple = (nodes: readonly Node[]) => nodes.length > 0 && nodes.every(isLeaf)
const apart = (nodes: readonly Node[], first: (node: Node) => boolean): [Node[], Node[]] => [
  nodes.filter(first),
  nodes.filter(node => !first(node)),
]

/** The same condition with what belongs together in one list: parts of a kind are one part, and a list of values is as many questions. */
function nodeOf(asked: Predicate): Node {
  if ('all' in asked) return gathered('all', asked.all.map(nodeOf))
  if ('any' in asked) return gathered('any', asked.any.map(nodeOf))
  if ('not' in asked) {
    const node = nodeOf(asked.not)
    return 'any' in node && node.any.length > 0 ? { none: node.any } : { none: [node] }
  }
  if ('hasAny' in asked)
    return gathered(
      'any',
      asked.hasAny.map(value => ({ leaf: { attr: asked.attr, has: value } })),
    )
  return { leaf: asked }
}

function gathered(kind: 'all' | 'any', nodes: readonly Node[]): Node {
  const parts = nodes.flatMap(node => (kind in node ? (node as Record<typeof kind, Node[]>)[kind] : [node]))
  if (parts.length === 1) return parts[0]!
  return kind === 'all' ? { all: parts } : { any: parts }
}

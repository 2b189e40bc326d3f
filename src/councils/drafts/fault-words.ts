// What is wrong with a pasted or typed charter, said to a secretary: where it stands, and what to do.
import type { Said } from '../../platform/refusal.ts'
import type { Fault } from '../charters/index.ts'

const fields: Readonly<Record<string, string>> = {
  id: 'kort navn (id)',
  name: 'navn',
  text: 'tekst',
  source: 'kilde',
  ref: 'sted (ref)',
  min: 'mindst (min)',
  max: 'højst (max)',
  eligible: 'hvem kan få pladsen (eligible)',
  who: 'hvem (who)',
  in: 'hvilke pladser (in)',
  strength: 'styrke (strength)',
  kind: 'slags (kind)',
  values: 'værdier (values)',
  attr: 'kendetegn (attr)',
  voting: 'stemmeret (voting)',
  each_min: 'mindst hver (each_min)',
  max_diff: 'største forskel (max_diff)',
  groups: 'pladser (groups)',
  rules: 'regler (rules)',
}

/** The engine's English patterns and our Danish; the parts in quotes are taken over. */
const patterns: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^unknown field; did you mean "(.+)"\?$/, to => `Dette felt findes ikke. Mente du »${to}«?`],
  [/^unknown field; allowed here: (.+)$/, list => `Dette felt findes ikke. Her kan stå: ${list}.`],
  [/^this field belongs to rules of another kind$/, () => 'Dette felt hører til en anden slags regel.'],
  [/^unknown kind (.+); did you mean "(.+)"\?$/, (kind, to) => `Der er ingen slags regel, der hedder ${kind}. Mente du »${to}«?`],
  [/^unknown kind (.+); allowed: (.+)$/, (kind, list) => `Der er ingen slags regel, der hedder ${kind}. Vælg en af disse: ${list}.`],
  [/^is missing; allowed: (.+)$/, list => `Skriv, hvilken slags regel det er: ${list}.`],
  [/^is missing\b.*$/, () => 'Dette mangler.'],
  [/^must not be negative$/, () => 'Tallet kan ikke være mindre end 0.'],
  [/^must not be larger than (\d+)$/, most => `Tallet er for stort. Det kan højst være ${most}.`],
  [/^must be a whole number$/, () => 'Skriv et helt tal.'],
  [/^must be a number.*$/, () => 'Skriv et tal.'],
  [/^must be a text.*$/, () => 'Skriv en tekst.'],
  [/^must be a list of conditions$/, () => 'Skriv en liste af betingelser.'],
  [/^must be a list.*$/, () => 'Skriv en liste.'],
  [/^must be (?:an object|true or false)$/, () => 'Her står noget af den forkerte slags.'],
  [/^must be a date like .*$/, () => 'Skriv datoen som 2026-01-31.'],
  [/^must be a fraction.*$/, () => 'Skriv en brøk, fx "1/2".'],
  [/^must be one of (.+)$/, list => `Vælg en af disse: ${list}.`],
  [/^must name the attribute.*$/, () => 'Skriv, hvilket kendetegn betingelsen spørger om (attr).'],
  [
    /^needs exactly one of (.+?)(?:; put several into "all")?$/,
    list => `En betingelse skal have netop én af disse: ${list}. Flere samles i »all«.`,
  ],
  [/^needs two different values$/, () => 'Vælg to forskellige værdier.'],
  [/^cannot stand beside "(.+)"; .*$/, word => `Kan ikke stå ved siden af »${word}«. Saml begge i »all«.`],
  [/^a condition must be an object.*$/, () => 'Betingelsen kan ikke læses. Skriv den som {attr: …, eq: …}.'],
  [/^a condition nested more than (\d+) deep.*$/, deep => `Betingelsen er pakket ind mere end ${deep} gange, eller den går i ring.`],
  [/^no group "(.+)"; did you mean "(.+)"\?$/, (name, to) => `Der er ingen pladser, der hedder »${name}«. Mente du »${to}«?`],
  [/^no group "(.+)"; groups: (.*)$/, (name, list) => `Der er ingen pladser, der hedder »${name}«. Der er: ${list}.`],
  [/^"(.+)" is used by two groups$/, name => `To slags pladser hedder »${name}«. Giv dem hver sit navn.`],
  [/^"(.+)" is used twice; .*$/, name => `»${name}« er brugt to gange. Hver regel skal have sit eget navn.`],
  [
    /^"(.+)" is not among the charter's attributes; did you mean "(.+)"\?$/,
    (name, to) => `Kendetegnet »${name}« står ikke på listen. Mente du »${to}«?`,
  ],
  [/^"(.+)" is not among the charter's attributes; listed: (.*)$/, (name, list) => `Kendetegnet »${name}« står ikke på listen: ${list}.`],
  [
    /^"(.+)" is not a value of "(.+)"; did you mean "(.+)"\?$/,
    (value, attr, to) => `»${value}« hører ikke til »${attr}«. Mente du »${to}«?`,
  ],
  [/^"(.+)" is not a value of "(.+)"; listed: (.*)$/, (value, attr, list) => `»${value}« hører ikke til »${attr}«. Der er: ${list}.`],
  [/^at most (\d+) groups$/, most => `Der kan højst være ${most} slags pladser.`],
  [/^at most (\d+) rules$/, most => `Der kan højst være ${most} regler.`],
  [/^a charter must be an object.*$/, () => 'Teksten er ikke en vedtægt. Den skal have id, groups og rules.'],
  [/^a rule must be an object.*$/, () => 'Reglen kan ikke læses. Den skal have id og kind.'],
  [/^an id must not begin.*$/, () => 'Et kort navn må ikke begynde eller slutte med mellemrum.'],
  [/^has the wrong type$/, () => 'Her står noget af den forkerte slags.'],
  [/^the document is (\d+) MB; the most is 8 MB$/, size => `Teksten fylder ${size} MB. Den må højst fylde 8 MB.`],
  [/^the document is empty$/, () => 'Der står ikke noget.'],
  [/^a YAML document may be 2 MB.*$/, () => 'Teksten er for lang.'],
  [/^(?:the document is )?nested (?:too deep|more than \d+ deep).*$/, () => 'Teksten er pakket for mange gange ind i sig selv.'],
  [/^anchors and aliases.*$/, () => 'Genveje med & og * bliver ikke læst. Skriv stykket helt ud.'],
  [/^"(.+)" stands twice in the same object$/, key => `»${key}« står to gange samme sted.`],
  [/^this is not valid JSON \((.*)\)$/, () => 'Teksten er ikke gyldig JSON.'],
]

/** A message of the engine in Danish; what no pattern knows stays as the engine says it, after a word of ours. */
export function inDanish(message: string): string {
  const line = /^line (\d+): /.exec(message)
  const bare = line ? message.slice(line[0].length) : message
  for (const [pattern, words] of patterns) {
    const found = pattern.exec(bare)
    if (found) return `${line ? `Linje ${line[1]}: ` : ''}${words(...found.slice(1))}`
  }
  return `${line ? `Linje ${line[1]}: ` : ''}Dette kan ikke læses: ${bare}`
}

/** Where a fault stands: "Pladser 2 (council), mindst (min)". */
function placeOf({ path }: Fault, document: unknown): string {
  const [top, at, ...rest] = path
  const list = (document as Record<string, unknown> | null)?.[String(top)]
  const named = Array.isArray(list) ? (list[Number(at)] as { id?: unknown } | undefined)?.id : undefined
  const of = (step: string | number) => (typeof step === 'number' ? `nr. ${step + 1}` : (fields[step] ?? step))
  if ((top === 'groups' || top === 'rules') && typeof at === 'number') {
    const what = `${top === 'groups' ? 'Pladser' : 'Regel'} ${at + 1}${typeof named === 'string' ? ` (${named})` : ''}`
    return [what, ...rest.map(of)].join(', ')
  }
  return path.map(of).join(', ')
}

/** The first of these faults, and how many more there are, in one line. */
export function faultInWords(faults: readonly Fault[], document: unknown, line: number | null = null): Said {
  const [first] = faults
  const more = faults.length - 1
  const where = placeOf(first!, document)
  const at = { da: line ? `Linje ${line}. ` : '', en: line ? `Line ${line}. ` : '' }
  const path = first!.path.join('.')
  return {
    da: `${at.da}${where ? `${where}: ` : ''}${inDanish(first!.message)}${more > 0 ? ` (og ${more} til)` : ''}`,
    en: `${at.en}${path ? `${path}: ` : ''}${first!.message}${more > 0 ? ` (and ${more} more)` : ''}`,
  }
}

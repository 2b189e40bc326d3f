// The places in a letter to many that are filled for each organisation. Pure.
import type { Shortcoming } from '../platform/refusal.ts'

export const mergeFields = ['forening', 'kontaktperson', 'raad', 'frist', 'link'] as const
export type MergeField = (typeof mergeFields)[number]
export type Filling = Readonly<Record<MergeField, string>>

const field = /\{([^{}\n]{0,40})\}/g

/** The text with every place filled. What was filled in is never read as a place again. */
export const merged = (text: string, filling: Filling): string =>
  text.replace(field, (whole, name: string) => (Object.hasOwn(filling, name) ? filling[name as MergeField] : whole))

/** Places nobody can fill, and a letter without the link: then the organisation could not answer. */
export function mergeFaults(subject: string, body: string): Shortcoming[] {
  const known = mergeFields.map(name => `{${name}}`).join(', ')
  const stray = (text: string) =>
    [...text.matchAll(field)].map(found => found[1]!).filter(name => !(mergeFields as readonly string[]).includes(name))
  const faults: Shortcoming[] = []
  for (const [name, text] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    const [first] = stray(text)
    if (first !== undefined)
      faults.push({
        field: name,
        message: { da: `{${first}} kan ikke udfyldes. Brug ${known}.`, en: `{${first}} cannot be filled in. Use ${known}.` },
      })
    else if (/[{}]/.test(text.replace(field, '')))
      faults.push({
        field: name,
        message: { da: `En klamme står alene. Brug ${known}.`, en: `A brace stands alone. Use ${known}.` },
      })
  }
  if (subject.includes('{link}'))
    faults.push({ field: 'subject', message: { da: 'Linket må kun stå i brevet.', en: 'The link may only stand in the letter.' } })
  if (!body.includes('{link}'))
    faults.push({
      field: 'body',
      message: {
        da: 'Skriv {link} i brevet. Ellers kan foreningen ikke svare.',
        en: 'Write {link} in the letter. Otherwise the organisation cannot answer.',
      },
    })
  return faults
}

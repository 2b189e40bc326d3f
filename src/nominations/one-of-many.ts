// Several forms of the same kind on one page: each field carries its form's name, so that labels, errors and ids belong to one of them.
import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'

/** The name of a field in its form. */
export const inForm = (form: string, field: string): string => `${field}.${form}`

export type Named<I> = I & { readonly form: string }
/** Reads the fields of the form that says its name in `form`; faults carry the whole names. */
export function oneOfMany<I extends object>(schema: z.ZodType<I>): z.ZodType<Named<I>> {
  return z.unknown().transform((raw, context): Named<I> => {
    const posted = (raw ?? {}) as Record<string, string | string[]>
    const form = String([posted.form].flat()[0] ?? '')
    const own = Object.fromEntries(
      Object.entries(posted).flatMap(([name, value]) =>
        name.endsWith(`.${form}`) ? [[name.slice(0, -form.length - 1), value] as const] : [],
      ),
    )
    const read = schema.safeParse(own)
    if (read.success) return { ...read.data, form }
    for (const issue of read.error.issues) context.addIssue({ ...issue, code: 'custom', path: [inForm(form, String(issue.path[0] ?? ''))] })
    return z.NEVER
  }) as unknown as z.ZodType<Named<I>>
}

/** Runs a deed whose refusals name plain fields; they come back with the name of their form. */
export async function renaming<R>(form: string, deed: () => Promise<R>): Promise<R> {
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.shortcomings.map(({ field, message }) => (field ? { field: inForm(form, field), message } : { message })))
  }
}

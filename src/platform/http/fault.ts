// How a fault of ours is named in the log.

/** Where a fault happened, without any text that could carry a person's words. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const frame = error.stack?.split('\n').find(line => line.includes('/src/') || line.includes('/dist/'))
  const code = (error as { code?: string }).code
  return `${error.name}${code ? ` ${code}` : ''}${
    frame
      ? ` at ${frame
          .trim()
          .replace(/^at /, '')
          .replace(/\(?(file:\/\/)?\/.*\/(src|dist)\//, '(')}`
      : ''
  }`
}

// The types of what `bundle.mjs` offers to measuring.
export function bundle(): Promise<void>
export function bundleBeside(entry: string, outfile: string): Promise<void>

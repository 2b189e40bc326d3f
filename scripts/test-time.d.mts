export function timeSoFar(ms: number): string
export function tooLong(ms: number): string | null

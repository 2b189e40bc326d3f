export function findBrowser(exists?: (path: string) => boolean): string | null

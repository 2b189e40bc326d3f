export function whatToInstall(exists?: (path: string) => boolean): string[]
export function needDebian(): void

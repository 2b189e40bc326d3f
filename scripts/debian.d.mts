export function whatToInstall(exists?: (path: string) => boolean): string[]
export function needDebian(machine?: {
  exists?: (path: string) => boolean
  user?: number
  run?: (command: string, args: readonly string[], how: { env: NodeJS.ProcessEnv }) => unknown
  say?: (line: string) => void
}): void

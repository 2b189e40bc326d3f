export function installed(folder?: string): boolean
export function install(): void
export function build(): Promise<void>

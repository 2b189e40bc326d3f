import type { ChildProcess, SpawnOptions } from 'node:child_process'

export function serveSources(folder: string, options?: SpawnOptions): ChildProcess

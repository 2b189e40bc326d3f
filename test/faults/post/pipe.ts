// The pipe as a mail server uses it: `raadslag mail receive` in a process of its own, and `mail list` as whoever looks from outside.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { program, type Site } from '../site.ts'

interface Ended {
  /** null: a signal ended it. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}
interface Listed {
  readonly id: string
  readonly sha256: string
  readonly desk: string
  readonly thread: string
  readonly fault: string | null
}
export interface Pipe {
  /** One letter on standard input. `begun` gets the process, for whoever wants to kill it. */
  receive(raw: Buffer, mailbox?: string, begun?: (child: ChildProcess) => void): Promise<Ended>
  /** Many letters in one process, as files. */
  receiveFiles(raws: readonly Buffer[], begun?: (child: ChildProcess) => void): Promise<Ended>
  list(): Promise<Listed[]>
  run(args: readonly string[], input?: Buffer, begun?: (child: ChildProcess) => void): Promise<Ended>
}
export const hashOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex')

export function pipeOf({ dataDir }: Pick<Site, 'dataDir'>, env: Readonly<Record<string, string>> = {}): Pipe {
  const run: Pipe['run'] = (args, input, begun) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, RAADSLAG_DATA: dataDir, ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      const [out, err]: Buffer[][] = [[], []]
      child.stdout.on('data', (piece: Buffer) => out!.push(piece))
      child.stderr.on('data', (piece: Buffer) => err!.push(piece))
      child.on('error', reject)
      // A program that is killed does not read to the end.
      child.stdin.on('error', () => {})
      child.on('close', code => resolve({ code, out: Buffer.concat(out!).toString(), err: Buffer.concat(err!).toString() }))
      child.stdin.end(input ?? '')
      begun?.(child)
    })
  return {
    run,
    receive: (raw, mailbox = 'politik', begun) => run(['mail', 'receive', '--mailbox', mailbox], raw, begun),
    async receiveFiles(raws, begun) {
      const folder = mkdtempSync(path.join(tmpdir(), 'raadslag-letters-'))
      try {
        const files = raws.map((_raw, at) => path.join(folder, `${at}.eml`))
        for (const [at, file] of files.entries()) writeFileSync(file, raws[at]!)
        return await run(['mail', 'receive', '--mailbox', 'politik', ...files], undefined, begun)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    async list() {
      const { code, out, err } = await run(['mail', 'list', '--json'])
      if (code !== 0) throw new Error(err)
      return JSON.parse(out) as Listed[]
    },
  }
}

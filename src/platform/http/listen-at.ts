// Takes the port: waits a moment for one that is being let go, and says in words why it cannot be had.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a program that is ending may still hold the port. */
const patienceMs = 5_000

/** Listens on `host`:`port` (0: any free one); the port taken. Throws one line that says what to do. */
export async function listenAt(server: Server, port: number, host: string): Promise<number> {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      await new Promise<void>((done, fail) => {
        const heard = () => {
          server.off('error', failed)
          done()
        }
        const failed = (fault: Error) => {
          server.off('listening', heard)
          fail(fault)
        }
        server.once('error', failed)
        server.once('listening', heard)
        server.listen(port, host)
      })
      return (server.address() as AddressInfo).port
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' || performance.now() > until) throw new Error(inWords(code, port, host) ?? (fault as Error).message)
      await pause(100)
    }
  }
}

function inWords(code: string | undefined, port: number, host: string): string | null {
  if (code === 'EADDRINUSE')
    return `PORT: ${port} on ${host} is taken by another program. End that program, or choose another port, as in PORT=${port + 1} npm start`
  if (code === 'EACCES') return `PORT: ${port} may only be taken by root. Choose a port from 1024 upwards and put a proxy in front`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST: ${host} is no address of this machine. Use 127.0.0.1`
  return null
}

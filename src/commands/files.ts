// Texts of commands that read a document from a file or from standard input.
import { readFile } from 'node:fs/promises'
import { CommandFault } from './with-house.ts'

/** The text of `path`, or of standard input for `-` or nothing. */
export async function readInput(path: string | undefined): Promise<string> {
  if (path !== undefined && path !== '-') {
    try {
      return await readFile(path, 'utf8')
    } catch (error) {
      throw new CommandFault(`${path}: cannot be read (${(error as { code?: string }).code ?? 'unknown'})`, 2)
    }
  }
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

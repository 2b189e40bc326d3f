// The commands of `raadslag`; each is a thin call into a room or the platform.
import { Command } from 'commander'
import { start } from './main.ts'

const program = new Command('raadslag').description('Rådslag: citizen councils, dialogue and policy for a municipality')
program
  .command('start')
  .description('start the server')
  .action(async () => await start())

await program.parseAsync()

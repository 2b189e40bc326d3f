// The commands of `raadslag`: each thin, with an exit code, and faults in one line each.
import { Command } from 'commander'
import { doctor } from './commands/doctor.ts'
import { readInput } from './commands/files.ts'
import { init, verify } from './commands/keys.ts'
import { applyFilesOf, check, planFiles } from './commands/municipality.ts'
import { exportMunicipality, importMunicipality } from './commands/transfer.ts'
import { signInLink } from './commands/sign-in-link.ts'
import { CommandFault, withHouse } from './commands/with-house.ts'
import { charterCommand } from './councils/charters/index.ts'
import { start } from './main.ts'
import { ConfigFaults } from './platform/config.ts'

const program = new Command('raadslag').description('Rådslag: citizen councils, dialogue and policy for a municipality').showHelpAfterError()

program.command('start').description('start the server').action(() => start())
program
  .command('migrate')
  .description('bring the database to this version')
  .action(() => say(withHouse(async () => 'The database is at this version.')))

const municipality = program.command('municipality').description('the data files of a municipality')
municipality.command('check <dir>').description('check the files; every fault with file, line and field').action(dir => say(check(dir)))
municipality.command('plan <dir>').description('what applying the files would change').action(dir => say(planFiles(dir)))
municipality.command('apply <dir>').description('apply the files; what was edited here stays').action(dir => say(applyFilesOf(dir)))

const charter = program.command('charter').description('the charter engine: one JSON or YAML document in, one JSON document out')
for (const operation of ['check', 'explain', 'propose', 'replace', 'draw'] as const)
  charter.command(`${operation} [file]`).action(async file => {
    const { exit, out, err } = await charterCommand(operation, await readInput(file))
    process.stdout.write(out)
    process.stderr.write(err)
    process.exitCode = exit
  })

program
  .command('sign-in-link')
  .description('a link that signs a person in once, within 15 minutes')
  .requiredOption('--email <address>')
  .requiredOption('--role <role>')
  .option('--municipality <slug>')
  .action(options => say(signInLink(options)))

const keys = program.command('keys').description('the key file')
keys.command('init').description('make the key file').action(() => say(Promise.resolve().then(init)))
keys.command('verify').description('prove that the key file opens what is stored').action(() => say(verify()))

program.command('doctor').description('everything an operator should mend').action(() => say(doctor()))
program
  .command('export <dir>')
  .description('a whole municipality as files; keys under the passphrase in RAADSLAG_EXPORT_PASSPHRASE')
  .option('--municipality <slug>')
  .option('--plain', 'write the keys in the clear')
  .action((dir, options) => say(exportMunicipality(dir, options)))
program.command('import <dir>').description('bring an exported municipality in').action(dir => say(importMunicipality(dir)))

async function say(result: Promise<string>): Promise<void> {
  process.stdout.write(`${await result}\n`)
}

try {
  await program.parseAsync()
} catch (error) {
  const known = error instanceof CommandFault || error instanceof ConfigFaults
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = error instanceof CommandFault ? error.exit : known ? 2 : 1
}

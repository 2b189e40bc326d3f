// The commands of `raadslag`: each thin, with an exit code, and faults in one line each. A command loads only what it needs.
import { Command } from 'commander'
import { faultLine } from './platform/refusal.ts'

const program = new Command('raadslag')
  .description('Rådslag: citizen councils, dialogue and policy for a municipality')
  .showHelpAfterError()
  // What cannot be understood ends like what cannot be used: 2.
  .exitOverride(error => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('start')
  .description('start the server')
  .action(async () => (await import('./main.ts')).start())
program
  .command('migrate')
  .description('bring the database to this version')
  .action(async () => {
    const { withHouse } = await import('./commands/with-house.ts')
    await say(withHouse(async () => 'The database is at this version.', { empty: true }))
  })

const files = () => import('./commands/municipality.ts')
const municipality = program.command('municipality').description('the data files of a municipality')
municipality
  .command('check <dir>')
  .description('check the files; every fault with file, line and field')
  .action(async dir => finish(await (await files()).check(dir)))
municipality
  .command('plan <dir>')
  .description('what applying the files would change')
  .action(async dir => say((await files()).planFiles(dir)))
municipality
  .command('apply <dir>')
  .description('apply the files; what was edited here stays')
  .action(async dir => say((await files()).applyFilesOf(dir)))

const charter = program.command('charter').description('the charter engine: one JSON or YAML document in, one JSON document out')
for (const operation of ['check', 'explain', 'propose', 'replace', 'draw'] as const)
  charter.command(`${operation} [file]`).action(async file => {
    const { readInput } = await import('./commands/files.ts')
    const { charterCommand } = await import('./councils/charters/index.ts')
    finish(await charterCommand(operation, await readInput(file)))
  })

charter
  .command('frame [file]')
  .description('hold a charter against the law above it (laws/)')
  .option('--law <id>')
  .action(async (file, options) => {
    const { readInput } = await import('./commands/files.ts')
    const { frameCommand } = await import('./councils/charters/index.ts')
    const { laws } = await import('./councils/index.ts')
    finish(frameCommand(await readInput(file), laws(), options.law))
  })

program
  .command('sign-in-link')
  .description('a link that signs a person in once, within 15 minutes')
  .requiredOption('--email <address>')
  .requiredOption('--role <role>')
  .option('--municipality <slug>')
  .action(async options => say((await import('./commands/sign-in-link.ts')).signInLink(options)))

const keys = program.command('keys').description('the key file')
keys
  .command('init')
  .description('make the key file')
  .action(async () => say((await import('./commands/keys.ts')).init()))
keys
  .command('verify')
  .description('prove that the key file opens what is stored')
  .action(async () => say((await import('./commands/keys.ts')).verify()))
keys
  .command('rotate')
  .description('give everything stored a new key; stopped anywhere, it goes on when asked again')
  .action(async () => say((await import('./commands/keys-rotate.ts')).rotate()))
keys
  .command('split')
  .description('the key in parts for sealed envelopes; any of them that are enough give it back')
  .option('--parts <number>', 'how many', '3')
  .option('--needed <number>', 'how many are enough', '2')
  .option('--dir <folder>', 'one file each, instead of on the terminal')
  .action(async options => say((await import('./commands/keys.ts')).split(options)))
keys
  .command('join')
  .description('make the key file from parts, one on each line of standard input')
  .action(async () => say((await import('./commands/keys.ts')).join()))

const mail = program.command('mail').description('letters in')
const post = () => import('./commands/mail.ts')
mail
  .command('receive [files...]')
  .description('keep the letter on standard input (or in the files); exit 0 when it is safe, 75 when the mail server should try again')
  .option('--mailbox <name>', 'the mailbox it came to: its name or address in the municipality’s data')
  .option('--municipality <slug>')
  .exitOverride(error => {
    process.exit(error.exitCode === 0 ? 0 : 75)
  })
  .action(async (files, options) => {
    await say((await post()).receive(options, files))
    // What was opened for one letter may be left to the process that holds the database; a mail server waits for our end.
    process.stdout.write('', () => process.exit(0))
  })
mail
  .command('linger', { hidden: true })
  .description('hold the database until letters stop coming')
  .action(async () => say((await post()).linger()))
mail
  .command('list')
  .description('every letter and the desk it lies on; what waits is sorted first')
  .option('--json', 'as JSON')
  .option('--municipality <slug>')
  .action(async options => (await import('./commands/mail-list.ts')).listLetters(options, written))

mail
  .command('listen [port]')
  .description('take letters by SMTP on this machine, for trials')
  .action(async port => say((await import('./commands/mail-listen.ts')).listen(port)))

program
  .command('doctor')
  .description('everything an operator should mend')
  .action(async () => say((await import('./commands/doctor.ts')).doctor()))
const transfer = () => import('./commands/transfer.ts')
program
  .command('export <dir>')
  .description('a whole municipality as files; keys under the passphrase in RAADSLAG_EXPORT_PASSPHRASE')
  .option('--municipality <slug>')
  .option('--plain', 'write the keys in the clear')
  .action(async (dir, options) => say((await transfer()).exportMunicipality(dir, options)))
program
  .command('import <dir>')
  .description('bring an exported municipality in')
  .action(async dir => say((await transfer()).importMunicipality(dir)))

function finish({ exit, out, err }: { exit: number; out: string; err: string }): void {
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = exit
}
/** Written, and taken by whoever reads it. */
function written(text: string): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(text, error => (error ? fail(error) : done())))
}
async function say(result: string | Promise<string>): Promise<void> {
  process.stdout.write(`${await result}\n`)
}

// Whoever reads has read enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
program.parseAsync().catch(error => {
  process.stderr.write(`${faultLine(error)}\n`)
  const exit = (error as { exit?: unknown }).exit
  process.exitCode = typeof exit === 'number' ? exit : (error as Error).name === 'ConfigFaults' ? 2 : 1
})

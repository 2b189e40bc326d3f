// `raadslag mail listen`: takes letters by SMTP on this machine, for trials, until it is stopped.
import { listenForLetters } from '../mailroom/index.ts'
import { CommandFault, config, withHouse } from './with-house.ts'

export async function listen(at: string | undefined): Promise<string> {
  const given = /^(?:(127\.0\.0\.1|localhost):)?(\d{1,5})$/.exec(at ?? '')
  if (at !== undefined && !given) throw new CommandFault('Write the port to listen on, as 2525 or 127.0.0.1:2525.', 2)
  const where = given
    ? { host: given[1] ?? '127.0.0.1', port: Number(given[2]) }
    : (config().smtpListen ?? { host: '127.0.0.1', port: 2525 })
  return await withHouse(async house => {
    const listening = await listenForLetters(house.ctx, () => house.tenants.all(), where)
    process.stdout.write(`Taking letters on ${where.host}:${listening.port}. Stop with Ctrl-C.\n`)
    await new Promise<void>(done => {
      process.once('SIGINT', () => done())
      process.once('SIGTERM', () => done())
    })
    await listening.stop()
    return 'Stopped.'
  })
}

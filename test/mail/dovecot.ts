// A real Dovecot on loopback: an instance of our own from a temporary folder, with passwords and with tokens of a local token server.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../smtp.ts'

export interface Dovecot {
  readonly port: number
  readonly url: string
  /** Puts a letter into a folder, as a delivery would. */
  deliver(bytes: Buffer | string, folder?: string, receivedAt?: Date): void
  /** What stands in a folder: file names with their flags. */
  files(folder?: string): string[]
  /** The folder is made anew by the server: same letters, other UIDVALIDITY and UIDs. */
  renumber(folder?: string): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  log(): string
  close(): Promise<void>
}
export const user = 'hr.politik@proevby.example'
const password = 'hemmelig kode'
const nobody = 65_534

/** Why Dovecot cannot run here; null when it can. `npm test` installs it. */
export function dovecotMissing(): string | null {
  if (process.getuid?.() !== 0) return 'Dovecot: not root'
  return existsSync('/usr/sbin/dovecot') ? null : 'Dovecot: on Debian, apt-get install dovecot-imapd'
}

/** @param introspect where tokens are asked about; without it only passwords are taken */
export async function openDovecot(introspect?: string): Promise<Dovecot> {
  const folder = mkdtempSync('/tmp/rd-dovecot-')
  chmodSync(folder, 0o755)
  const port = await freePort()
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  chownSync(mail, nobody, nobody)
  writeFileSync(join(folder, 'users'), `${user}:{PLAIN}${password}\n`, { mode: 0o644 })
  writeFileSync(
    join(folder, 'oauth2.conf'),
    `introspection_mode = post\nintrospection_url = ${introspect ?? 'http://127.0.0.1:9/'}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
  )
  writeFileSync(
    join(folder, 'dovecot.conf'),
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
auth_failure_delay = 0
mail_location = maildir:${mail}/%n
mail_max_userip_connections = 50
first_valid_uid = 100
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${introspect ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${folder}/oauth2.conf\n}` : ''}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${mail}/home/%n
}
`,
  )
  let child: ChildProcess | undefined
  let number = 0
  const at = (name: string) => join(mail, 'hr.politik', name === 'INBOX' ? '' : `.${name}`)
  const dovecot: Dovecot = {
    port,
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX?mailbox=politik&poll=1`,
    deliver(bytes, name = 'INBOX', receivedAt) {
      for (const path of ['', 'new', 'cur', 'tmp']) {
        const dir = join(at(name), path)
        if (existsSync(dir)) continue
        mkdirSync(dir, { recursive: true })
      }
      for (const path of [join(mail, 'hr.politik'), at(name), ...['new', 'cur', 'tmp'].map(one => join(at(name), one))])
        chownSync(path, nobody, nobody)
      const file = join(at(name), 'new', `${Math.floor(Date.now() / 1000)}.${String(++number).padStart(6, '0')}.test`)
      writeFileSync(file, bytes)
      chownSync(file, nobody, nobody)
      if (receivedAt) utimesSync(file, receivedAt, receivedAt)
    },
    files: (name = 'INBOX') => ['new', 'cur'].flatMap(path => (existsSync(join(at(name), path)) ? readdirSync(join(at(name), path)) : [])),
    async renumber(name = 'INBOX') {
      await dovecot.stop()
      for (const file of readdirSync(at(name))) if (/^dovecot/.test(file)) rmSync(join(at(name), file), { recursive: true, force: true })
      for (const file of readdirSync(join(mail, 'hr.politik')))
        if (/^dovecot-uidvalidity/.test(file)) rmSync(join(mail, 'hr.politik', file), { force: true })
      // A UIDVALIDITY is the second in which it was made.
      await new Promise(done => setTimeout(done, 1_100))
      await dovecot.start()
    },
    async start() {
      child = spawn('/usr/sbin/dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
      for (let tries = 0; tries < 100; tries++) {
        if (await answers(port)) return
        await new Promise(done => setTimeout(done, 50))
      }
      throw new Error(`Dovecot does not answer: ${dovecot.log()}`)
    },
    async stop() {
      if (!child || child.exitCode !== null) return
      const gone = new Promise(done => child!.once('exit', done))
      child.kill('SIGTERM')
      await gone
    },
    log: () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').slice(-2_000) : ''),
    async close() {
      await dovecot.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await dovecot.start()
  return dovecot
}

function answers(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
    setTimeout(() => {
      socket.destroy()
      done(false)
    }, 500).unref()
  })
}

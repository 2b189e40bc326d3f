// A real Postfix on loopback: an instance of our own from a temporary folder, which delivers, refuses and bounces as servers do.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../smtp.ts'

export interface Postfix {
  readonly url: string
  readonly port: number
  /** The letters in one person's box, as the server wrote them, the oldest first. */
  box(address: string): Buffer[]
  log(): string
  close(): Promise<void>
}
const nobody = 65_534

/** Why Postfix cannot run here; null when it can. `npm test` installs it. */
export function postfixMissing(): string | null {
  if (process.getuid?.() !== 0) return 'Postfix: not root'
  return existsSync('/usr/sbin/postfix') && existsSync('/usr/bin/swaks')
    ? null
    : 'Postfix: on Debian, apt-get install postfix swaks openssl'
}

/** @param people addresses that exist; every other address of their domains bounces after it was taken. `+` leads to the box before it. */
export async function openPostfix(people: Readonly<Record<string, string>>): Promise<Postfix> {
  const folder = mkdtempSync('/tmp/rd-postfix-')
  chmodSync(folder, 0o755)
  const port = await freePort()
  const uid = Number(spawnSync('id', ['-u', 'postfix']).stdout.toString())
  for (const name of ['conf', 'queue', 'data', 'box']) mkdirSync(join(folder, name))
  chownSync(join(folder, 'data'), uid, -1)
  chownSync(join(folder, 'box'), nobody, nobody)
  const domains = [...new Set(Object.keys(people).map(address => address.split('@')[1]!))]
  writeFileSync(
    join(folder, 'conf', 'boxes'),
    Object.entries(people)
      .map(([address, box]) => `${address} ${box}/\n`)
      .join(''),
  )
  writeFileSync(
    join(folder, 'conf', 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.proevby.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
recipient_delimiter = +
virtual_mailbox_domains = ${domains.join(', ')}
virtual_mailbox_base = ${folder}/box
virtual_mailbox_maps = texthash:${folder}/conf/boxes
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${nobody}
virtual_alias_maps =
alias_maps =
alias_database =
local_recipient_maps =
default_transport = error:5.1.2 no such host here
message_size_limit = 30000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
`,
  )
  const unix = [
    'cleanup 0',
    'rewrite -',
    'bounce 0',
    'defer 0',
    'trace 0',
    'verify 1',
    'proxymap -',
    'error -',
    'retry -',
    'discard -',
    'virtual -',
    'anvil 1',
    'scache 1',
  ]
  const programs: Record<string, string> = { rewrite: 'trivial-rewrite', defer: 'bounce', trace: 'bounce', retry: 'error' }
  writeFileSync(
    join(folder, 'conf', 'master.cf'),
    [
      `127.0.0.1:${port} inet n - n - - smtpd`,
      'pickup unix n - n 60 1 pickup',
      'qmgr unix n - n 300 1 qmgr',
      'postlog unix-dgram n - n - 1 postlogd',
      ...unix.map(line => {
        const [name = '', most = '-'] = line.split(' ')
        const open = ['cleanup', 'verify'].includes(name) ? 'n' : '-'
        const unprivileged = name === 'virtual' ? 'n' : '-'
        return `${name} unix ${open} ${unprivileged} n - ${most} ${programs[name] ?? name}`
      }),
      '',
    ].join('\n'),
  )
  const child: ChildProcess = spawn('/usr/sbin/postfix', ['-c', join(folder, 'conf'), 'start-fg'], { stdio: 'ignore', detached: true })
  const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').slice(-3_000) : '')
  const close = async () => {
    spawnSync('/usr/sbin/postfix', ['-c', join(folder, 'conf'), 'stop'], { stdio: 'ignore' })
    if (child.exitCode === null)
      await Promise.race([new Promise(done => child.once('exit', done)), new Promise(done => setTimeout(done, 5_000))])
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 150) {
      const said = log()
      await close()
      throw new Error(`Postfix does not answer: ${said}`)
    }
    await new Promise(done => setTimeout(done, 100))
  }
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    box(address) {
      const dir = join(folder, 'box', people[address] ?? '', 'new')
      return existsSync(dir)
        ? readdirSync(dir)
            .sort()
            .map(file => readFileSync(join(dir, file)))
        : []
    },
    log,
    close,
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1')
    const end = (well: boolean) => {
      socket.destroy()
      done(well)
    }
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    setTimeout(() => end(false), 1_000).unref()
  })
}

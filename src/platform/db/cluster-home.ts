// Where the embedded database lives and as whom it runs: PostgreSQL refuses root, and must be able to walk to its data.
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'

/** The unprivileged user the database runs as; undefined when we are not root and it runs as ourselves. */
export type Owner = { name: string; uid: number; gid: number }

export type Home = { folder: string; cluster: string; owner: Owner | undefined; movedFrom: string | undefined }

/** The name of the data folder carries the major version: its format belongs to one. */
export const clusterName = 'postgresql-18'

const preferred = ['raadslag', 'postgres', 'nobody', 'daemon']

function ordinaryUsers(): Owner[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .map(fields => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }))
    .filter(user => user.name !== '' && user.uid > 0 && user.gid > 0)
}

/** A data folder that belongs to an ordinary user keeps its user; a new one gets the first of a few well-known ones. */
function chooseOwner(cluster: string): Owner | undefined {
  if (process.getuid === undefined) throw new Error('The embedded database runs on Linux and macOS only: set DATABASE_URL.')
  if (process.getuid() !== 0) {
    try {
      userInfo()
    } catch {
      throw new Error(
        `PostgreSQL needs a user with a name, and uid ${process.getuid()} has none in /etc/passwd: add one, or set DATABASE_URL.`,
      )
    }
    return undefined
  }
  const users = ordinaryUsers()
  const before = statSync(cluster, { throwIfNoEntry: false })
  const owner =
    users.find(user => user.uid === before?.uid) ??
    preferred.map(name => users.find(user => user.name === name)).find(user => user !== undefined) ??
    users[0]
  if (owner === undefined)
    throw new Error('PostgreSQL refuses to run as root and there is no other user: add one ("useradd --system raadslag").')
  return owner
}

/** True when `user` may walk through every existing folder down to `folder`. */
function canWalkTo(folder: string, user: Owner): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const facts = statSync(at, { throwIfNoEntry: false })
    if (facts !== undefined) {
      const bit = facts.uid === user.uid ? 0o100 : facts.gid === user.gid ? 0o010 : 0o001
      if ((facts.mode & bit) === 0) return false
    }
    if (at === path.dirname(at)) return true
  }
}

function giveTo(owner: Owner, tree: string): void {
  lchownSync(tree, owner.uid, owner.gid)
  for (const entry of readdirSync(tree, { withFileTypes: true })) {
    const at = path.join(tree, entry.name)
    if (entry.isDirectory()) giveTo(owner, at)
    else lchownSync(at, owner.uid, owner.gid)
  }
}

/**
 * Makes the home of the cluster below `dataDir` ready. Started by root under a folder that only root may enter, the home is
 * put below `elsewhere` and `<dataDir>/elsewhere` points to it, so that a removed data folder never finds old data again.
 */
export function prepareHome(dataDir: string, elsewhere = '/var/lib/raadslag'): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const asked = realpathSync(dataDir)
  const pointer = path.join(asked, 'elsewhere')
  let folder = lstatSync(pointer, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(pointer) : asked
  const owner = chooseOwner(path.join(folder, clusterName))
  if (owner !== undefined && folder === asked && !canWalkTo(path.dirname(asked), owner)) {
    if (existsSync(path.join(asked, clusterName))) {
      throw new Error(
        `The database in ${asked} must be reachable for the user ${owner.name}: make its parent folders passable (chmod o+x).`,
      )
    }
    folder = path.join(elsewhere, `database-${randomBytes(6).toString('hex')}`)
    mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
    mkdirSync(folder, { mode: 0o711 })
    if (!canWalkTo(folder, owner))
      throw new Error(
        `The user ${owner.name} can reach neither ${asked} nor ${elsewhere}: move RAADSLAG_DATA or open one of them (chmod o+x).`,
      )
    try {
      symlinkSync(folder, pointer)
    } catch {
      rmdirSync(folder)
      folder = readlinkSync(pointer)
    }
  }
  const cluster = path.join(folder, clusterName)
  if (owner === undefined) chmodSync(folder, 0o700)
  else {
    chmodSync(folder, 0o711)
    const facts = statSync(cluster, { throwIfNoEntry: false })
    if (facts !== undefined && facts.uid !== owner.uid) giveTo(owner, cluster)
  }
  return { folder, cluster, owner, movedFrom: folder === asked ? undefined : asked }
}

/** The longest socket path Linux takes is 107 bytes, so the socket lies in a short private folder named after its cluster. */
export function prepareSocketFolder(home: Home): string {
  const name = createHash('sha256').update(home.cluster).digest('hex').slice(0, 16)
  const uid = home.owner?.uid ?? process.getuid!()
  const roots = home.owner === undefined ? [process.env.XDG_RUNTIME_DIR, '/tmp'] : ['/run/raadslag', '/tmp']
  for (const root of roots) {
    if (root === undefined || root.length > 60) continue
    const folder = path.join(root, root === '/tmp' ? `raadslag-${name}` : name)
    try {
      if (root === '/run/raadslag') mkdirSync(root, { recursive: true, mode: 0o711 })
      mkdirSync(folder, { mode: 0o700 })
      if (home.owner !== undefined) chownSync(folder, home.owner.uid, home.owner.gid)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') continue
    }
    // In a shared folder anybody may have made this name first: trust it only when it is ours and closed.
    const facts = lstatSync(folder)
    if (facts.isDirectory() && facts.uid === uid && (facts.mode & 0o077) === 0 && (home.owner === undefined || canWalkTo(root, home.owner)))
      return folder
  }
  throw new Error(`No private folder for the database socket can be made in ${roots.filter(Boolean).join(' or ')}.`)
}

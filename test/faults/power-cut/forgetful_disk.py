"""A disk in memory that forgets what was not synced: python3 forgetful_disk.py MOUNTPOINT

Mounts with FUSE. Every file and folder has two states: what programs see now, and what would be there after a power cut.
- Data becomes lasting by fsync or fdatasync of its file, a name by fsync of its folder. As on every journalled file system,
  syncing a file also keeps the name it was born with, and a rename is kept whole or not at all.
- Writing to the file /.power at the root drives it: "cut drop" forgets everything unsynced, "cut tear SEED" lets a random part
  of the unsynced 512-byte sectors reach the disk first, in any order. From then on every call fails with EIO until "on".
- Reading /.power gives counts as JSON.
Needs fusepy (Debian: python3-fusepy) and libfuse 2. Used by power-cut.ts only.
"""

import errno
import json
import os
import random
import stat
import sys
import time

try:
    import fusepy as fuse
except ImportError:
    import fuse

PAGE = 4096
SECTOR = 512
POWER = '/.power'
BLANK = bytes(PAGE)


class Node:
    """A file, folder or link. `parent` and `name` say where it is seen now; `places` where it would be after a cut."""

    numbers = 1

    def __init__(self, mode, uid, gid):
        Node.numbers += 1
        self.number = Node.numbers
        self.mode, self.uid, self.gid = mode, uid, gid
        self.changed = time.time()
        self.parent = None
        self.name = ''
        self.places = set()


class File(Node):
    """`lasting` is the synced content; `pages` holds newer pages; of `lasting` only the first `valid` bytes are still seen."""

    def __init__(self, mode, uid, gid):
        super().__init__(stat.S_IFREG | stat.S_IMODE(mode), uid, gid)
        self.lasting = bytearray()
        self.pages = {}
        self.size = 0
        self.valid = 0

    def page(self, index):
        page = self.pages.get(index)
        if page is not None:
            return page
        start = index * PAGE
        piece = bytes(self.lasting[start:max(start, min(start + PAGE, self.valid))])
        return piece + BLANK[len(piece):]

    def read(self, size, offset):
        end = min(offset + size, self.size)
        if end <= offset:
            return b''
        if not self.pages and end <= self.valid:
            return bytes(self.lasting[offset:end])
        first = offset // PAGE
        whole = b''.join(self.page(index) for index in range(first, (end - 1) // PAGE + 1))
        return whole[offset - first * PAGE:end - first * PAGE]

    def write(self, data, offset):
        at = 0
        while at < len(data):
            index, within = divmod(offset + at, PAGE)
            count = min(PAGE - within, len(data) - at)
            if count == PAGE:
                self.pages[index] = bytes(data[at:at + PAGE])
            else:
                old = self.page(index)
                self.pages[index] = old[:within] + data[at:at + count] + old[within + count:]
            at += count
        self.size = max(self.size, offset + len(data))
        self.changed = time.time()

    def truncate(self, size):
        if size < self.size:
            index, within = divmod(size, PAGE)
            if within:
                self.pages[index] = self.page(index)[:within] + BLANK[within:]
            for number in [n for n in self.pages if n >= index + (1 if within else 0)]:
                del self.pages[number]
            self.valid = min(self.valid, size)
        self.size = size
        self.changed = time.time()

    def sync(self):
        if self.valid < len(self.lasting):
            del self.lasting[self.valid:]
        if len(self.lasting) < self.size:
            self.lasting.extend(bytes(self.size - len(self.lasting)))
        for index, page in self.pages.items():
            start = index * PAGE
            end = min(start + PAGE, self.size)
            self.lasting[start:end] = page[:end - start]
        self.pages.clear()
        self.valid = self.size

    def tear(self, chance):
        """A random part of the unsynced sectors reaches the disk; a page beyond its end makes the file longer."""
        for index, page in self.pages.items():
            for within in range(0, PAGE, SECTOR):
                start = index * PAGE + within
                end = min(start + SECTOR, self.size)
                if end > start and chance.random() < 0.5:
                    if len(self.lasting) < end:
                        self.lasting.extend(bytes(end - len(self.lasting)))
                    self.lasting[start:end] = page[within:within + end - start]

    def forget(self):
        self.pages.clear()
        self.size = self.valid = len(self.lasting)


class Folder(Node):
    """`now` are the names seen, `lasting` the names after a cut."""

    def __init__(self, mode, uid, gid):
        super().__init__(stat.S_IFDIR | stat.S_IMODE(mode), uid, gid)
        self.now = {}
        self.lasting = {}

    def keep(self, name):
        """Makes one name lasting; if its file moved here from elsewhere, the old name goes with it."""
        node = self.now[name]
        old = self.lasting.get(name)
        if old is not None and old is not node:
            old.places.discard((self, name))
        self.lasting[name] = node
        for folder, other in list(node.places):
            if (folder, other) != (self, name) and folder.now.get(other) is not node:
                folder.lasting.pop(other, None)
                node.places.discard((folder, other))
        node.places.add((self, name))

    def sync(self):
        for name in [name for name in self.lasting if name not in self.now]:
            self.lasting.pop(name).places.discard((self, name))
        for name, node in self.now.items():
            # What libfuse keeps for a program that still has a removed file open is not on the disk.
            if self.lasting.get(name) is not node and not name.startswith('.fuse_hidden'):
                self.keep(name)


class Link(Node):
    def __init__(self, target, uid, gid):
        super().__init__(stat.S_IFLNK | 0o777, uid, gid)
        self.target = target


def fail(number):
    raise fuse.FuseOSError(number)


class ForgetfulDisk(fuse.Operations):
    def __init__(self):
        self.root = Folder(0o755, os.getuid(), os.getgid())
        self.root.places.add((None, ''))
        self.opened = {}
        # Handles opened to sync with every write.
        self.through = set()
        self.handles = 0
        self.dark = False
        self.counts = {'cuts': 0, 'syncs': 0, 'forgottenBytes': 0, 'forgottenNames': 0}

    # -- the tree -------------------------------------------------------------------------------------------------------

    def __call__(self, operation, path, *rest):
        if path != POWER and self.dark and operation not in ('init', 'destroy', 'release', 'releasedir'):
            if path != '/' or operation not in ('getattr', 'access'):
                fail(errno.EIO)
        return super().__call__(operation, path, *rest)

    def find(self, path):
        node = self.root
        for name in path.split('/'):
            if name == '':
                continue
            if not isinstance(node, Folder):
                fail(errno.ENOTDIR)
            node = node.now.get(name)
            if node is None:
                fail(errno.ENOENT)
        return node

    def place(self, path):
        above, _, name = path.rpartition('/')
        folder = self.find(above)
        if not isinstance(folder, Folder):
            fail(errno.ENOTDIR)
        return folder, name

    def put(self, path, node):
        folder, name = self.place(path)
        if name in folder.now:
            fail(errno.EEXIST)
        folder.now[name] = node
        node.parent, node.name = folder, name

    def keep_name(self, node):
        """A synced file or folder keeps at least the name it was born with, and so do the folders above it."""
        while node.parent is not None and not node.places:
            if node.parent.now.get(node.name) is not node:
                return
            node.parent.keep(node.name)
            node = node.parent

    # -- power ----------------------------------------------------------------------------------------------------------

    def every_node(self):
        seen, waiting = set(), [self.root]
        while waiting:
            node = waiting.pop()
            if node in seen:
                continue
            seen.add(node)
            if isinstance(node, Folder):
                waiting.extend(node.now.values())
                waiting.extend(node.lasting.values())
        return seen

    def cut(self, words):
        chance = random.Random(int(words[1])) if words[0] == 'tear' else None
        nodes = self.every_node()
        if chance is not None and chance.random() < 0.5:
            # The journal's own commit came just before the cut: names were kept, data was not.
            for node in nodes:
                if isinstance(node, Folder):
                    node.sync()
        for node in nodes:
            if isinstance(node, File):
                self.counts['forgottenBytes'] += len(node.pages) * PAGE
                if chance is not None:
                    node.tear(chance)
                node.forget()
            elif isinstance(node, Folder):
                self.counts['forgottenNames'] += sum(node.lasting.get(name) is not there for name, there in node.now.items())
                node.now = dict(node.lasting)
                for name, there in node.now.items():
                    there.parent, there.name = node, name
        self.opened.clear()
        self.counts['cuts'] += 1
        self.dark = True

    # -- what the kernel asks -------------------------------------------------------------------------------------------

    def getattr(self, path, fh=None):
        if path == POWER:
            return {'st_mode': stat.S_IFREG | 0o600, 'st_nlink': 1, 'st_size': 4096, 'st_uid': os.getuid(), 'st_gid': os.getgid()}
        node = self.opened.get(fh) or self.find(path)
        size = node.size if isinstance(node, File) else 0
        return {
            'st_mode': node.mode, 'st_ino': node.number, 'st_nlink': 2 if isinstance(node, Folder) else 1, 'st_size': size,
            'st_uid': node.uid, 'st_gid': node.gid, 'st_mtime': node.changed, 'st_ctime': node.changed, 'st_atime': node.changed,
            'st_blocks': (size + 511) // 512, 'st_blksize': PAGE,
        }

    def readdir(self, path, fh):
        return ['.', '..', *self.find(path).now]

    def readlink(self, path):
        return self.find(path).target

    def handle(self, node, flags=0):
        self.handles += 1
        self.opened[self.handles] = node
        if flags & (os.O_SYNC | os.O_DSYNC):
            self.through.add(self.handles)
        return self.handles

    def node_of(self, fh):
        # A program from before the cut holds a number that is no longer known.
        return self.opened.get(fh) or fail(errno.EIO)

    def create(self, path, mode, fi=None):
        uid, gid, _ = fuse.fuse_get_context()
        node = File(mode, uid, gid)
        self.put(path, node)
        return self.handle(node)

    def open(self, path, flags):
        return 0 if path == POWER else self.handle(self.find(path), flags)

    def release(self, path, fh):
        self.opened.pop(fh, None)
        self.through.discard(fh)

    def read(self, path, size, offset, fh):
        if path == POWER:
            return json.dumps(self.counts).encode()[offset:offset + size]
        return self.node_of(fh).read(size, offset)

    def write(self, path, data, offset, fh):
        if path == POWER:
            words = data.decode().split()
            if words[0] == 'cut':
                self.cut(words[1:])
            elif words[0] == 'on':
                self.dark = False
            return len(data)
        self.node_of(fh).write(data, offset)
        if fh in self.through:
            self.fsync(path, 1, fh)
        return len(data)

    def truncate(self, path, length, fh=None):
        if path != POWER:
            (self.node_of(fh) if fh is not None else self.find(path)).truncate(length)

    def flush(self, path, fh):
        return 0

    def fsync(self, path, datasync, fh):
        if path != POWER:
            node = self.node_of(fh)
            node.sync()
            self.keep_name(node)
            self.counts['syncs'] += 1

    def fsyncdir(self, path, datasync, fh):
        node = self.find(path)
        node.sync()
        self.keep_name(node)
        self.counts['syncs'] += 1

    def mkdir(self, path, mode):
        uid, gid, _ = fuse.fuse_get_context()
        self.put(path, Folder(mode, uid, gid))

    def symlink(self, path, target):
        uid, gid, _ = fuse.fuse_get_context()
        self.put(path, Link(target, uid, gid))

    def unlink(self, path):
        folder, name = self.place(path)
        if folder.now.pop(name, None) is None:
            fail(errno.ENOENT)

    def rmdir(self, path):
        if self.find(path).now:
            fail(errno.ENOTEMPTY)
        self.unlink(path)

    def rename(self, old, new):
        node = self.find(old)
        source, source_name = self.place(old)
        target, target_name = self.place(new)
        there = target.now.get(target_name)
        if isinstance(there, Folder) and there.now:
            fail(errno.ENOTEMPTY)
        del source.now[source_name]
        target.now[target_name] = node
        node.parent, node.name = target, target_name

    def chmod(self, path, mode):
        node = self.find(path)
        node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)

    def chown(self, path, uid, gid):
        node = self.find(path)
        node.uid = node.uid if uid in (-1, 0xFFFFFFFF) else uid
        node.gid = node.gid if gid in (-1, 0xFFFFFFFF) else gid

    def utimens(self, path, times=None):
        self.find(path).changed = times[1] if times else time.time()

    def access(self, path, mode):
        if path not in (POWER, '/'):
            self.find(path)

    def statfs(self, path):
        return {'f_bsize': PAGE, 'f_frsize': PAGE, 'f_blocks': 1 << 20, 'f_bfree': 1 << 19, 'f_bavail': 1 << 19, 'f_namemax': 255}


if __name__ == '__main__':
    # Nothing is cached by the kernel: after a cut it must not show what the disk forgot.
    options = {'direct_io': True, 'attr_timeout': 0, 'entry_timeout': 0, 'negative_timeout': 0, 'use_ino': True, 'big_writes': True}
    if os.getuid() == 0:
        options['allow_other'] = True
    fuse.FUSE(ForgetfulDisk(), sys.argv[1], foreground=True, nothreads=True, fsname='forgetful', **options)

"""_files: the file system of a run. It lives in memory, begins with the program's own text in its working directory, and ends
with the run. Everything is asked by path here, or by the number of an open file; io and os stand on it.

A node is a file (data: bytearray), a directory (data: dict of names) or a symbolic link (data: str).
"""
import _host
import time

HOME = '/home/loopscope'
UID = 1000

TEXTS = {
    1: 'Operation not permitted', 2: 'No such file or directory', 9: 'Bad file descriptor', 13: 'Permission denied',
    16: 'Device or resource busy', 17: 'File exists', 18: 'Invalid cross-device link', 20: 'Not a directory', 21: 'Is a directory',
    22: 'Invalid argument', 36: 'File name too long', 38: 'Function not implemented', 39: 'Directory not empty',
    40: 'Too many levels of symbolic links', 10: 'No child processes', 3: 'No such process', 25: 'Inappropriate ioctl for device',
    29: 'Illegal seek', 32: 'Broken pipe',
}

O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
DIRECTORY, REGULAR, LINK, DEVICE = 0o040000, 0o100000, 0o120000, 0o020000


def fail(code, *names):
    """The error of a system call: with no, one or two file names."""
    if len(names) == 2:
        names = (names[0], None, names[1])
    raise OSError(code, TEXTS[code], *names)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        method = kind.__fspath__
        if method is None:
            raise AttributeError
    except AttributeError:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {kind.__name__}') from None
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f'expected {kind.__name__}.__fspath__() to return str or bytes, not {type(found).__name__}')


def fsdecode(path):
    path = fspath(path)
    return path.decode('utf-8', 'surrogateescape') if isinstance(path, bytes) else path


_inodes = 1


class Node:
    __slots__ = 'kind', 'data', 'mode', 'inode', 'links', 'owner', 'atime', 'mtime', 'ctime'

    def __init__(self, kind, data, mode, owner=UID):
        global _inodes
        self.kind, self.data, self.mode, self.owner = kind, data, mode, owner
        self.inode = _inodes
        _inodes += 1
        self.links = 2 if kind == DIRECTORY else 1
        self.atime = self.mtime = self.ctime = time.time_ns()

    def changed(self):
        self.mtime = self.ctime = time.time_ns()

    def allows(self, bit):
        """Whether the program may read (4), write (2) or enter and run (1)."""
        return self.mode >> (6 if self.owner == UID else 0) & bit


class _Beside(Node):
    """A file that lies beside the program: it is read when somebody looks into it."""
    __slots__ = '_path', '_text'

    def __init__(self, path):
        self._path = path
        super().__init__(REGULAR, None, 0o644)

    @property
    def data(self):
        if self._text is None:
            self._text = bytearray(_host.read_beside(self._path) or b'')
        return self._text

    @data.setter
    def data(self, text):
        self._text = text


def _directory(mode=0o755, owner=0):
    return Node(DIRECTORY, {}, mode, owner)


root = _directory()
cwd = HOME
umask = 0o022


def _plant():
    """What is there at the beginning."""
    global cwd
    for name, mode, owner in ('tmp', 0o777, 0), ('home', 0o755, UID), ('dev', 0o755, 0), ('home/loopscope', 0o755, UID):
        top, _, rest = name.partition('/')
        at = root if not rest else root.data[top]
        at.data[rest or top] = _directory(mode, owner)
    root.data['dev'].data['null'] = Node(DEVICE, bytearray(), 0o666, 0)
    given = (_host.read_beside('') or b'').decode().split('\n')
    given = {name: _Beside(name) for name in given if name}
    own = {name: Node(REGULAR, bytearray(text), 0o644) for name, text in _host.sources().items() if name and not name.startswith('<')}
    for name, node in {**given, **own}.items():
        parts = [part for part in (name if name.startswith('/') else f'{HOME}/{name}').split('/') if part not in ('', '.')]
        at = root
        for part in parts[:-1]:
            if part not in at.data:
                at.data[part] = _directory(0o755, UID)
            at = at.data[part]
        at.data[parts[-1]] = node


# ---- paths

def _parts(path):
    return [part for part in path.split('/') if part not in ('', '.')]


def find(path, follow=True, shown=None):
    """(directory, last name, node or None, its absolute path); a missing directory on the way is an error. What an error shows is
    the path as it was given."""
    shown = path if shown is None else shown
    path = fsdecode(path)
    if '\0' in path:
        raise ValueError('embedded null byte')
    if not path:
        fail(2, shown)
    todo = _parts(path if path.startswith('/') else f'{cwd}/{path}')[::-1]
    must = path.endswith('/') or path.endswith('/.')  # a directory
    way = [(root, '')]
    hops = 0
    while todo:
        part = todo.pop()
        at = way[-1][0]
        if at.kind != DIRECTORY:
            fail(20, shown)
        if len(part) > 255:
            fail(36, shown)
        if part == '..':
            if len(way) > 1:
                way.pop()
            continue
        if not at.allows(1):
            fail(13, shown)
        node = at.data.get(part)
        if node is not None and node.kind == LINK and (todo or follow or must):
            hops += 1
            if hops > 40:
                fail(40, shown)
            if node.data.startswith('/'):
                way = [(root, '')]
            todo.extend(_parts(node.data)[::-1])
            continue
        if node is None:
            if todo:
                fail(2, shown)
            return at, part, None, '/'.join(name for _, name in way) + '/' + part
        way.append((node, part))
    node, name = way[-1]
    if must and node.kind != DIRECTORY:
        fail(20, shown)
    above = way[-2][0] if len(way) > 1 else root
    return above, name, node, '/'.join(name for _, name in way) or '/'


def get(path, follow=True):
    """The node of a path, or of an open file's number; FileNotFoundError when there is none."""
    if isinstance(path, int):
        return opened(path).node
    node = find(path, follow)[2]
    if node is None:
        fail(2, path)
    return node


def checked(path, function, kinds='string, bytes or os.PathLike'):
    """The path as text or bytes; an int where `kinds` says so."""
    if isinstance(path, int) and 'integer' in kinds:
        if path is True or path is False:
            import warnings
            warnings.warn('bool is used as a file descriptor', RuntimeWarning, skip_file_prefixes=('<frozen ',))
        return path
    if not isinstance(path, (str, bytes)):
        if not hasattr(type(path), '__fspath__'):
            raise TypeError(f'{function}: path should be {kinds}, not {type(path).__name__}')
        path = fspath(path)
    if ('\0' if isinstance(path, str) else b'\0') in path:
        raise ValueError(f'{function}: embedded null character in path')
    return path


def may(path, function='stat'):
    """Which kinds of thing may stand for a file: a path, or the number of an open file."""
    return checked(path, function, 'string, bytes, os.PathLike or integer')


def _add(directory, name, node, shown):
    if not directory.allows(2):
        fail(13, shown)
    directory.data[name] = node
    directory.changed()
    if node.kind == DIRECTORY:
        directory.links += 1


def _drop(directory, name):
    node = directory.data.pop(name)
    directory.changed()
    node.links -= 1
    node.ctime = time.time_ns()
    if node.kind == DIRECTORY:
        directory.links -= 1


def make(path, kind, data, mode, shown=None):
    directory, name, node, _ = find(path.rstrip('/' if isinstance(path, str) else b'/') or path, False, path)
    if node is not None:
        fail(17, *((path,) if shown is None else shown))
    _add(directory, name, Node(kind, data, mode & ~umask), path)


def remove(path):
    directory, name, node, _ = find(path, False)
    if node is None:
        fail(2, path)
    if node.kind == DIRECTORY:
        fail(21, path)
    if not directory.allows(2):
        fail(13, path)
    _drop(directory, name)


def rmdir(path):
    directory, name, node, _ = find(path, False)
    if node is None:
        fail(2, path)
    if node.kind != DIRECTORY:
        fail(20, path)
    if node is root or not name:
        fail(16, path)
    if node.data:
        fail(39, path)
    if not directory.allows(2):
        fail(13, path)
    _drop(directory, name)
    node.links = 0


def rename(source, target):
    both = source, target
    above, name, node, full = find(source, False, source)
    if node is None:
        fail(2, *both)
    try:
        new_above, new_name, old, new_full = find(target, False, target)
    except OSError as error:
        fail(error.errno, *both)
    if old is node:
        return
    if (new_full + '/').startswith(full + '/'):
        fail(22, *both)
    if old is not None:
        if old.kind == DIRECTORY and node.kind != DIRECTORY:
            fail(21, *both)
        if old.kind != DIRECTORY and node.kind == DIRECTORY:
            fail(20, *both)
        if old.kind == DIRECTORY and old.data:
            fail(39, *both)
    if not (above.allows(2) and new_above.allows(2)):
        fail(13, *both)
    if old is not None:
        _drop(new_above, new_name)
    _drop(above, name)
    node.links += 1
    _add(new_above, new_name, node, target)


def link(source, target):
    node = find(source, False)[2]
    directory, name, old, _ = find(target, False)
    if node is None:
        fail(2, source, target)
    if old is not None:
        fail(17, source, target)
    if node.kind == DIRECTORY:
        fail(1, source, target)
    node.links += 1
    _add(directory, name, node, target)


def chdir(path):
    global cwd
    node, full = find(path)[2:]
    if node is None:
        fail(2, path)
    if node.kind != DIRECTORY:
        fail(20, path)
    cwd = full


def absolute(path):
    """Without symbolic links, as far as the path leads."""
    try:
        return find(path)[3]
    except OSError:
        return None


# ---- open files

class Opened:
    __slots__ = 'node', 'flags', 'at', 'name'

    def __init__(self, node, flags, name):
        self.node, self.flags, self.at, self.name = node, flags, 0, name


_table = {0: None, 1: None, 2: None}


def opened(number):
    if isinstance(number, bool) or not isinstance(number, int):
        number = number.__index__()
    found = _table.get(number)
    if found is None:
        fail(9)
    return found


def is_open(number):
    return number in _table


def _next_number():
    number = 3
    while number in _table:
        number += 1
    return number


def open(path, flags, mode=0o777):
    directory, name, node, _ = find(path)
    writes = flags & 3
    if node is None:
        if not flags & O_CREAT:
            fail(2, path)
        if fsdecode(path).endswith('/'):
            fail(21, path)
        node = Node(REGULAR, bytearray(), mode & ~umask)
        _add(directory, name, node, path)
    else:
        if flags & O_CREAT and flags & O_EXCL:
            fail(17, path)
        if node.kind == DIRECTORY and (writes or flags & O_CREAT):
            fail(21, path)
        if not (writes == O_WRONLY or node.allows(4)) or (writes and not node.allows(2)):
            fail(13, path)
        if flags & O_TRUNC and node.kind == REGULAR:
            node.data = bytearray()
            node.changed()
    number = _next_number()
    _table[number] = Opened(node, flags, path)
    return number


def close(number):
    if number not in _table:
        fail(9)
    del _table[number]


def place(number, file):
    """The open file under that number too, whatever was there."""
    if number < 0:
        fail(9)
    _table[number] = file


def dup(number):
    found = opened(number)
    number = _next_number()
    _table[number] = found
    return number


def readable(number):
    file = opened(number)
    if file.flags & 3 == O_WRONLY:
        fail(9)
    if file.node.kind == DIRECTORY:
        fail(21)
    return file


def read(number, size):
    if number == 0:
        import sys
        return sys.stdin.readline().encode()
    file = readable(number)
    data = bytes(file.node.data[file.at:file.at + size] if size >= 0 else file.node.data[file.at:])
    file.at += len(data)
    return data


def write(number, data):
    if number in (1, 2):
        return _host.write(number, data)
    file = opened(number)
    if not file.flags & 3:
        fail(9)
    node = file.node
    size = len(data)
    if node.kind == DEVICE:
        return size
    content = node.data
    if file.flags & O_APPEND:
        file.at = len(content)
    if file.at > len(content):
        content.extend(bytes(file.at - len(content)))
    content[file.at:file.at + size] = data
    file.at += size
    node.changed()
    return size


def seek(number, offset, whence=0):
    if number in (0, 1, 2):
        fail(29)
    file = opened(number)
    if whence not in (0, 1, 2):
        fail(22)
    size = 0 if file.node.kind == DIRECTORY else len(file.node.data)
    at = offset + (0, file.at, size)[whence]
    if at < 0:
        fail(22)
    file.at = at
    return at


def resize(node, size):
    if size < 0:
        fail(22)
    data = node.data
    if size > len(data):
        data.extend(bytes(size - len(data)))
    else:
        del data[size:]
    node.changed()


def truncate(number, size):
    file = opened(number)
    if not file.flags & 3:
        fail(22)
    resize(file.node, size)


_plant()

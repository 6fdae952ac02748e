"""os: the harmless part of an operating system, over the run's own file system (_files). One process, no others."""
import sys
import abc
import _files
import _host
import stat as st
from _native import index as _index
from collections.abc import Mapping, MutableMapping
from _files import fspath, O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND

name = 'posix'
linesep = '\n'
O_NONBLOCK, O_CLOEXEC, O_SYNC, O_DIRECTORY, O_NOFOLLOW = 0o4000, 0o2000000, 0o4010000, 0o200000, 0o400000
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_SOFTWARE, EX_IOERR, EX_CONFIG = 0, 64, 65, 66, 70, 74, 78
WNOHANG = 1
_pair = ['', '']
for _pair in (_text.split('=') for _text in '''
CLD_EXITED=1 CLD_KILLED=2 CLD_DUMPED=3 CLD_TRAPPED=4 CLD_STOPPED=5 CLD_CONTINUED=6 EX_NOUSER=67 EX_NOHOST=68 EX_UNAVAILABLE=69 EX_OSERR=71
EX_OSFILE=72 EX_CANTCREAT=73 EX_TEMPFAIL=75 EX_PROTOCOL=76 EX_NOPERM=77 F_ULOCK=0 F_LOCK=1 F_TLOCK=2 F_TEST=3 NGROUPS_MAX=65536
O_LARGEFILE=0 O_ACCMODE=3 O_NOCTTY=256 O_NDELAY=2048 O_DSYNC=4096 O_ASYNC=8192 O_DIRECT=16384 O_NOATIME=262144 O_RSYNC=1052672
O_PATH=2097152 O_TMPFILE=4259840 P_ALL=0 P_NOWAITO=1 P_PID=1 P_PGID=2 POSIX_FADV_NORMAL=0 POSIX_FADV_RANDOM=1 POSIX_FADV_SEQUENTIAL=2
POSIX_FADV_WILLNEED=3 POSIX_FADV_DONTNEED=4 POSIX_FADV_NOREUSE=5 PRIO_PROCESS=0 PRIO_PGRP=1 PRIO_USER=2 RTLD_LOCAL=0 RTLD_LAZY=1 RTLD_NOW=2
RTLD_NOLOAD=4 RTLD_GLOBAL=256 RTLD_NODELETE=4096 RWF_HIPRI=1 RWF_DSYNC=2 RWF_SYNC=4 RWF_NOWAIT=8 RWF_APPEND=16 SCHED_OTHER=0 SCHED_FIFO=1
SCHED_RR=2 SCHED_BATCH=3 SCHED_IDLE=5 SCHED_RESET_ON_FORK=1073741824 ST_RDONLY=1 ST_NOSUID=2 ST_NODEV=4 ST_NOEXEC=8 ST_SYNCHRONOUS=16
ST_MANDLOCK=64 ST_WRITE=128 ST_APPEND=256 ST_NOATIME=1024 ST_NODIRATIME=2048 ST_RELATIME=4096 TMP_MAX=238328 WCONTINUED=8 WEXITED=4
WNOWAIT=16777216 WSTOPPED=2 WUNTRACED=2'''.split()):
    globals()[_pair[0]] = int(_pair[1])
supports_follow_symlinks = supports_fd = supports_dir_fd = supports_effective_ids = frozenset()
supports_bytes_environ = True
error = OSError


# ---- results with names

def _struct(type_name, fields, visible):
    """A tuple type whose first items, `visible` of them, are its sequence; the other fields are attributes alone."""
    from operator import itemgetter

    named = [field for field in fields[:visible] if not field.endswith('_')]

    class Struct(tuple):
        n_sequence_fields, n_fields, n_unnamed_fields = visible, len(fields), visible - len(named)

        def __new__(cls, sequence, more=()):
            values = tuple(sequence)
            least, most, given = visible, len(fields), len(values)
            if not least <= given <= most:
                wanted = f'a {least}' if least == most else f'an at least {least}' if given < least else f'an at most {most}'
                raise TypeError(f'{type_name}() takes {wanted}-sequence ({given}-sequence given)')
            self = tuple.__new__(cls, values[:visible])
            for field, value in zip(fields[visible:], values[visible:] + tuple(more)):
                self.__dict__[field] = value
            return self

        def __repr__(self):
            inner = ', '.join(f'{field.rstrip("_")}={value!r}' for field, value in zip(fields, self))
            return f'{type_name}({inner})'

        def __reduce__(self):
            return type(self), (tuple(self), tuple(self.__dict__.values()))

        def __replace__(self, /, **changes):
            if len(named) < visible:
                raise TypeError(f'__replace__() is not supported for {type_name} because it has unnamed field(s)')
            if unexpected := [field for field in changes if field not in fields]:
                raise TypeError(f'Got unexpected field name(s): {unexpected}')
            return type(self)([changes.get(field, getattr(self, field)) for field in fields])

    for i, field in enumerate(fields[:visible]):
        if field in named:
            setattr(Struct, field, property(itemgetter(i)))
    Struct.__match_args__ = tuple(named)
    Struct.__module__, _, Struct.__name__ = type_name.rpartition('.')
    Struct.__qualname__ = Struct.__name__
    return Struct


stat_result = _struct('os.stat_result', 'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime_ st_mtime_ st_ctime_ '
                      'st_atime st_mtime st_ctime st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev'.split(), 10)
terminal_size = _struct('os.terminal_size', ['columns', 'lines'], 2)
uname_result = _struct('posix.uname_result', ['sysname', 'nodename', 'release', 'version', 'machine'], 5)
times_result = _struct('posix.times_result', ['user', 'system', 'children_user', 'children_system', 'elapsed'], 5)
statvfs_result = _struct('os.statvfs_result', 'f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax'.split(), 10)


# ---- names of files

class PathLike(abc.ABC):
    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


fsdecode = _files.fsdecode


def strerror(code, /):
    from errno import _TEXTS
    return _TEXTS.get(code, f'Unknown error {code}')


# ---- directories and files

def getcwd():
    return _files.cwd


def getcwdb():
    return _files.cwd.encode()


def chdir(path):
    _files.chdir(_files.checked(path, 'chdir'))


def _named(found, path):
    return [fsencode(item) for item in found] if isinstance(path, bytes) else found


def listdir(path='.'):
    path = '.' if path is None else _files.checked(path, 'listdir', 'string, bytes, os.PathLike, integer or None')
    node = _files.get(path)
    if node.kind != _files.DIRECTORY:
        _files.fail(20, path)
    if not node.allows(4):
        _files.fail(13, path)
    return _named(list(node.data), path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    _files.make(_files.checked(path, 'mkdir'), _files.DIRECTORY, {}, mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in ('.', b'.'):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    _files.remove(_files.checked(path, 'remove'))


def unlink(path, *, dir_fd=None):
    _files.remove(_files.checked(path, 'unlink'))


def rmdir(path, *, dir_fd=None):
    _files.rmdir(_files.checked(path, 'rmdir'))


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _files.rename(fspath(src), fspath(dst))


replace = rename


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    _files.link(fspath(src), fspath(dst))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _files.make(fspath(dst), _files.LINK, fsdecode(src), 0o777, (src, None, dst))


def readlink(path, *, dir_fd=None):
    path = _files.checked(path, 'readlink')
    node = _files.get(path, False)
    if node.kind != _files.LINK:
        _files.fail(22, path)
    return fsencode(node.data) if isinstance(path, bytes) else node.data


def _stat_of(node):
    size = len(node.data.encode()) if node.kind == _files.LINK else 4096 if node.kind == _files.DIRECTORY else len(node.data)
    times = node.atime, node.mtime, node.ctime
    return stat_result((node.kind | node.mode, node.inode, 1, node.links, node.owner, node.owner, size, *(t // 10**9 for t in times)),
                       (*(t / 1e9 for t in times), *times, 4096, (size + 511) // 512, 0))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    path = _files.may(path)
    if isinstance(path, int) and 0 <= path <= 2:
        return _stat_of(_files.Node(_files.DEVICE, b'', 0o620))
    return _stat_of(_files.get(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    return _stat_of(_files.get(_files.checked(path, 'lstat'), False))


def fstat(fd):
    return stat(_index(fd))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        node = _files.get(fspath(path), follow_symlinks)
    except OSError:
        return False
    return node.allows(mode) == mode


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    node = _files.get(_files.may(path, 'chmod'), follow_symlinks)
    if node.owner != _files.UID:
        _files.fail(1, path)
    node.mode = mode & 0o7777


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    import time
    node = _files.get(_files.may(path, 'utime'), follow_symlinks)
    for name, given in ('times', times), ('ns', ns):
        if given is not None and not (isinstance(given, tuple) and len(given) == 2):
            raise TypeError(f"utime: '{name}' must be {'either ' * (name == 'times')}a tuple of two ints{' or None' * (name == 'times')}")
    if ns is not None:
        if times is not None:
            raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
        ns = [_index(value) for value in ns]
    if ns is None:
        ns = (time.time_ns(),) * 2 if times is None else [int(value * 10**9) for value in times]
    node.atime, node.mtime = ns


def truncate(path, length):
    _files.resize(_files.get(_files.may(path, 'truncate')), length)


def umask(mask, /):
    old, _files.umask = _files.umask, mask & 0o777
    return old


class DirEntry:
    """One name in a directory, as scandir gives it."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, folder, entry, node):
        self.name = entry
        self.path = path.join(folder, entry)
        self._node = node

    def _target(self, follow):
        if self._node.kind != _files.LINK or not follow:
            return self._node
        try:
            return _files.get(self.path)
        except OSError:
            return None

    def is_dir(self, *, follow_symlinks=True):
        node = self._target(follow_symlinks)
        return node is not None and node.kind == _files.DIRECTORY

    def is_file(self, *, follow_symlinks=True):
        node = self._target(follow_symlinks)
        return node is not None and node.kind == _files.REGULAR

    def is_symlink(self):
        return self._node.kind == _files.LINK

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return self._node.inode

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


DirEntry.__module__ = 'posix'


class _Scan:
    def __init__(self, entries):
        self._entries = entries

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


_Scan.__name__ = _Scan.__qualname__ = 'ScandirIterator'
_Scan.__module__ = 'posix'


def scandir(path=None):
    folder = '.' if path is None else path if isinstance(path, int) else fspath(path)
    names = listdir(folder)
    data = _files.get(folder).data
    shown = '' if isinstance(folder, int) else folder
    return _Scan(iter([DirEntry(shown, entry, data[fsdecode(entry)]) for entry in names]))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    others = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, others
    for folder in folders:
        below = path.join(top, folder)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, others


# ---- open files

def open(path, flags, mode=0o777, *, dir_fd=None):
    return _files.open(_files.checked(path, 'open'), flags, mode)


def close(fd):
    _files.close(fd)


def read(fd, length, /):
    if length < 0:
        _files.fail(22)
    return _files.read(fd, length)


def write(fd, data, /):
    if not hasattr(type(data), '__buffer__'):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return _files.write(fd, bytes(data))


def lseek(fd, position, whence, /):
    return _files.seek(fd, position, whence)


def ftruncate(fd, length, /):
    _files.truncate(fd, length)


def dup(fd, /):
    return _files.dup(fd)


def dup2(fd, fd2, inheritable=True):
    found = _files.opened(fd)
    if fd2 != fd:
        _files.place(fd2, found)
    return fd2


def closerange(fd_low, fd_high, /):
    for fd in range(max(fd_low, 3), fd_high):
        if _files.is_open(fd):
            _files.close(fd)


def _at(fd, offset, do):
    """Something done at another place of a file, which stays where it is."""
    if offset < 0:
        _files.fail(22)
    before = lseek(fd, 0, 1)
    lseek(fd, offset, 0)
    try:
        return do()
    finally:
        lseek(fd, before, 0)


def pread(fd, length, offset, /):
    return _at(fd, offset, lambda: read(fd, length))


def pwrite(fd, buffer, offset, /):
    return _at(fd, offset, lambda: write(fd, buffer))


def readinto(fd, buffer, /):
    view = memoryview(buffer).cast('B')
    data = read(fd, len(view))
    view[:len(data)] = data
    return len(data)


def readv(fd, buffers, /):
    total = 0
    for buffer in buffers:
        count = readinto(fd, buffer)
        total += count
        if count < memoryview(buffer).nbytes:
            break
    return total


def writev(fd, buffers, /):
    return sum(write(fd, buffer) for buffer in buffers)


def fchmod(fd, mode):
    node = _files.opened(fd).node
    node.mode = mode & 0o7777
    node.changed()


def device_encoding(fd):
    return 'UTF-8' if isatty(fd) else None


def sync():
    pass


def get_blocking(fd, /):
    if not 0 <= fd <= 2:
        _files.opened(fd)
    return True


def set_blocking(fd, blocking, /):
    get_blocking(fd)


def set_inheritable(fd, inheritable, /):
    _files.opened(fd)


def fsync(fd):
    if not isinstance(fd, int):
        fd = fd.fileno()
    if fd > 2:
        _files.opened(fd)


fdatasync = fsync


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def isatty(fd, /):
    return False


def get_inheritable(fd, /):
    if not 0 <= fd <= 2:
        _files.opened(fd)
    return False


def get_terminal_size(fd=1, /):
    _files.fail(25)


# ---- the environment

class _Environ(MutableMapping):
    def __init__(self, data, encode):
        self._data, self._encode = data, encode

    def _checked(self, value):
        kind = 'str' if self._encode else 'bytes'
        if type(value).__name__ != kind and not isinstance(value, str if self._encode else bytes):
            raise TypeError(f'{kind} expected, not {type(value).__name__}')
        return value if self._encode else value.decode('utf-8', 'surrogateescape')

    def _out(self, value):
        return value if self._encode else value.encode('utf-8', 'surrogateescape')

    def __getitem__(self, key):
        try:
            return self._out(self._data[self._checked(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._checked(key), self._checked(value)
        if '=' in key or not key:
            raise ValueError('illegal environment variable name') if key else OSError(22, 'Invalid argument')
        if '\0' in key + value:
            raise ValueError('embedded null byte')
        self._data[key] = value

    def __delitem__(self, key):
        try:
            del self._data[self._checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter([self._out(key) for key in self._data])

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return 'environ({' + ', '.join(f'{key!r}: {value!r}' for key, value in self.items()) + '})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return dict(self) | dict(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self) if isinstance(other, Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


_variables = {'HOME': _files.HOME, 'LANG': 'C.UTF-8', 'LOGNAME': 'loopscope', 'PATH': '/usr/local/bin:/usr/bin:/bin', 'PWD': _files.HOME,
              'SHELL': '/bin/sh', 'USER': 'loopscope'}
environ, environb = _Environ(_variables, True), _Environ(_variables, False)


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value, /):
    if '=' in fsdecode(name):
        raise ValueError('illegal environment variable name')
    _variables[fsdecode(name)] = fsdecode(value)


def unsetenv(name, /):
    if '=' in fsdecode(name) or not name:
        _files.fail(22)
    _variables.pop(fsdecode(name), None)


def reload_environ():
    pass


def get_exec_path(env=None):
    env = environ if env is None else env
    found = env.get('PATH')
    if env is not environ and b'PATH' in env:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = fsdecode(env[b'PATH'])
    return (defpath if found is None else found).split(pathsep)


# ---- the process

def _here():
    """The current process as multiprocessing knows it, None: nobody has asked for others."""
    module = sys.modules.get('multiprocessing.process')
    return module and module.current_process()


def getpid():
    process = _here()
    return process.pid if process else 4242


def getppid():
    process = _here()
    return process and process._parent_pid or 1


def getuid():
    return _files.UID


getgid = geteuid = getegid = getuid


def getresuid():
    return (_files.UID,) * 3


getresgid = getresuid


def getgroups():
    return [_files.UID]


def getlogin():
    return 'loopscope'


def getpgid(pid, /):
    return getpid()


def getpgrp():
    return getpid()


def cpu_count():
    return _host.CPUS


process_cpu_count = cpu_count


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def sched_yield():
    import time
    time.sleep(0)


def getloadavg():
    return 0.0, 0.0, 0.0


def uname():
    return uname_result(('Linux', 'loopscope', '6.0.0', '#1', 'wasm32'))


def times():
    import time
    now = time.process_time()
    return times_result((now, 0.0, 0.0, 0.0, time.monotonic()))


def urandom(size, /):
    return _host.urandom(size)


def getrandom(size, flags=0):
    return _host.urandom(size)


def kill(pid, sig, /):
    import signal
    if pid not in (0, getpid()):
        _files.fail(3)
    if sig:
        signal.raise_signal(sig)


def abort():
    _exit(134)


def _exit(status):
    _host.leave(status)
    while True:
        pass


def _no_processes(function):
    def missing(*args, **kwargs):
        raise NotImplementedError(f'Loopscope has no other processes (os.{function})')
    missing.__name__ = missing.__qualname__ = function
    return missing


for _name in ('fork popen execv execve execl execlp execvp execvpe execle execlpe spawnl spawnle spawnlp spawnv spawnve spawnvp '
              'wait waitpid pipe pipe2 forkpty posix_spawn killpg nice').split():
    globals()[_name] = _no_processes(_name)
P_WAIT, P_NOWAIT = 0, 1


def system(command):
    """Execute the command in a subshell."""
    word = fsencode(command).strip()
    if b'\0' in word:
        raise ValueError('embedded null byte')
    if word == b'clear':
        _host.write(1, b'\x1b[H\x1b[2J\x1b[3J')
    elif word == b'cls':  # which Linux has not
        _host.write(2, b'sh: 1: cls: not found\n')
        return 127 << 8
    elif word:
        _no_processes('system')()
    return 0


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    pass


def waitstatus_to_exitcode(status):
    return status >> 8 if status & 0x7F == 0 else -(status & 0x7F)


def WTERMSIG(status):
    return status & 0x7f


def WIFSIGNALED(status):
    return 0 < status & 0x7f < 0x7f


def WIFSTOPPED(status):
    return status & 0xff == 0x7f


def WSTOPSIG(status):
    return status >> 8 & 0xff


def WIFCONTINUED(status):
    return status == 0xffff


def WCOREDUMP(status, /):
    return bool(status & 0x80)


def major(device, /):
    return device >> 8 & 0xfff


def minor(device, /):
    return device & 0xff | device >> 12 & ~0xff


def makedev(major, minor, /):
    return minor & 0xff | (major & 0xfff) << 8 | (minor & ~0xff) << 12


def ctermid():
    return '/dev/tty'


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


import posixpath as path
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull
sys.modules['os.path'] = path

__all__ = [_name for _name in globals() if not _name.startswith('_') and _name not in ('sys', 'abc', 'st', 'MutableMapping')] + ['_exit']


# ---- what a system tells of itself, as far as a program here can tell the difference

sysconf_names = {'SC_ARG_MAX': 0, 'SC_CHILD_MAX': 1, 'SC_CLK_TCK': 2, 'SC_OPEN_MAX': 4, 'SC_PAGESIZE': 30, 'SC_PAGE_SIZE': 30, 'SC_IOV_MAX': 60,
                 'SC_NPROCESSORS_CONF': 83, 'SC_NPROCESSORS_ONLN': 84, 'SC_PHYS_PAGES': 85, 'SC_AVPHYS_PAGES': 86, 'SC_LINE_MAX': 43}
_sysconf = {0: 2097152, 1: 127235, 2: 100, 4: 1024, 30: 4096, 60: 1024, 85: 65536, 86: 65536, 43: 2048}
confstr_names = {'CS_PATH': 0, 'CS_GNU_LIBC_VERSION': 2, 'CS_GNU_LIBPTHREAD_VERSION': 3}
pathconf_names = {'PC_LINK_MAX': 0, 'PC_MAX_CANON': 1, 'PC_MAX_INPUT': 2, 'PC_NAME_MAX': 3, 'PC_PATH_MAX': 4, 'PC_PIPE_BUF': 5}
_pathconf = (127, 255, 255, 255, 4096, 4096)
PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2


def _configured(name, names):
    if isinstance(name, str):
        if name not in names:
            raise ValueError('unrecognized configuration name')
        return names[name]
    if not isinstance(name, int):
        raise TypeError('configuration names must be strings or integers')
    return name


def sysconf(name, /):
    """Return an integer-valued system configuration variable."""
    number = _configured(name, sysconf_names)
    if number in (83, 84):
        return cpu_count()
    if number not in _sysconf:
        raise OSError(22, 'Invalid argument')
    return _sysconf[number]


def confstr(name, /):
    """Return a string-valued system configuration variable."""
    return '/bin:/usr/bin' if _configured(name, confstr_names) == 0 else None


def pathconf(path, name):
    """Return the configuration limit name for the file or directory path."""
    number = _configured(name, pathconf_names)
    stat(path)
    if not 0 <= number < len(_pathconf):
        raise OSError(22, 'Invalid argument')
    return _pathconf[number]


def fpathconf(fd, name, /):
    return pathconf(fd, name)


def getpriority(which, who):
    """Return program scheduling priority."""
    return 0


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    """Change the owner and group id of path to the numeric uid and gid: there is one user."""
    stat(path, follow_symlinks=follow_symlinks)
    if uid not in (-1, getuid()) or gid not in (-1, getgid()):
        raise PermissionError(1, 'Operation not permitted', path)


def fchown(fd, uid, gid):
    chown(fd, uid, gid)


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Directory tree generator, which also yields a descriptor of each folder, open as long as the loop is there."""
    stat(top, follow_symlinks=follow_symlinks)
    for folder, dirs, files in walk(top, topdown, onerror, follow_symlinks):
        fd = open(folder, O_RDONLY)
        try:
            yield folder, dirs, files, fd
        finally:
            close(fd)


__all__ += ['sysconf', 'sysconf_names', 'confstr', 'confstr_names', 'pathconf', 'pathconf_names', 'fpathconf', 'getpriority', 'chown', 'fchown',
            'fwalk', 'PRIO_PROCESS', 'PRIO_PGRP', 'PRIO_USER']

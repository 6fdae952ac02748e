"""os: folders, files, links, stat, walking, the environment, errors."""
import errno
import os
import stat
import tempfile

top = os.path.realpath(tempfile.mkdtemp())
os.chdir(top)
print(os.getcwd() == top, os.getcwdb() == top.encode())


def attempt(label, function, *args, **kwargs):
    try:
        print(label, '->', repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, '->', type(error).__name__, str(error).replace(top, 'TOP'))


def write(name, text='x'):
    with open(name, 'w') as f:
        f.write(text)


os.mkdir('a')
os.makedirs('b/c/d')
os.makedirs('b/c/d', exist_ok=True)
write('a/one.txt', 'one')
write('a/two.txt', 'twotwo')
write('b/c/three.py')
print(sorted(os.listdir()), sorted(os.listdir('a')), os.listdir(b'b'), sorted(os.listdir(top)) == sorted(os.listdir('.')))
attempt('mkdir', os.mkdir, 'a')
attempt('mkdir deep', os.mkdir, 'x/y')
attempt('makedirs', os.makedirs, 'b/c')
attempt('makedirs over file', os.makedirs, 'a/one.txt/z')
attempt('listdir', os.listdir, 'none')
attempt('listdir file', os.listdir, 'a/one.txt')
attempt('rmdir full', os.rmdir, 'b')
attempt('rmdir file', os.rmdir, 'a/one.txt')
attempt('rmdir none', os.rmdir, 'none')
attempt('remove none', os.remove, 'none')
attempt('remove dir', os.remove, 'a')
attempt('rename none', os.rename, 'none', 'other')
attempt('rename into nothing', os.rename, 'a/one.txt', 'no/such')
attempt('rename file over dir', os.rename, 'a/one.txt', 'b')
attempt('rename dir over file', os.rename, 'a', 'b/c/three.py')
attempt('rename dir over full', os.rename, 'a', 'b')
attempt('rename into itself', os.rename, 'b', 'b/c/d/e')
attempt('chdir', os.chdir, 'none')
attempt('chdir file', os.chdir, 'a/one.txt')
attempt('stat', os.stat, 'none')
attempt('stat kind', os.stat, 3.5)
attempt('stat through a file', os.stat, 'a/one.txt/x')
attempt('open', os.open, 'none', os.O_RDONLY)
attempt('close', os.close, 77)
attempt('long', os.mkdir, 'x' * 300)
attempt('fspath', os.fspath, 5)
os.rename('a/one.txt', 'a/uno.txt')
os.replace('a/two.txt', 'a/uno.txt')
print(os.listdir('a'), open('a/uno.txt').read())
os.renames('a/uno.txt', 'z/y/uno.txt')
print(os.path.exists('a'), os.listdir('z/y'))
os.remove('z/y/uno.txt')
os.removedirs('z/y')
print(os.path.exists('z'))

os.makedirs('w/x/y')
os.mkdir('w/.hidden')
for name in ('w/1', 'w/2', 'w/x/3', 'w/x/y/4'):
    write(name)


def shown(walk):
    return sorted((folder, sorted(folders), sorted(names)) for folder, folders, names in walk)


for row in shown(os.walk('w')):
    print(row)
print([folder for folder, _, _ in os.walk('w/x', topdown=False)])
for folder, folders, names in os.walk('w'):
    folders[:] = sorted(name for name in folders if not name.startswith('.'))
    print(folder, folders, sorted(names))
errors = []
print(list(os.walk('none', onerror=errors.append)), [type(error).__name__ for error in errors])

info = os.stat('w/1')
print(stat.S_ISREG(info.st_mode), stat.S_ISDIR(info.st_mode), stat.filemode(info.st_mode), info.st_size, info.st_nlink, info[6] == info.st_size)
print(type(info).__module__, type(info).__name__, len(info), info.st_mtime_ns > 0, isinstance(info.st_mtime, float), info[8] == int(info.st_mtime))
print(stat.filemode(os.stat('w').st_mode), os.stat('w').st_nlink, stat.S_IMODE(info.st_mode) == 0o644)
os.chmod('w/1', 0o755)
print(oct(os.stat('w/1').st_mode), os.access('w/1', os.X_OK), os.access('none', os.F_OK))
os.utime('w/1', (1000, 2000.5))
print(os.stat('w/1').st_mtime, os.path.getmtime('w/1'), os.path.getatime('w/1'))
os.truncate('w/1', 5)
print(os.path.getsize('w/1'), open('w/1', 'rb').read())

os.symlink('w/1', 'link')
os.symlink('w', 'folder')
os.symlink('nowhere', 'broken')
print(os.readlink('link'), os.path.islink('link'), os.path.isfile('link'), os.path.isdir('folder'), os.path.exists('broken'), os.path.lexists('broken'))
print(sorted(os.listdir('folder')), os.path.realpath('folder/x') == os.path.join(top, 'w', 'x'), stat.S_ISLNK(os.lstat('link').st_mode))
attempt('readlink', os.readlink, 'w/1')
attempt('symlink', os.symlink, 'x', 'link')
attempt('through broken', open, 'broken')
os.symlink('loop2', 'loop1')
os.symlink('loop1', 'loop2')
attempt('loop', open, 'loop1')
os.link('w/1', 'hard')
print(os.stat('hard').st_nlink, os.path.samefile('hard', 'w/1'), os.path.samefile('w/2', 'w/1'))
os.unlink('hard')
print(os.stat('w/1').st_nlink)

with os.scandir('w') as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry, entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat().st_size if entry.is_file() else '-')
print(os.fspath(entry), isinstance(entry, os.DirEntry), isinstance(entry, os.PathLike))

number = os.open('raw', os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
print(os.write(number, b'hello world'), os.lseek(number, 6, os.SEEK_SET), os.read(number, 100), os.fstat(number).st_size)
os.ftruncate(number, 5)
copy = os.dup(number)
os.close(number)
print(os.lseek(copy, 0, 0), os.read(copy, 10), os.read(copy, 10))
os.fsync(copy)
os.close(copy)
with os.fdopen(os.open('raw', os.O_WRONLY | os.O_APPEND), 'a') as f:
    f.write('!')
print(open('raw').read())
number = os.open('raw', os.O_RDONLY)
attempt('write to a reader', os.write, number, b'x')
os.close(number)
attempt('exclusive', os.open, 'raw', os.O_CREAT | os.O_EXCL)

os.environ['LOOP_TEST'] = 'value'
print(os.environ['LOOP_TEST'], os.getenv('LOOP_TEST'), os.getenv('NO_SUCH'), os.getenv('NO_SUCH', 'x'), 'LOOP_TEST' in os.environ, os.environ.get('NO_SUCH', 5))
attempt('environ', os.environ.__getitem__, 'NO_SUCH')
attempt('environ kind', os.environ.__setitem__, 'A', 1)
attempt('environ key', lambda: os.environ[1])
print(os.environ.pop('LOOP_TEST'), 'LOOP_TEST' in os.environ, os.environ.setdefault('LOOP_TEST', 'new'), type(os.environ.copy()).__name__)
del os.environ['LOOP_TEST']
attempt('environ del', os.environ.__delitem__, 'LOOP_TEST')
print(os.name, os.sep, os.linesep == '\n', os.pathsep, os.curdir, os.pardir, os.extsep, os.altsep, os.devnull, os.path.sep)
print(type(os.getpid()).__name__, os.cpu_count() > 0, len(os.urandom(8)), len(os.urandom(0)), os.isatty(0) in (True, False))
attempt('urandom', os.urandom, -1)
print(os.strerror(2), errno.errorcode[17], errno.ENOENT, errno.EACCES, errno.ECONNREFUSED, os.strerror(9999))
print(os.fsencode('é'), os.fsdecode(b'\xc3\xa9'), os.fsencode(b'x'))
with open(os.devnull, 'w') as f:
    print(f.write('gone'))
print(open(os.devnull).read() == '')
print(os.error is OSError, os.unlink.__name__, len(os.uname()))
try:
    open('none')
except FileNotFoundError as error:
    print(error.errno == errno.ENOENT, error.filename, error.filename2, error.strerror, error.args)
old = os.umask(0o077)
write('private')
print(oct(os.stat('private').st_mode), oct(os.umask(old)))

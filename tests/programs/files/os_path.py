"""os.path, fnmatch and glob."""
import fnmatch
import glob
import os
import os.path
import tempfile
from os.path import *

print(os.path.__name__)
paths = ['', '/', '//', '///', 'a', '/a', 'a/', 'a/b', '/a/b.c', 'a//b', '.', '..', './a', 'a/../b', '../a', '/..', '/../a', 'a/./b/', '.bashrc', 'a.tar.gz',
         'a.', '..a', '...a.b', '/a/.b', '//a', '///a//b', 'x/y.z/w']
for p in paths:
    print(repr(p), split(p), splitext(p), basename(p), dirname(p), normpath(p), isabs(p), splitdrive(p), splitroot(p))
print(join('a', 'b'), join('a/', 'b'), join('a', '/b', 'c'), join('', 'b'), join('a', ''), join('a'), join('a', '', 'b'), join(b'a', b'b'))
print(abspath('x') == join(os.getcwd(), 'x'), abspath('/a/../b/'), normpath(b'a/../b'))
print(relpath('/a/b/c', '/a/d'), relpath('/a', '/a'), relpath('/a/b', '/'), relpath('x/y', 'x'))
print(commonpath(['/a/b/c', '/a/b/d', '/a/b']), commonpath(['a/b', 'a/c']), commonprefix(['abc', 'abd']), commonprefix([]))
print(expanduser('~/x') == join(os.environ['HOME'], 'x'), expanduser('a~'), expanduser('~') == os.environ['HOME'])
os.environ['LOOPVAR'] = 'value'
print(expandvars('$LOOPVAR/x ${LOOPVAR}y $NOSUCH ${NOSUCH} $ a$LOOPVAR.b'))


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(join, 'a', 5)
attempt(join, 'a', b'b')
attempt(join, None)
attempt(basename, 5)
attempt(relpath, '')
attempt(commonpath, [])
attempt(commonpath, ['/a', 'b'])
attempt(exists, None)
attempt(getsize, '/no/such/file')
print(exists('\0'), isfile('/no'), isdir('/'), ismount('/'), exists(0), lexists('/no'))

for pattern in ('*', '*.py', '?', '[abc]', '[!abc]', 'a*b', '[a-c]x', '[]]', '[', 'a[b', '**', '*[0-9].tx?', '.*', '[!]]'):
    print(pattern, [name for name in ('', 'a', 'b.py', 'axb', 'ax', ']', '[', 'a[b', 'f1.txt', '.x', 'A', 'ab') if fnmatch.fnmatch(name, pattern)])
print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.fnmatchcase('A', 'a'), fnmatch.fnmatch(b'x.py', b'*.py'))

os.chdir(tempfile.mkdtemp())
for name in ('a/x.py', 'a/y.txt', 'a/b/z.py', 'a/b/c/w.py', '.h/x.py', 'top.py', 'a/.hidden.py'):
    os.makedirs(dirname(name) or '.', exist_ok=True)
    open(name, 'w').close()
for pattern in ('*', '*.py', 'a/*', 'a/*.py', '*/*.py', '**/*.py', '.*', 'a', 'none', 'a/', 'top.py', '*/', '.*/*.py', 'a/b/../*.py', '[a-z]/x.*'):
    print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob('**', recursive=True)), sorted(glob.glob('a/**', recursive=True)), sorted(glob.glob('a/**/', recursive=True)))
print(sorted(glob.glob('*.py', root_dir='a')), sorted(glob.glob('*.py', root_dir='a', include_hidden=True)), glob.escape('a[b]*?.py'), glob.has_magic('a*'))
print(sorted(os.path.basename(path) for path in glob.iglob(os.path.join(os.getcwd(), 'a', '*'))))

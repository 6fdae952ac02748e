"""tempfile and shutil."""
import os
import shutil
import tempfile

top = os.path.realpath(tempfile.mkdtemp())
os.chdir(top)


def attempt(label, function, *args, **kwargs):
    try:
        print(label, '->', repr(function(*args, **kwargs)).replace(top, 'TOP'))
    except Exception as error:
        print(label, '->', type(error).__name__, str(error).replace(top, 'TOP'))


def tree(path):
    return sorted(os.path.join(folder, name) for folder, folders, names in os.walk(path) for name in folders + names)


with tempfile.TemporaryDirectory() as folder:
    print(os.path.isdir(folder), os.path.basename(folder).startswith('tmp'), os.path.dirname(folder) == tempfile.gettempdir())
    with open(os.path.join(folder, 'x'), 'w') as f:
        f.write('x')
print(os.path.exists(folder))
kept = tempfile.TemporaryDirectory(prefix='pre_', suffix='_suf', dir='.')
print(os.path.basename(kept.name)[:4], kept.name[-4:], os.path.isdir(kept.name))
kept.cleanup()
print(os.path.exists(kept.name))
with tempfile.NamedTemporaryFile() as f:
    print(f.write(b'abc'), f.tell(), f.seek(0), f.read(), os.path.exists(f.name), f.mode)
print(os.path.exists(f.name), f.closed)
with tempfile.NamedTemporaryFile('w+', suffix='.txt', delete=False) as f:
    f.write('kept')
print(open(f.name).read(), f.name.endswith('.txt'))
os.unlink(f.name)
with tempfile.TemporaryFile('w+t') as f:
    f.write('line 1\nline 2\n')
    f.seek(0)
    print(f.readlines())
with tempfile.SpooledTemporaryFile(max_size=10, mode='w+') as f:
    f.write('short')
    print(f._rolled)
    f.write(' and then long')
    print(f._rolled)
    f.seek(0)
    print(f.read())
number, name = tempfile.mkstemp(text=True)
os.write(number, b'made')
os.close(number)
print(open(name).read(), oct(os.stat(name).st_mode & 0o777), type(tempfile.mkdtemp(dir=top)).__name__, tempfile.gettempprefix())

os.makedirs('src/sub/deep')
for name, text in (('src/a.txt', 'A'), ('src/sub/b.py', 'B'), ('src/sub/deep/c.pyc', 'C')):
    with open(name, 'w') as f:
        f.write(text)
print(shutil.copy('src/a.txt', 'copy.txt'), open('copy.txt').read(), shutil.copy('src/a.txt', 'src/sub'), shutil.copy2('src/a.txt', 'two.txt'))
print(shutil.copyfile('src/a.txt', 'three.txt'), os.path.getmtime('two.txt') == os.path.getmtime('src/a.txt'))
attempt('same', shutil.copyfile, 'copy.txt', 'copy.txt')
attempt('none', shutil.copy, 'none', 'x')
attempt('to nowhere', shutil.copy, 'copy.txt', 'no/where')
attempt('folder', shutil.copyfile, 'src', 'x')
print(shutil.copytree('src', 'dst'), tree('dst'))
attempt('copytree', shutil.copytree, 'src', 'dst')
shutil.copytree('src', 'dst', dirs_exist_ok=True)
shutil.copytree('src', 'part', ignore=shutil.ignore_patterns('*.pyc', 'a*'))
print(tree('part'))
print(shutil.move('copy.txt', 'moved.txt'), os.path.exists('copy.txt'), shutil.move('moved.txt', 'dst'), os.path.exists('dst/moved.txt'))
with open('moved.txt', 'w') as f:
    pass
attempt('move over', shutil.move, 'moved.txt', 'dst')
attempt('move into itself', shutil.move, 'dst', 'dst/sub')
attempt('move none', shutil.move, 'none', 'x')
shutil.rmtree('dst')
print(os.path.exists('dst'))
attempt('rmtree', shutil.rmtree, 'dst')
shutil.rmtree('dst', ignore_errors=True)
shutil.rmtree('dst', onexc=lambda function, path, error: print(path, type(error).__name__))
attempt('rmtree file', shutil.rmtree, 'moved.txt')
with open('one', 'wb') as f:
    f.write(b'x' * 100000)
with open('one', 'rb') as f, open('other', 'wb') as g:
    shutil.copyfileobj(f, g)
print(os.path.getsize('other'), shutil.which('no-such-program'), shutil.get_terminal_size((100, 30)).lines > 0)
usage = shutil.disk_usage('.')
print(usage.total >= usage.used > 0, type(usage).__name__, shutil.Error.__mro__[1].__name__)

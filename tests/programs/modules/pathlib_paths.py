"""pathlib: pure paths, and Path over files."""
import os
import pathlib
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def attempt(label, function, *args, **kwargs):
    try:
        print(label, '->', repr(function(*args, **kwargs)).replace(top, 'TOP'))
    except Exception as error:
        print(label, '->', type(error).__name__, getattr(error, 'strerror', None) or str(error).replace(top, 'TOP'))


top = os.path.realpath(tempfile.mkdtemp())
os.chdir(top)
for text in ('', '.', '/', 'a', '/a/b/c.tar.gz', 'a//b/./c', '../x', '/..', '.bashrc', 'a.', 'x/..', 'a/b.txt', '//net', '///x'):
    p = PurePath(text)
    print(repr(text), repr(p), str(p), p.parts, repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, str(p.parent), list(map(str, p.parents)), repr(p.root), repr(p.anchor), p.is_absolute())
p = PurePosixPath('/usr/lib/python3/x.py')
print(p.with_name('y.txt'), p.with_stem('z'), p.with_suffix('.c'), p.with_suffix(''), p.relative_to('/usr'), p.is_relative_to('/usr/lib'), p.is_relative_to('/opt'))
print(p.parents[0], p.parents[-1], p.parents[1:3], len(p.parents), p.parents, p.as_posix(), bytes(p), os.fspath(p))
print(p / 'a' / 'b', 'x' / PurePath('y'), p / '/abs', p.joinpath('q', 'r'), PurePath('a', 'b', PurePath('c')), PurePath(p) == p, hash(p) == hash(PurePath(str(p))))
print(PurePath('b') > PurePath('a'), PurePath('a/b') < PurePath('a.b'), sorted([PurePath('b'), PurePath('a/c'), PurePath('a')]), PurePath('a') == 'a')
print(p.match('*.py'), p.match('x*'), p.match('lib/*/x.py'), p.match('/usr/*/*/*.py'), p.match('*.txt'), p.full_match('**/*.py'), p.full_match('/usr/*'))
print(p.relative_to('/usr/bin', walk_up=True))
attempt('relative', p.relative_to, '/opt')
attempt('with_name', p.with_name, 'a/b')
attempt('with_name', PurePath('/').with_name, 'x')
attempt('with_suffix', p.with_suffix, 'py')
attempt('kind', PurePath, 5)
attempt('div', lambda: p / 5)
attempt('index', lambda: p.parents[9])
attempt('uri', Path('a').as_uri)
print(Path('/a b/ü').as_uri())
w = PureWindowsPath('C:/Users/x\\y.txt')
print(repr(w), str(w), w.parts, w.drive, w.root, w.anchor, w.name, w.parent, w.is_absolute(), w.as_posix(), w == PureWindowsPath('c:\\users\\X\\Y.TXT'), w / 'z')

p = Path('dir')
print(type(p), repr(p), p.exists(), p.is_dir())
p.mkdir()
attempt('mkdir', p.mkdir)
p.mkdir(exist_ok=True)
attempt('mkdir deep', (p / 'x' / 'y').mkdir)
(p / 'x' / 'y').mkdir(parents=True)
f = p / 'file.txt'
print(f.write_text('hello\nworld\n'), f.read_text(), f.read_bytes(), f.stat().st_size, f.exists(), f.is_file(), f.is_dir(), f.is_symlink())
print(f.write_bytes(b'\xff\x00'), f.read_bytes())
attempt('read_text', f.read_text)
attempt('write_text', f.write_text, b'x')
f.write_text('é', encoding='latin-1')
print(f.read_bytes(), f.read_text(encoding='latin-1'))
with f.open('a') as opened:
    opened.write('more')
with open(f, 'rb') as opened:
    print(opened.read(), opened.name)
attempt('unlink', (p / 'none').unlink)
(p / 'none').unlink(missing_ok=True)
attempt('read', (p / 'none').read_text)
attempt('rmdir', p.rmdir)
attempt('iterdir', lambda: list(Path('none').iterdir()))
attempt('stat', Path('none').stat)
(p / 'touched').touch()
(p / 'touched').touch()
attempt('touch', (p / 'touched').touch, exist_ok=False)
for name in ('a.py', 'x/b.py', 'x/y/c.py', 'x/y/d.txt', '.hid/e.py'):
    (p / name).parent.mkdir(exist_ok=True)
    (p / name).write_text(name)
print(sorted(p.iterdir()))
for pattern in ('*', '*.py', '**/*.py', '*/*', '**', 'x/*', 'x/**/*.py', '*.none', '[ab]*.py', '**/'):
    print(pattern, sorted(map(str, p.glob(pattern))))
print(sorted(map(str, p.rglob('*.py'))), sorted(map(str, p.rglob('y'))))
print([(str(a), sorted(b), sorted(c)) for a, b, c in sorted(p.walk())])
attempt('glob', lambda: list(p.glob('/x')))
attempt('glob', lambda: list(p.glob('')))
moved = (p / 'a.py').rename(p / 'z.py')
print(moved, moved.exists(), (p / 'a.py').exists(), moved.replace(p / 'x' / 'b.py'))
attempt('rename', (p / 'none').rename, 'x')
print(Path.cwd() == Path(top), Path('a').absolute() == Path(top) / 'a', Path('dir/../dir').resolve() == Path(top, 'dir'), Path('~/q').expanduser() == Path.home() / 'q')
attempt('strict', Path('none/x').resolve, strict=True)
link = Path('link')
link.symlink_to('dir')
print(link.is_symlink(), link.is_dir(), link.readlink(), link.resolve() == Path(top, 'dir'), link.samefile('dir'), link.lstat().st_size)
os.chdir('dir')
print(sorted(map(str, Path().iterdir())), sorted(map(str, Path('.').glob('*.py'))), str(Path()), Path('.').name)
print(Path(__file__).name, Path('x.py').with_suffix('.txt').stem, isinstance(p, os.PathLike), issubclass(Path, PurePosixPath), pathlib.PosixPath is type(p))


class MyPath(type(Path())):
    def shout(self):
        return str(self).upper()


print(MyPath('a') / 'b', type(MyPath('a') / 'b').__name__, (MyPath('a') / 'b').shout(), MyPath('q/r').parent.shout())
import copy
print(copy.copy(p), {Path('a'): 1}[Path('a')], f'{p}', f'{p!r:>20}')

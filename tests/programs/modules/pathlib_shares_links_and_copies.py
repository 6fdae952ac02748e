# Windows' shares and drives, what a link to a folder is to walk() and to resolve(), copies within themselves.
import os
import shutil
from pathlib import Path, PurePosixPath, PureWindowsPath

P, W = PurePosixPath, PureWindowsPath
shutil.rmtree('/tmp/shares', ignore_errors=True)
os.mkdir('/tmp/shares')
os.chdir('/tmp/shares')


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, type(error).__name__, error if error.args[0].__class__ is str else error.strerror)


for text in [
        "W('//a/b').anchor", "W('//a/b').as_posix()", "W('//some/share/').as_uri()", "W('c:/a/b').as_uri()", "W('//some/share/a/b%#c').as_uri()",
        "W('C:/a/b') / 'd:s'", "W('C:/a/b') / 'c:s'", "W('C:/a/b') / '/x'", "W('C:/a/b') / '//host/share'", "W('./a:b')", "W('a', 'b:c')",
        "[W(x).is_absolute() for x in ('c:a', '/a', '//a/b', 'c:/')]", "W('//a/b').parent, W('//a/b/c').parent", "W('//?/UNC/s/h/x').parts",
        "W('//server/share/x').relative_to('//Server/Share')", "W('con.txt').is_reserved(), W('c').is_reserved(), P('con').is_reserved()",
        "W('a/b.PY').match('*.py', case_sensitive=True), W('a/b.PY').match('*.py'), P('A.py').match('a.PY', case_sensitive=False)",
        "P('a/b').full_match('**/b/**'), P('a/b/c').full_match('**/b/**'), P('a').full_match('**'), P('/').full_match('/**')",
        "Path.from_uri('file://foo/bar')", "Path.from_uri('foo/bar')", "Path.from_uri('file:foo')", "Path.from_uri('file://localhost/a%20b')",
        "Path('d/e/f').mkdir(parents=True)", "Path('d/x.txt').write_text('x')", "Path('l').symlink_to('d')", "Path('d/lk').symlink_to('..')",
        "sorted((str(a), sorted(b), sorted(c)) for a, b, c in Path('.').walk())",
        "sorted((str(a), sorted(b), sorted(c)) for a, b, c in Path('l').walk(top_down=False))",
        "sorted(str(p) for p in Path('.').glob('D/X.*', case_sensitive=False))",
        "Path('loop').symlink_to('loop')", "Path('a1').symlink_to('b1')", "Path('b1').symlink_to('a1')", "Path('up').symlink_to('d/e/../../l/x.txt')",
        "Path('loop').resolve()", "Path('loop/../d').resolve()", "Path('a1/x').resolve()", "Path('up').resolve()", "Path('l/lk/l/e').resolve()",
        "Path('l/../d').resolve()", "Path('nope/../d/x.txt').resolve()", "Path('d/x.txt/y').resolve()", "os.path.realpath(b'l/e')",
        "Path('l/e').resolve(strict=True)", "Path('nope/e').resolve(strict=True)",
        "Path('d').copy('d')", "Path('d').copy('d/sub')", "Path('d').copy('c', follow_symlinks=False)", "Path('c/lk').is_symlink()",
        "sorted(str(p) for p in Path('c').rglob('*'))", "Path('d/x.txt').copy('y.txt', preserve_metadata=True).read_text()", "Path('d').copy('c')"]:
    show(text)

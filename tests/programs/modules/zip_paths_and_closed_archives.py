# Places within an archive, what is said of archives and their files once they are closed, comments and names given twice.
import hashlib
import io
import os
import warnings
import zipfile

os.chdir('/tmp')


def show(text):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            print(text, '->', eval(text), *[w.message for w in seen])
        except Exception as error:
            print(text, type(error).__name__, error)


z = zipfile.ZipFile('arch.zip', 'w', zipfile.ZIP_DEFLATED)
for text in ["z.writestr('a.txt', 'hello')", "z.writestr('a.txt', 'again')", "z.writestr('d/x.py', b'x = 1')", "z.writestr('d/e/y.tar.gz', 'deep')", "z.mkdir('nd')",
             "z.setpassword('x')", "setattr(z, 'comment', b'c' * 70000)", "len(z.comment)", "z.infolist()[-1].date_time"]:
    show(text)
file = z.open('n', 'w')
for text in ["file.name, file.mode", "z.writestr('g', '')", "file.write(b'abc')", "file.close()"]:
    show(text)
z.close()
for text in ["z.writestr('b', '')", "z.read('a.txt')", "z.open('a.txt')", "z.testzip()", "len(z.namelist())", "z"]:
    show(text)
z = zipfile.ZipFile('arch.zip')
file = z.open('d/x.py')
for text in ["file", "file.peek(2)[:2]", "file.read(3)", "file.close()", "file.read()", "file", "z.open('d/x.py', 'w')"]:
    show(text)
top = zipfile.Path('arch.zip')
deep = zipfile.Path('arch.zip', 'd/e/y.tar.gz')
for text in ["top", "str(top)", "sorted(set(str(p) for p in top.iterdir()))", "(top / 'd' / 'x.py').read_text()", "top.joinpath('d', 'x.py').read_bytes()",
             "(top / 'd').is_dir(), (top / 'd').is_file(), (top / 'd').exists(), (top / 'zz').exists()", "(top / 'd').open()", "(top / 'zz').read_text()",
             "(top / 'a.txt').iterdir().__next__()", "deep.name, deep.suffix, deep.suffixes, deep.stem, deep.filename", "deep.parent, deep.parent.parent, deep.parent.parent.parent.at",
             "top.parent, top.name, top.stem", "sorted(set(str(p) for p in top.glob('*')))", "sorted(set(str(p) for p in top.glob('**/*.py')))",
             "sorted(set(str(p) for p in top.rglob('*.gz')))", "deep.match('*.gz'), deep.is_symlink()", "list(top.glob(''))", "deep == zipfile.Path(deep.root, deep.at)",
             "(top / 'a.txt').open('rb', encoding='utf-8')", "deep.open(encoding='utf-8').read()", "zipfile.ZIP64_LIMIT, zipfile.ZIP_MAX_COMMENT"]:
    show(text)
for text in ["hashlib.file_digest(None, 'md5')", "hashlib.file_digest(io.BytesIO(b'a'), 'md5').hexdigest()"]:
    show(text)

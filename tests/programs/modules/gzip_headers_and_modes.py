# Names and moments in headers, what is asked of a file before it is read and after it is closed.
import gzip
import io
import os


def t(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, type(error).__name__, error.strerror if isinstance(error, OSError) and error.strerror else error)


os.chdir('/tmp')
with gzip.open('gzt.txt.gz', 'wb') as f:
    print(f.name, f.mode, f.writable(), f.readable(), f.fileno() > 2)
    f.write(b'hello\n'*100)
    t("f.read()");
t("f.write(b'x')"); t("f.closed"); t("f.flush()")
d = open('gzt.txt.gz','rb').read(); print(d[:4], d[8:20])
with gzip.open('gzt.txt.gz') as f:
    print(f.mtime, f.mode); print(f.readline(), f.peek(3)[:3], f.read1(4), f.tell(), f.seek(-3, 2), f.read(), f.mtime > 0); f.rewind(); print(f.read(3))
    t("f.write(b'x')")
with gzip.open('gzt.txt.gz', 'at') as f: f.write('more')
with gzip.open('gzt.txt.gz', 'rt') as f: print(len(f.read()))
b = io.BytesIO(); g = gzip.GzipFile(fileobj=b, mode='w', mtime=5); g.write(b'abc'); g.close(); print(b.getvalue()[:10], g.name == '')
b.seek(0); g = gzip.GzipFile(fileobj=b); print(g.mtime, g.read(), g.mtime)
b = io.BytesIO(); g = gzip.GzipFile('x/y.gz', 'w', fileobj=b, mtime=1); g.close(); print(b.getvalue()[:12])
b = io.BytesIO(); g = gzip.GzipFile('ÿ€.gz', 'w', fileobj=b, mtime=1); g.close(); print(b.getvalue()[:12])
for f in ["gzip.GzipFile(fileobj=b, mode='z')", "gzip.open('nope.gz', 'rbt')", "gzip.GzipFile(fileobj=io.BytesIO(b'not gzip')).read()", "gzip.GzipFile(fileobj=io.BytesIO(b'')).read()", "gzip.decompress(gzip.compress(b'x')[:-3])", "gzip.GzipFile(fileobj=b, mode='w').name", "gzip.GzipFile(fileobj=io.BytesIO(d[:40])).read()","gzip.GzipFile(b'gzt.txt.gz').name"]: t(f)

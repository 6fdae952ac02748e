import hashlib
import io
import os
import re
import tarfile
import tempfile
os.chdir(tempfile.mkdtemp())
def t(f, *a, **k):
    try: r = f(*a, **k); print(re.sub(' at 0x[0-9a-f]+', '', repr(r)))
    except Exception as e: print(type(e).__module__, type(e).__name__, re.sub(r'.Errno \d+. ', '', str(e).split('\n')[0]).replace(os.getcwd(), 'CWD'))
def info(name, data=b'', **k):
    i = tarfile.TarInfo(name); i.size = len(data); i.mtime = 1000000000
    for a, b in k.items(): setattr(i, a, b)
    return i, io.BytesIO(data)
def build(mode='w', **kw):
    b = io.BytesIO()
    with tarfile.open(fileobj=b, mode=mode, **kw) as tf:
        tf.addfile(*info('a.txt', b'hello\n' * 100))
        i, _ = info('dir', type=tarfile.DIRTYPE, mode=0o755); tf.addfile(i)
        tf.addfile(*info('dir/b.bin', bytes(range(256)) * 3, mode=0o600, uname='root', gname='wheel', uid=5, gid=6))
        i, _ = info('dir/link', type=tarfile.SYMTYPE, linkname='b.bin'); tf.addfile(i)
        i, _ = info('hard', type=tarfile.LNKTYPE, linkname='a.txt'); tf.addfile(i)
        tf.addfile(*info('empty'))
        tf.addfile(*info('x' * 60 + '/' + 'y' * 80, b'long'))
        if kw.get('format') != tarfile.USTAR_FORMAT:
            tf.addfile(*info('ü' * 70, b'u'))
            tf.addfile(*info('float', b'f', mtime=1234567890.25))
            tf.addfile(*info('q' * 200, b'q'))
            i, _ = info('sl', type=tarfile.SYMTYPE, linkname='z' * 150); tf.addfile(i)
    return b
for fmt in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    b = build(format=fmt); d = b.getvalue(); print(fmt, len(d), hashlib.md5(d).hexdigest())
    b.seek(0)
    with tarfile.open(fileobj=b) as tf:
        print(tf.getnames())
        for m in tf: print(m.name[:20], len(m.name), m.size, oct(m.mode), m.mtime, m.type, m.linkname[:20], m.uid, m.gid, m.uname, m.gname, m.offset, m.offset_data, m.isreg(), m.isdir(), m.issym(), m.islnk(), m.isdev(), {k: v[:10] for k, v in m.pax_headers.items()})
        print(tf.extractfile('a.txt').read()[:12], tf.extractfile('dir/link').read()[:5], tf.extractfile('hard').read()[:5], tf.extractfile('dir'), tf.extractfile('empty').read())
        f = tf.extractfile('dir/b.bin'); print(f.read(3), f.tell(), f.seek(250), f.read(10), f.readable(), f.seekable(), f.name)
        print(list(tf.extractfile('a.txt'))[:2], io.TextIOWrapper(tf.extractfile('a.txt')).readline())
        t(tf.getmember, 'nope'); t(tf.extractfile, 'nope'); t(tf.add, 'x'); t(tf.getmember, 'dir/')
b = build(); b.seek(0)
with tarfile.open(fileobj=b) as tf:
    tf.list(); tf.list(False); tf.list(members=[tf.getmember('a.txt')])
    print(tf.mode, tf.name, tf.closed, tf.format)
    tf.extractall('out'); print(sorted((os.path.relpath(os.path.join(r, f), 'out')[:30], os.path.getsize(os.path.join(r, f)) if os.path.exists(os.path.join(r,f)) else None) for r, _, fs in os.walk('out') for f in fs))
    print(oct(os.stat('out/dir/b.bin').st_mode), os.stat('out/a.txt').st_mtime, os.readlink('out/dir/link'), os.stat('out/dir').st_mtime)
    tf.extract('a.txt', 'out2'); tf.extract(tf.getmember('dir/b.bin'), 'out2', filter='data'); print(sorted(os.listdir('out2')), os.listdir('out2/dir'))
    t(tf.extract, 'nope'); t(tf.extractall, 'o', filter='zz')
t(tf.getnames); t(tf.next)
# from the file system
os.makedirs('src/sub'); open('src/one.txt', 'w').write('1' * 700); open('src/sub/two.txt', 'w').write('2'); os.symlink('one.txt', 'src/ln'); os.utime('src/one.txt', (1e9, 1e9))
with tarfile.open('t.tar.gz', 'w:gz') as tf:
    tf.add('src'); tf.add('src/one.txt', arcname='renamed'); t(tf.getmembers); t(tf.extract, 'src')
    tf.add('src', 'filtered', filter=lambda m: None if 'two' in m.name else m.replace(uname='me', deep=False))
with tarfile.open('t.tar.gz') as tf:
    print(tf.getnames(), tf.getmember('src/one.txt').mtime, tf.getmember('src/ln').linkname, tf.getmember('filtered/one.txt').uname)
    print(tf.extractfile('renamed').read() == b'1' * 700)
for mode in ('r', 'r:*', 'r:gz', 'r|gz', 'r|*', 'r:zz', 'q', 'a:gz', 'x'):
    try:
        with tarfile.open('t.tar.gz', mode) as tf: print(mode, [m.name for m in tf][:2])
    except Exception as e: print(mode, type(e).__name__, re.sub(r'.Errno \d+. ', '', str(e).split('\n')[0]))
print(tarfile.is_tarfile('t.tar.gz'), tarfile.is_tarfile('src/one.txt'), tarfile.is_tarfile(io.BytesIO(build().getvalue())), tarfile.is_tarfile(io.BytesIO(b'')))
b = io.BytesIO()
with tarfile.open(fileobj=b, mode='w|') as tf: tf.addfile(*info('s', b'stream'))
b.seek(0)
with tarfile.open(fileobj=b, mode='r|') as tf:
    for m in tf: print(m.name, tf.extractfile(m).read())
b = io.BytesIO()
with tarfile.open(fileobj=b, mode='w|gz') as tf: tf.addfile(*info('s', b'stream' * 100))
b.seek(0)
with tarfile.open(fileobj=b, mode='r|gz') as tf: print([(m.name, len(tf.extractfile(m).read())) for m in tf])
with tarfile.open('ap.tar', 'w') as tf: tf.addfile(*info('1', b'1'))
with tarfile.open('ap.tar', 'a') as tf: tf.addfile(*info('2', b'2')); print(tf.getnames())
with tarfile.open('ap.tar') as tf: print(tf.getnames())
t(tarfile.open, 'nofile.tar'); t(tarfile.open); t(tarfile.open, 'src/one.txt'); t(tarfile.open, fileobj=io.BytesIO(b'x' * 512), mode='r:'); t(tarfile.open, fileobj=io.BytesIO(b''), mode='r:'); t(tarfile.open, fileobj=io.BytesIO(b'abc'), mode='r:')
# filters
b = io.BytesIO()
with tarfile.open(fileobj=b, mode='w') as tf:
    for n, k in (('/abs', {}), ('../out', {}), ('ok', dict(mode=0o4777)), ('l1', dict(type=tarfile.SYMTYPE, linkname='/etc/passwd')), ('l2', dict(type=tarfile.SYMTYPE, linkname='../../x')), ('dev', dict(type=tarfile.CHRTYPE)), ('d', dict(type=tarfile.DIRTYPE, mode=0o777))):
        tf.addfile(info(n, **k)[0])
b.seek(0)
tf = tarfile.open(fileobj=b)
for m in tf:
    for f in (tarfile.fully_trusted_filter, tarfile.tar_filter, tarfile.data_filter):
        try: r = f(m, 'dest'); print(f.__name__, r.name, r.mode and oct(r.mode), r.uid, r.linkname)
        except tarfile.FilterError as e: print(f.__name__, type(e).__name__, str(e).replace(os.getcwd(), 'CWD').replace(os.path.dirname(os.getcwd()), 'UP'), e.tarinfo is m)
t(tf.extractall, 'dest'); 
i = tarfile.TarInfo('a'); print(repr(i)[:15], i.get_info(), i.path, i.replace(name='b').name, i.isfile()); t(i.tobuf, 9); i.mode = None; t(i.tobuf)
t(tarfile.TarInfo('n' * 300).tobuf, tarfile.USTAR_FORMAT); i = tarfile.TarInfo('big'); i.size = 8 ** 12; t(i.tobuf, tarfile.USTAR_FORMAT); print(len(i.tobuf(tarfile.GNU_FORMAT)), len(i.tobuf(tarfile.PAX_FORMAT)))
w = tarfile.open(fileobj=io.BytesIO(), mode='w', pax_headers={'comment': 'hi ü'}); w.addfile(tarfile.TarInfo('p')); w.close(); w.fileobj.seek(0); r = tarfile.open(fileobj=w.fileobj); print(r.pax_headers, r.getmembers()[0].pax_headers)
t(tarfile.open(fileobj=io.BytesIO(), mode='w').addfile, info('z', b'zz')[0])
data = build().getvalue()
t(tarfile.open(fileobj=io.BytesIO(data[:1000])).getnames)
print(sorted(tarfile.__all__) == sorted(set(tarfile.__all__)), tarfile.DEFAULT_FORMAT, tarfile.ENCODING)

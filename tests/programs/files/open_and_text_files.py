"""open(): modes, text and bytes, lines, newlines, encodings, positions, errors."""
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())


def attempt(label, function, *args, **kwargs):
    try:
        print(label, '->', repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, '->', type(error).__module__, type(error).__qualname__, error)


# Writing and reading.
f = open('a.txt', 'w')
print(f, f.mode, f.name, f.encoding, f.errors, f.closed, f.newlines, f.line_buffering, f.readable(), f.writable(), f.seekable())
print(f.write('first\nsecond\n'), f.tell())
f.writelines(['third\n', 'fourth'])
print(f.closed, os.path.getsize('a.txt'))
f.flush()
print(os.path.getsize('a.txt'))
f.close()
f.close()
print(f.closed, f)
for line in open('a.txt'):
    print(repr(line))
with open('a.txt') as f:
    print(repr(f.read(3)), f.tell(), repr(f.readline()), repr(f.readline(3)), f.readlines(), repr(f.read()), repr(f.readline()))
    print(f.seek(6), repr(f.read(6)), f.tell(), f.seek(0, 2), f.newlines)
with open('a.txt', 'a') as f:
    print(f.tell())
    f.write('\nfifth\n')
with open('a.txt') as f:
    print(f.read().split('\n'))
    print(list(f))
with open('a.txt', 'r+') as f:
    f.write('FIRST')
    f.seek(0)
    print(repr(f.readline()))
    f.seek(0)
    print(f.truncate(8))
    print(repr(f.read()))
with open('a.txt', 'w+') as f:
    print(repr(f.read()))
    f.write('abc')
    f.seek(1)
    print(f.read())
    print(f.write('def'), f.tell())
    f.seek(0)
    print(f.read())
with open('b.txt', 'x') as f:
    print(f.mode, file=f)
    print(1, 2, 3, sep='-', end='!', file=f, flush=True)
    print(os.stat('b.txt').st_size)
print(open('b.txt').read())
attempt('x again', open, 'b.txt', 'x')

# Bytes.
with open('c.bin', 'wb') as f:
    print(f, f.mode, f.name, f.raw, f.write(b'\x00\x01line\nmore\n'), f.tell())
with open('c.bin', 'rb') as f:
    print(f, f.read(2), f.peek()[:4], f.readline(), f.tell(), f.read1(2), f.read(), f.read(), f.seek(-3, 2), f.read())
    f.seek(0)
    room = bytearray(4)
    print(f.readinto(room), room)
    print(list(f))
with open('c.bin', 'rb+') as f:
    print(f, f.mode)
    print(f.read(3))
    print(f.write(b'XY'), f.tell(), f.read(1))
    f.seek(0)
    print(f.read())
with open('c.bin', 'ab') as f:
    f.write(memoryview(b'end'))
    f.write(bytearray(b'.'))
with open('c.bin', 'rb', buffering=0) as f:
    print(f, f.mode, f.read(4), f.readall(), f.closefd)
print(f)

# Positions beyond the end.
with open('d.bin', 'wb') as f:
    f.seek(5)
    f.write(b'x')
print(open('d.bin', 'rb').read())

# Newlines.
with open('n.txt', 'wb') as f:
    f.write(b'unix\ndos\r\nmac\rend')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('n.txt', newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
    with open('n.txt', newline=newline) as f:
        print(repr(f.read(7)), repr(f.read(4)), repr(f.read()))
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('m.txt', 'w', newline=newline) as f:
        f.write('a\nb\r\n')
    print(repr(newline), open('m.txt', 'rb').read())

# Encodings.
text = 'héllo wörld ☃ 𝄞\n'
for encoding in ('utf-8', 'utf-16', 'utf-16-le', 'utf-8-sig', 'utf-32'):
    with open('e.txt', 'w', encoding=encoding) as f:
        f.write(text)
        f.write(text)
    with open('e.txt', encoding=encoding) as f:
        print(encoding, f.encoding, os.path.getsize('e.txt'), f.read() == text * 2)
with open('e.txt', 'w', encoding='latin-1', errors='replace') as f:
    f.write(text)
print(open('e.txt', 'rb').read())
attempt('ascii', open('e.txt', encoding='ascii').read)
attempt('utf-8', open('e.txt', encoding='utf-8').read)
attempt('ignore', open('e.txt', encoding='ascii', errors='ignore').read)
attempt('escape', open('e.txt', encoding='ascii', errors='backslashreplace').read)
attempt('surrogates', open('e.txt', errors='surrogateescape').read)
attempt('unknown', open, 'e.txt', encoding='no-such')
with open('u.txt', 'w', encoding='utf-8') as f:
    f.write('é' * 5000 + '☃' * 5000)
with open('u.txt', encoding='utf-8') as f:
    print(len(f.read(7000)), f.tell(), len(f.read()))
    f.seek(0)
    print(f.read(3), f.tell())

# What is refused.
attempt('missing', open, 'none.txt')
attempt('missing folder', open, 'no/such.txt', 'w')
os.mkdir('folder')
attempt('folder', open, 'folder')
attempt('folder w', open, 'folder', 'w')
attempt('file as folder', open, 'a.txt/x')
attempt('empty', open, '')
attempt('nul', open, 'a\0b')
for mode in ('z', 'rw', 'rb+t', '', 'rr', 'b', 'r++', 'wt+', 'U'):
    attempt(mode, lambda: open('a.txt', mode).close())
attempt('binary encoding', open, 'a.txt', 'rb', encoding='utf-8')
attempt('binary errors', open, 'a.txt', 'rb', errors='strict')
attempt('binary newline', open, 'a.txt', 'rb', newline='')
attempt('unbuffered text', open, 'a.txt', 'r', 0)
attempt('newline', open, 'a.txt', newline='x')
attempt('no name', open)
attempt('kind', open, 3.5)
attempt('kind', open, None)
attempt('mode kind', open, 'a.txt', 5)
attempt('bad number', open, 999)
with open('a.txt') as f:
    attempt('write on r', f.write, 'x')
    attempt('relative', f.seek, 1, 1)
    attempt('from end', f.seek, -1, 2)
    attempt('whence', f.seek, 0, 7)
    attempt('negative', f.seek, -1)
with open('a.txt', 'w') as f:
    attempt('read on w', f.read)
    attempt('readline on w', f.readline)
    attempt('iterate on w', next, f)
    attempt('bytes', f.write, b'x')
    attempt('int', f.write, 5)
with open('c.bin', 'wb') as f:
    attempt('read on wb', f.read)
    attempt('str', f.write, 'x')
with open('c.bin', 'rb') as f:
    attempt('write on rb', f.write, b'x')
for closed in (open('a.txt'), open('c.bin', 'rb'), open('c.bin', 'ab'), open('c.bin', 'rb', 0)):
    closed.close()
    for name in ('read', 'readline', 'flush', 'tell', '__enter__', 'readable', 'fileno', 'isatty'):
        attempt(name, getattr(closed, name))
    attempt('write', closed.write, 'x' if isinstance(closed, io.TextIOBase) else b'x')
    attempt('seek', closed.seek, 0)
    attempt('iter', iter, closed)
    attempt('next', next, closed)
with open('n.txt') as f:
    next(f)
    attempt('tell in a loop', f.tell)

# Kinds.
with open('a.txt') as f:
    print(isinstance(f, io.TextIOWrapper), isinstance(f, io.TextIOBase), isinstance(f, io.IOBase), isinstance(f, io.RawIOBase))
    print(type(f), type(f.buffer), type(f.buffer.raw), f.fileno() > 2, f.isatty())
with open('a.txt', 'rb') as f:
    print(isinstance(f, io.BufferedReader), isinstance(f, io.BufferedIOBase), isinstance(f, io.TextIOBase))
print(io.open is open)
with open('a.txt', 'w', buffering=1) as f:
    print(f.line_buffering)
    f.write('one')
    print(os.path.getsize('a.txt'))
    f.write(' line\n')
    print(os.path.getsize('a.txt'))
number = os.open('fd.txt', os.O_RDWR | os.O_CREAT)
with open(number, 'w') as f:
    f.write('by number')
print(open('fd.txt').read())
attempt('closed number', os.close, number)
with open('p.txt', 'w', opener=lambda path, flags: os.open('other.txt', flags, 0o600)) as f:
    f.write('x')
print(sorted(os.listdir()))
with open('a.txt', 'w') as f, open('b.txt') as g:
    f.write(g.read().upper())
print(open(b'a.txt').read())
wrapper = io.TextIOWrapper(io.BytesIO(b'x\ny'), encoding='ascii', newline='\n')
print(wrapper, wrapper.readlines())
raw = wrapper.detach()
attempt('detached', wrapper.read)
print(raw.getvalue())
wrapper = io.TextIOWrapper(io.BytesIO(), 'utf-8', write_through=True)
wrapper.write('abc')
print(wrapper.buffer.getvalue())
wrapper.reconfigure(line_buffering=True, newline='\r\n')
wrapper.write('d\n')
print(wrapper.buffer.getvalue())

import struct
b = bytearray(struct.pack('<4h', 1, -2, 300, -400))
m = memoryview(b)
h = m.cast('h')
print(len(m), len(h), h.tolist(), h[1], h[-1], h.format, h.itemsize, h.nbytes, h.shape, h.strides, h.ndim, h.suboffsets, h.contiguous, h.c_contiguous)
h[0] = 7
h[1:3] = h[2:4]
print(h.tolist(), b.hex())
print(h[::2].tolist(), h[::-1].tolist(), h[::2].contiguous, h[::2].tobytes(), h[1:].cast('B').tolist(), bytes(h), h.hex())
for f in ('b', 'c', '?', 'H', 'i', 'I', 'q', 'Q', 'f', 'd', '@h'):
    try:
        print(f, m.cast(f).format, m.cast(f)[0] if f not in 'fdQq' else len(m.cast(f)))
    except Exception as e:
        print(f, type(e).__name__, e)
for bad in (lambda: h.cast('i'), lambda: m[:7].cast('h'), lambda: m.cast('z'), lambda: m.cast('<h'), lambda: m[::2].cast('h'), lambda: m.cast(3), lambda: h.__setitem__(0, 40000), lambda: h.__setitem__(0, 'x'), lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, 1.5), lambda: m.cast('c').__setitem__(0, b'xy'), lambda: m.cast('c').__setitem__(0, 5), lambda: m.cast('d').__setitem__(0, 'x'), lambda: h.__setitem__(slice(0, 2), b'abcd'), lambda: h[9], lambda: hash(memoryview(b'abcd').cast('h')), lambda: m.cast('h', [3]), lambda: m.cast('h', 3)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
d = memoryview(bytearray(16)).cast('d')
d[0] = 1.5
d[1] = 3
print(d.tolist(), d == memoryview(struct.pack('dd', 1.5, 3)).cast('d'), d == memoryview(b'x'), d != d, m.cast('h', [4]).tolist())
c = m.cast('c')
c[0] = b'z'
print(c[0], list(c)[:2], memoryview(b'\x01\x00').cast('?').tolist(), memoryview(b'ab') == b'ab', memoryview(b'ab').cast('b') == b'ab', hash(memoryview(b'ab')) == hash(b'ab'))
x = memoryview(bytearray(b'abcdef'))
x[1:4] = x[0:3]
print(x.tobytes())
x[:] = b'ABCDEF'
print(bytes(x[::-2]), x.toreadonly().readonly)
q = memoryview(bytearray(8)).cast('Q')
q[0] = 2 ** 64 - 1
print(q[0], q.cast('B').tolist())
for i in h:
    print(i, end=' ')
print(300 in h, sum(h))
with memoryview(b'abc') as w:
    print(w[0])
try:
    w[0]
except ValueError as e:
    print(e)

# BytesIO is written to in place; getbuffer() is a view of what it holds, and while there is one its size stays.
import io
b = io.BytesIO(b'abcdef')
v = b.getbuffer()
v[0:2] = b'XY'
print(b.getvalue(), bytes(v), len(v), v.readonly)
for f in (lambda: b.write(b'q'), lambda: b.truncate(2), lambda: b.close(), lambda: b.write(b'')):
    try:
        print(f())
    except BufferError as e:
        print('BufferError', e)
print(b.getvalue(), b.tell(), b.closed)
v.release()
b.seek(10)
print(b.write(b''))
print(b.getvalue())
b.write(b'12')
print(b.getvalue())
print(b.truncate(3), b.tell(), b.getvalue())
b.write(b'!')
print(b.getvalue())
b.seek(0)
print(b.read(2), b.readline(), b.read(), type(b.read()))
b = io.BytesIO(b'a\nb\nc')
print(list(b), b.seek(1), b.readlines(), b.readinto(bytearray(2)))
import array
b = io.BytesIO()
print(b.write(array.array('i', [1, 2])), b.getvalue())
b.seek(1, 2)
print(b.tell())
b.write(b'x')
print(b.getvalue())
import pickle, copy
c = copy.copy(b)
print(c.getvalue(), c.tell())
w = b.getvalue()
b.seek(0)
b.write(b'zz')
print(w == b.getvalue())
b.close()
for f in (b.getvalue, b.getbuffer, lambda: b.write(b'')):
    try:
        f()
    except ValueError as e:
        print(e)
b.close()
print(b.closed)
b.__init__(b'again')
print(b.read(), b.closed)
s = io.StringIO('hello')
s.seek(2)
s.write('XX')
print(s.getvalue(), s.tell())
s.truncate(3)
print(s.getvalue())
s.seek(6)
s.write('!')
print(repr(s.getvalue()))
b = io.BytesIO(b'abc')
m = b.getbuffer()
print(b.read(1))
b.seek(0)
print(b.read1(), b.getvalue())
del m
b.write(b'd')
print(b.getvalue())

class B(io.BytesIO):
    pass
x = B(b'q')
x.name = 'n'
print(x.read(), x.name, B().getvalue())

big = io.BytesIO(bytes(1000000))
for i in range(20000):
    # Each write costs what it writes, not what is there.
    big.seek(i * 7)
    big.write(b'12345')
    big.seek(0, 2)
    big.write(b'end')
print(len(big.getvalue()), big.tell(), sum(big.getbuffer()))

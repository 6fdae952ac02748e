# A bytearray is repeated in place; separators of hex(); what copies of simple values are made of.
b=c=bytearray(b'abc'); b*=3; print(b, c, b is c)
b=c=bytearray(b'abc'); b*=0; print(b, c, b is c)
b=c=bytearray(b'abc'); b*=-1; print(b is c); b*=1; print(b is c)
b=c=bytearray(b'x'); b.__imul__(4); print(c)
try: b*='a'
except TypeError as e: print(e)
try:
    with memoryview(b) as m: b*=2
except BufferError as e: print(e, c)
print(b'\xb9\x01\xef'.hex('\x00'), bytearray(b'\xb9\x01').hex(b'\x00'), memoryview(b'abc').hex('\0'), b'abc'.hex(sep=':', bytes_per_sep=-2))
for a in ((b'\xc3',), ('\xff',), ('ab',), ('',), (None,), (1,)):
    try: print(b'abc'.hex(*a))
    except Exception as e: print(type(e).__name__, e)
class I:
    def __init__(s, x): s.x=x
    def __index__(s): x.clear(); return s.x
x=bytearray(b'abcdef')
try: x[I(1)]=I(2)
except IndexError as e: print(e)
x=bytearray(b'abcdef')
try: x[0]=I(2)
except IndexError as e: print(e)
x=[1,2,3]
try: x[I(1)]=2
except IndexError as e: print(e)
print('abc'.__getnewargs__(), (1).__getnewargs__(), (1.5).__getnewargs__(), b'a'.__getnewargs__())
try: print(str(b'a','b','c','d'))
except TypeError as e: print(e)

for f in (lambda: '%c' % 1.5, lambda: '%c' % 'ab', lambda: '%x' % 1.5, lambda: '%d' % '1', lambda: b'%c' % 256, lambda: '%.*f' % (2, 1.23456), lambda: '%*d|' % (-5, 3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

"""Plain data as bytes, with what is shared written once, and what cannot be read back"""
import marshal
for v in (None, True, False, ..., StopIteration, 0, 1, -1, 2**31-1, 2**31, -2**31, -2**31-1, 2**100, -2**15, 10**50, 1.5, -0.0, float('inf'), 1+2j, 'abc', 'é', '€'*3, '', 'a'*300, b'xyz', b'', (), (1,2), [1,2,[3]], {'a': 1, 'b': [2]}, {1,}, frozenset([2]), ('a','a'), (1.5, 1.5), list(range(3)), bytearray(b'q'), memoryview(b'r'), {'x': None, (1,2): {3}}, 'hello world', slice(1,2,None)):
    d = marshal.dumps(v)
    print(d, len(d))
    assert marshal.loads(d) == (v if type(v) is not memoryview else bytes(v)), v
x = 'shared thing'
l = [x, x, [x]]
d = marshal.dumps(l); print(d)
r = marshal.loads(d); print(r, r[0] is r[1])
for ver in range(6): print(ver, marshal.dumps([1, 'a', 2.5, (3,), 10**20, 1j], ver))
for bad in (object(), lambda: 0, [object()], {1: int}, Exception()):
    try: print(marshal.dumps(bad))
    except ValueError as e: print(repr(e))
class L(list): pass
try: print(marshal.dumps(L([1])))
except ValueError as e: print(repr(e))
for bad in (b'', b'i', b'i\1\2', b'[\2\0\0\0N', b'?', b'(\1\0\0\0', 'str', 5, b'N extra', b'0', b'r\5\0\0\0', b's\xff\xff\xff\xff'):
    try: print(marshal.loads(bad))
    except Exception as e: print(repr(e))
l = []; l.append(l)
try: print(marshal.dumps(l)); print(marshal.loads(marshal.dumps(l)))
except Exception as e: print(repr(e))
import io
f = io.BytesIO()
marshal.dump({'k': (1, 2)}, f); marshal.dump([3], f)
f.seek(0)
print(marshal.load(f), marshal.load(f))
try: marshal.load(f)
except EOFError as e: print(repr(e))
print(marshal.version, [n for n in dir(marshal) if n[0] != '_'])
try: marshal.dumps()
except TypeError as e: print(e)

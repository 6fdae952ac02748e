from array import array
import array as array_module, struct, io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
a = array('i', [1, 2, 3])
m = memoryview(a)
print(m.format, m.itemsize, m.shape, m.nbytes, m.readonly, m.obj is a, m.tolist(), m[1], m.strides, m.contiguous, len(m), m.tobytes())
m[0] = 99; print(a); a[1] = -5; print(m.tolist())
t(lambda: a.append(4)); t(lambda: a.pop()); t(lambda: a.extend([1])); t(lambda: a.__delitem__(0)); t(lambda: a.insert(0, 1)); t(lambda: a.clear()); t(lambda: a.frombytes(b'\1\0\0\0')); t(lambda: a.__setitem__(slice(0, 1), array('i', [7, 8]))); t(lambda: a.__iadd__(array('i', [1]))); t(lambda: a.reverse()); t(lambda: a.byteswap()); a.byteswap()
t(lambda: m.__setitem__(0, 'x')); t(lambda: m.__setitem__(0, 2**40)); t(lambda: m.cast('B').tolist()); t(lambda: m[1:].tolist()); t(lambda: m.__setitem__(slice(0, 2), array('i', [5, 6]))); print(a)
m.release(); a.append(4); print(a, a.tolist())
print(bytes(a), bytearray(a), b''.join([a, b'x']), b'ab' + array('b', [1]), bytes(array('B', b'xyz')), a.tobytes())
t(lambda: bytes(array('d', [1.5]))); t(lambda: int.from_bytes(array('B', [1, 2]), 'big')); t(lambda: struct.unpack('3i', array('i', [1, 2, 3]))); t(lambda: struct.unpack_from('i', array('i', [1, 2]), 4))
b = array('B', bytes(8)); struct.pack_into('<I', b, 2, 0x01020304); print(b)
f = io.BytesIO(b'hello world'); c = array('B', bytes(5)); print(f.readinto(c), c, c.tobytes()); d = array('H', [0, 0]); print(f.readinto(d), d)
out = io.BytesIO(); out.write(array('h', [1, 2])); print(out.getvalue()); t(lambda: out.writelines([array('b', [3])])); print(out.getvalue())
print(b'x' in bytes(array('b', b'x')), array('b', b'abc') == array('i', [97, 98, 99]), memoryview(array('b', b'abc')) == b'abc', 1)
it = iter(a); print(next(it), type(it).__name__); a.append(9); print(list(it), list(it))
t(lambda: array('i', [1, 2, 3])[::2]); t(lambda: array('i', range(5))[1:3]); t(lambda: a.index(2**31 - 1)); t(lambda: a[10]); t(lambda: a['x']); t(lambda: array('i', 'a')); t(lambda: array('x')); t(lambda: array('B', [-1])); t(lambda: array('b', [1.5])); t(lambda: array('w', 'abc')); t(lambda: array('w', 'abc')[1]); t(lambda: array('i', b'\1\0\0\0')); t(lambda: array('i', b'\1')); t(lambda: array('i', [3, 1]) < array('i', [3, 2])); t(lambda: array('i', [1]) + array('i', [2])); t(lambda: array('i', [1]) * 3); t(lambda: array('i', [1]) + [2]); t(lambda: 3 in array('i', [3])); t(lambda: array('i', [1, 2, 1]).count(1)); t(lambda: array('i', [1, 2, 1]).remove(5)); t(lambda: array('i').pop()); t(lambda: array('i', [1, 2]).pop(5)); t(lambda: sum(array('d', [1.5, 2]))); t(lambda: max(array('i', [3, 9]))); t(lambda: sorted(array('i', [3, 1]))); t(lambda: list(reversed(array('i', [1, 2])))); t(lambda: array('i', (x for x in range(3)))); t(lambda: array('u', 'é') if 0 else 1)
z = array('i', [1, 2, 3, 4]); z[1:3] = array('i', [9]); print(z); del z[0]; print(z); z[::2] = array('i', [7]); print(z); z *= 2; print(z); z.fromlist([5]); print(z); z.reverse(); print(z); del z[::2]; print(z); z.insert(-1, 8); z.insert(100, 6); print(z)
class Sub(array):
    def total(self): return sum(self)
s = Sub('i', [1, 2]); print(s, s.total(), bytes(s), memoryview(s).tolist(), type(s[:1]))
import copy, pickle
print(copy.copy(z), copy.deepcopy(z), pickle.loads(pickle.dumps(z)), z == copy.copy(z))
g = io.BytesIO(); array('h', [1, 2, 3]).tofile(g); g.seek(0); h = array('h'); h.fromfile(g, 2); print(h); t(lambda: h.fromfile(g, 5)); print(h)
import hashlib, base64, zlib
print(hashlib.md5(array('B', b'abc')).hexdigest(), base64.b64encode(array('B', b'abc')), zlib.crc32(array('B', b'abc')))

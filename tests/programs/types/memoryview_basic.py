"""memoryview: windows on bytes and bytearray."""
b = bytearray(b"hello world")
m = memoryview(b)
print(len(m), m[0], m[-1], m[2:5].tobytes(), m[::2].tobytes(), m[::-1].tolist()[:3], m.readonly, memoryview(b"x").readonly, m.nbytes, m.itemsize, m.ndim, m.format, m.shape, m.strides, m.obj is b)
m[0] = ord("J")
m[1:3] = b"OY"
print(b, bytes(m[:4]), m[:2] == b"JO", m[:2] == memoryview(b"JO"), m == b, m != b"x", m == "JO", 79 in m, list(m[:3]), m.hex(), m[2:4].hex("-"), sum(m[:2]), sorted(m[:3]), b"".join([m[:2], b"!"]), b"ab" + m[:2])
for bad in ("m[100]", "m['a']", "m[0:2].__setitem__(0, 300)", "memoryview(b'ab').__setitem__(0, 1)", "m.__setitem__(slice(0, 2), b'abc')", "m.__setitem__(0, 'a')", "memoryview('text')", "memoryview()", "memoryview(5)", "hash(m)", "m < m", "m + m", "del_"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
with memoryview(b"abc") as v:
    print(v[0], hash(v) == hash(b"abc"), int.from_bytes(v, "big"), str(v, "ascii"), isinstance(v, memoryview))
try:
    v[0]
except ValueError as e:
    print(e)
n = m[2:]
m.release()
print(n[0], repr(m).split(" at ")[0])

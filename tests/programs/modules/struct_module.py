import struct


def attempt(f, *args, **kwargs):
    try:
        print(ascii(args), '->', ascii(f(*args, **kwargs)))
    except Exception as e:
        print(ascii(args), '->', type(e).__name__, ascii(str(e)))


print(struct.error, struct.error.__mro__[1], struct.Struct('<hi'), sorted(struct.__all__))
for form in ['', 'b', 'h', 'i', 'q', 'bh', 'bi', 'bq', 'hb', '<bi', '>bq', '=bi', '!bq', '@bi', '3s', '10p', 'x', '3x', 'bxh', 'ci', 'c0i', '2h3b', ' < h' if False else '<h i', '0s', '?', 'e', 'f', 'd', 'bd', '<bd', 'iqbh', '10000s', 'k', '<n', '3', '<', '2 h', '-1h', 'hé', '>?', '5', '1', 'i i']:
    attempt(struct.calcsize, form)
values = [('<b', -128), ('<b', 127), ('<b', 128), ('<b', -129), ('b', 200), ('<B', 255), ('B', 256), ('<B', -1), ('<h', -32768), ('>h', 32767), ('<h', 32768), ('h', 40000), ('<H', 65535), ('H', 70000), ('<H', -1), ('<i', -2 ** 31), ('>i', 2 ** 31 - 1), ('<i', 2 ** 31), ('<I', 2 ** 32 - 1), ('<I', 2 ** 32), ('<I', -1), ('<l', 2 ** 31), ('<L', 2 ** 32), ('<q', -2 ** 63), ('>q', 2 ** 63 - 1), ('<q', 2 ** 63), ('q', 2 ** 63), ('<Q', 2 ** 64 - 1), ('>Q', 2 ** 64), ('Q', -1), ('<q', 10 ** 30), ('<i', True), ('<i', 1.0), ('<i', 'x'), ('<i', None), ('<f', 1.5), ('>f', -0.1), ('<f', 1e39), ('<f', float('inf')), ('<f', 1e-46), ('<d', 0.1), ('>d', -1e300), ('<d', 5), ('<d', 'x'), ('<d', 10 ** 400), ('<f', 2 ** 70), ('<e', 1.0), ('<e', 65504.0), ('<e', 65520.0), ('<e', 1e-8), ('<e', 6e-8), ('<e', 0.1), ('>e', -2.5), ('<e', float('nan')), ('<e', float('-inf')), ('?', True), ('?', 0), ('?', 'x'), ('?', []), ('c', b'a'), ('c', b'ab'), ('c', 'a'), ('c', 97), ('3s', b'ab'), ('3s', b'abcd'), ('s', b'xyz'), ('3s', 'abc'), ('3s', bytearray(b'ab')), ('0s', b'a'), ('5p', b'ab'), ('5p', b'abcdefg'), ('1p', b'a'), ('300p', b'z' * 290), ('p', 5), ('2h', 1), ('h', 1, 2), ('', 1), ('<F', 1 + 2j), ('>D', 1.5 - 2j), ('<D', 3), ('<D', 'x')]
for form, *items in values:
    attempt(struct.pack, form, *items)
    try:
        data = struct.pack(form, *items)
    except Exception:
        continue
    print('   ', len(data) == struct.calcsize(form), ascii(struct.unpack(form, data))[:80])
print(struct.pack('<bhiq', 1, 2, 3, 4), struct.pack('>bhiq', 1, 2, 3, 4), struct.pack('bhiq', 1, 2, 3, 4), struct.pack('!HHI', 1, 2, 3), struct.pack('<2h3s x?', -1, 1, b'ab', True), struct.pack(b'<h', 5))
print(struct.unpack('<2h', b'\x01\x00\xff\xff'), struct.unpack('>I', b'\x00\x00\x01\x00'), struct.unpack('<3s2x', b'abc\0\0'), struct.unpack('5p', b'\x02abcd'), struct.unpack('<?', b'\x05'), struct.unpack('', b''), struct.unpack('<d', struct.pack('<d', float('nan'))), struct.unpack('<h', bytearray(b'\1\0')), struct.unpack('<h', memoryview(b'\1\0')))
attempt(struct.unpack, '<h', b'\x01')
attempt(struct.unpack, '<h', b'\x01\x02\x03')
attempt(struct.unpack, '<h', 'ab')
attempt(struct.unpack, '<h', 5)
attempt(struct.unpack_from, '<h', b'\x01\x02\x03\x04', 2)
attempt(struct.unpack_from, '<h', b'\x01\x02\x03\x04', 3)
attempt(struct.unpack_from, '<h', b'\x01\x02\x03\x04', -2)
attempt(struct.unpack_from, '<h', b'\x01\x02\x03\x04', -1)
attempt(struct.unpack_from, '<h', b'\x01\x02\x03\x04', -5)
attempt(struct.unpack_from, '<h', buffer=b'\x01\x02\x03\x04', offset=1)
buffer = bytearray(8)
struct.pack_into('<hb', buffer, 2, 258, 5)
struct.pack_into('>h', buffer, -2, 1)
print(buffer)
attempt(struct.pack_into, '<h', buffer, 7, 1)
attempt(struct.pack_into, '<h', buffer, -1, 1)
attempt(struct.pack_into, '<h', buffer, -9, 1)
attempt(struct.pack_into, '<h', buffer, 0)
print(list(struct.iter_unpack('<hb', b'\x01\x00\x02\x03\x00\x04')))
attempt(struct.iter_unpack, '<h', b'\x01\x02\x03')
attempt(struct.iter_unpack, '', b'')
s = struct.Struct('>IH')
print(s.size, s.format, s.pack(1, 2), s.unpack(b'\0\0\0\1\0\2'), list(s.iter_unpack(s.pack(1, 2) * 2)), s.unpack_from(b'x' + s.pack(7, 8), 1))
attempt(s.pack, 1)
attempt(struct.Struct, 'zz')
attempt(struct.Struct, 5)
header = struct.pack('!4sBBH', b'LOOP', 1, 2, 512)
magic, version, kind, length = struct.unpack('!4sBBH', header)
print(header, magic, version, kind, length)

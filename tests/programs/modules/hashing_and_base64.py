import base64
import binascii
import hashlib
import hmac
import io
import zlib


def attempt(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


names = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']
for name in names:
    h = hashlib.new(name)
    print(h.name, h.digest_size, h.block_size, h.hexdigest())
    for n in (1, 3, 54, 55, 56, 57, 63, 64, 65, 111, 112, 113, 119, 120, 127, 128, 129, 1000):
        data = bytes(i * 7 % 256 for i in range(n))
        whole = getattr(hashlib, name)(data).hexdigest()
        pieces = hashlib.new(name.upper() if n % 2 else name)
        for i in range(0, n, 17):
            pieces.update(data[i:i + 17])
        print(n, whole, pieces.hexdigest() == whole, pieces.digest().hex() == whole)
    copy = h.copy()
    copy.update(b'abc')
    print(copy.hexdigest(), h.hexdigest() == hashlib.new(name).hexdigest())
    print(hmac.new(b'key', b'The quick brown fox', name).hexdigest(), hmac.digest(b'k' * 200, b'x', name).hex())
print(hashlib.sha256(bytearray(b'a')).hexdigest() == hashlib.sha256(memoryview(b'a')).hexdigest(), hashlib.md5(b'a', usedforsecurity=False).hexdigest(), set(names) <= hashlib.algorithms_available, set(names) <= hashlib.algorithms_guaranteed)
print(hashlib.file_digest(io.BytesIO(b'abc'), 'sha256').hexdigest())
m = hmac.new(b'key', digestmod=hashlib.sha256)
m.update(b'a')
c = m.copy()
c.update(b'b')
print(m.name, m.digest_size, m.block_size, m.hexdigest(), c.hexdigest(), hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'), hmac.compare_digest(b'a', b'ab'))
attempt(hashlib.md5, 'text')
attempt(hashlib.md5().update, 'text')
attempt(hashlib.md5, 5)
attempt(hashlib.new, 'nope')
attempt(hmac.new, b'key', b'x')
attempt(hmac.compare_digest, 'a', b'a')
attempt(hmac.compare_digest, 'é', 'é')

print(zlib.crc32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), binascii.crc32(b''), zlib.adler32(b'hello'), zlib.adler32(b'lo', zlib.adler32(b'hel')), zlib.adler32(b''), binascii.crc_hqx(b'hello', 0), zlib.crc32(bytes(range(256)) * 10), zlib.adler32(bytes(range(256)) * 100))

for n in range(12):
    data = bytes(range(250, 250 + n)) if n < 6 else bytes((i * 37) % 256 for i in range(n))
    e = base64.b64encode(data)
    print(e, base64.b64decode(e) == data, base64.urlsafe_b64encode(data), base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data, base64.b32encode(data), base64.b32decode(base64.b32encode(data)) == data, base64.b32hexencode(data), base64.b16encode(data), base64.b85encode(data), base64.b85decode(base64.b85encode(data)) == data, base64.a85encode(data), base64.a85decode(base64.a85encode(data)) == data, base64.b64encode(data, b'*!'))
print(base64.b64encode(bytearray(b'ab')), base64.b64encode(memoryview(b'abc')), base64.b64decode('YWJj'), base64.b64decode('YWJj\n'), base64.b64decode(b'YW Jj!'), base64.encodebytes(b'x' * 60), base64.decodebytes(b'YWJj\n'), base64.standard_b64decode('YQ=='), base64.b16decode('616263'), base64.b16decode('abAB', casefold=True), base64.b32decode('mfra====', casefold=True), base64.a85encode(b'    \0\0\0\0', foldspaces=True), base64.a85encode(b'hello world', adobe=True, wrapcol=8), base64.z85encode(b'abcd'), base64.z85decode('vqG:5') if False else '')
for text in ['YQ', 'YQ=', 'Y', 'YQ==', 'YQ===', 'YWI=', 'YWJj=', 'YWJjZ', '=', '====', 'YQ==YQ==', 'Y=Q=', 'YW=I', 'é', 'YQ==\n', 'Y!Q==', '', 'YWJjYWJjYWJjY']:
    attempt(base64.b64decode, text)
    attempt(base64.b64decode, text, validate=True)
    attempt(binascii.a2b_base64, text)
attempt(base64.b64encode, 'text')
attempt(base64.b64encode, 5)
attempt(base64.b64decode, 5)
attempt(base64.b32decode, 'abc')
attempt(base64.b32decode, 'abcdefgh')
attempt(base64.b16decode, 'abc')
attempt(base64.b16decode, 'zz')
attempt(base64.b85decode, ' ')
print(binascii.hexlify(b'ab\xff'), binascii.hexlify(b'abcd', '-'), binascii.hexlify(b'abcdef', b':', 2), binascii.unhexlify('61fF'), binascii.a2b_hex(b'6162'), binascii.b2a_hex(b''), binascii.b2a_base64(b'abc'), binascii.b2a_base64(b'abc', newline=False), binascii.Error.__mro__[1])
for bad in ['abc', 'zz', 'é', 5]:
    attempt(binascii.unhexlify, bad)
out = io.BytesIO()
base64.encode(io.BytesIO(b'z' * 70), out)
back = io.BytesIO()
base64.decode(io.BytesIO(out.getvalue()), back)
print(out.getvalue(), back.getvalue() == b'z' * 70)

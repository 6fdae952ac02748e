"""zlib and gzip: what is compressed comes back, what zlib has compressed is read, what is broken says so."""
import base64
import gzip
import io
import random
import zlib

random.seed(3)
texts = [b'', b'a', b'abc' * 100, b'\0' * 1000, bytes(range(256)) * 3, b'the quick brown fox jumps over the lazy dog. ' * 20,
         bytes(random.randrange(256) for _ in range(500)), ' '.join(random.choice(('one', 'two', 'three')) for _ in range(600)).encode()]
for data in texts:
    for level in (0, 1, -1, 9):
        packed = zlib.compress(data, level)
        assert zlib.decompress(packed) == data and packed[0] == 0x78, (data[:20], level)
    assert zlib.decompress(zlib.compress(data, wbits=-15), wbits=-15) == data
    assert gzip.decompress(gzip.compress(data)) == data
    assert zlib.decompress(gzip.compress(data), 31) == data
    steps = zlib.compressobj()
    whole = steps.compress(data[:100]) + steps.compress(data[100:]) + steps.flush()
    reader = zlib.decompressobj()
    assert b''.join(reader.decompress(whole[i:i + 7]) for i in range(0, len(whole), 7)) + reader.flush() == data and reader.eof
print(len(zlib.compress(b'abc' * 1000)) < 60, len(zlib.compress(b'\0' * 10000)) < 100)
# made by zlib, at several levels
for text in ('eNoryUhVKCzNTM5WSCrKL89TSMuvUMgqzS0oVsgvSy1SKAFKFlfmpKYoJCYnlyTm5FQqpOSnK1RklqTqKVRklmQoJFYUZBUrpBeV5qYqZJYoFKWmphaPmkW2WUAsAQC2gqLx', 'eJxLTEpOSU1LBwAH3QKB'):
    try:
        print(zlib.decompress(base64.b64decode(text)))
    except zlib.error as error:
        print(error)
for wrong in (b'x\x9c', b'', b'not zlib at all', zlib.compress(b'abc')[:-1], zlib.compress(b'abc')[:-1] + b'x', b'x\x9c\x07'):
    try:
        zlib.decompress(wrong)
    except zlib.error as error:
        print(str(error).partition(':')[0])
try:
    zlib.compress('text')
except TypeError as error:
    print(error)
print(zlib.crc32(b'hello'), zlib.adler32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')))
file = io.BytesIO()
with gzip.GzipFile(fileobj=file, mode='wb') as out:
    out.write(b'line 1\nline 2\n')
file.seek(0)
with gzip.open(file, 'rt') as text:
    print(text.read().splitlines(), [line for line in gzip.GzipFile(fileobj=io.BytesIO(file.getvalue()))])
try:
    gzip.decompress(b'plain text')
except gzip.BadGzipFile as error:
    print(error)

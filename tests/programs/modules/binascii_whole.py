import binascii
import zlib
print(zlib.crc32(b'hello'), zlib.adler32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), binascii.crc32(b'hello'), binascii.crc_hqx(b'hello', 0))
print(binascii.b2a_uu(b'hello world'), binascii.a2b_uu(b'+:&5L;&\\@=V]R;&0 \n'), binascii.b2a_uu(b'\x00\x00abc', backtick=True), binascii.b2a_uu(b''))
for t in (b'$\x01', b'!!!!', b'"86\n', b'+:&5L;&\\@=V]R;&0 zz'):
    try:
        print(binascii.a2b_uu(t))
    except binascii.Error as e:
        print(e)
try:
    binascii.b2a_uu(b'x' * 46)
except binascii.Error as e:
    print(e)
q = 'Grüße = 100% \t \nlong '.encode() + b'x' * 100 + b'\r\n.\nend '
print(binascii.b2a_qp(q))
print(binascii.b2a_qp(q, quotetabs=True, header=True))
print(binascii.b2a_qp(q, istext=False))
print(binascii.a2b_qp(binascii.b2a_qp(q)) == q, binascii.a2b_qp(b'a=20b=\nc_d=zz=3', header=True), binascii.a2b_qp('=C3=BC='))
print(binascii.hexlify(b'abcdef', '-', 2), binascii.unhexlify('6162'))

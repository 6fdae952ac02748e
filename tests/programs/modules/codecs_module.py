"""codecs: encodings by name, error handlers of one's own, steps, streams, transforms."""
import codecs
import io

for name in ('utf8', 'UTF-8', 'latin-1', 'ascii', 'cp1252', 'utf_16', 'utf-8-sig', 'cp437', 'koi8-r', 'ISO-8859-2', 'mac_roman', 'unicode_escape', 'rot13',
             'hex', 'base64'):
    info = codecs.lookup(name)
    print(info.name, info._is_text_encoding, type(info).__name__, len(info), repr(info).partition(' at ')[0])
for call in (lambda: codecs.lookup('no-such'), lambda: 'x'.encode('rot13'), lambda: b'x'.decode('hex'), lambda: 'é'.encode('ascii', 'no'), lambda: 'ы'.encode('cp437'),
             lambda: b'\x81'.decode('cp1250'), lambda: codecs.encode(b'x', 'rot13') and None, lambda: codecs.lookup_error('no'), lambda: codecs.register_error('x', 3),
             lambda: 'é'.encode('ascii', 'mine-fails'), lambda: b'\xff'.decode('utf-8', 'xmlcharrefreplace')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(codecs.encode('Hello, World', 'rot13'), codecs.decode('Uryyb', 'rot_13'), codecs.encode(b'abc', 'hex'), codecs.decode(b'616263', 'hex'))
print(codecs.encode(b'some bytes', 'base64'), codecs.decode('c29tZQ==\n'.encode(), 'base64'))
print('é€Ж'.encode('cp1251', 'replace'), 'Привет'.encode('koi8-r'), 'Привет'.encode('cp866').decode('cp866'), bytes(range(128, 140)).decode('cp437'))
print('tab\tn\\é€😀\x01'.encode('unicode_escape'), b'\\u20ac\\n\\x41\\101'.decode('unicode_escape'), b'\\u20ac\\n'.decode('raw_unicode_escape'))
print('é€😀'.encode('ascii', 'namereplace'), 'é€'.encode('ascii', 'xmlcharrefreplace'), 'é€'.encode('cp437', 'backslashreplace'))


def mine(error):
    if isinstance(error, UnicodeEncodeError):
        return f'<{error.start}-{error.end}:{error.object[error.start:error.end]!a}>', error.end
    return f'[{error.object[error.start]:02x}]', error.end


codecs.register_error('mine', mine)
print('aéb€ñc'.encode('ascii', 'mine'), b'a\xffb\xe9'.decode('utf-8', 'mine'), 'ыa'.encode('latin-1', errors='mine'), b'a\x81'.decode('cp1250', 'mine'))
print(codecs.lookup_error('mine') is mine, codecs.lookup_error('strict') is codecs.strict_errors)
decoder = codecs.getincrementaldecoder('utf-8')()
print([decoder.decode(bytes([byte])) for byte in 'é€😀'.encode()], decoder.getstate())
print([codecs.getincrementaldecoder('utf-16')().decode(data) for data in ('hé'.encode('utf-16'), b'\xfe\xff\0h', b'\xff')])
decoder = codecs.getincrementaldecoder('utf-8')('replace')
print(decoder.decode(b'a\xe2\x82'), decoder.decode(b'', True), decoder.decode(b'ok'))
encoder = codecs.getincrementalencoder('utf-16')()
print(encoder.encode('a'), encoder.encode('b'), list(codecs.iterencode(['é', '', 'b'], 'utf-8')), list(codecs.iterdecode([b'\xc3', b'\xa9', b'x'], 'utf-8')))
stream = io.BytesIO()
writer = codecs.getwriter('utf-8')(stream)
writer.write('línea 1\nlinea 2 €\n')
writer.writelines(['x', 'é\n'])
print(stream.getvalue())
stream.seek(0)
reader = codecs.getreader('utf-8')(stream)
print(repr(reader.readline()), reader.read(), end='')
print(list(codecs.getreader('latin-1')(io.BytesIO(b'a\xe9\nb\n'))))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.getencoder('utf-8')('é'), codecs.getdecoder('ascii')(b'abc'), codecs.utf_8_decode(b'\xc3\xa9'))


def search(name):
    if name == 'shout':
        return codecs.CodecInfo(lambda text, errors='strict': (text.upper().encode(), len(text)),
                                lambda data, errors='strict': (bytes(data).decode().lower(), len(data)), name='shout')


codecs.register(search)
print('abc'.encode('shout'), b'ABC'.decode('shout'), codecs.lookup('shout').name)

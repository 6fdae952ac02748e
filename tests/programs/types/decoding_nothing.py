"""Of no bytes nobody asks whether there is such an encoding."""
import codecs

for name, make in (
    ('bytes', lambda: b''.decode('nope')),
    ('bytearray', lambda: bytearray().decode('nope', 'nobody')),
    ('str', lambda: str(b'', 'nope')),
    ('wide', lambda: b''.decode('utf-16')),
    ('one byte', lambda: b'a'.decode('nope')),
    ('encode', lambda: ''.encode('nope')),
    ('codecs', lambda: codecs.decode(b'', 'nope')),
    ('not text', lambda: b''.decode('hex')),
):
    try:
        print(name, repr(make()))
    except LookupError as error:
        print(name, error)

class Mine(bytearray): pass
for kind in (bytes, bytearray, Mine):
    print(kind(b"it's"), kind(b'a"b'), kind(b'''a"'b'''), kind(b'\\\t\x00\xff'), [kind(b"'")])

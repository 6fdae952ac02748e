"""fromhex() takes digits as bytes too."""
print(bytes.fromhex(b"0aFF 10"), bytearray.fromhex(bytearray(b"00")), bytes.fromhex(memoryview(b"41")))
for wrong in b"0", b"zz", "\u0660a", b"\xff0", 5:
    try:
        print(bytes.fromhex(wrong))
    except Exception as error:
        print(type(error).__name__, error)


class Odd:
    __index__ = lambda self: "text"


try:
    bytes(Odd())
except TypeError as error:
    print(error)

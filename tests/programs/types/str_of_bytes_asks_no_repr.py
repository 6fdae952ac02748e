"""str() of a subclass of bytes is the text of its bytes, whatever its __repr__."""


class Own(bytes):
    def __repr__(self):
        return "own"


class Array(bytearray):
    def __repr__(self):
        return "own"


for thing in Own(b"ab"), Array(b"cd"):
    print(thing, str(thing), repr(thing), f"{thing}", f"{thing!r}", [thing], "%s" % thing)
print(bytes.__str__(b"x"))

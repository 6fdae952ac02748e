# What is searched may change while the arguments are looked at, and a hostile text costs no more than another.


class Shrinking:
    def __init__(self, data, value):
        self.data, self.value = data, value

    def __index__(self):
        print("asked for", self.value)
        del self.data[4:]
        return self.value


for name in ("find", "rfind", "index", "rindex", "count"):
    data = bytearray(b"abcabcabc")
    search = getattr(data, name)
    try:
        print(name, search(b"c"), search(97), search(b"bc", 2), search(b"", 3, 5), search(b"a", -3), search(b"abc", 0, -1))
        print(name, search(b"", 9), search(b"a", 4, None), search(memoryview(b"ca")), search(bytearray(b"b"), 100))
    except ValueError as error:
        print(name, "ValueError:", error)
    for wrong in ((256,), (-1,), ("a",), (1.5,), (b"a", "0"), (None, 0)):
        try:
            print(search(*wrong))
        except (TypeError, ValueError) as error:
            print(name, wrong, type(error).__name__, error)
    try:
        print(name, search(Shrinking(data, 97), Shrinking(data, 1)))
    except (BufferError, ValueError) as error:
        print(name, type(error).__name__, error)

print(97 in data, b"ab" in data, b"" in b"", b"abcd" in data)

many = 200_000
hostile = "a" * many
part = "a" * (many // 2) + "b"
print(hostile.find(part), part in hostile, hostile.count(part), hostile.replace(part, "") == hostile, len(hostile.split(part)))
print((hostile + "b").find(part), (hostile + "b" + hostile).count(part), (hostile + "b").index("ab"))
print(hostile.encode().find(part.encode()), (hostile + "b").encode().find(part.encode()), part.encode() in hostile.encode())
ones = bytearray(b"\1") * many
place = total = 0
while place < many:  # each search begins where the last one ended
    place = ones.index(1, place) + 1
    total += ones.count(1, place, place + 2)
print(place, total)

# A string grows in place when nobody else holds it, by += and by s = s + t alike, and only then.


def grown(count):
    text = ""
    for i in range(count):
        text = text + "x"
    return text


def kept(count):
    text, seen = "ab", []
    for i in range(count):
        seen.append(text)
        text = text + "é" if i % 2 else text + "y"
    return text, seen


def wider():
    text = "a" * 100
    for part in ("b", "é", "\u20ac", "\U0001f600", ""):
        text = text + part
    return text[98:], len(text)


def itself():
    text = "ab"
    text = text + text
    other = text
    text = text + "c"
    other = other + "d"
    return text, other


def fails():
    text = "ab" + "c" * 3
    try:
        text = text + 1
    except TypeError as error:
        print(error)
    return text


class Text(str):
    def __add__(self, other):
        return Text(f"({str(self)} and {other})")


def derived():
    text = Text("a")
    text = text + "b"
    text += "c"
    return text, type(text).__name__


print(len(grown(300_000)))
print(kept(4))
print(wider())
print(itself())
print(fails())
print(derived())
names = {"a": 1}
key = "long" + "er"
names[key] = 2
key = key + "!"
print(names, key, hash(key) == hash("longer!"))

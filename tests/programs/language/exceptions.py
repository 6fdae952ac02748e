def risky(n):
    try:
        print("try", n)
        if n == 1:
            raise ValueError("one")
        if n == 2:
            return "returned"
        if n == 3:
            1 / 0
        return "end"
    except ValueError as e:
        print("caught", e)
        return "handled"
    else:
        print("never")
    finally:
        print("finally", n)


for n in range(4):
    try:
        print(risky(n))
    except ZeroDivisionError as error:
        print("outer", error, type(error.__context__))

try:
    try:
        raise KeyError("k")
    except KeyError as e:
        raise RuntimeError("wrapped") from e
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__, e)

try:
    try:
        raise KeyError("a")
    except KeyError:
        raise TypeError("b")
except TypeError as e:
    print(repr(e.__context__), e.__cause__)


def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-i)
    else:
        out.append("else")
    return out


print(loops())


def nested():
    try:
        try:
            raise ValueError(1)
        finally:
            print("inner finally")
    except ValueError:
        print("outer except")
        try:
            raise
        except ValueError as e:
            print("again", e)
    finally:
        print("outer finally")


nested()


def override():
    while True:
        try:
            return "try"
        finally:
            break
    return "after"


class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
        return self.swallow


with Ctx("a") as a, Ctx("b", True) as b:
    print(a, b)
    raise IndexError("gone")
print("after with")
try:
    with Ctx("c"):
        raise LookupError("stays")
except LookupError as e:
    print("seen", e)


def early():
    with Ctx("d"):
        return "value"


print(early())
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError(2), ValueError(3)])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)
try:
    assert 1 == 2, "numbers"
except AssertionError as e:
    print("assert", e)
try:
    raise ValueError
except ValueError as e:
    print(repr(e))
    kept = e
try:
    e
except NameError as error:
    print(error)
try:
    raise "text"
except TypeError as error:
    print(error)
e = ValueError("note")
e.add_note("a note")
print(e.__notes__)
import sys
try:
    raise OSError(2, "No such file")
except OSError as error:
    print(type(error).__name__, error, error.errno)
print(sys.exception())
for i in range(3):
    try:
        [][i]
    except (IndexError, KeyError) as error:
        print(error)
try:
    try:
        raise ValueError("first")
    finally:
        {}["key"]
except KeyError as error:
    print(error, repr(error.__context__))

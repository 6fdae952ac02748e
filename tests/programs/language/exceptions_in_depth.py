"""try/except/else/finally in every combination, chaining, custom classes, notes, groups, retries."""


def flow(action):
    log = []
    try:
        try:
            log.append("try")
            if action == "raise":
                raise ValueError("v")
            if action == "return":
                return log
            if action == "key":
                {}["k"]
        except ValueError as e:
            log.append(f"except {e}")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except KeyError as e:
        log.append(f"outer {e!r}")
    return log


for a in ("raise", "return", "key", "nothing"):
    print(a, flow(a))


def override():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            print("finally", i)
    try:
        return "try"
    finally:
        print("leaving")


print(override())


class AppError(Exception):
    """Base."""

    def __init__(self, message, code=0, *args):
        super().__init__(message, *args)
        self.code = code


class NotFound(AppError):
    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


try:
    raise NotFound("page", 404)
except AppError as e:
    print(e, repr(e), e.args, e.code, type(e).__mro__[1].__name__)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("wrapped") from e
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__, e.__context__ is e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError as e:
    print(e.__cause__, e.__suppress_context__, repr(e.__context__), str(e))
try:
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")
except TypeError as e:
    print(repr(e.__context__))
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args, str(e) == "")
for bad in ("raise 1", "raise None", "raise int", "raise ValueError from 5", "raise"):
    try:
        exec(bad)
    except (TypeError, RuntimeError) as e:
        print(bad, "->", e)
try:
    try:
        raise OSError(2, "No such file")
    except (ValueError, 5):
        pass
except TypeError as e:
    print(e)
e = OSError(9999, "No such thing", "name.txt")
print(e, e.errno, e.strerror, e.filename, repr(e), type(e))
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [KeyError(3)])])
except* ValueError as g:
    print("V", g.exceptions)
except* (TypeError, KeyError) as g:
    print("TK", g)
err = ValueError("noted")
err.add_note("a note")
err.add_note("another")
print(err.__notes__)
try:
    err.add_note(5)
except TypeError as e:
    print(e)
try:
    assert 1 == 2, f"one is not {2}"
except AssertionError as e:
    print(repr(e))
try:
    assert (lambda: [])()
except AssertionError as e:
    print(repr(e), e.args)
try:
    e
except NameError as x:
    print(x)
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exception())
print(sys.exc_info(), sys.exception())


class CM:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return self.swallow


with CM(True) as c, CM(False):
    raise LookupError("in with")
try:
    with CM(False):
        raise LookupError("out")
except LookupError as e:
    print("got", e)
with (CM(1) as x, CM(2) as y,):
    pass
raise NotFound("at the end", 500)

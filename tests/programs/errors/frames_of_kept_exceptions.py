"""An exception that is kept keeps what the variables of all the frames that it passed hold: of those that it left, and of the one that
caught it and went on."""
import gc

kept = []


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def raises():
    inner = Noisy("inner")
    raise ValueError("kept")


def catches():
    outer = Noisy("outer")
    try:
        raises()
    except ValueError as error:
        kept.append(error)
    print("caught")


def catches_here():
    here = Noisy("here")
    try:
        raise ValueError("here")
    except ValueError as error:
        kept.append(error)


def generator():
    yielded = Noisy("generator")
    try:
        raises()
    except ValueError as error:
        kept.append(error)
    yield 1
    yield 2


async def coroutine():
    awaited = Noisy("coroutine")
    try:
        raise KeyError("in a coroutine")
    except KeyError as error:
        kept.append(error)


def not_kept():
    lost = Noisy("not kept")
    try:
        raises()
    except ValueError as error:
        print(repr(error))


def twice():
    both = Noisy("twice")
    for n in range(2):
        try:
            raise ValueError(n)
        except ValueError as error:
            kept.append(error)


def cycle():
    mine = Noisy("in a cycle")
    try:
        raise ValueError("cycle")
    except ValueError as error:
        own = error


def rethrown():
    again = Noisy("rethrown")
    try:
        try:
            raise ValueError("again")
        except ValueError as error:
            kept.append(error)
            raise
    except ValueError:
        pass


for function in (catches, catches_here, not_kept, twice, rethrown):
    print("---", function.__name__)
    function()
    print("over")
    kept.clear()
    print("cleared")
print("--- generator")
for n in generator():
    print(n)
print("over")
kept.clear()
print("--- left generator")
items = generator()
next(items)
del items
print("over")
kept.clear()
print("--- coroutine")
try:
    coroutine().send(None)
except StopIteration:
    print("over")
kept.clear()
print("--- cycle")
gc.disable()
cycle()
print("over")
gc.collect()
print("--- locals")
catches()
print(sorted(kept[0].__traceback__.tb_frame.f_locals))
kept.clear()

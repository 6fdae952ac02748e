class Through:
    """An iterator that tells what it was given."""
    def __iter__(self):
        return self
    def __next__(self):
        return "next"
    def throw(self, *given):
        print("throw was given", given)
        raise given[0]


def outer(inner):
    try:
        result = yield from inner
        print("result", result)
    except BaseException as error:
        print("outer caught", repr(error), repr(error.__context__))
        yield "outer goes on"
    finally:
        print("outer is over")


def inner():
    try:
        yield 1
    except BaseException as error:
        print("inner caught", repr(error))
        yield "inner goes on"
    finally:
        print("inner is over")


def attempt(generator, *given):
    next(generator)
    try:
        print("throw gave", generator.throw(*given))
        print("then", next(generator, "end"))
    except BaseException as error:
        print("failed with", repr(error))


class Picky(Exception):
    def __init__(self, text):
        super().__init__(text)


for thrown in (ValueError, ValueError("made"), Picky, GeneratorExit, StopIteration, 3, int, "text"):
    print("==", repr(thrown))
    attempt(outer(Through()), thrown)
    attempt(outer(inner()), thrown)
    attempt(outer(outer(inner())), thrown)
    attempt(outer(iter([1, 2])), thrown)
    attempt(inner(), thrown)

print("== what is not thrown leaves the inner one alive")
kept = inner()
attempt(outer(kept), 3)
print("kept", next(kept, "end"))
kept = inner()
attempt(outer(outer(kept)), 3)
print("kept", next(kept, "end"))


async def waits(awaited):
    await awaited


class Await:
    def __await__(self):
        return Through()


coroutine = waits(Await())
coroutine.send(None)
try:
    coroutine.throw(KeyError)
except BaseException as error:
    print(repr(error))
coroutine = waits(waits(Await()))
coroutine.send(None)
try:
    coroutine.throw(3)
except BaseException as error:
    print(repr(error))

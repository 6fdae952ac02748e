"""What is nothing to throw is refused outside the generator that throw() reaches: no context from in there."""


def chain(error):
    while error is not None:
        yield f"{type(error).__name__}: {error}"
        error = error.__context__


def inner():
    try:
        yield 1
    except ValueError:
        yield "caught"
    yield "after"


def outer():
    result = yield from inner()
    return result


def handling():
    try:
        raise KeyError("outer")
    except KeyError:
        yield from inner()


def delegating():
    try:
        raise LookupError("own")
    except LookupError:
        yield from [1, 2, 3]


for make in (inner, outer, handling, delegating):
    print(make.__name__)
    for words in ((3,), (ValueError("x"), 3), (int,)):
        g = make()
        next(g)
        if make is not delegating:
            g.throw(ValueError("t"))
        try:
            try:
                raise OSError("who throws")
            except OSError:
                g.throw(*words)
        except TypeError as error:
            print(*chain(error), sep=" <- ")
        try:
            g.throw(*words)
        except TypeError as error:
            print(*chain(error), sep=" <- ")
        except StopIteration as error:
            print("over")
        print(next(g, "end"))

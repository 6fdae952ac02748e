"""The context of what is thrown into a generator is what the generator handles, not what the caller of throw() does."""


def plain():
    try:
        yield 1
    except ValueError as error:
        print("plain", repr(error.__context__))
        yield 2
        raise


def handles():
    try:
        raise KeyError("handled inside")
    except KeyError:
        yield 1
        yield 2


def raises():
    try:
        yield 1
    finally:
        print("finally")


def delegates():
    try:
        raise LookupError("handled outside")
    except LookupError:
        yield from raises()


for make in (plain, handles, delegates):
    generator = make()
    next(generator)
    try:
        raise OSError("handled by the caller")
    except OSError:
        try:
            print(generator.throw(ValueError("thrown")))
        except ValueError as error:
            print(make.__name__, repr(error.__context__))
fresh = plain()
try:
    raise OSError("handled by the caller")
except OSError:
    try:
        fresh.throw(ValueError("thrown"))
    except ValueError as error:
        print("fresh", repr(error.__context__))


def replaces():
    try:
        yield 1
    finally:
        raise TypeError("its own")


generator = replaces()
next(generator)
try:
    raise OSError("handled by the caller")
except OSError:
    try:
        generator.throw(ValueError("thrown"))
    except TypeError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__context__))

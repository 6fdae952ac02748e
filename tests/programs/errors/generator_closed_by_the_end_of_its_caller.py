"""A generator that the end of a frame drops is closed while that frame is left: nothing of it stays behind."""
import gc
import sys


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone:', self.name)


kept = []


def inner():
    note = Noted('inner')
    try:
        yield from [1, 2]
    except GeneratorExit as error:
        kept.append(error)
        raise


def plain(generator):
    note = Noted('plain')
    return next(generator)


def handling(generator):
    note = Noted('handling')
    try:
        1 / 0
    except ZeroDivisionError:
        return next(generator)


def outer(generator, most):
    note = Noted('outer')
    for item in generator:
        yield item
        most -= 1
        if not most:
            return


for call in (lambda: plain(inner()), lambda: handling(inner()), lambda: list(outer(inner(), 1)), lambda: [plain(inner()) for _ in range(2)]):
    print(call())
    print(len(kept), [error.__traceback__ is not None for error in kept])
    kept.clear()
    print('--')
gc.collect()
print('end')

"""inspect.signature and __text_signature__ of what CPython has in C."""
import inspect
import math
import sys


def shown(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError) as error:
        return f'{type(error).__name__}: {error}'


for function in (len, print, sorted, isinstance, open, sum, abs, round, pow, divmod, hash, id, chr, ord, format, repr, callable, hasattr, setattr,
                 eval, exec, compile, all, any, bin, hex, input, globals, dir, getattr, iter, next, max, min, vars):
    print(function.__name__, shown(function))
for method in (str.upper, str.split, 'a'.split, str.replace, ''.join, str.__add__, 'a'.__add__, [].append, list.pop, list.sort, [].sort,
               dict.get, {}.get, dict.pop, dict.items, dict.fromkeys, dict.setdefault, dict.update, set.add, set().discard, tuple.count, bytes.decode,
               int.bit_length, int.to_bytes, int.from_bytes, (5).__add__, float.is_integer, object.__init__, object.__repr__, [].__len__,
               Exception.with_traceback, BaseException.add_note, bytes.fromhex):
    print(method.__name__, shown(method), method.__text_signature__)
for function in (math.sin, math.pow, math.gcd, math.isclose, math.log, sys.exit, sys.getrecursionlimit):
    print(function.__name__, shown(function))


class Plain:
    pass


class Failure(Exception):
    pass


class Given(Failure):
    def __init__(self, code, *, why=None):
        pass


class Made(Plain):
    def __new__(cls, a, b=2):
        return super().__new__(cls)


class Words(dict):
    pass


class Numbers(list):
    pass


for cls in (object, int, float, bool, list, tuple, set, frozenset, dict, str, complex, enumerate, range, zip, Plain, Failure, Given, Made, Words, Numbers):
    print(cls.__name__, shown(cls), cls.__text_signature__)
print(inspect.signature(len).bind([1]).arguments)
print([p.kind.name for p in inspect.signature(sorted).parameters.values()])
help(len)
help(abs)

"""A function that stands in for builtins.__import__ is asked by every import statement of the program."""
import builtins
import types
from unittest import mock

real = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    print('import', name, fromlist, level, globals is globals_here, locals is globals, locals is None)
    if name == 'invented':
        made = types.ModuleType(name)
        made.answer = 42
        return made
    return real(name, globals, locals, fromlist, level)


globals_here = globals()
builtins.__import__ = hook
import math
from invented import answer
print(math.pi, answer)


def inside():
    import os.path as path
    return path.join('a', 'b')


print(inside())


class Body:
    import keyword
    print(keyword.iskeyword('if'))


try:
    from invented import missing
except ImportError as error:
    print(type(error).__name__, error)

builtins.__import__ = real
try:
    import invented
except ImportError as error:
    print(type(error).__name__, error)


def refuse(name, *args):
    raise ImportError(f'no {name} today')


def optional():
    try:
        import json
    except ImportError as error:
        return str(error)
    return 'there'


with mock.patch('builtins.__import__', side_effect=refuse):
    print(optional())
print(optional())
del builtins.__import__
try:
    import math
except ImportError as error:
    print(error)
builtins.__import__ = real

"""Takes a public name away from a module or class, or puts something there that does nothing: without.c runs this on an engine
before the program that is to notice it, with a function _put that writes into any class or module and a function _find that gives what
a class or a base of it, seen or not, has under a name."""
import sys


def spoilt(*args, **kwargs):
    return None


async def spoilt_coroutine(*args, **kwargs):
    return None


class Hollow:
    def __init__(self, *args, **kwargs):
        pass


class Missing:
    """As if there were nothing, also where a base class has the name."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        kind = owner if instance is None else type(instance)
        raise AttributeError(f"{kind.__name__!r} object has no attribute {self.name!r}")


class MissingData(Missing):
    def __set__(self, instance, value):
        self.__get__(instance, type(instance))

    __delete__ = None


class Nothing:
    def __get__(self, instance, owner):
        return None

    def __set__(self, instance, value):
        pass

    def __delete__(self, instance):
        pass


def find(path):
    """The module or class of a dotted name."""
    try:
        __import__(path)
        return sys.modules[path]
    except ImportError:
        owner, _, name = path.rpartition(".")
        return getattr(find(owner), name)


def spoilt_value(value, kind):
    """What stands for a value and looks like it from far."""
    if isinstance(value, type):
        return ZeroDivisionError if issubclass(value, BaseException) else Hollow
    if kind == "coroutine function":
        return spoilt_coroutine
    return spoilt if callable(value) else None


def take_from_module(module, name):
    """Out of its dict, and whatever would put it back there."""
    later = vars(module).get("__getattr__")

    def __getattr__(asked):
        if asked == name or later is None:
            raise AttributeError(f"module {module.__name__!r} has no attribute {asked!r}", name=asked, obj=module)
        return later(asked)

    if name in vars(module):
        _put(module, name)
    if later is not None:
        _put(module, "__getattr__", __getattr__)


def change_module(how, module, name, kind):
    value = getattr(module, name)
    if how == "missing":
        take_from_module(module, name)
    else:
        _put(module, name, spoilt_value(value, kind))


def change_class(how, owner, name, kind):
    found = _find(owner, name)
    is_data = hasattr(type(found), "__set__")
    if how == "missing":
        _put(owner, name, MissingData(name) if is_data else Missing(name))
    elif is_data or (not callable(found) and hasattr(type(found), "__get__") and kind == "value"):
        _put(owner, name, Nothing())
    else:
        _put(owner, name, spoilt_value(getattr(owner, name), kind))


def change(how, path, name, kind):
    owner = find(path)
    if how == "more":
        _put(owner, "_nobody_asks_for_this", None)
    elif how != "nothing":
        (change_class if isinstance(owner, type) else change_module)(how, owner, name, kind)

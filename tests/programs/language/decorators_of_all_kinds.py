"""Decorators: plain, with arguments, classes as decorators, stacked, on methods, on classes."""
import functools


def plain(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("->", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("<-", result)
        return result
    return wrapper


def times(n):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        return wrapper
    return decorate


class Count:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


def optional(_f=None, *, label="none"):
    def decorate(f):
        f.label = label
        return f
    return decorate if _f is None else decorate(_f)


@plain
@times(2)
def double(x):
    "doubles"
    return x * 2


@Count
def hello(name):
    """Says hello."""
    return f"hello {name}"


@optional
def a(): pass


@optional(label="x")
def b(): pass


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


@add_repr
class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    @Count
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @staticmethod
    @plain
    def origin():
        return Point(0)

    @classmethod
    def of(cls, *xy):
        return cls(*xy)


print(double(4), double.__name__, hello("a"), hello("b"), hello.calls, hello.__name__, hello.__doc__)
print(a.label, b.label)
p = Point.of(3, 4)
print(p, p.norm(), p.norm(), Point.norm.calls, Point.origin(), p.origin())


@(lambda f: f() + 1)
def value():
    return 41


print(value)

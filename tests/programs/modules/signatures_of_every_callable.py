"""inspect.signature of callables of every kind; signatures and parameters compared, hashed, copied, pickled, replaced."""
import copy
import functools
import inspect
import pickle
from inspect import Parameter, Signature, signature


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


def plain(a, /, b, c=3, *rest, d, e=5, **more) -> int:
    pass


def small(x, y=2, *, z=3):
    pass


for partial in (functools.partial(plain, 1), functools.partial(plain, 1, 2), functools.partial(plain, 1, c=9), functools.partial(plain, 1, b=7),
                functools.partial(plain, 1, 2, 3, 4), functools.partial(plain, 1, d=4), functools.partial(plain, q=1), functools.partial(small, x=1),
                functools.partial(small, y=1), functools.partial(functools.partial(small, 1), z=4), functools.partial(small, functools.Placeholder, 5),
                functools.partial(small, 1, 2, 3), functools.partial(small, nosuch=1), functools.partial(plain, functools.Placeholder, 1)):
    try:
        print(signature(partial))
    except ValueError as error:
        print(str(error).split("<")[0])


class Methods:
    def usual(self, a, b=1): pass
    def starred(*args, k): pass
    def nothing(): pass
    def only_keywords(**kwargs): pass
    @classmethod
    def of_class(cls, a): pass
    @staticmethod
    def static(a, b): pass
    part = functools.partialmethod(usual, b=3)
    taken = functools.partialmethod(usual, 1)


one = Methods()
for name in ('usual', 'starred', 'nothing', 'only_keywords', 'of_class', 'static', 'part', 'taken'):
    print(name, end=' ')
    attempt(signature, getattr(one, name))
    print(name, end=' ')
    attempt(signature, getattr(Methods, name))


def callable_with(call, **body):
    return type('C', (), {'__call__': call, **body})()


for call in (lambda self, a: 1, classmethod(lambda cls, a, b: 1), staticmethod(lambda a, b, c: 1), functools.partial(lambda a, b, c: 1, 1),
             functools.partialmethod(lambda self, a, b: 1, 1), Methods().usual, Methods):
    attempt(signature, callable_with(call))


class Meta(type):
    def __call__(cls, m, *args): pass


class Made(metaclass=Meta):
    def __init__(self, x): pass


class New:
    def __new__(cls, n, *args): pass
    def __init__(self, x): pass


class Init(New):
    def __init__(self, x, y=1): pass


class Both(Init):
    def __new__(cls, q): pass


class Bare: pass
class Child(Bare): pass
class Told:
    __signature__ = Signature([Parameter('told', Parameter.POSITIONAL_ONLY)])


class Called:
    @staticmethod
    def __signature__():
        return '(a, b=2)'


class Texted:
    __signature__ = '(c, *, d=4)'


class Wrong:
    __signature__ = 5


for cls in (Made, New, Init, Both, Bare, Child, Told, Called, Texted, Wrong, type('PartInit', (), {'__init__': functools.partialmethod(Init.__init__, 1)})):
    print(cls.__name__, end=' ')
    attempt(signature, cls)


@functools.wraps(small)
def wrapper(*args, **kwargs): pass


print(signature(wrapper), signature(wrapper, follow_wrapped=False))
wrapper.__wrapped__ = one.usual
print(signature(wrapper))

first, same = signature(small), signature(small)
print(first == same, hash(first) == hash(same), first is same, len({first, same}), first != signature(plain), first == 5)
swapped = Signature([Parameter('y', 3), Parameter('x', 3)])
print(swapped == Signature([Parameter('x', 3), Parameter('y', 3)]), hash(swapped) == hash(Signature([Parameter('x', 3), Parameter('y', 3)])))
print(Signature([Parameter('x', 1), Parameter('y', 1)]) == Signature([Parameter('y', 1), Parameter('x', 1)]))
print(copy.copy(first) == first, copy.replace(first, parameters=[]), first.replace(return_annotation=None), first.replace(return_annotation=int),
      signature(plain).replace(return_annotation=Signature.empty))
p = first.parameters['y']
print(copy.replace(p, name='other'), p.replace(default=Parameter.empty), p == signature(small).parameters['y'], hash(p) == hash(signature(small).parameters['y']))
for protocol in range(3, 6):
    print(pickle.loads(pickle.dumps(first, protocol)) == first, pickle.loads(pickle.dumps(p, protocol)) == p, end=' ')
print()
attempt(hash, Parameter('x', 1, default=[]))
attempt(first.replace, nosuch=1)
attempt(p.replace, kind=None)
bound, again = first.bind(1, z=5), first.bind(1, z=5)
print(bound == again, bound == first.bind(2), bound == 5)
attempt(hash, bound)
for change in (lambda: setattr(first, 'parameters', {}), lambda: setattr(p, 'name', 'x'), lambda: setattr(first, 'return_annotation', 1)):
    try:
        change()
        print('changed')
    except AttributeError as error:
        print(error)

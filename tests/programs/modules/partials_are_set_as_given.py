import copy
import functools


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


p = functools.partial(print, [1], a=2); p.attr = 1
q = copy.copy(p); print(q.args is p.args, q.args[0] is p.args[0], q.attr)
p.__setstate__((print, (1,), {'b': 2}, None)); print(p.__dict__, p)
class N(type):
    @functools.cached_property
    def prop(self): return 1
class O(metaclass=N): pass
attempt(lambda: O.prop)

def f():
    class K: __hash__ = None
    class R: 
        def __hash__(self): return 'x'
    return K, R
K, R = f()
import types, collections, decimal, enum, array, datetime, io
class L(list): pass
for make in [K, R, L, collections.UserDict, collections.OrderedDict, collections.Counter, collections.defaultdict, collections.deque, lambda: array.array('i'), lambda: types.SimpleNamespace(a=1), lambda: types.MappingProxyType({}), lambda: {}.items(), dict, set, bytearray, lambda: slice([]), lambda: collections.ChainMap()]:
    x = make()
    for act in (lambda: {x: 1}, lambda: {x}, lambda: {}.get(x), lambda: x in {}, lambda: x in set(), lambda: hash(x), lambda: {(1, x): 1}):
        try: print(act())
        except Exception as e: print(e)

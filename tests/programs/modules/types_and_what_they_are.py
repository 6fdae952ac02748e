import types, sys, typing, collections.abc
names = [n for n in types.__all__]
print(names)
for n in sorted(names):
    v = getattr(types, n)
    print(n, v if not callable(v) or isinstance(v, type) else type(v).__name__)
samples = [str.join, object.__init__, object().__str__, dict.__dict__['fromkeys'], types.FunctionType.__code__, types.FunctionType.__globals__, type.__dict__['__mro__'], len, [].append, int.from_bytes, int.__dict__['real'], type.__dict__['__dict__'], object.__dict__['__class__'], property.fget, slice.start, range.start, complex.real, float.__dict__['real'], type.mro, type.__basicsize__ if 0 else int.__dict__['from_bytes']]
kinds = ['MethodDescriptorType', 'WrapperDescriptorType', 'MethodWrapperType', 'ClassMethodDescriptorType', 'GetSetDescriptorType', 'MemberDescriptorType', 'BuiltinFunctionType', 'BuiltinMethodType']
for s in samples:
    r = repr(s)
    print(r.split(' at 0x')[0], type(s), [k for k in kinds if isinstance(s, getattr(types, k))])
class S: __slots__ = ('a',)
print(S.a, type(S.a), isinstance(S.a, types.MemberDescriptorType), S.a.__name__, S.a.__qualname__, S.a.__objclass__)
print(types.FrameType, isinstance(sys._getframe(), types.FrameType), types.FrameType is type(sys._getframe()))
for k in kinds + ['FrameType', 'CapsuleType', 'CellType', 'CodeType', 'TracebackType', 'GeneratorType', 'CoroutineType', 'AsyncGeneratorType', 'MappingProxyType', 'EllipsisType', 'NoneType', 'NotImplementedType', 'UnionType', 'GenericAlias', 'ModuleType', 'SimpleNamespace', 'MethodType', 'FunctionType']:
    t = getattr(types, k)
    print(k, t, t.__name__, t.__module__, t.__qualname__)
    if k in ('CodeType', 'TracebackType'): continue
    try: t(); print('made')
    except Exception as e: print(type(e).__name__, e)
    try:
        class Sub(t): pass
        print('sub')
    except Exception as e: print(type(e).__name__, e)
class G(list[int], typing.Generic[typing.TypeVar('T')]): pass
print(types.get_original_bases(G), types.get_original_bases(int))
for bad in (5, 'x', None):
    try: types.get_original_bases(bad)
    except Exception as e: print(type(e).__name__, e)
print(types.resolve_bases((list[int], int)), types.resolve_bases((int,)), types.resolve_bases([int]))
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): print('prep', name, bases, kw); return {'p': 1}
    def __new__(m, n, b, ns, **kw): return super().__new__(m, n, b, ns)
    def __init__(c, *a, **kw): pass
print(types.prepare_class('N', (int,), {'metaclass': M, 'q': 1}))
print(types.prepare_class('N'))
class Bad:
    def __mro_entries__(self, bases): return 5
try: types.resolve_bases((Bad(),))
except TypeError as e: print(e)
N = types.new_class('N', (list[int],), {'metaclass': M, 'z': 2}, lambda ns: ns.update(at=4))
print(N, N.at, N.p, N.__orig_bases__, N.__module__)
try: types.new_class('N', (1,))
except TypeError as e: print(e)
class M2(type): pass
class A(metaclass=M): pass
class B(metaclass=M2): pass
try: types.new_class('C', (A, B))
except TypeError as e: print(e)
print(types.DynamicClassAttribute)

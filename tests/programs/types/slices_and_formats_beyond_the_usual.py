def each(*fs):
    for i, f in enumerate(fs):
        try: print(i, f())
        except BaseException as e: print(i, type(e).__name__, e)
huge = 10**20
each(lambda: slice(None, None, -huge).indices(5), lambda: slice(huge, -huge, huge).indices(7), lambda: slice(None).indices(huge), lambda: slice(-3, None, -2).indices(huge), lambda: slice(1, 2, 0).indices(3), lambda: slice('a').indices(3), lambda: slice(1).indices(-1), lambda: slice(1).indices('a'),
    lambda: range(10**25, 0, -3)[1:-huge:2], lambda: range(10**25)[::huge], lambda: range(10)[::huge], lambda: range(0)[huge::-huge], lambda: range(10**25)[-1:10:-1], lambda: range(5)[huge:], lambda: range(10**25)[2.0:], lambda: range(10)[1:8:3], lambda: range(10, 0, -2)[::-1],
    lambda: '%(a)s %s' % {'a': 1}, lambda: '%s %(a)s' % {'a': 1}, lambda: '%(a)s %%' % {'a': 1}, lambda: '%(a)d %(a)5d' % {'a': 1},
    lambda: int(memoryview(b'12'), 10), lambda: int(memoryview(b'12')), lambda: int(bytearray(b'12'), 16), lambda: int(b'12', 8), lambda: int(12, 8))
b = bytearray(b'abcdef')
m = memoryview(b)
each(lambda: b.resize(3), lambda: b.resize(6), m.release, lambda: b.resize(3), lambda: b, lambda: b.resize(5), lambda: b, lambda: b.resize(-1), lambda: b.resize('a'), lambda: b.resize(0), lambda: b, lambda: memoryview(b'ab').tobytes('F'), lambda: memoryview(b'ab').tobytes(order=None), lambda: memoryview(b'ab').tobytes('X'), lambda: memoryview(b'ab').tobytes(3))
class S:
    __slots__ = ('a', 'b')
class T:
    __slots__ = ('a', 'b')
class U:
    __slots__ = ('a', 'c')
class V(S):
    __slots__ = ()
s = S(); s.a = 1
for to in (T, U, V, S, int, object):
    try:
        s.__class__ = to
        print(type(s).__name__, s.a)
    except TypeError as e: print(e)
class P:
    def __pow__(self, *a): return NotImplemented
each(lambda: pow(P(), 2, 5), lambda: pow(P(), 2), lambda: pow(2, 3, 5.0), lambda: pow(2, 3, 5))
group = ExceptionGroup('g', [ValueError(1), KeyError(2)])
print(group.subgroup(ValueError).__suppress_context__, [part.__suppress_context__ for part in group.split(KeyError)])
try:
    try: raise KeyError('first')
    except KeyError: raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2)])])
except* ValueError as e:
    print(e.__suppress_context__, repr(e.__context__))
except* TypeError as e:
    print(e.__suppress_context__, repr(e.__context__))
list_ = list[int]
print(list(tuple[int, str]), [*list_][0].__unpacked__, list_.__unpacked__, next(iter(list_)) == list_, hash(next(iter(list_))) == hash(list_))

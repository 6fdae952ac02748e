# What calls, joins and constructors say of what gives no iterator, and who asks for a length hint.
def attempt(label, call):
    try:
        print(label, repr(call()))
    except BaseException as e:
        print(label, 'raised', type(e).__name__, e)

def f(*a, **k): return a, k
attempt('star none', lambda: f(*None))
attempt('both', lambda: f(*None, **{1: 2}))
attempt('keys', lambda: f(**{1: 2}))
attempt('not mapping', lambda: f(**3))
attempt('both2', lambda: f(*None, **3))
attempt('both3', lambda: f(1, *3, **{1: 2}))
attempt('both4', lambda: f(*(), **{1: 2}))
attempt('both5', lambda: f(*None, a=1, **{1: 2}))
attempt('both6', lambda: f(*[1], *None, **{1: 2}, **{'a': 3}))
attempt('dup', lambda: f(**{'a': 1}, **{'a': 2}))
attempt('dup', lambda: f(*None, **{'a': 1}, **{'a': 2}))
class BadIter:
    def __iter__(self): return 3
class Raises:
    def __iter__(self): raise TypeError('mine')
attempt('join', lambda: ''.join(BadIter()))
attempt('join', lambda: ''.join(Raises()))
attempt('join', lambda: ''.join(3))
attempt('bjoin', lambda: b''.join(BadIter()))
attempt('bjoin', lambda: b''.join(Raises()))
attempt('bjoin', lambda: b''.join(3))
attempt('bajoin', lambda: bytearray().join(3))
attempt('star', lambda: f(*BadIter()))
attempt('star', lambda: f(*Raises()))
attempt('list star', lambda: [*BadIter()])
attempt('set star', lambda: {*BadIter()})
attempt('tuple star', lambda: (*3,))
attempt('extend', lambda: [].extend(BadIter()))
attempt('dict', lambda: dict(BadIter()))
attempt('dict', lambda: dict([BadIter()]))
attempt('dict', lambda: dict([3]))
attempt('set', lambda: {1}.union(BadIter()))
def unpack(x):
    a, b = x
attempt('unpack', lambda: unpack(BadIter()))
attempt('unpack', lambda: unpack(3))
attempt('for', lambda: [x for x in BadIter()])
attempt('max', lambda: max(BadIter()))
attempt('sum', lambda: sum(BadIter()))
attempt('zip', lambda: zip([], BadIter()))
attempt('zip', lambda: zip([], 3))
attempt('map', lambda: map(f, 3))
attempt('map', lambda: map(f, [], BadIter()))
attempt('bytes', lambda: bytes(BadIter()))
attempt('bytes', lambda: bytes(Raises()))
attempt('bytearray', lambda: bytearray(BadIter()))
class OnlyNext:
    def __next__(self): return 1
from itertools import islice, chain
class Gives:
    def __iter__(self): return OnlyNext()
attempt('islice', lambda: list(islice(Gives(), 3)))
attempt('islice', lambda: islice(OnlyNext(), 3))
attempt('chain', lambda: list(islice(chain(Gives()), 3)))
attempt('zip', lambda: list(islice(zip(Gives(), 'ab'), 3)))
attempt('map', lambda: list(islice(map(f, Gives()), 2)))
attempt('enumerate', lambda: list(islice(enumerate(Gives()), 2)))
attempt('filter', lambda: list(islice(filter(None, Gives()), 2)))
class Hinted:
    def __init__(self, hint, length=None):
        self.hint = hint; self.length = length
    def __iter__(self): return iter('a')
    def __length_hint__(self):
        print('  hint asked')
        if isinstance(self.hint, BaseException): raise self.hint
        return self.hint
class Sized(Hinted):
    def __len__(self):
        print('  len asked')
        if isinstance(self.length, BaseException): raise self.length
        return self.length
def seta(x):
    l = [0]; l[:] = x; return l
def exts(x):
    l = [0]; l += x; return l
for kind in tuple, list, sorted, set, frozenset, bytes, bytearray, dict.fromkeys, ''.join, b''.join, seta, exts, lambda x: [*x], lambda x: (*x,), lambda x: f(*x), lambda x: list(zip(x)), lambda x: list(map(str, x)), lambda x: list(reversed(list(x))), lambda x: list(enumerate(x)), lambda x: list(filter(None, x)), lambda x: __import__('collections').deque(x), lambda x: [].extend(x):
    print(getattr(kind, "__name__", "?"))
    for what in Hinted(3), Hinted(-1), Hinted('x'), Hinted(TypeError('t')), Hinted(ValueError('v')), Hinted(NotImplemented), Hinted(10**30), Sized(3, 3), Sized(3, -1), Sized(3, 'x'), Sized(3, TypeError('t')), Sized(3, ValueError('v')):
        attempt('  ->', lambda: kind(what))

attempt('class', lambda: type('A', (), **{1: 2}))
attempt('twice', lambda: f(**{1: 2}, **{1: 3}))
attempt('print', lambda: print(**{1: 2}))
attempt('dict', lambda: dict(**{1: 2}))
attempt('extended', lambda: seta(3))
attempt('extended', lambda: seta(BadIter()))

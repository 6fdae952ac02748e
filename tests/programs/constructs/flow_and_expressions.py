# Constructs whose meaning lies in the order of evaluation and in how control leaves them.
def part(name):
    print('--', name)

def say(x):
    print('say', x)
    return x

part('finally against return, break, continue')
def r1():
    try:
        return 1
    finally:
        print('cleanup')
def r2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally:
            print('finally', i)
    else:
        print('no else')
    return 'end'
def r3():
    while True:
        try:
            try:
                return say('inner')
            finally:
                say('f1')
        finally:
            say('f2')
print(r1(), r2(), r3())

part('return value is kept before finally')
def kept():
    x = 1
    try:
        return x
    finally:
        x = 2
print(kept())

part('nested except* with return and rest')
def star():
    try:
        try:
            raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), KeyError(4)])])
        except* ValueError as g:
            print('values', g.exceptions)
            raise
        except* TypeError as g:
            print('types', g.exceptions)
            raise RuntimeError('new') from g
    except ExceptionGroup as g:
        def tree(e, d=0):
            print(' ' * d + repr(e).split('(')[0], str(e))
            for s in getattr(e, 'exceptions', ()): tree(s, d + 1)
        tree(g)
star()
try:
    try:
        raise ValueError('bare')
    except* ValueError as g:
        print(type(g).__name__, g.exceptions)
finally:
    print('done')

part('except name is deleted, also when rebound')
e = 'outer'
try:
    raise ValueError(1)
except ValueError as e:
    e = 'rebound'
try:
    print(e)
except NameError as error:
    print(error)

part('exception context chains')
def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    except IndexError as error:
        print(type(error.__context__).__name__, error.__cause__, error.__suppress_context__)
        try:
            raise KeyError('k') from None
        except KeyError as k:
            print(k.__suppress_context__, type(k.__context__).__name__)
chained()

part('raise in finally replaces')
try:
    try:
        raise ValueError('first')
    finally:
        raise TypeError('second')
except TypeError as error:
    print(error, repr(error.__context__))

part('generator closing order')
def gen(name, inner=None):
    try:
        if inner: yield from inner
        else: yield name
    except GeneratorExit:
        print('exit', name)
        raise
    finally:
        print('finally', name)
g = gen('outer', gen('inner'))
print(next(g))
g.close()
g = gen('lost'); next(g); del g
print('after del')

part('generator return, throw, send')
def talk():
    got = None
    while True:
        try:
            got = yield got
            if got == 'stop': return 'bye'
        except ValueError as error:
            got = f'caught {error}'
t = talk()
print(next(t), t.send(1), t.throw(ValueError('v')), t.send('x'))
try:
    t.send('stop')
except StopIteration as error:
    print('value', error.value)
def delegate():
    r = yield from talk()
    print('got', r)
    yield 'last'
d = delegate()
print(next(d), d.send(5), d.throw(ValueError('w')), d.send('stop'))

part('yield in odd places')
def odd():
    x = yield (yield 1)
    print('x', x)
    y = [(yield 2), (yield 3)]
    print('y', y, f'{(yield 4)!r}')
    z = {(yield 5): (yield 6)}
    print('z', z)
    print((yield 7) if (yield 8) else (yield 9))
    assert (yield 10), 'no'
    return (yield 11)
o = odd()
print(next(o), [o.send(v) for v in 'abcdefghij'])
try:
    o.send('end')
except StopIteration as error:
    print(error.value)

part('yield in finally and except')
def yf():
    try:
        yield 1
        raise KeyError
    except KeyError:
        yield 2
    finally:
        yield 3
print(list(yf()))

part('__del__ resurrects')
kept_alive = []
class Phoenix:
    def __del__(self):
        print('del')
        kept_alive.append(self)
p = Phoenix(); del p
print(len(kept_alive))
kept_alive.clear()
print('cleared')

part('match statements')
class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1 | True: return 'small'
        case -1 | 2.5 | 1j | 'a' | b'b' | None: return f'literal {v!r}'
        case Point(0, y): return f'y {y}'
        case Point(x=x, y=y) if x == y: return f'diag {x}'
        case Point(): return 'point'
        case [Point(x, _), *rest] if rest: return f'first {x} {len(rest)}'
        case [] | (): return 'empty'
        case [a]: return f'one {a}'
        case [a, [b, *c], *_, d]: return (a, b, c, d)
        case [_, *_]: return 'seq'
        case {'k': 1 | 2 as k, **rest}: return (k, rest)
        case {'a': {'b': [x, y]}}: return (x, y)
        case {}: return 'map'
        case str() as s if s.isupper(): return s.lower()
        case str(s): return f'str {s}'
        case int(n) | float(n): return n * 2
        case _: return 'other'
for v in [0, True, -1, 2.5, 1j, 'a', b'b', None, Point(0, 5), Point(3, 3), Point(1, 2), [Point(7, 8), 1], [], (), [9], [1, [2, 3, 4], 5, 6], range(3),
          {'k': 2, 'z': 1}, {'a': {'b': (1, 2)}}, {'q': 1}, {}, 'UP', 'low', 7, 1.5, {1}, b'zz', bytearray(b'q'), [1, 2, 3]]:
    print(repr(m(v)), end=' ')
print()

part('match binds though it fails')
match (1, 2, 3):
    case (a, b, 4): pass
    case (a, *b): print(a, b)
class Loud:
    def __eq__(self, o): print('eq', o); return o == 2
match Loud():
    case 1: print('1')
    case 2: print('2')

part('chained comparison evaluates once')
print(say(1) < say(2) < say(3))
print(say(3) < say(2) < say(1))
print(1 < 2 == 2 != 3 in [3] is not None)

part('augmented assignment order')
class L(list):
    def __getitem__(self, i): print('get', i); return super().__getitem__(i)
    def __setitem__(self, i, v): print('set', i, v); super().__setitem__(i, v)
l = L([1, 2])
def idx(): print('idx'); return 0
def lst(): print('lst'); return l
lst()[idx()] += say(5)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)
class I:
    def __init__(s, v): s.v = v
    def __iadd__(s, o): print('iadd'); s.v += o; return 'replaced'
i = I(1); i += 2; print(i)

part('assignment order')
def tgt(n): print('target', n); return d
d = {}
tgt(1)[say('k1')] = tgt(2)[say('k2')] = say('v')
print(d)
i, a = 0, [0, 0]
i, a[i] = 1, 9
print(i, a)
(x, *y), z = [1, 2, 3], 4
[p, [q, *r]] = 'a', 'bcd'
*s, = 'xy'
(*u, v), (w, *_) = (1, 2), 'mn'
print(x, y, z, p, q, r, s, u, v, w)
for x, *y in [(1, 2, 3), 'ab']: print(x, y)

part('star expressions')
def f(*a, **k): return a, k
print(f(*[1], 2, *(3,), a=1, **{'b': 2}, **{}))
print([*range(2), *'ab'], {*[1], *[1, 2]}, {**{'a': 1}, 'a': 2, **{'b': 3}}, (*'q',))
class Idx:
    def __getitem__(self, k): return k
I2 = Idx()
print(I2[*[1, 2]], I2[1, *[2, 3], 4], I2[1:2, *'a'], I2[()], I2[(1,)], I2[...], I2[:], I2[::2, 1:])
def ret(): return 1, *[2, 3]
print(ret())

part('walrus')
print([y := 1, y ** 2], (z := 5) + z)
print([last := n for n in range(3)], last)
if (n := len('abc')) > 2 and (m2 := n * 2): print(n, m2)
print(any((hit := v) > 2 for v in [1, 3, 5]), hit)
def walrus_scope():
    [inner := i for i in range(3)]
    return inner
print(walrus_scope(), f'{(w := 7)} {w}')

part('conditional and boolean values')
print([] or {} or 0 or 'last', 1 and 2 and 3, not [] and 'x', (1 if [] else 2 if () else 3))
print(say(0) or say('') or say('yes') and say('both'))

part('f-strings')
v, w, name = 3.14159, 10, 'v'
print(f'{v:{w}.{3}f}|{v!r:>10}|{v=:.2f}|{v = }|{"nested " + f"{w:>{5}}"}|{{}}|{v:%}')
print(f'{f"{f"{1 + 1}"}"}', f'{"a" "b"}', f"{'\n'!r}", f'{w:#x} {w:08b} {w:+}', f'''{
    w  # comment
}''')
print(f'{[i for i in range(3)]!s:>12}', f'{(lambda x: x * 2)(4)}', f'{ {"a": 1}["a"] }', f'{w!a}', rf'\d{w}')
class F:
    def __format__(self, spec): return f'<{spec}>'
print(f'{F():a:b{w}c}', f'{F()}', f'{F():{"x"}}')

part('t-strings')
t = t'a {v:.2f} b {w!r} {name=}'
print(t.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])

part('string and number literals')
print('a' 'b' "c" r'\n' '\x41\u00e9\N{BULLET}' if False else 'skip', 1_000, 0xFF, 0b11, 0o17, 1e3, .5, 1., 1e-2, 3j, 1_0.0_1)

part('comprehension nesting and conditions')
print([(x, y) for x in range(4) if x % 2 for y in range(x) if y < 2 if y >= 0], {x: [y for y in range(x)] for x in range(3)}, {x % 2 for x in range(5)})
print([[j for j in range(i)] for i in range(3)], list(x + y for x in 'ab' for y in 'cd'))

part('with statements')
class CM:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb): print('exit', self.n, t.__name__ if t else None); return self.s
with CM(1) as a, CM(2, True) as b:
    print(a.n, b.n)
    raise ValueError
with (CM(3), CM(4) as c,):
    print(c.n)
try:
    with CM(5, True), CM(6): raise KeyError
    print('swallowed')
    with CM(7) as (x, y): pass
except TypeError as error:
    print(error)
def from_with():
    with CM(8):
        return 'returned'
print(from_with())
for i in range(2):
    with CM(i):
        if i == 0: continue
        break

part('loops and else')
for i in []: pass
else: print('else empty', 'i' in globals())
while False: pass
else: print('while else')
for i in range(3):
    if i == 5: break
else:
    print('no break', i)

part('operators')
class O:
    def __init__(s, n): s.n = n
    def __add__(s, o): print('add', s.n); return NotImplemented
    def __radd__(s, o): print('radd', s.n); return 'r'
    def __eq__(s, o): print('eq', s.n); return NotImplemented
    def __lt__(s, o): print('lt', s.n); return NotImplemented
    def __gt__(s, o): print('gt', s.n); return 'gt'
    def __contains__(s, o): return 'truthy'
    def __matmul__(s, o): return 'mat'
    def __call__(s, *a, **k): return a, k
    def __neg__(s): return 'neg'
    def __getattr__(s, n): return n
    __hash__ = None
class O2(O):
    def __radd__(s, o): print('radd2', s.n); return 'r2'
a, b = O(1), O2(2)
print(a + b, a == b, a < b, 5 in a, a @ b, a(1, x=2), -a, a.anything)
try:
    print(1 + O(3), O(4) + O(5))
except TypeError as error:
    print(error)

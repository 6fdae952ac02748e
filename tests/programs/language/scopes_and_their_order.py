# order of locals, walrus, scopes
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def f(p):
    a = (b := 1)
    for c in (d := [1]): e = c
    with __import__('contextlib').nullcontext(3) as g, __import__('contextlib').nullcontext() as h: i = 1
    j: int = (k := 2)
    l = m = n = 0
    (o, [q, *r]) = 1, [2, 3]
    if (s := 5) > 3: pass
    try: 1/0
    except ZeroDivisionError as u: v = 1
    import os as w, sys
    def x(): pass
    class Y: pass
    print(list(locals()))
f(0)
x = 'global'
def outer():
    x = 'outer'
    class C:
        print(x)
        x = x + '-class'
        print(x)
        def m(self): return x
        y = [x for _ in range(1)]
        z = (lambda: x)()
    print(C.x, C().m(), C.y, C.z)
    def g():
        nonlocal x
        x += '!'
        return x
    g(); print(x)
    def h():
        global x
        x += '?'
    h()
outer(); print(x)
def late():
    print([lambda: i for i in range(3)][0](), [(lambda i=i: i)() for i in range(3)])
late()
t(lambda: [x for x in range(3)] and x)
def unb():
    print(u)
    u = 1
t(unb)
def unb2():
    def inner(): return w
    r = inner()
    w = 1
t(unb2)
def dele():
    a = 1
    del a
    return a
t(dele)
class D:
    for i in range(3): pass
    del i
    print(sorted(k for k in locals() if not k.startswith('__')))
def defaults(a, b=[], *, c={}): b.append(a); c[a] = 1; return b, c
defaults(1); print(defaults(2), defaults.__defaults__, defaults.__kwdefaults__)
print((lambda *a, **k: (a, k))(*[1, 2], 3, *'ab', x=1, **{'y': 2}))
t(lambda: (lambda **k: k)(**{'a': 1}, **{'a': 2}))
t(lambda: (lambda a: a)(1, a=2)); t(lambda: (lambda a, /: a)(a=2)); t(lambda: (lambda *, a: a)(2)); t(lambda: (lambda a, b, *, c: 1)()); t(lambda: (lambda a: 1)(1, 2, 3)); t(lambda: (lambda a=1: 1)(1, 2)); t(lambda: (lambda *, a, b: 1)(a=1)); t(lambda: (lambda: 1)(x=1)); t(lambda: (lambda xyz: 1)(xzy=1))
def gen():
    try:
        x = yield 1
        print('got', x)
        y = yield from sub()
        print('sub returned', y)
        yield 'end'
    except GeneratorExit: print('exit'); raise
    finally: print('fin')
def sub():
    try:
        z = yield 'sub'
        return z * 2
    except ValueError as e:
        yield 'caught ' + str(e)
        return 'ret'
g = gen(); print(next(g), g.send('a'), g.throw(ValueError('v')), g.send(5)); g.close(); t(lambda: next(g))
def ret(): 
    return 5
    yield
t(lambda: next(ret()))
try: next(ret())
except StopIteration as e: print(e.value)
def raises_stop():
    yield 1
    raise StopIteration('x')
t(lambda: list(raises_stop()))
a, *b = range(4); print(a, b); *a, b = 'xyz'; print(a, b); (a, b), c = [1, 2], 3; print(a, b, c); [a, [b, *c]] = 1, (2, 3, 4); print(a, b, c)
t(lambda: exec('a, b = 1')); t(lambda: exec('a, b = 1, 2, 3')); t(lambda: exec('a, *b, c = [1]')); t(lambda: exec('*a, *b = 1, 2')); t(lambda: exec('a, b = {1}')); t(lambda: exec('(a, b), c = 1, 2'))
i = 0; lst = [0, 0, 0]; i, lst[i] = 1, 9; print(i, lst)
x = [1, 2]; x += (3,); t(lambda: exec('y = (1, 2); y += [3]')); print(x)
z = ([],); 
try: z[0] += [1]
except TypeError as e: print(e, z)
print(1 < 2 < 3 > 2 != 1 == 1 is not None in [None] if True else 0)
print([*range(3), *'ab'], {*[1], *(2,)}, {**{'a': 1}, 'b': 2, **{'a': 3}}, (*[1], 2))
print(f'{1!r:>5}|{"a"!s:^5}|{3.14159:.{2}f}|{1000000:,}|{255:#x}|{-5:+d}|{0.5:%}|{"x":*<4}|{True:d}|{x=}|{x = !s}|{len(x)=:>4}')
match [1, [2, 3], {'k': 'v', 'z': 0}]:
    case [int(a), [b, *c], {'k': str() as d, **rest}] if a < b: print(a, b, c, d, rest)
match (1, 2):
    case (1, x) | (x, 1): print('or', x)
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
match Pt(1, 2):
    case Pt(1, y=2): print('pt')
t(lambda: exec('match Pt(1,2):\n case Pt(1,2,3): pass')); t(lambda: exec('match Pt(1,2):\n case Pt(1, x=2): pass')); t(lambda: exec('match 1:\n case x: pass\n case 2: pass'))

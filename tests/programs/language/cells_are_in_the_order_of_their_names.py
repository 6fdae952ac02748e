"""Variables in cells stand behind the others, those from outside last, both by their names; a frame lets go of them from its end."""
def outer():
    z = y = x = b = a = 1
    def inner():
        nonlocal z
        def deeper():
            nonlocal y
            return a, z, x
        return b, deeper
    return inner, inner.__code__.co_freevars, inner()[1].__code__.co_freevars, inner.__code__.co_cellvars
print(outer()[1:], outer.__code__.co_cellvars)
class K:
    def m(self, q=1):
        def f():
            nonlocal q
            __class__
            return [self for _ in '1'], q
        return f.__code__.co_freevars
    print(m.__code__.co_cellvars, m.__code__.co_freevars)
print(K().m())
def params(b, a):
    c = 1
    return lambda: (a, b, c)
print(params.__code__.co_cellvars, params(1, 2).__code__.co_freevars)
def gen(b, *a, k, **z):
    w = 3
    async def f():
        nonlocal w
        return k, z, a, b, w
    return f
print(gen.__code__.co_cellvars, gen(1, k=1).__code__.co_freevars, [c.cell_contents for c in gen(1, k=2).__closure__])
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)
def f():
    c = Noisy('c cell')
    b = Noisy('b local')
    a = Noisy('a cell')
    d = Noisy('d local')
    def g(): return c, a
    g = 1
    print(list(locals()))
f()
print(f.__code__.co_varnames, f.__code__.co_cellvars)
def f(p, q, r):
    c = Noisy('c cell')
    b = Noisy('b local')
    a = Noisy('a cell')
    g = lambda: (a, c, q)
    print(list(locals()))
f(Noisy('p'), Noisy('q cell'), Noisy('r'))
print(f.__code__.co_varnames, f.__code__.co_cellvars)
def outer():
    z, y, a = Noisy('z'), Noisy('y'), Noisy('a')
    def inner():
        nonlocal z
        m = Noisy('m')
        k = Noisy('k')
        print(list(locals()))
        return a, y, lambda: m
    return inner
i = outer()
i()
print(i.__code__.co_varnames, i.__code__.co_cellvars, i.__code__.co_freevars)
i = None
def g():
    c = Noisy('c')
    b = Noisy('b')
    a = Noisy('a')
    lambda: (c, a)
    yield 1
    print(list(locals()))
x = g()
next(x)
del x
list(g())

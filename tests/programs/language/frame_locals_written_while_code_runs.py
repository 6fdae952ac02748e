import sys, gc
def t(f):
    try: print(__import__("re").sub(" at 0x[0-9a-f]+", "", str(f())))
    except BaseException as e: print(type(e).__name__, e)
# frames, cells and generators under stress
def deep(n):
    x = [n]
    if n == 0: return sys._getframe()
    return deep(n - 1)
fr = deep(5); names = []
while fr is not None and fr.f_code.co_name == 'deep':
    names.append(fr.f_locals['x'][0]); fr = fr.f_back
print(names)
def swap():
    a, b = 1, 2
    L = sys._getframe().f_locals
    L['a'], L['b'] = L['b'], L['a']
    return a, b
print(swap())
def loop():
    out = []
    L = sys._getframe().f_locals
    for i in range(5):
        out.append(i)
        L['i'] = 100
        out.append(i)
    return out
print(loop())
def while_loop():
    n = 0
    L = sys._getframe().f_locals
    while n < 10:
        L['n'] += 3
    return n
print(while_loop())
def replaced():
    class D:
        def __del__(self): print('D gone')
    d = D()
    L = sys._getframe().f_locals
    L['d'] = None
    print('replaced')
    del L
    print('end of function')
replaced()
def arg(x):
    sys._getframe().f_locals['x'] = 'new'
    return x
print(arg('old'))
def call_during(f, lst):
    lst.append(f(sys._getframe()))
    return lst
def kill(fr): fr.f_locals['lst'] = 'gone'; return 1
print(call_during(kill, [0]))
def sort_it():
    data = [3, 1, 2]
    fr = sys._getframe()
    def key(v):
        fr.f_locals['data'] = 'x'
        return v
    data.sort(key=key)
    return data
print(sort_it())
def gen_it():
    data = [1, 2, 3]
    for v in data:
        yield v
g = gen_it(); next(g); g.gi_frame.f_locals['data'] = []; print(list(g))
def comp():
    data = [1, 2]
    return [(sys._getframe().f_locals.__setitem__('v', 9), v)[1] for v in data]
print(comp())
def star(*args, **kw):
    L = sys._getframe().f_locals
    L['args'] = (1,); L['kw'] = {'z': 1}
    return args, kw
print(star(5, a=3))
def exc():
    try: raise ValueError('x')
    except ValueError as e:
        L = sys._getframe().f_locals
        print(type(L['e']), 'e' in L)
        L['e'] = 'other'
        print(e)
    print('e' in L)
t(exc)
def nested():
    v = 1
    def mid():
        def inner():
            sys._getframe(1).f_locals['w'] = 3
            return v
        r = inner()
        return r, 'w' in locals()
    return mid()
print(nested())
def dele():
    x = 1
    L = sys._getframe().f_locals
    del x
    print('x' in L, list(L)); L['x'] = 2; print(x)
dele()
class Cls:
    x = 1
    sys._getframe().f_locals['y'] = 2
    print(y)
def with_ctx():
    import contextlib
    with contextlib.nullcontext(5) as v:
        sys._getframe().f_locals['v'] = 6
        print(v)
with_ctx()
def exhausted():
    it = iter([1, 2, 3])
    L = sys._getframe().f_locals
    for x in it:
        L['it'] = iter([])
        print(x)
exhausted()
def matcher(p):
    match p:
        case [a, *rest]:
            L = sys._getframe().f_locals
            L['a'] = 'A'; return a, rest
print(matcher([1, 2]))
def typed(a: int = 3): 
    L = sys._getframe().f_locals
    L['a'] += 1.5
    return a
print(typed())

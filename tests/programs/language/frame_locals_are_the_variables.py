import sys, inspect, types
def f(a, b=2):
    c = 3
    fr = sys._getframe()
    L = fr.f_locals
    print(type(L), type(L).__name__, type(L).__module__)
    L['c'] = 30
    print(c)
    c = 31
    print(L['c'])
    L['extra'] = 1
    print(list(L), len(L))
    print([k for k in L.keys()], type(L.keys()), type(L.values()), type(L.items()))
    print('extra' in L, 'zz' in L, 'fr' in L)
    print(L.get('zz'), L.get('a'), L.get('zz', 5))
    for bad in ('zz', 5):
        try: print(L[bad])
        except KeyError as e: print('KeyError', e)
    for act in (lambda: L.__delitem__('c'), lambda: L.__delitem__('extra'), lambda: L.clear(), lambda: L.pop('c'), lambda: L.popitem()):
        try: print(act())
        except Exception as e: print(type(e).__name__, e)
    try:
        del L['a']
    except Exception as e: print(type(e).__name__, e)
    print(fr is sys._getframe(), L is fr.f_locals, L == fr.f_locals, L == dict(L), L != fr.f_locals)
    fr.f_locals['x2'] = 9
    print(list(L), list(reversed(L)))
    d = L | {'q': 1}
    print(type(d), list(d))
    d = {'q': 1} | L
    print(type(d), list(d))
    L |= {'b': 22, 'e2': 5}
    print(b, type(L), list(L))
    L.update({'a': 'A'}); print(a)
    try: L.update([('a','B')])
    except Exception as e: print(type(e).__name__, e)
    try: L.update(a=1)
    except Exception as e: print(type(e).__name__, e)
    try: L.update(5)
    except Exception as e: print(type(e).__name__, e)
    print(L.setdefault('a', 7), L.setdefault('new', 8))
    cp = L.copy(); print(type(cp), sorted(map(str, cp)))
    try: hash(L)
    except Exception as e: print(type(e).__name__, e)
    print(isinstance(L, __import__('collections.abc').abc.Mapping), isinstance(L, __import__('collections.abc').abc.MutableMapping))
    L[5] = 6
    print(L[5], 5 in L)
    try: L[[]] = 1
    except Exception as e: print(type(e).__name__, e)
    try: print([] in L)
    except Exception as e: print(type(e).__name__, e)
    try: L | 5
    except Exception as e: print(type(e).__name__, e)
    try: L < L
    except Exception as e: print(type(e).__name__, e)
    print([n for n in dir(L) if n not in dir(object)])
    return L
r = f(1)
print(list(r), r['c'])
r['c'] = 'late'; print(r['c'])
def g():
    x = 1
    return sys._getframe().f_locals
print(g())
def h():
    x = 1
    L = sys._getframe().f_locals
    print(repr(L)[:60])
h()
def cells():
    x = 1
    def inner(): return x
    L = sys._getframe().f_locals
    L['x'] = 5
    print(inner(), x)
    print(list(L))
    def inner2():
        L2 = sys._getframe().f_locals
        print(L2, list(L2))
        x
        L2['x'] = 99
        print(x, list(L2))
    inner2()
    print(x, L['x'])
cells()
def unbound():
    L = sys._getframe().f_locals
    print('later' in L, list(L))
    try: L['later']
    except KeyError as e: print('KE', e)
    L['later'] = 5
    print('later' in L, later)
    if 0: later = 1
    del later
    print('later' in L)
unbound()
class C:
    a = 1
    L = sys._getframe().f_locals
    print(type(L), L is locals())
    L['zed'] = 4
print(C.zed, sys._getframe().f_locals is globals(), locals() is globals())

P = type(g())
for args in ((), (1,), (sys._getframe(),)):
    try: print(type(P(*args)))
    except Exception as e: print(type(e).__name__, e)
def k():
    x = 1
    p = P(sys._getframe()); p['x'] = 2; print(x)
k()

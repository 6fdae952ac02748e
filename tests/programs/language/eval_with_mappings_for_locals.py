def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except BaseException as e: print(label, type(e).__name__, e)
class M:
    def __getitem__(self, key):
        if key == 'a': return 12
        raise KeyError
    def keys(self): return list('xyz')
m = M(); g = globals()
attempt('a', eval, 'a', g, m); attempt('b', eval, 'b', g, m); attempt('dir', eval, 'dir()', g, m); attempt('gl', lambda: eval('globals()', g, m) is g); attempt('lo', lambda: eval('locals()', g, m) is m)
attempt('bad', eval, 'a', m); attempt('len', eval, 'len([1])', {}, m); 
class D(dict):
    def __getitem__(self, key):
        if key == 'a': return 12
        return dict.__getitem__(self, key)
    def keys(self): return list('xyz')
d = D(); attempt('d', eval, 'a', g, d); attempt('d', eval, 'dir()', g, d); attempt('d', eval, '[locals() for i in (2,3)]', g, d); attempt('d', lambda: eval('[x for x in [a]]', g, d))
class SpreadSheet:
    _cells = {}
    def __setitem__(self, key, f): self._cells[key] = f
    def __getitem__(self, key): return eval(self._cells[key], globals(), self)
ss = SpreadSheet(); ss['a1'] = '5'; ss['a2'] = 'a1*6'; ss['a3'] = 'a2*7'; attempt('ss', lambda: ss['a3'])
class C:
    def __getitem__(self, i): raise KeyError(i)
    def keys(self): return 1
attempt('c', eval, 'dir()', g, C())
ns = {'__builtins__': {'print': print}}
exec('def func(): return len([1])', ns); attempt('bi', ns['func']); print(ns['func'].__builtins__ is ns['__builtins__'])

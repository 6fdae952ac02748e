import sys, inspect, traceback, asyncio, contextlib, functools, types
def a(): return b()
def b(): return c()
def c():
    f = sys._getframe(); names = []
    while f: names.append((f.f_code.co_name, f.f_lineno)); f = f.f_back
    return names
class K:
    def m(self, x):
        fr = inspect.currentframe()
        return inspect.getargvalues(fr), fr.f_code.co_qualname, inspect.getframeinfo(fr).function, inspect.getframeinfo(fr).code_context
r = K().m(5); print(str(r[0]).split('<__main__')[0], r[1:])
def g():
    fr = sys._getframe()
    print('in g', fr.f_back.f_code.co_name)
    yield fr
    print('again', fr.f_back.f_code.co_name)
    yield
def drive():
    it = g(); fr = next(it)
    print(fr.f_back, fr.f_lineno, it.gi_frame is fr)
    next(it)
    return fr, it
fr, it = drive()
print(fr.f_back, list(fr.f_locals))
it.close(); print(list(fr.f_locals), fr.f_back, fr.f_lineno)
async def inner():
    fr = sys._getframe()
    print('inner', fr.f_back.f_code.co_name, fr.f_back.f_locals.keys())
    await asyncio.sleep(0)
    return fr
async def outer():
    local = 1
    fr = await inner()
    print(fr.f_back is sys._getframe(), list(fr.f_locals), fr.f_code.co_name)
asyncio.run(outer())
def keep():
    x = [1]
    return sys._getframe()
k = keep(); print(k.f_locals, k.f_back is sys._getframe(), k.f_back.f_code.co_name)
print(k.f_locals['x'] is k.f_locals['x'])
def trampoline():
    try: raise ValueError
    except ValueError:
        tb = sys.exception().__traceback__
        print(tb.tb_frame is sys._getframe(), tb.tb_frame.f_lineno, tb.tb_lineno)
trampoline()
def w():
    frames = [f for f, _ in traceback.walk_stack(sys._getframe())]
    return [f.f_code.co_name for f in frames]
print(sorted(sys._current_frames()) != [], type(list(sys._current_frames().values())[0]))
class Meta(type):
    def __new__(m, n, b, ns): 
        print(n, sys._getframe(1).f_code.co_name, [k for k in sys._getframe(1).f_locals if k[0] != '_'][:2]); return super().__new__(m, n, b, ns)
class C(metaclass=Meta): at = 1
print(sys._getframe().f_code.co_name, sys._getframe().f_globals is globals())
lst = [sys._getframe().f_code.co_name for _ in range(1)]; print(lst)
print(list(sys._getframe().f_code.co_name for _ in range(1)))
ev = eval('sys._getframe().f_code.co_name'); print(ev)
exec('print(sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name, sys._getframe().f_lineno)')
def rec(n):
    if n == 0:
        fr = sys._getframe(); d = 0
        while fr: d += 1; fr = fr.f_back
        return d
    return rec(n - 1)
def cb(x):
    return sys._getframe().f_back.f_code.co_name
print(list(map(cb, [1])), sorted([2, 1], key=lambda v: len(sys._getframe().f_back.f_code.co_name)), functools.reduce(lambda p, q: sys._getframe().f_back.f_code.co_name, [1, 2]))
class It:
    def __iter__(self): return self
    def __next__(self):
        print('next from', sys._getframe().f_back.f_code.co_name); raise StopIteration
for _ in It(): pass
@contextlib.contextmanager
def cm():
    print('cm', sys._getframe().f_code.co_name)
    yield
with cm(): pass
def f_locals_kept():
    big = 'value'
    def change():
        fr = sys._getframe(1)
        fr.f_locals['big'] = 'changed'
        fr.f_locals['new'] = 1
    change()
    return big, 'new' in locals(), locals().get('new')
print(f_locals_kept())

import gc, weakref, sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    d = D('d'); fr = sys._getframe()
    return None
f(); print('after f'); print(gc.collect() > 0)
def g():
    d = D('in g')
    return sys._getframe()
k = g(); print('kept'); k.clear(); print('cleared'); del k
k = g(); del k; print('dropped')
def h():
    d = D('in h')
    L = sys._getframe().f_locals
    return L
L = h(); print(L['d'].n); L['d'] = 1; print('set'); del L; print('gone')
def gen():
    d = D('gen'); yield sys._getframe()
it = gen(); fr = next(it); del it; print('gen dropped', fr.f_locals['d'].n); del fr; print('frame dropped')
def err():
    d = D('err')
    raise ValueError
try: err()
except ValueError as e: tb = e.__traceback__
print('have tb'); import traceback; traceback.clear_frames(tb); print('cleared'); del tb
def outer():
    d = D('outer')
    def inner(): return sys._getframe(1)
    return inner()
x = outer(); print(x.f_code.co_name); del x
async def co():
    d = D('co')
    return sys._getframe()
c = co()
try: c.send(None)
except StopIteration as s: r = s.value
print(r.f_locals['d'].n); del r, c
print('end')

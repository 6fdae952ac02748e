class Res:
    live = 0
    def __init__(self, n): self.n = n; Res.live += 1
    def __del__(self): Res.live -= 1; print('closing', self.n, Res.live)
a = Res('a'); b = Res('b')
pool = {'x': Res('x'), 'y': Res('y')}
cache = [a]
class Manager:
    def __init__(self): self.res = Res('managed')
    def __del__(self): print('manager', self.res.n)
m = Manager()
def task():
    r = Res('t'); yield r
ts = [task() for _ in range(2)]
for t in ts: next(t)
print('done', Res.live)

import gc
gc.collect()  # as the end does, before it lets go of anything

class D:
    def __init__(self, n, *refs): self.n = n; self.refs = refs
    def __del__(self): print('del', self.n, [r.n for r in self.refs])
x = D('x'); y = D('y', x); x.refs = (y,)
z = D('z', x)
p = D('p'); q = D('q', p); r = D('r', q); del q
class N:
    def __init__(self, v): self.v = v; self.next = None
    def __del__(self): print('N', self.v)
n1 = N(1); n2 = N(2); n1.next = n2; n2.next = n1
m = N(3); m.next = m; del m
print('end')

import gc
gc.collect()  # as the end does, before it lets go of anything

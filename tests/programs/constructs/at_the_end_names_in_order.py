class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
z = D('z'); a = D('a'); _u = D('_u'); m = D('m')
x = [z]; del z
print('end')

import gc
gc.collect()  # as the end does, before it lets go of anything

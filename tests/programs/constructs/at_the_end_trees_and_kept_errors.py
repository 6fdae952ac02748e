class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f():
    a = D('fa')
    raise ValueError('x')
try: f()
except ValueError as e: saved = e
b = D('b')
try:
    raise KeyError('k')
except KeyError as err:
    tb = err.__traceback__
class Node:
    def __init__(self, n): self.n = n; self.kids = []; self.parent = None
    def __del__(self): print('node', self.n)
root = Node('root')
for i in range(3):
    k = Node(i); k.parent = root; root.kids.append(k)
print('end')

import gc
gc.collect()  # as the end does, before it lets go of anything

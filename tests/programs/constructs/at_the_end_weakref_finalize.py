import weakref
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = D('a'); b = D('b'); c = D('c')
r = weakref.ref(a, lambda r: print('cb a', r()))
fin = weakref.finalize(b, print, 'finalize b')
fin2 = weakref.finalize(c, print, 'finalize c'); fin2.atexit = False
ws = weakref.WeakSet([a]); wd = weakref.WeakValueDictionary({'k': c})
print('end')
print(fin.alive, fin.atexit, fin2.atexit, fin.peek()[1:], fin2.detach()[1:], fin2.alive, fin2.atexit, fin2())
def fails(): raise ValueError('in finalize')
o = D('o'); weakref.finalize(o, fails); weakref.finalize(o, print, 'made last')
print(weakref.finalize(D('gone'), print, 'at once', end='!\n').alive)

class M:
    def keys(self): return 3
    def __getitem__(self, k): return k
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: dict(M())); t(lambda: {**M()}); t(lambda: {}.update(M())); 
class N(M):
    def keys(self):
        yield 1; print('y'); yield 2
    def __getitem__(self, k): print('g', k); return k
t(lambda: dict(N())); t(lambda: {**N()}); t(lambda: dict(**N())); t(lambda: (lambda **k: k)(**M()))

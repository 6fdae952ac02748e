"""Endless recursion by every way a class can be asked for something: RecursionError, and the program goes on."""
class A:
    def m(self): return self.m()
try: A().m()
except RecursionError as e: print(e)
class P:
    @property
    def x(self): return self.x
try: P().x
except RecursionError as e: print(e)
class G:
    def __getattr__(self, n): return getattr(self, n)
try: G().x
except RecursionError as e: print(e)
class G2:
    def __getattr__(self, n): return self.foo
try: G2().x
except RecursionError as e: print(e)
class G3:
    def __getattribute__(self, n): return self.foo
try: G3().x
except RecursionError as e: print(e)
class C:
    def __call__(self): return self()
try: C()()
except RecursionError as e: print(e)
class C:
    def __add__(self, o): return self+o
try: C()+1
except RecursionError as e: print(e)
class C:
    def __radd__(self, o): return o+self
try: 1+C()
except RecursionError as e: print(e)
class C:
    def __getitem__(self, o): return self[o]
try: C()[1]
except RecursionError as e: print(e)
class C:
    def __len__(self): return len(self)
try: len(C())
except RecursionError as e: print(e)
class C:
    def __bool__(self): return bool(self)
try: bool(C())
except RecursionError as e: print(e)
class C:
    def __bool__(self): return True if self else False
try: not C()
except RecursionError as e: print(e)
class C:
    def __contains__(self, x): return x in self
try: 1 in C()
except RecursionError as e: print(e)
class C:
    def __iter__(self): return iter(self)
try: iter(C())
except RecursionError as e: print(e)
class C:
    def __iter__(self): return self
    def __next__(self): return next(self)
try: next(C())
except RecursionError as e: print(e)
try: list(C())
except RecursionError as e: print(e)
class C:
    def __setattr__(self, n, v): self.x = v
try: C().x = 1
except RecursionError as e: print(e)
class C:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
try:
    with C(): pass
except RecursionError as e: print(e)
class C:
    def __init__(self): C()
try: C()
except RecursionError as e: print(e)
class C:
    def __new__(cls): return cls()
try: C()
except RecursionError as e: print(e)

"""Endless recursion through comparisons, hashes, texts, conversions and functions that call back."""
class C:
    def __eq__(self, o): return self == o
try: C() == C()
except RecursionError as e: print(e)
try: C() == 1
except RecursionError as e: print(e)
class C:
    def __lt__(self, o): return self < o
try: sorted([C(), C()])
except RecursionError as e: print(e)
class C:
    def __hash__(self): return hash(self)
try: {C(): 1}
except RecursionError as e: print(e)
class C:
    def __hash__(self): return 1
    def __eq__(self, o): return {self: 1} == {o: 1}
try: {C(): 1, C(): 2}
except RecursionError as e: print(e)
class C:
    def __repr__(self): return f"{self!r}"
try: repr(C())
except RecursionError as e: print(e)
class C:
    def __repr__(self): return repr([self])
try: print(repr(C()))
except RecursionError as e: print(e)
class C:
    def __str__(self): return str(self)
try: print(C())
except RecursionError as e: print(e)
class C:
    def __str__(self): return "%s" % self
try: print(C())
except RecursionError as e: print(e)
class C:
    def __format__(self, s): return format(self, s)
try: print(f"{C()}")
except RecursionError as e: print(e)
class C:
    def __format__(self, s): return f"{self:x}"
try: print(f"{C()}")
except RecursionError as e: print(e)
class C:
    def __index__(self): return [1][self]
try: [1][C()]
except RecursionError as e: print(e)
class C:
    def __int__(self): return int(self)
try: int(C())
except RecursionError as e: print(e)
class M(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class X(metaclass=M): pass
try: isinstance(1, X)
except RecursionError as e: print(e)
class M(type):
    def __call__(cls): return cls()
class X(metaclass=M): pass
try: X()
except RecursionError as e: print(e)
class D:
    def __get__(self, o, t): return o.x
class X: x = D()
try: X().x
except RecursionError as e: print(e)
f = lambda: list(map(lambda _: f(), [1]))
try: f()
except RecursionError as e: print(e)
f = lambda: sorted([1, 2], key=lambda _: f())
try: f()
except RecursionError as e: print(e)
f = lambda: max([1, 2], key=lambda _: f())
try: f()
except RecursionError as e: print(e)
import functools
f = lambda: functools.reduce(lambda a, b: f(), [1, 2])
try: f()
except RecursionError as e: print(e)
@functools.lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(300))
try: print(fib(5000))
except RecursionError as e: print(e)
p = functools.partial(lambda: p())
try: p()
except RecursionError as e: print(e)
f = lambda: eval("f()")
try: f()
except RecursionError as e: print(e)
f = lambda: exec("f()")
try: f()
except RecursionError as e: print(e)

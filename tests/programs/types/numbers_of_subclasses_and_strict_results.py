class B:
    def __index__(self): return True
    def __float__(self): return 1.5
class C(B, float):
    def __complex__(self): return 1j
    
class D:
    def __index__(self): return True
class E(int):
    def __float__(self): return 1.5
class F(float):
    def __float__(self): return 2.5
class G(complex):
    def __complex__(self): return 5j
def each(*fs):
    for i, f in enumerate(fs):
        try: print(i, f())
        except BaseException as e: print(i, type(e).__name__, e)
import operator, math
each(lambda: hex(D()),
    lambda: float(D()),
    lambda: operator.index(D()),
    lambda: [1,2][D()],
    lambda: range(D()),
    lambda: int(D()),
    lambda: complex(D()),
    lambda: 'a' * D(),
    lambda: '%d' % D(),
    lambda: '%x' % D(),
    lambda: chr(D()),
    lambda: bytes(D()),
    lambda: math.gcd(D()),
    lambda: round(1.5, D()),
    lambda: [1,2][D():],
    lambda: math.sqrt(D()),
 lambda: complex(E(3)),
    lambda: float(E(3)),
    lambda: complex(F(3)),
    lambda: float(F(3)),
    lambda: complex(G(3)),
    lambda: complex(C(3)),
    lambda: complex(1, E(3)),
    lambda: complex(B()),
    lambda: complex(1, B()),
    lambda: complex(F(1), F(1)),
    lambda: math.sqrt(E(4)),
    lambda: math.sqrt(F(4)),
    lambda: '%f' % E(4),lambda: '%f' % F(4),
    lambda: bin(D()),
    lambda: oct(D()),
    lambda: int('1', D()),
    lambda: pow(2, 3, D()),
    lambda: divmod(D(), 2))

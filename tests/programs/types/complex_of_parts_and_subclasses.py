class A:
    def __complex__(s): return 1j
class B(complex): 
    def __complex__(s): return 5j
class I:
    def __index__(s): return 3
class D(complex): pass
class E(int):
    def __float__(self): return 1.5
class F(float):
    def __float__(self): return 2.5
class G(float):
    def __complex__(self): return 7j
for f in (lambda: complex(A(), 1),
    lambda: complex(1, A()),
    lambda: complex(B(2), 1),
    lambda: complex(1, B(2)),
    lambda: complex(1j, 1),
    lambda: complex(1, 1j),
    lambda: complex('1', 2),
    lambda: complex(1, '2'),
    lambda: complex(real=B(3)),
    lambda: complex(B(3)),
    lambda: complex(D(3)),
    lambda: complex(E(3)),
    lambda: complex(F(3), E(3)),
    lambda: complex(G(3)),
    lambda: complex(G(3), 3),
    lambda: complex(2, G(3)),
    lambda: complex(I(), I()),
    lambda: complex(real='1'),
    lambda: complex(imag='1'),
    lambda: complex(imag=1j),
    lambda: complex(imag=I()),
    lambda: complex(None),
    lambda: complex(None, 1),
    lambda: complex(1, None),
    lambda: complex(b'1'),
    lambda: complex([], imag=1),
    lambda: D(1),
    lambda: D(B(1)),
    lambda: D(B(1), B(1)),
    lambda: complex(1, 2, 3),
    lambda: complex(x=1),
    lambda: complex(True, False),
    lambda: complex(10**400),
    lambda: complex(1, 10**400),
    lambda: complex(1.5, -0.0),
    lambda: complex(-0.0, 1j)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

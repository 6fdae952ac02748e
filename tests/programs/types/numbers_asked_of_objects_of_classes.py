class A:
    def __int__(self): return 7
    def __index__(self): return 2
class B:
    def __int__(self): return 7
class C:
    def __index__(self): return 2
for c in (A, B, C):
    for f in ('%d', '%i', '%x', '%c', '%u', '%o'):
        try: print(c.__name__, f, ascii(f % c()))
        except Exception as e: print(type(e).__name__, e)
class L(int):
    def __pow__(self, o): return 'p'
    def __repr__(self): return 'L'
l = L()
for f in (lambda: +l, lambda: abs(l), lambda: round(l), lambda: -l, lambda: ~l, lambda: int(l), lambda: l.__trunc__(), lambda: l.real, lambda: l.numerator, lambda: l.conjugate(), lambda: l >> 1, lambda: l | 0, lambda: l.__index__(), lambda: l + 0, lambda: round(l, 1), lambda: __import__('operator').index(l), lambda: str(l), lambda: hex(l)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class L2(int):
    def __abs__(self): return 'abs'
    def __index__(self): return 5
    def __int__(self): return 6
    def __repr__(self): return 'L2'
l = L2()
for f in (lambda: +l, lambda: abs(l), lambda: round(l), lambda: -l, lambda: ~l, lambda: int(l), lambda: __import__('operator').index(l), lambda: hex(l), lambda: '%d' % l, lambda: [1,2][l:], lambda: range(l), lambda: format(l, 'd'), lambda: bytes(l)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(ord(bytearray(b'7')), ord(b'a'))

class B(bytes):
    def __repr__(self): return 'as repr'
class A(bytearray):
    def __repr__(self): return 'as repr a'
class S(str):
    def __repr__(self): return 'as repr s'
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for x in (B(b'ab'), A(b'ab'), S('ab'), bytearray(b'ab'), b'x' * 300):
    t(lambda: int(x)); t(lambda: int(x, 16) if len(x) < 5 else int(x, 5)); t(lambda: float(x)); t(lambda: complex(x))
t(lambda: int(B(b'12'))); t(lambda: float(S('1.5')))
print(format(-0.0, '*<z#8.5%'), f'{-1e-9:z.5%}', f'{-0.4:z.0%}', f'{-0.001:z.0%}', f'{-0.0:z%}', f'{-1e-9:z.3g}', f'{-0.0:z}', f'{-0.04:z.1f}')

def each(*fs):
    for i, f in enumerate(fs):
        try: print(i, f())
        except BaseException as e: print(i, type(e).__name__, e, getattr(e, '__notes__', None))
class L:
    def __index__(s): return 1.5
    def __int__(s): return 1.5
class R:
    def __index__(s): return 1.5
each(lambda: f'{1+2j:#}',
    lambda: f'{1+2j:< #4}',
    lambda: f'{1+2j:+#}',
    lambda: f'{1+2j:#g}',
    lambda: f'{1+2j:#.3}',
    lambda: f'{1.0:#}',
    lambda: f'{1e20:#}',
    lambda: f'{1.0:#.0f}',
    lambda: f'{1:#}',
    lambda: '%#g' % 1.0,
    lambda: '%#.0f' % 1.0,
    lambda: '%#.0e' % 1.0,
    lambda: f'{1j:#}',
    lambda: f'{-0.0:#}',
    lambda: f'{float("inf"):#}',
lambda: '\ud800'.encode('utf-16-le'),
    lambda: '\ud800'.encode('utf-8'),
    lambda: '\ud800'.encode('utf-32'),
    lambda: '\ud800'.encode('ascii'),
    lambda: b'\xff'.decode('utf-8'),
    lambda: b'\x00\xd8'.decode('utf-16-le'),
    lambda: 'é'.encode('latin-1'),
    lambda: '\u1234'.encode('latin-1'),
    lambda: '\u1234'.encode('cp1252'),
    lambda: '\ud800'.encode('utf-16'),
    lambda: '\ud800'.encode('utf-16-be'),
    lambda: '\ud800'.encode('utf-32-le'),
    lambda: b'\xff\xff\xff\xff'.decode('utf-32'),
    lambda: 'a'.encode('nope'),
    lambda: '\ud800'.encode('utf-8-sig'),
    lambda: b'\xff'.decode('ascii'),
    lambda: b'\xff'.decode('utf-8-sig'),
    lambda: 'é'.encode('unicode_escape'),
    lambda: b'\\x'.decode('unicode_escape'),
    lambda: b'zz'.hex('::'),
    lambda: '\u1234'.encode('iso8859-15'),
    lambda: b'\x81'.decode('cp1252'),
    lambda: b'a'.decode('cp437'),
    lambda: 'x'.encode('rot13'),
    lambda: b'x'.decode('hex'),
lambda: '%d' % L(),
    lambda: '%d' % R(),
    lambda: '%x' % R(),
    lambda: '%c' % R(),
    lambda: '%i' % 'a',
    lambda: '%d' % {},
    lambda: '%x' % 1.5)
a = 0
def f():
    x = 1
    def g(): return x
    del x
    return g
each(lambda: f().__closure__[0].cell_contents)

def shape(e): return (type(e).__name__, str(e), [shape(i) for i in getattr(e, 'exceptions', ())], e.__cause__ and shape(e.__cause__), e.__context__ and shape(e.__context__), e.__suppress_context__)
def show(e):
    def w(s, d):
        print(' '*d, s[0], s[1], s[5])
        for i in s[2]: w(i, d+2)
        if s[3]: print(' '*d, 'cause'); w(s[3], d+2)
        if s[4]: print(' '*d, 'context'); w(s[4], d+2)
    w(shape(e), 0)
def run(f):
    print('---', f.__name__)
    try: f()
    except BaseException as e: show(e)
def make():
    return ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [KeyError(2), TypeError(3)]), OSError(4)])
def a():
    try: raise make()
    except* ValueError: pass
def b():
    try: raise make()
    except* ValueError: raise
def c():
    try: raise make()
    except* ValueError: raise RuntimeError(9)
def d():
    try: raise make()
    except* KeyError as e: raise e
def e():
    try: raise make()
    except* KeyError as e: raise RuntimeError from e
    except* OSError as e: raise
def f():
    try:
        try: raise make()
        except* KeyError as e: raise
    except* OSError: raise
def g():
    try:
        try: raise make()
        except* KeyError as e: raise KeyError('new')
    except* KeyError as e: raise LookupError('x')
def h():
    try: raise make()
    except* 3: pass
def i():
    try:
        try: raise make()
        except* ValueError: 1 / 0
    except* (TypeError, OSError) as e: raise e.exceptions[0]
def j():
    try:
        try: raise make()
        except* ValueError: pass
    except* ExceptionGroup: pass
def k():
    try: raise ValueError(1)
    except* KeyError: pass
def l():
    try: raise ValueError(1)
    except* ValueError: raise
def m():
    print([show(x) for x in make().split(ValueError)])
for name in 'abcdefghjkl': run(globals()[name])


class Own(ExceptionGroup):
    def derive(self, parts):
        print('derive', parts)
        return Own(self.message, parts) if len(parts) > 1 else 3


own = Own('own', [ValueError(1), KeyError(2), OSError(3)])
print(own.subgroup(TypeError))
for kind in (KeyError, (KeyError, ValueError)):
    for way in (own.subgroup, own.split):
        try:
            print(way(kind))
        except TypeError as error:
            print(error)
for name in ('message', 'exceptions'):
    try:
        setattr(own, name, 1)
    except AttributeError as error:
        print(error)
own.add_note('noted')
try:
    try:
        raise own
    except* OSError as part:
        print(part.__notes__)
except TypeError as error:
    print(error)

import re
import sys
m = sys.monitoring
E = m.events
NAMES = [n for n in vars(E) if n not in ('NO_EVENTS', 'STOP_ITERATION', 'INSTRUCTION', 'JUMP', 'BRANCH', 'BRANCH_LEFT', 'BRANCH_RIGHT')]
log = []
def name_of(x):
    return getattr(x, '__qualname__', None) or ('MISSING' if x is m.MISSING else re.sub(' at 0x[0-9a-f]+', '', repr(x)))
def make(name):
    def cb(code, *args):
        if code.co_name in ('run', 'show', 'cb', 'name_of'):
            return
        if name == 'LINE':
            log.append((name, code.co_name, args[0] - code.co_firstlineno))
        elif name == 'CALL' or name in ('C_RETURN', 'C_RAISE'):
            log.append((name, code.co_name, name_of(args[1]), name_of(args[2])))
        else:
            log.append((name, code.co_name) + tuple(re.sub(' at 0x[0-9a-f]+', '', repr(a)) for a in args[1:]))
    return cb
TOOL = 3
m.use_tool_id(TOOL, 'test')
for n in NAMES:
    m.register_callback(TOOL, getattr(E, n), make(n))
ALL = 0
for n in NAMES: ALL |= getattr(E, n)
def run(f, *a):
    log.clear()
    m.set_events(TOOL, ALL)
    try:
        try:
            f(*a)
        finally:
            m.set_events(TOOL, 0)
    except BaseException as e:
        print(type(e).__name__, e)
    print('==', f.__name__)
    for l in log: print('  ', *l)

def simple(x):
    y = x + 1
    return y
def branches(x):
    if x:
        a = 1
    else:
        a = 2
    return a
def loop():
    t = 0
    for i in range(2):
        t += i
    while t:
        t -= 1
    return t
def calls():
    l = []
    l.append(1)
    len(l)
    simple(2)
    str.upper('a')
    'a'.upper()
    int('5')
    max([1, 2], key=lambda v: v)
class C:
    def __init__(self): self.x = 1
    def m(self, a): return a
    @classmethod
    def k(cls): return 1
    @staticmethod
    def s(): pass
def klass():
    c = C()
    c.m(1)
    C.k()
    C.s()
    f = c.m
    f(2)
    c.m(*[1])
    print(*[], end='')
def gen():
    x = yield 1
    yield 2
    return None
def usegen():
    for x in gen():
        pass
    g = gen()
    next(g)
    g.send(5)
    try:
        next(g)
    except StopIteration as e:
        pass
def outer():
    yield from gen()
def usefrom():
    list(outer())
def throws():
    g = gen()
    next(g)
    try:
        g.throw(ValueError('v'))
    except ValueError:
        pass
def fails():
    raise KeyError('k')
def catches():
    try:
        fails()
    except KeyError:
        pass
def reraises():
    try:
        try:
            fails()
        except KeyError as e:
            raise
    except KeyError:
        return 'x'
def final():
    try:
        1 / 0
    finally:
        a = 1
def craise():
    try:
        int('x')
    except ValueError:
        pass
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): return True
def withs():
    with CM() as c:
        raise OSError(1)
    return 5
def comp():
    return [i for i in (1, 2)], sum(i for i in (1, 2))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 1: raise StopIteration
        return self.n
def iters():
    for i in It(): pass
    for j in [1]: pass
class Aw:
    def __await__(self):
        yield 'w'
        return 9
async def aw():
    return await Aw()
def drive():
    c = aw()
    c.send(None)
    try: c.send(None)
    except StopIteration as e: pass
for f in (calls, klass, loop, usegen, usefrom, throws, catches, reraises, final, craise, withs, comp, iters, drive): run(f)
run(simple, 1); run(branches, 0); run(branches, 1)

import sys

THIS = sys._getframe().f_code.co_filename
log = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != THIS: return None
    if event == 'exception': arg = (arg[0].__name__, str(arg[1]))
    elif callable(arg): arg = getattr(arg, '__qualname__', None) or arg.__name__
    log.append(f'{frame.f_code.co_name} {event} {frame.f_lineno - frame.f_code.co_firstlineno} {arg!r}')
    return tracer
def show(title):
    sys.settrace(None); sys.setprofile(None)
    print('---', title)
    for l in log: print(l)
    log.clear()
def f(x):
    y = x + 1
    return y
def bad(): 1/0
# profile
def prof(frame, event, arg):
    if frame.f_code.co_filename != THIS: return
    if event.startswith('c_'): arg = arg.__qualname__
    log.append(f'{frame.f_code.co_name} {event} {frame.f_lineno - frame.f_code.co_firstlineno} {arg!r}')
def work():
    l = [3, 1, 2]
    l.sort()
    l.append(len(l))
    print(max(l, key=lambda v: -v), file=sys.stdout)
    int('5'); str.upper('x')
    try: int('x')
    except ValueError: pass
    try: l.index(99)
    except ValueError: pass
    try: bad()
    except ZeroDivisionError: pass
    sum(x for x in l)
    class A:
        def __init__(self): self.x = 1
        def __len__(self): return 3
    len(A())
    sorted(l, reverse=True)
    d = {}.get
    d(1)
    return 5
sys.setprofile(prof); work(); show('profile')
def gen():
    yield len('ab')
    return 5
def more():
    for x in gen(): pass
    list(map(abs, [-1]))
    sorted([2, 1], key=f)
sys.setprofile(prof); more(); show('generators')
print(sys.getprofile(), sys.gettrace())
def raising(frame, event, arg):
    if event == 'return': raise KeyError('profiler')
sys.setprofile(raising)
try: f(1)
except KeyError as e: print('got', e, sys.getprofile())

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
# None as the local tracer
def only_calls(frame, event, arg):
    if frame.f_code.co_filename != THIS: return None
    log.append(f'{event} {frame.f_code.co_name}')
sys.settrace(only_calls)
f(1); f(2)
show('only calls')
# another local tracer
def local(frame, event, arg):
    log.append(f'local {event} {frame.f_lineno}')
    return local
def glob(frame, event, arg):
    log.append(f'global {event} {frame.f_lineno}')
    if frame.f_code.co_name == 'f': return local
sys.settrace(glob)
f(1)
show('changed')
def stops(frame, event, arg):
    log.append(f'{event} {frame.f_lineno}')
    return None
def glob2(frame, event, arg):
    return stops
sys.settrace(glob2); f(1); show('local returning None keeps')
def raising(frame, event, arg):
    if event == 'line': raise ValueError('from tracer')
    return raising
sys.settrace(raising)
try:
    f(1)
except ValueError as e:
    print('got', e, sys.gettrace())
def raising2(frame, event, arg):
    raise KeyError('at call')
sys.settrace(raising2)
try: f(1)
except KeyError as e: print('got', e, sys.gettrace())
def raising3(frame, event, arg):
    if event == 'return': raise IndexError('at return')
    return raising3
sys.settrace(raising3)
try: f(1)
except IndexError as e: print('got', e, sys.gettrace())
def raising4(frame, event, arg):
    if event == 'exception': raise IndexError('at exception')
    return raising4
def bad(): 1/0
sys.settrace(raising4)
try: bad()
except Exception as e: print('got', repr(e), repr(e.__context__), sys.gettrace())
def frames(frame, event, arg):
    if frame.f_code.co_name == 'g2':
        frame.f_trace_lines = False
    log.append(f'{event} {frame.f_code.co_name} {frame.f_back.f_code.co_name} {sorted(frame.f_locals)}')
    return frames
def g2(a, b=2):
    c = a
    return lambda: c
sys.settrace(frames); g2(1); show('f_trace_lines')
sys.settrace(tracer); print(sys.gettrace() is tracer); sys.settrace(None)
# the frame itself
def here():
    sys._getframe().f_trace = tracer
    x = 1
    y = 2
    for i in range(2):
        x += i
sys.settrace(tracer)
sys._getframe().f_trace = tracer
x = 5
for i in range(2):
    x += i
f(3)
show('module')
def set_in():
    sys.settrace(tracer)
    f(1)
    x = 1
    sys._getframe().f_trace = tracer
    x = 2
    sys.settrace(None)
set_in(); show('set_in')
# threads
def inthread():
    f(1)
exec(compile('a = 1\nb = 2\n\ndef q():\n    return 1\nq()\n', THIS, 'exec')) if 0 else None
sys.settrace(tracer)
exec(compile('a = 1\nb = 2\n\ndef q():\n    return 1\nq()\n', THIS, 'exec'))
eval(compile('a +\\\n b', THIS, 'eval'))
show('exec')
try: sys.settrace()
except TypeError as e: print(e)
